#pragma once

#include <adwaita.h>

#include "model/kl-plan.h"
#include "recall/kl-suggested-score.h"

G_BEGIN_DECLS

#define KL_TYPE_REVIEW_SCORE (kl_review_score_get_type ())

G_DECLARE_FINAL_TYPE (KlReviewScore, kl_review_score, KL, REVIEW_SCORE, GtkBox)

void     kl_review_score_set_subject  (KlReviewScore          *self,
                                       KlPlan                 *plan,
                                       KlSubject              *subject);
void     kl_review_score_set_guess    (KlReviewScore          *self,
                                       double                  guess);
void     kl_review_score_fill         (KlReviewScore          *self,
                                       KlScore                 score,
                                       double                  mean);
void     kl_review_score_set_offered  (KlReviewScore          *self,
                                       const KlSuggestedScore *offered);

KlScore  kl_review_score_get_score    (KlReviewScore          *self);
KlScore  kl_review_score_get_own      (KlReviewScore          *self);
gboolean kl_review_score_get_valid    (KlReviewScore          *self);

G_END_DECLS
