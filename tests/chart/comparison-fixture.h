#pragma once

#include "chart-fixture.h"
#include "chart/kl-score-comparison.h"

typedef struct
{
  const char *date;
  double score;
} FixtureScore;

/* One more line; a score of 101 and more is 100 less, and assisted. */
static inline void
fixture_compare (KlScoreComparison  *comparison,
                 const char         *title,
                 const FixtureScore *scores,
                 guint               n_scores)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);

  for (guint i = 0; i < n_scores; i++)
    {
      gboolean assisted = scores[i].score > 100;
      double score = assisted ? scores[i].score - 100 : scores[i].score;

      fixture_add (attempts, (int) i + 1, scores[i].date, score, score, assisted);
    }
  g_assert_true (kl_score_comparison_add (comparison, title, G_LIST_MODEL (attempts)));
}

/* Five topics, of which one was never explained. */
static inline KlScoreComparison *
fixture_comparison (void)
{
  static const FixtureScore levels[] = {
    { "2025-10-10", 40 }, { "2025-10-24", 62 }, { "2025-12-01", 85 }, { "2026-02-20", 94 },
  };
  static const FixtureScore parity[] = { { "2025-11-03", 78 }, { "2025-12-20", 71 }, { "2026-02-24", 91 } };
  static const FixtureScore hole[] = { { "2025-10-12", 55 }, { "2025-11-15", 160 }, { "2026-01-05", 48 } };
  static const FixtureScore rebuild[] = { { "2026-02-01", 66 }, { "2026-02-23", 90 } };
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(GDateTime) today = g_date_time_new_utc (2026, 2, 24, 0, 0, 0);
  KlScoreComparison *comparison = kl_score_comparison_new (G_LIST_MODEL (bands));

  fixture_compare (comparison, "RAID Levels", levels, G_N_ELEMENTS (levels));
  fixture_compare (comparison, "Parity", parity, G_N_ELEMENTS (parity));
  fixture_compare (comparison, "Write Hole", hole, G_N_ELEMENTS (hole));
  fixture_compare (comparison, "Rebuild", rebuild, G_N_ELEMENTS (rebuild));
  fixture_compare (comparison, "ZFS", NULL, 0);
  kl_score_comparison_set_today (comparison, today);
  kl_chart_set_title (KL_CHART (comparison), "Scores Compared");
  return comparison;
}
