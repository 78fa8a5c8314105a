/* test-chart-pictures.c: every kind of chart looks as it did */

#include "config.h"

#include "chart-fixture.h"
#include "chart-samples.h"
#include "comparison-fixture.h"
#include "picture-fixture.h"

#define WIDTH 320
#define HEIGHT 200

typedef struct
{
  const char *name;
  Picture picture;
} Sample;

static const Sample pictured[] = {
  { "weeks", { "weeks", FALSE, FALSE, FALSE, WIDTH, HEIGHT } },
  { "ranked", { "ranked", FALSE, FALSE, FALSE, WIDTH, HEIGHT } },
  { "ranked", { "ranked-rtl", FALSE, FALSE, TRUE, WIDTH, HEIGHT } },
  { "due", { "due", TRUE, FALSE, FALSE, WIDTH, HEIGHT } },
  { "bands", { "bands", FALSE, FALSE, FALSE, WIDTH, HEIGHT } },
  { "bands", { "bands-contrast-rtl", FALSE, TRUE, TRUE, WIDTH, HEIGHT } },
  { "activity", { "activity", FALSE, FALSE, FALSE, WIDTH, HEIGHT } },
  { "calibration", { "calibration", FALSE, FALSE, FALSE, WIDTH, HEIGHT } },
  { "scores", { "scores", FALSE, FALSE, FALSE, WIDTH, HEIGHT } },
  { "scores", { "scores-dark-rtl", TRUE, FALSE, TRUE, WIDTH, HEIGHT } },
  { "scores-dense", { "scores-dense", FALSE, FALSE, FALSE, WIDTH, HEIGHT } },
  { "studied", { "studied", FALSE, FALSE, FALSE, WIDTH, HEIGHT } },
  { "compared", { "compared", FALSE, FALSE, FALSE, WIDTH, HEIGHT } },
  { "compared", { "compared-wide", FALSE, FALSE, FALSE, 2 * WIDTH, HEIGHT } },
  { "compared", { "compared-wide-dark-rtl", TRUE, FALSE, TRUE, 2 * WIDTH, HEIGHT } },
};

static KlChart *
make_scores (guint n_attempts)
{
  g_autoptr(GListStore) attempts = g_list_store_new (KL_TYPE_ATTEMPT);
  g_autoptr(GListStore) bands = fixture_bands ();
  g_autoptr(GDateTime) today = g_date_time_new_utc (2026, 2, 24, 0, 0, 0);
  const KlScoreExpected expected[] = { { kl_iso_date_parse_day ("2026-01-20"), 85, 78, 92 },
                                       { kl_iso_date_parse_day ("2026-02-10"), 79.75, 72, 88 },
                                       { kl_iso_date_parse_day ("2026-03-20"), 70, 58, 82 } };
  KlScoreSeries *series = kl_score_series_new (NULL, G_LIST_MODEL (bands));

  for (guint i = 0; i < n_attempts; i++)
    {
      g_autofree char *date = kl_iso_date_format_day (kl_iso_date_parse_day ("2025-10-10")
                                                      + (gint64) (i * 102 / MAX (n_attempts - 1, 1)));
      double score = (i * 37 + 40) % 101;
      KlAttempt *attempt = fixture_add (attempts, (int) i + 1, date, score,
                                        i == 1 ? MIN (score + 12, 100) : score, i == 3);

      if (i == 2)
        fixture_amend (attempt, 50);
    }
  kl_score_series_set_attempts (series, G_LIST_MODEL (attempts));
  kl_score_series_set_today (series, today);
  kl_score_series_take_future (series, fixture_future (expected, G_N_ELEMENTS (expected), 80));
  kl_chart_set_title (KL_CHART (series), "RAID Levels");
  return KL_CHART (series);
}

/* The highlight is on a session. */
static KlChart *
make_studied (void)
{
  static const struct { const char *started; KlSessionKind kind; } studies[] = {
    { "2025-10-20T09:00:00Z", KL_SESSION_DEEP_DIVE }, { "2025-12-12T09:00:00Z", KL_SESSION_RESTUDY },
  };
  g_autoptr(GListStore) sessions = g_list_store_new (KL_TYPE_STUDY_SESSION);
  KlChart *chart = make_scores (7);

  for (guint i = 0; i < G_N_ELEMENTS (studies); i++)
    {
      g_autoptr(KlStudySession) session = g_object_new (KL_TYPE_STUDY_SESSION, "started", studies[i].started,
                                                        "kind", studies[i].kind, NULL);

      g_list_store_append (sessions, session);
    }
  kl_score_series_set_sessions (KL_SCORE_SERIES (chart), G_LIST_MODEL (sessions));
  return chart;
}

static KlChart *
make_chart (const char *sample)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    if (g_str_equal (samples[i].name, sample))
      return samples[i].make (samples[i].n_rows);
  if (g_str_equal (sample, "studied"))
    return make_studied ();
  if (g_str_equal (sample, "compared"))
    return KL_CHART (fixture_comparison ());
  return make_scores (g_str_equal (sample, "scores") ? 7 : 2000);
}

static void
test_picture (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr(KlChart) chart = make_chart (sample->name);

  picture_check (chart, "chart", &sample->picture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pictured); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/pictures/", pictured[i].picture.name, NULL);

      g_test_add_data_func (path, &pictured[i], test_picture);
    }

  return g_test_run ();
}
