#pragma once

#include "kl-agenda.h"

G_BEGIN_DECLS

#define KL_TYPE_DUE_LIST (kl_due_list_get_type ())

G_DECLARE_FINAL_TYPE (KlDueList, kl_due_list, KL, DUE_LIST, GObject)

KlDueList    *kl_due_list_new         (KlLibrary *library);
gboolean      kl_due_list_is_loaded   (KlDueList *self);
const GError *kl_due_list_get_error   (KlDueList *self);
guint         kl_due_list_get_n_due   (KlDueList *self);
KlSubject    *kl_due_list_get_subject (KlDueList *self,
                                       guint      index);
KlPlan       *kl_due_list_get_plan    (KlDueList *self,
                                       guint      index);

G_END_DECLS
