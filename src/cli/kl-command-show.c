/* kl-command-show.c: klearn show */

#include "config.h"

#include "kl-command.h"

#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-point.h"

#include "kl-finder.h"
#include "kl-record-json.h"
#include "kl-record-text.h"
#include "kl-text-table.h"
#include "kl-upcoming.h"

#include <glib/gi18n.h>

#define INDENT 2

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
print_heading (KlOutput   *output,
               const char *heading)
{
  kl_output_add_raw (output, "\n");
  kl_output_add (output, KL_STYLE_HEADING, heading);
  kl_output_add_raw (output, "\n");
}

static void
print_item (KlOutput   *output,
            guint       level,
            const char *mark,
            const char *text,
            const char *remark)
{
  const char *shown = text != NULL ? text : "";
  g_autofree char *line = remark != NULL && *remark != '\0' ? g_strdup_printf ("%s %s (%s)", mark, shown, remark)
                                                            : g_strdup_printf ("%s %s", mark, shown);

  kl_output_add_indented (output, INDENT + level * 2, line);
}

/* What is expected now, and when it is due and why. */
static void
add_upcoming (KlTextTable *table,
              KlSubject   *subject,
              KlAgenda    *agenda)
{
  const char *id = kl_record_get_id (KL_RECORD (subject));
  const KlProspect *prospect = kl_agenda_get_prospect (agenda, id);
  g_autofree char *due = kl_upcoming_dup_day (prospect != NULL ? prospect->due : 0);
  g_autofree char *why = kl_agenda_dup_why (agenda, id);

  if (prospect != NULL && prospect->is_assessed)
    {
      g_autofree char *expected = kl_upcoming_dup_expected (&prospect->expectation);

      kl_text_table_add (table, _("Expected now"), expected, NULL);
    }
  if (due != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s (%s)", due, why);

      kl_text_table_add (table, _("Due"), text, NULL);
    }
}

static void
print_facts (KlOutput  *output,
             KlPlan    *plan,
             KlSubject *subject,
             KlAgenda  *agenda)
{
  g_autoptr(KlTextTable) table = kl_text_table_new (2);
  KlScore score = kl_subject_find_score (subject);
  g_autofree char *shown = kl_text_dup_score (score);
  const char *band = kl_text_band (plan, score);
  g_autofree char *with_band = *band != '\0' ? g_strdup_printf ("%s (%s)", shown, band) : g_strdup (shown);
  g_autofree char *minutes = g_strdup_printf ("%" G_GINT64_FORMAT, kl_subject_get_minutes (subject));
  KlSubject *parent = kl_plan_find_subject (plan, kl_subject_get_parent (subject));

  kl_text_table_add (table, _("Plan"), kl_plan_get_title (plan) != NULL ? kl_plan_get_title (plan) : "", NULL);
  if (parent != NULL)
    kl_text_table_add (table, _("Part of"), kl_subject_get_title (parent), NULL);
  if (kl_subject_get_kind (subject) == KL_SUBJECT_TOPIC)
    kl_text_table_add (table, _("Depth"), kl_text_depth (kl_subject_get_depth (subject)), NULL);
  if (!is_empty (kl_subject_get_status (subject)))
    kl_text_table_add (table, _("Status"), kl_subject_get_status (subject), NULL);
  kl_text_table_add (table, _("Score"), kl_score_is_set (score) ? with_band : _("not assessed"), NULL);
  add_upcoming (table, subject, agenda);
  if (kl_subject_get_minutes (subject) > 0)
    kl_text_table_add (table, _("Minutes"), minutes, NULL);
  kl_text_table_add (table, _("Id"), kl_record_get_id (KL_RECORD (subject)), NULL);

  kl_output_add (output, KL_STYLE_HEADING,
                 kl_subject_get_title (subject) != NULL ? kl_subject_get_title (subject) : "");
  kl_output_add_raw (output, "\n");
  kl_text_table_print (table, output);
}

static void
print_points (KlOutput  *output,
              KlSubject *subject)
{
  GListModel *points = kl_subject_get_points (subject);
  guint n_points = g_list_model_get_n_items (points);
  g_autoptr(GHashTable) levels = g_hash_table_new (g_str_hash, g_str_equal); /* id → level below its heading, from 1 */

  if (n_points > 0)
    print_heading (output, _("Key points"));
  for (guint i = 0; i < n_points; i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);
      const char *parent = kl_point_get_parent (point);
      /* Points stand after what they are part of. */
      guint level = parent != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (levels, parent)) : 0;

      g_hash_table_insert (levels, (gpointer) (guintptr) kl_record_get_id (KL_RECORD (point)),
                           GUINT_TO_POINTER (level + 1));
      print_item (output, level, "•", kl_point_get_text (point), kl_point_get_note (point));
    }
}

static void
print_gaps (KlOutput  *output,
            KlSubject *subject)
{
  GListModel *gaps = kl_subject_get_gaps (subject);
  guint n_gaps = g_list_model_get_n_items (gaps);

  if (n_gaps > 0)
    print_heading (output, _("Gaps"));
  for (guint i = 0; i < n_gaps; i++)
    {
      g_autoptr(KlGap) gap = g_list_model_get_item (gaps, i);

      print_item (output, 0, "•", kl_gap_get_text (gap), kl_gap_get_open (gap) ? NULL : _("closed"));
    }
}

static void
print_related (KlOutput  *output,
               KlPlan    *plan,
               KlSubject *subject)
{
  GListModel *links = kl_subject_get_links (subject);
  GListModel *subjects = kl_plan_get_subjects (plan);
  guint n_links = g_list_model_get_n_items (links);
  gboolean any = FALSE;

  if (n_links > 0)
    print_heading (output, _("Builds on"));
  for (guint i = 0; i < n_links; i++)
    {
      g_autoptr(KlLink) link = g_list_model_get_item (links, i);
      KlSubject *target = kl_plan_find_subject (plan, kl_link_get_target (link));

      print_item (output, 0, "•", target != NULL ? kl_subject_get_title (target) : kl_link_get_text (link), NULL);
    }

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) part = g_list_model_get_item (subjects, i);

      if (g_strcmp0 (kl_subject_get_parent (part), kl_record_get_id (KL_RECORD (subject))) != 0)
        continue;
      if (!any)
        print_heading (output, _("Parts"));
      any = TRUE;
      print_item (output, 0, "•", kl_subject_get_title (part), NULL);
    }
}

static void
print_feedback_item (KlOutput   *output,
                     KlFeedback *item)
{
  const char *text = kl_feedback_get_text (item);

  switch (kl_feedback_get_kind (item))
    {
    case KL_FEEDBACK_CORRECTION:
      print_item (output, 1, "✗", kl_feedback_get_wrong (item), NULL);
      print_item (output, 1, "✓", kl_feedback_get_right (item), NULL);
      break;

    case KL_FEEDBACK_ACTION:
      print_item (output, 1, kl_feedback_get_done (item) ? "[x]" : "[ ]", text, NULL);
      break;

    case KL_FEEDBACK_QUOTE:
    case KL_FEEDBACK_FLOW:
      kl_output_add_indented (output, INDENT + 2, text != NULL ? text : "");
      break;

    case KL_FEEDBACK_NAILED:
    case KL_FEEDBACK_NEEDS_WORK:
    case KL_FEEDBACK_INSIGHT:
    case KL_FEEDBACK_REFINEMENT:
    case KL_FEEDBACK_DEFENDED:
    case KL_FEEDBACK_REASONING:
    case KL_FEEDBACK_BONUS:
    case KL_FEEDBACK_RESULT:
    case KL_FEEDBACK_SUMMARY:
    case KL_FEEDBACK_KNOWN_GAP:
    case KL_FEEDBACK_NOTE:
    default:
      print_item (output, 1, "•", text, NULL);
      break;
    }
}

static void
print_attempt (KlOutput  *output,
               KlPlan    *plan,
               KlAttempt *attempt)
{
  GListModel *feedback = kl_attempt_get_feedback (attempt);
  KlScore score = kl_attempt_get_score (attempt);
  g_autofree char *date = kl_text_dup_moment (kl_attempt_get_date (attempt));
  g_autofree char *shown = kl_text_dup_score (score);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, kl_attempt_get_number (attempt));
  g_autofree char *heading = NULL;
  g_autofree char *label = NULL;

  /* Translators: attempt number, date, score, name of the band. */
  heading = g_strdup_printf (_("Attempt %s: %s, %s %s"), number, date, shown, kl_text_band (plan, score));
  print_heading (output, g_strchomp (heading));
  if (!is_empty (kl_attempt_get_explanation (attempt)))
    kl_output_add_indented (output, INDENT, kl_attempt_get_explanation (attempt));

  for (guint i = 0; i < g_list_model_get_n_items (feedback); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, i);

      if (!is_empty (kl_feedback_get_label (item)) && g_strcmp0 (label, kl_feedback_get_label (item)) != 0)
        {
          g_free (label);
          label = g_strdup (kl_feedback_get_label (item));
          kl_output_add_indented (output, INDENT, label);
        }
      print_feedback_item (output, item);
    }
}

static void
print_text (KlOutput  *output,
            KlPlan    *plan,
            KlSubject *subject,
            KlAgenda  *agenda)
{
  g_autoptr(GPtrArray) attempts = kl_subject_dup_attempts (subject);

  print_facts (output, plan, subject, agenda);
  print_points (output, subject);
  print_gaps (output, subject);
  print_related (output, plan, subject);
  if (!is_empty (kl_subject_get_notes (subject)))
    {
      print_heading (output, _("Notes"));
      kl_output_add_indented (output, INDENT, kl_subject_get_notes (subject));
    }
  for (guint i = 0; i < attempts->len; i++)
    print_attempt (output, plan, g_ptr_array_index (attempts, i));
}

/**
 * kl_command_show:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Shows a topic or an exercise with all that stands under it.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_show (KlInvocation  *invocation,
                 GError       **error)
{
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlSubject) subject = NULL;
  g_autoptr(KlAgenda) agenda = NULL;
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  if (kl_invocation_open (invocation, error) == NULL)
    return FALSE;
  subject = kl_find_subject (invocation, &plan, error);
  agenda = subject != NULL ? kl_upcoming_load (invocation, plan, error) : NULL;
  if (agenda == NULL)
    return FALSE;

  if (!kl_invocation_wants_json (invocation))
    {
      print_text (kl_invocation_print (invocation), plan, subject, agenda);
      return TRUE;
    }

  kl_json_writer_begin_object (json, NULL);
  kl_json_add_topic_members (json, plan, subject, agenda);
  kl_json_writer_add_string (json, "notes", kl_subject_get_notes (subject));
  kl_json_add_attempts (json, "attempts", plan, subject);
  kl_json_add_follow_ups (json, subject);
  kl_json_writer_end_object (json);
  kl_invocation_print_json (invocation, json);
  return TRUE;
}
