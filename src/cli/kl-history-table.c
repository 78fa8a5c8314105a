/* kl-history-table.c: the attempts on a subject, one a line */

#include "config.h"

#include "kl-history-table.h"

#include "kl-record-json.h"
#include "kl-record-text.h"
#include "kl-text-table.h"

#include <glib/gi18n.h>

static void
add_attempt (KlTextTable *table,
             KlPlan      *plan,
             KlAttempt   *attempt)
{
  KlScore score = kl_attempt_get_score (attempt);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, kl_attempt_get_number (attempt));
  g_autofree char *date = kl_text_dup_moment (kl_attempt_get_date (attempt));
  g_autofree char *shown = kl_text_dup_score (score);
  g_autofree char *guess = kl_text_dup_number (kl_attempt_get_guess (attempt));
  const char *label = kl_attempt_get_label (attempt);
  const char *remark = "";

  if (kl_attempt_get_assisted (attempt))
    remark = _("assisted");
  else if (g_list_model_get_n_items (kl_attempt_get_amendments (attempt)) > 0)
    remark = _("amended");

  kl_text_table_add (table, number, date, shown, kl_text_band (plan, score), label != NULL ? label : "", guess, remark,
                     NULL);
}

/**
 * kl_history_table_print:
 * @plan: the plan that has the bands
 * @subject: a loaded subject
 * @output: where to put the table
 */
void
kl_history_table_print (KlPlan    *plan,
                        KlSubject *subject,
                        KlOutput  *output)
{
  g_autoptr(GPtrArray) attempts = kl_subject_dup_attempts (subject);
  g_autoptr(KlTextTable) table = kl_text_table_new (7);

  kl_text_table_set_head (table, _("No."), _("Date"), _("Score"), _("Band"), _("As written"), _("Expected"), "", NULL);
  kl_text_table_set_right (table, 0);
  kl_text_table_set_right (table, 2);
  kl_text_table_set_right (table, 5);
  for (guint i = 0; i < attempts->len; i++)
    add_attempt (table, plan, g_ptr_array_index (attempts, i));
  kl_text_table_print (table, output);
}
