/* kl-command-plans.c: klearn plans */

#include "config.h"

#include "kl-command.h"

#include "kl-await.h"
#include "kl-record-json.h"
#include "kl-text-table.h"

#include <glib/gi18n.h>

typedef struct
{
  guint topics;
  guint exercises;
  guint attempts;
} PlanCounts;

static PlanCounts
count (KlPlan *plan)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  PlanCounts counts = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      KlStanding *standing = kl_subject_get_standing (subject);

      if (kl_subject_get_kind (subject) == KL_SUBJECT_TOPIC)
        counts.topics++;
      else if (kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE)
        counts.exercises++;
      if (standing != NULL)
        counts.attempts += kl_standing_get_n_attempts (standing);
    }

  return counts;
}

static void
add_plan (KlTextTable      *table,
          KlJsonWriter *json,
          KlPlan       *plan)
{
  PlanCounts counts = count (plan);
  g_autofree char *topics = g_strdup_printf ("%u", counts.topics);
  g_autofree char *attempts = g_strdup_printf ("%u", counts.attempts);
  const char *title = kl_plan_get_title (plan);

  kl_text_table_add (table, title != NULL ? title : "", topics, attempts, NULL);

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "id", kl_record_get_id (KL_RECORD (plan)));
  kl_json_writer_add_string (json, "title", title);
  kl_json_writer_add_integer (json, "topics", counts.topics);
  kl_json_writer_add_integer (json, "attempts", counts.attempts);
  kl_json_writer_add_integer (json, "exercises", counts.exercises);
  kl_json_add_plan_members (json, plan);
  kl_json_writer_end_object (json);
}

/**
 * kl_command_plans:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Lists the plans of the library.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_plans (KlInvocation  *invocation,
                  GError       **error)
{
  g_autoptr(KlTextTable) table = kl_text_table_new (3);
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();
  KlLibrary *library = kl_invocation_open (invocation, error);
  GListModel *plans;

  if (library == NULL)
    return FALSE;

  plans = kl_library_get_plans (library);
  kl_text_table_set_head (table, _("Plan"), _("Topics"), _("Attempts"), NULL);
  kl_text_table_set_right (table, 1);
  kl_text_table_set_right (table, 2);
  kl_json_writer_begin_array (json, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);
      g_autoptr(GAsyncResult) result = NULL;

      kl_library_load_plan_async (library, plan, NULL, kl_await_cb, &result);
      if (!kl_library_load_plan_finish (library, kl_await (&result), error))
        return FALSE;
      g_clear_object (&result);
      kl_library_load_standings_async (library, plan, NULL, kl_await_cb, &result);
      if (!kl_library_load_standings_finish (library, kl_await (&result), error))
        return FALSE;
      add_plan (table, json, plan);
    }
  kl_json_writer_end_array (json);

  if (kl_invocation_wants_json (invocation))
    kl_invocation_print_json (invocation, json);
  else if (g_list_model_get_n_items (plans) == 0)
    kl_output_add_line (kl_invocation_print (invocation),
                        _("There is no plan yet: bring one in with “klearn import FILE”."));
  else
    kl_text_table_print (table, kl_invocation_print (invocation));
  return TRUE;
}
