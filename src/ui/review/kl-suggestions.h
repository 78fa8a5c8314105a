#pragma once

#include "model/kl-plan.h"
#include "model/kl-verdict-tally.h"
#include "recall/kl-subject-reading.h"

G_BEGIN_DECLS

#define KL_TYPE_SUGGESTIONS (kl_suggestions_get_type ())

G_DECLARE_FINAL_TYPE (KlSuggestions, kl_suggestions, KL, SUGGESTIONS, GObject)

KlSuggestions        *kl_suggestions_new             (KlPlan        *plan,
                                                      KlSubject     *subject);
void                  kl_suggestions_read            (KlSuggestions *self,
                                                      const char    *explanation);
void                  kl_suggestions_stop            (KlSuggestions *self);

gboolean              kl_suggestions_get_reading     (KlSuggestions *self);
KlVerdictTally       *kl_suggestions_get_tally       (KlSuggestions *self);
const KlPointReading *kl_suggestions_peek_point      (KlSuggestions *self,
                                                      const char    *point);
const GArray         *kl_suggestions_peek_places     (KlSuggestions *self,
                                                      const char    *point);
const GArray         *kl_suggestions_peek_all_places (KlSuggestions *self);
const char           *kl_suggestions_find_point      (KlSuggestions *self,
                                                      int            offset,
                                                      const char    *after);
const char           *kl_suggestions_get_explanation (KlSuggestions *self);
GListModel           *kl_suggestions_get_checks      (KlSuggestions *self);

char                **kl_suggestions_dup_questions    (KlSuggestions         *self,
                                                       KlVerdictTally        *given,
                                                       gsize                  max);

G_END_DECLS
