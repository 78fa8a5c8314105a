#pragma once

#include "kl-change-kind.h"
#include "kl-operation.h"
#include "kl-plan.h"

G_BEGIN_DECLS

#define KL_TYPE_CHANGE (kl_change_get_type ())

G_DECLARE_FINAL_TYPE (KlChange, kl_change, KL, CHANGE, GObject)

KlChange          *kl_change_new              (KlChangeKind  kind,
                                               const char   *title);
KlChangeKind       kl_change_get_kind         (KlChange     *self);
const char        *kl_change_get_title        (KlChange     *self);
void               kl_change_set_sitting      (KlChange     *self,
                                               const char   *sitting);
const char        *kl_change_get_sitting      (KlChange     *self);

void               kl_change_insert           (KlChange     *self,
                                               KlRecord     *record);
void               kl_change_insert_tree      (KlChange     *self,
                                               KlRecord     *record);
void               kl_change_make_plan        (KlChange     *self,
                                               KlPlan       *plan);
gboolean           kl_change_makes_plan       (KlChange     *self);
void               kl_change_set_value        (KlChange     *self,
                                               GType         type,
                                               const char   *id,
                                               const char   *field,
                                               const GValue *value);
void               kl_change_set_string       (KlChange     *self,
                                               KlRecord     *record,
                                               const char   *field,
                                               const char   *value);
void               kl_change_set_integer      (KlChange     *self,
                                               KlRecord     *record,
                                               const char   *field,
                                               gint64        value);
void               kl_change_set_number       (KlChange     *self,
                                               KlRecord     *record,
                                               const char   *field,
                                               double        value);
void               kl_change_remove           (KlChange     *self,
                                               GType         type,
                                               const char   *id);

guint              kl_change_get_n_operations (KlChange     *self);
const KlOperation *kl_change_get_operation    (KlChange     *self,
                                               guint         index);

G_END_DECLS
