/* kl-command-due.c: klearn due */

#include "config.h"

#include "kl-command.h"

#include <glib/gi18n.h>

#include "recall/kl-day-text.h"

#include "kl-await.h"
#include "kl-finder.h"
#include "kl-text-table.h"
#include "kl-upcoming.h"

/* What is worth doing on any day, without being due. */
static KlDuty *
new_untried (KlSubject *exercise)
{
  const KlProspect prospect = { .subject = exercise, .kind = KL_DUTY_EXERCISE };

  return kl_duty_new (&prospect, KL_DUTY_EXERCISE, _("Not tried yet"));
}

/* In the order of the page of today. What was begun is due all the same. */
static GPtrArray *
collect (KlAgenda *agenda)
{
  GListModel *lists[] = { kl_agenda_get_duties (agenda), kl_agenda_get_restudies (agenda) };
  GListModel *untried = kl_agenda_get_untried (agenda);
  GPtrArray *duties = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < g_list_model_get_n_items (lists[i]); j++)
      g_ptr_array_add (duties, g_list_model_get_item (lists[i], j));
  for (guint i = 0; i < g_list_model_get_n_items (untried); i++)
    {
      g_autoptr(KlSubject) exercise = g_list_model_get_item (untried, i);

      g_ptr_array_add (duties, new_untried (exercise));
    }
  return duties;
}

static const char *
describe_kind (KlDutyKind kind)
{
  switch (kind)
    {
    case KL_DUTY_EXERCISE:
      return _("Exercise");
    case KL_DUTY_RESTUDY:
      return _("Restudy");
    case KL_DUTY_FIRST:
      return _("First recall");
    case KL_DUTY_TOPIC:
    default:
      return _("Topic");
    }
}

static void
add_row (KlTextTable *table,
         KlDuty      *duty)
{
  const KlExpectation *expectation = kl_duty_get_expectation (duty);
  const char *title = kl_subject_get_title (kl_duty_get_subject (duty));
  g_autofree char *due = kl_upcoming_dup_day (kl_duty_get_due (duty));
  g_autofree char *expected = expectation != NULL ? kl_upcoming_dup_expected (expectation) : g_strdup ("–");

  kl_text_table_add (table, title != NULL ? title : "", describe_kind (kl_duty_get_kind (duty)),
                     due != NULL ? due : "–", expected, kl_duty_get_why (duty), NULL);
}

/* What of the rest is worth a sentence. */
static void
print_rest (KlOutput *output,
            KlAgenda *agenda)
{
  g_autoptr(KlDive) dive = g_list_model_get_item (kl_agenda_get_dives (agenda), 0);
  const KlForecast *forecast = kl_agenda_get_forecast (agenda);
  g_autofree char *later = kl_agenda_dup_later (agenda);
  g_autofree char *next = kl_agenda_dup_next (agenda);

  if (g_list_model_get_n_items (kl_agenda_get_duties (agenda)) == 0)
    kl_output_add_line (output, _("Nothing is due today."));
  if (later != NULL)
    kl_output_add_line (output, later);
  else if (next != NULL)
    kl_output_add_line (output, next);
  if (dive != NULL)
    kl_output_add_format (output, _("Next deep dive: “%1$s”. %2$s\n"), kl_dive_get_title (dive),
                          kl_dive_get_why (dive));
  if (forecast != NULL)
    {
      g_autofree char *day = kl_day_text_weekday (forecast->day, kl_agenda_get_today (agenda));
      g_autofree char *text = kl_forecast_to_text (forecast);

      kl_output_add_format (output, "%s: %s\n", day, text);
    }
}

static void
print_text (KlInvocation *invocation,
            KlAgenda     *agenda)
{
  g_autoptr(GPtrArray) duties = collect (agenda);
  g_autoptr(KlTextTable) table = kl_text_table_new (5);

  kl_text_table_set_head (table, _("Due"), _("Kind"), _("Since"), _("Expected"), _("Why"), NULL);
  kl_text_table_set_right (table, 3);
  for (guint i = 0; i < duties->len; i++)
    add_row (table, duties->pdata[i]);
  if (duties->len > 0)
    kl_text_table_print (table, kl_invocation_print (invocation));
  print_rest (kl_invocation_print (invocation), agenda);
}

static void
add_duty (KlJsonWriter *json,
          KlDuty       *duty)
{
  g_autofree char *due = kl_upcoming_dup_day (kl_duty_get_due (duty));

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "id", kl_record_get_id (KL_RECORD (kl_duty_get_subject (duty))));
  kl_json_writer_add_string (json, "title", kl_subject_get_title (kl_duty_get_subject (duty)));
  kl_json_writer_add_string (json, "kind", kl_duty_kind_get_nick (kl_duty_get_kind (duty)));
  kl_json_writer_add_string (json, "due", due);
  kl_upcoming_add_expected (json, kl_duty_get_expectation (duty));
  kl_json_writer_add_string (json, "why", kl_duty_get_why (duty));
  kl_json_writer_end_object (json);
}

static void
print_json (KlInvocation *invocation,
            KlAgenda     *agenda)
{
  g_autoptr(GPtrArray) duties = collect (agenda);
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  kl_json_writer_begin_array (json, NULL);
  for (guint i = 0; i < duties->len; i++)
    add_duty (json, duties->pdata[i]);
  kl_json_writer_end_array (json);
  kl_invocation_print_json (invocation, json);
}

static gboolean
load (KlLibrary  *library,
      KlPlan     *plan,
      GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_load_plan_async (library, plan, NULL, kl_await_cb, &result);
  if (!kl_library_load_plan_finish (library, kl_await (&result), error))
    return FALSE;
  g_clear_object (&result);
  kl_library_load_standings_async (library, plan, NULL, kl_await_cb, &result);
  return kl_library_load_standings_finish (library, kl_await (&result), error);
}

/**
 * kl_command_due:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Lists what there is to do today, most needed first.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_due (KlInvocation  *invocation,
                GError       **error)
{
  KlLibrary *library = kl_invocation_open (invocation, error);
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlAgenda) agenda = NULL;

  if (library == NULL)
    return FALSE;
  plan = kl_find_plan (invocation, error);
  if (plan == NULL || !load (library, plan, error))
    return FALSE;
  agenda = kl_upcoming_load (invocation, plan, error);
  if (agenda == NULL)
    return FALSE;

  if (kl_invocation_wants_json (invocation))
    print_json (invocation, agenda);
  else
    print_text (invocation, agenda);
  return TRUE;
}
