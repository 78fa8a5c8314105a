/* kl-csv-writer.c: the attempts of a plan as a table (RFC 4180), for a spreadsheet */

#include "config.h"

#include "kl-csv-writer.h"

#include <math.h>
#include <string.h>

#include "model/kl-attempt.h"

static void
begin_cell (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
}

/* A cell that begins like a formula would be one to a spreadsheet: an apostrophe makes it text. */
static void
add_text (GString    *out,
          const char *text)
{
  g_autofree char *safe = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *quoted = NULL;

  begin_cell (out);
  if (text == NULL)
    text = "";
  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    safe = g_strconcat ("'", text, NULL);
  else
    safe = g_strdup (text);
  if (strpbrk (safe, ",\"\r\n") == NULL && !g_str_has_prefix (safe, " "))
    {
      g_string_append (out, safe);
      return;
    }
  parts = g_strsplit (safe, "\"", -1);
  quoted = g_strjoinv ("\"\"", parts);
  g_string_append_printf (out, "\"%s\"", quoted);
}

static void
add_number (GString *out,
            double   value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin_cell (out);
  if (!isnan (value))
    g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.6g", value));
}

static void
add_attempt (GString   *out,
             KlPlan    *plan,
             KlSubject *subject,
             KlAttempt *attempt)
{
  KlScore score = kl_attempt_get_score (attempt);
  KlScore first = kl_attempt_get_first_score (attempt);
  KlBand *band = kl_plan_find_band (plan, kl_score_get_value (score));

  add_text (out, kl_subject_get_title (subject));
  add_text (out, kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE ? "exercise" : "topic");
  add_number (out, (double) kl_attempt_get_number (attempt));
  add_text (out, kl_attempt_get_date (attempt));
  add_number (out, kl_score_get_value (score));
  add_number (out, score.low);
  add_number (out, score.high);
  add_text (out, band != NULL ? kl_band_get_name (band) : NULL);
  add_text (out, kl_attempt_get_label (attempt));
  add_number (out, kl_score_get_value (first));
  add_number (out, kl_attempt_get_guess (attempt));
  add_text (out, kl_attempt_get_assisted (attempt) ? "yes" : "no");
  add_number (out, kl_attempt_get_seconds (attempt) > 0 ? (double) kl_attempt_get_seconds (attempt) : (double) NAN);
  add_text (out, kl_attempt_get_explanation (attempt));
  g_string_append (out, "\r\n");
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
