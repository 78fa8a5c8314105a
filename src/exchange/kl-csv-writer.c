/* kl-csv-writer.c: the attempts of a plan as a table (RFC 4180), for a spreadsheet */

#include "config.h"

#include "kl-csv-writer.h"

#include <math.h>

#include "kl-csv-row.h"
#include "model/kl-attempt.h"

static void
add_attempt (GString   *out,
             KlPlan    *plan,
             KlSubject *subject,
             KlAttempt *attempt)
{
  KlScore score = kl_attempt_get_score (attempt);
  KlScore first = kl_attempt_get_first_score (attempt);
  gint64 seconds = kl_attempt_get_seconds (attempt);
  KlBand *band = kl_plan_find_band (plan, kl_score_get_value (score));

  kl_csv_row_add_text (out, kl_subject_get_title (subject));
  kl_csv_row_add_text (out, kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE ? "exercise" : "topic");
  kl_csv_row_add_number (out, (double) kl_attempt_get_number (attempt));
  kl_csv_row_add_text (out, kl_attempt_get_date (attempt));
  kl_csv_row_add_number (out, kl_score_get_value (score));
  kl_csv_row_add_number (out, score.low);
  kl_csv_row_add_number (out, score.high);
  kl_csv_row_add_text (out, band != NULL ? kl_band_get_name (band) : NULL);
  kl_csv_row_add_text (out, kl_attempt_get_label (attempt));
  kl_csv_row_add_number (out, kl_score_get_value (first));
  kl_csv_row_add_number (out, kl_attempt_get_guess (attempt));
  kl_csv_row_add_text (out, kl_attempt_get_assisted (attempt) ? "yes" : "no");
  kl_csv_row_add_number (out, seconds > 0 ? (double) seconds : (double) NAN);
  kl_csv_row_add_text (out, kl_attempt_get_explanation (attempt));
  kl_csv_row_end (out);
}

/**
 * kl_csv_writer_write:
 * @plan: a whole plan, with its lists filled
 * @document: (nullable): not looked at
 * @error: never set
 *
 * Writes a line of column names, then one row for each attempt, in the order of the plan. The score is the one that
 * counts, the midpoint of a range; seconds are those of the explanation. Column names are the same in all languages.
 *
 * Returns: (transfer full): UTF-8 with CR LF at the end of each row
 */
GBytes *
kl_csv_writer_write (KlPlan      *plan,
                     KlDocument  *document,
                     GError     **error)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  GString *out = g_string_new ("subject,kind,number,date,score,low,high,band,label,first_score,guess,assisted,seconds,"
                               "explanation\r\n");

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      GListModel *attempts = kl_subject_get_attempts (subject);

      for (guint j = 0; j < g_list_model_get_n_items (attempts); j++)
        {
          g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, j);

          add_attempt (out, plan, subject, attempt);
        }
    }
  return g_string_free_to_bytes (out);
}
