#pragma once

#include <adwaita.h>

#include "model/kl-draft.h"

G_BEGIN_DECLS

#define KL_TYPE_VERDICT_LIST (kl_verdict_list_get_type ())

G_DECLARE_FINAL_TYPE (KlVerdictList, kl_verdict_list, KL, VERDICT_LIST, AdwBin)

void     kl_verdict_list_set_points  (KlVerdictList *self,
                                      GListModel    *points);
void     kl_verdict_list_fill        (KlVerdictList *self,
                                      KlDraft       *draft);
void     kl_verdict_list_store       (KlVerdictList *self,
                                      KlDraft       *draft);
guint    kl_verdict_list_get_n       (KlVerdictList *self);
double   kl_verdict_list_get_mean    (KlVerdictList *self,
                                      guint         *n_set);
gboolean kl_verdict_list_focus_first (KlVerdictList *self);

G_END_DECLS
