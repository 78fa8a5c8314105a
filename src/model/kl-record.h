#pragma once

#include <gio/gio.h>

#include "kl-field.h"

G_BEGIN_DECLS

#define KL_TYPE_RECORD (kl_record_get_type ())

G_DECLARE_DERIVABLE_TYPE (KlRecord, kl_record, KL, RECORD, GObject)

struct _KlRecordClass
{
  GObjectClass   parent_class;

  const KlField *fields;
  guint          n_fields;
  GParamSpec   **field_pspecs;
  const KlList  *lists;
  guint          n_lists;
  GListModel   **no_items;
};

void           kl_record_class_install_fields (KlRecordClass *klass,
                                               const KlField *fields,
                                               guint          n_fields);
void           kl_record_class_install_lists  (KlRecordClass *klass,
                                               const KlList  *lists,
                                               guint          n_lists);
const KlField *kl_record_class_find_field     (KlRecordClass *klass,
                                               const char    *name);
const KlField *kl_record_get_common_fields    (guint         *n_fields);

GParamSpec    *kl_record_get_pspec            (KlRecord      *self,
                                               const KlField *field);
const char    *kl_record_get_id               (KlRecord      *self);
const char    *kl_record_get_owner            (KlRecord      *self);
gint64         kl_record_get_position         (KlRecord      *self);
gint64         kl_record_find_next_position   (GListModel    *records);
void           kl_record_set_loading          (KlRecord      *self,
                                               gboolean       is_loading);

const char    *kl_record_get_string           (KlRecord      *self,
                                               const KlField *field);
gint64         kl_record_get_integer          (KlRecord      *self,
                                               const KlField *field);
double         kl_record_get_number           (KlRecord      *self,
                                               const KlField *field);
gboolean       kl_record_set_string           (KlRecord      *self,
                                               const KlField *field,
                                               const char    *value);
gboolean       kl_record_take_string          (KlRecord      *self,
                                               const KlField *field,
                                               char          *value);
gboolean       kl_record_set_integer          (KlRecord      *self,
                                               const KlField *field,
                                               gint64         value);
gboolean       kl_record_set_number           (KlRecord      *self,
                                               const KlField *field,
                                               double         value);

GListStore    *kl_record_get_list             (KlRecord      *self,
                                               const KlList  *list);
GListStore    *kl_record_peek_list            (KlRecord      *self,
                                               const KlList  *list);
void           kl_record_share_lists           (KlRecord      *self,
                                                KlRecord      *source);
GListModel    *kl_record_peek_items           (KlRecord      *self,
                                               const KlList  *list);
GListStore    *kl_record_get_list_of          (KlRecord      *self,
                                               GType          item_type);
void           kl_record_append               (KlRecord      *self,
                                               KlRecord      *child);

void           kl_record_assign               (KlRecord      *self,
                                               KlRecord      *source);
KlRecord      *kl_record_copy                 (KlRecord      *self);

G_END_DECLS
