#pragma once

#include <adwaita.h>

#include "model/kl-draft.h"

#include "kl-suggestions.h"

G_BEGIN_DECLS

#define KL_TYPE_VERDICT_LIST (kl_verdict_list_get_type ())

G_DECLARE_FINAL_TYPE (KlVerdictList, kl_verdict_list, KL, VERDICT_LIST, AdwBin)

void            kl_verdict_list_set_points      (KlVerdictList *self,
                                                GListModel    *points);
void            kl_verdict_list_set_suggestions (KlVerdictList *self,
                                                KlSuggestions *suggestions);
void            kl_verdict_list_fill            (KlVerdictList *self,
                                                KlDraft       *draft);
void            kl_verdict_list_store           (KlVerdictList *self,
                                                KlDraft       *draft);
void            kl_verdict_list_accept_all      (KlVerdictList *self);

guint           kl_verdict_list_get_n           (KlVerdictList *self);
KlVerdictTally *kl_verdict_list_get_tally       (KlVerdictList *self);

const char     *kl_verdict_list_get_selected    (KlVerdictList *self);
void            kl_verdict_list_go_to           (KlVerdictList *self,
                                                const char    *point);
void            kl_verdict_list_unselect        (KlVerdictList *self);
gboolean        kl_verdict_list_focus_first     (KlVerdictList *self);

G_END_DECLS
