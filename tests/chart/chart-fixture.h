#pragma once

#include "chart/kl-score-series.h"
#include "model/kl-amendment.h"
#include "model/kl-band.h"

/* The plan's four bands, in no order. */
static inline GListStore *
fixture_bands (void)
{
  static const struct { const char *name, *emoji; double low, high; } bands[] = {
    { "Good", "🟡", 70, 89 }, { "Needs Review", "🔴", 0, 49 }, { "Strong", "🟢", 90, 100 }, { "Fair", "🟠", 50, 69 },
  };
  GListStore *store = g_list_store_new (KL_TYPE_BAND);

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      g_autoptr(KlBand) band = g_object_new (KL_TYPE_BAND, "name", bands[i].name, "emoji", bands[i].emoji,
                                             "low", bands[i].low, "high", bands[i].high, NULL);

      g_list_store_append (store, band);
    }

  return store;
}

static inline KlAttempt *
fixture_add (GListStore *attempts,
             int         number,
             const char *date,
             double      low,
             double      high,
             gboolean    assisted)
{
  g_autoptr(KlAttempt) attempt = g_object_new (KL_TYPE_ATTEMPT, "number", (gint64) number, "date", date,
                                               "assisted", assisted, NULL);

  /* A property can not be NaN; a number that is not set already is. */
  if (!isnan (low))
    g_object_set (attempt, "low", low, "high", high, NULL);
  g_list_store_append (attempts, attempt);
  return attempt;
}

/* What is expected on these days, of which the last one may be below the target. */
static inline KlScoreFuture *
fixture_future (const KlScoreExpected *points,
                guint                  n_points,
                double                 target)
{
  KlScoreFuture *future = kl_score_future_new ();

  g_array_append_vals (future->points, points, n_points);
  future->target = target;
  for (guint i = n_points; i > 0; i--)
    if (points[i - 1].score < target)
      future->crossing = points[i - 1].day;
  return future;
}

static inline void
fixture_amend (KlAttempt *attempt,
               double     score)
{
  g_autoptr(KlAmendment) amendment = g_object_new (KL_TYPE_AMENDMENT, "low", score, "high", score, NULL);

  kl_record_append (KL_RECORD (attempt), KL_RECORD (amendment));
}

/* From which mark on, and up to which one, the row of @mark reaches. */
static inline void
fixture_assert_row (KlChart *chart,
                    guint    mark,
                    guint    expected_first,
                    guint    expected_last)
{
  guint first, last;

  kl_chart_get_row (chart, mark, &first, &last);
  g_assert_cmpuint (first, ==, expected_first);
  g_assert_cmpuint (last, ==, expected_last);
}
