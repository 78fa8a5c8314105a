/* kl-command-topics.c: klearn topics */

#include "config.h"

#include "kl-command.h"

#include "model/kl-gap.h"

#include "kl-await.h"
#include "kl-finder.h"
#include "kl-record-json.h"
#include "kl-record-text.h"
#include "kl-text-table.h"
#include "kl-upcoming.h"

#include <glib/gi18n.h>

static gboolean
is_listed (KlInvocation *invocation,
           KlSubject    *subject)
{
  gboolean is_exercise = kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE;

  return is_exercise == kl_invocation_get_exercises (invocation);
}

static guint
level_of (KlPlan    *plan,
          KlSubject *subject)
{
  /* A chain of parents that bites its own tail must not hang the command. */
  enum { DEEPEST = 32 };
  guint level = 0;

  while (level < DEEPEST && subject != NULL && kl_subject_get_parent (subject) != NULL)
    {
      subject = kl_plan_find_subject (plan, kl_subject_get_parent (subject));
      level++;
    }

  return level;
}

static guint
count_open_gaps (KlSubject *subject)
{
  GListModel *gaps = kl_subject_get_gaps (subject);
  guint n_open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (gaps); i++)
    {
      g_autoptr(KlGap) gap = g_list_model_get_item (gaps, i);

      n_open += kl_gap_get_open (gap) ? 1 : 0;
    }

  return n_open;
}

static void
add_row (KlTextTable *table,
         KlPlan      *plan,
         KlSubject   *subject,
         KlAgenda    *agenda)
{
  const KlProspect *prospect = kl_agenda_get_prospect (agenda, kl_record_get_id (KL_RECORD (subject)));
  g_autofree char *due = kl_upcoming_dup_day (prospect != NULL ? prospect->due : 0);
  KlStanding *standing = kl_subject_get_standing (subject);
  g_autofree char *indent = g_strnfill (2 * level_of (plan, subject), ' ');
  g_autofree char *title = g_strconcat (indent, kl_subject_get_title (subject), NULL);
  g_autofree char *n_attempts = g_strdup_printf ("%u", kl_standing_get_n_attempts (standing));
  g_autofree char *n_gaps = g_strdup_printf ("%u", count_open_gaps (subject));
  KlScore score = kl_subject_find_score (subject);
  g_autofree char *shown = kl_text_dup_score (score);
  gboolean is_group = kl_subject_get_kind (subject) == KL_SUBJECT_GROUP;

  if (is_group)
    kl_text_table_add (table, title, "", "", "", "", "", "", NULL);
  else
    kl_text_table_add (table, title, kl_text_depth (kl_subject_get_depth (subject)), shown, kl_text_band (plan, score),
                       n_attempts, n_gaps, due != NULL ? due : "–", NULL);
}

static void
print_table (KlInvocation *invocation,
             KlPlan       *plan,
             KlAgenda     *agenda)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  g_autoptr(KlTextTable) table = kl_text_table_new (7);
  gboolean any = FALSE;

  kl_text_table_set_head (table, kl_invocation_get_exercises (invocation) ? _("Exercise") : _("Topic"), _("Depth"),
                          _("Score"), _("Band"), _("Attempts"), _("Gaps"), _("Due"), NULL);
  kl_text_table_set_right (table, 2);
  kl_text_table_set_right (table, 4);
  kl_text_table_set_right (table, 5);
  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (!is_listed (invocation, subject))
        continue;
      add_row (table, plan, subject, agenda);
      any = TRUE;
    }

  if (any)
    kl_text_table_print (table, kl_invocation_print (invocation));
}

static void
print_json (KlInvocation *invocation,
            KlPlan       *plan,
            KlAgenda     *agenda)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  kl_json_writer_begin_array (json, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (!is_listed (invocation, subject))
        continue;
      kl_json_writer_begin_object (json, NULL);
      kl_json_add_topic_members (json, plan, subject, agenda);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
  kl_invocation_print_json (invocation, json);
}

/**
 * kl_command_topics:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Lists the topics of a plan, or its exercises.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_topics (KlInvocation  *invocation,
                   GError       **error)
{
  KlLibrary *library = kl_invocation_open (invocation, error);
  g_autoptr(KlPlan) found = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlAgenda) agenda = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  if (library == NULL)
    return FALSE;
  found = kl_find_plan (invocation, error);
  if (found == NULL)
    return FALSE;

  /* All topics with what is printed of them: one reading, rather than one of each topic. */
  kl_library_read_outline_async (library, kl_record_get_id (KL_RECORD (found)), NULL, kl_await_cb, &result);
  plan = kl_library_read_plan_finish (library, kl_await (&result), NULL, NULL, error);
  agenda = plan != NULL ? kl_upcoming_load (invocation, plan, error) : NULL;
  if (agenda == NULL)
    return FALSE;

  if (kl_invocation_wants_json (invocation))
    print_json (invocation, plan, agenda);
  else
    print_table (invocation, plan, agenda);
  return TRUE;
}
