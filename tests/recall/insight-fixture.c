/* insight-fixture.c: rows that are made up, and what they are seen by */

#include "config.h"

#include "insight-fixture.h"

#include <math.h>

#include "chart/kl-chart-bands.h"
#include "model/kl-band.h"

gint64
insight_fixture_day (const char *date)
{
  return kl_iso_date_parse_day (date);
}

KlInsightRows *
insight_fixture_new_rows (guint n_subjects)
{
  KlInsightRows *rows = kl_insight_rows_new ();

  for (guint i = 0; i < n_subjects; i++)
    g_ptr_array_add (rows->subject_ids, g_strdup_printf ("subject-%u", i));
  return rows;
}

static GArray *
new_bands (void)
{
  static const struct
  {
    const char *name;
    double low;
  } all[] = { { "Strong", 90 }, { "Good", 70 }, { "Fair", 50 } };
  g_autoptr(GListStore) bands = g_list_store_new (KL_TYPE_BAND);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr(KlBand) band
        = g_object_new (KL_TYPE_BAND, "name", all[i].name, "low", all[i].low, "high", 100.0, NULL);

      g_list_store_append (bands, band);
    }
  return kl_chart_bands_new (G_LIST_MODEL (bands));
}

void
insight_fixture_set (KlInsightSetting *setting)
{
  *setting = (KlInsightSetting) { .zone = g_time_zone_new_identifier ("Europe/Berlin"),
                                  .rollover = 4,
                                  .today = insight_fixture_day ("2026-11-25"),
                                  .bands = new_bands (),
                                  .retained_attempts = 3,
                                  .retained_score = 90 };
}

KlInsightAttempt *
insight_fixture_add (KlInsightRows *rows,
                     guint          subject,
                     const char    *date,
                     double         score)
{
  KlInsightAttempt attempt = { .subject = subject, .score = score, .guess = NAN, .suggested = NAN };

  if (date != NULL)
    g_assert_true (kl_iso_date_parse (date, &attempt.date));
  attempt.number = rows->attempts->len + 1;
  g_array_append_val (rows->attempts, attempt);
  return &g_array_index (rows->attempts, KlInsightAttempt, rows->attempts->len - 1);
}

void
insight_fixture_study (KlInsightRows *rows,
                       guint          subject,
                       const char    *date,
                       gint64         seconds)
{
  KlInsightSession session = { .subject = subject, .seconds = seconds };

  if (date != NULL)
    g_assert_true (kl_iso_date_parse (date, &session.started));
  g_array_append_val (rows->sessions, session);
}

/* @values has a letter a verdict, in order: covered, partly, missed. */
void
insight_fixture_judge (KlInsightRows *rows,
                       guint          subject,
                       const char    *text,
                       const char    *values)
{
  KlInsightPoint *point = kl_insight_point_new (text, subject, text);

  for (guint i = 0; values[i] != '\0'; i++)
    {
      const KlInsightVerdict verdict = { 1000, i + 1, values[i] == 'c' ? KL_VERDICT_COVERED
                                                      : values[i] == 'p' ? KL_VERDICT_PARTLY : KL_VERDICT_MISSED };

      kl_insight_point_add (point, &verdict);
    }
  g_ptr_array_add (rows->points, point);
}

KlInsightCorrection *
insight_fixture_correct (KlInsightRows *rows,
                         guint          subject,
                         const char    *attempt_id,
                         const char    *date,
                         const char    *wrong)
{
  KlInsightCorrection *correction = kl_insight_correction_new (subject, attempt_id, wrong, "what is right");

  correction->day = kl_iso_date_parse_day (date);
  correction->number = rows->corrections->len + 1;
  g_ptr_array_add (rows->corrections, correction);
  return correction;
}
