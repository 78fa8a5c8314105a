#pragma once

#include "kl-score-series.h"

G_BEGIN_DECLS

/* More lines are not told apart. */
#define KL_SCORE_COMPARISON_MAX_LINES 8

#define KL_TYPE_SCORE_COMPARISON (kl_score_comparison_get_type ())

G_DECLARE_FINAL_TYPE (KlScoreComparison, kl_score_comparison, KL, SCORE_COMPARISON, KlChart)

KlScoreComparison *kl_score_comparison_new            (GListModel        *bands);
gboolean           kl_score_comparison_add            (KlScoreComparison *self,
                                                       const char        *title,
                                                       GListModel        *attempts);
void               kl_score_comparison_remove         (KlScoreComparison *self,
                                                       guint              line);
void               kl_score_comparison_set_line_title (KlScoreComparison *self,
                                                       guint              line,
                                                       const char        *title);
void               kl_score_comparison_set_today      (KlScoreComparison *self,
                                                       GDateTime         *today);
int                kl_score_comparison_get_today      (KlScoreComparison *self);
guint              kl_score_comparison_get_n_lines    (KlScoreComparison *self);
KlScoreSeries     *kl_score_comparison_get_series     (KlScoreComparison *self,
                                                       guint              line);
guint              kl_score_comparison_get_slot       (KlScoreComparison *self,
                                                       guint              line);
guint              kl_score_comparison_get_first_mark (KlScoreComparison *self,
                                                       guint              line);
char              *kl_score_comparison_dup_line_title (KlScoreComparison *self,
                                                       guint              line);
const GArray      *kl_score_comparison_get_bands      (KlScoreComparison *self);
KlScoreDays        kl_score_comparison_get_days       (KlScoreComparison *self);

G_END_DECLS
