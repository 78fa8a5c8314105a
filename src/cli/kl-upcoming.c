/* kl-upcoming.c: when subjects are due, and what is expected of them, for the commands */

#include "config.h"

#include "kl-upcoming.h"

#include <math.h>

#include "kl-await.h"
#include "kl-record-text.h"
#include "model/kl-iso-date.h"

/**
 * kl_upcoming_load:
 * @invocation: an invocation with an open library
 * @plan: a plan of it with its lists
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what there is to do in @plan
 */
KlAgenda *
kl_upcoming_load (KlInvocation  *invocation,
                  KlPlan        *plan,
                  GError       **error)
{
  g_autoptr(KlAgenda) agenda = kl_agenda_for (plan);
  g_autoptr(GAsyncResult) result = NULL;

  kl_agenda_load_async (agenda, kl_invocation_get_library (invocation), NULL, kl_await_cb, &result);
  if (!kl_agenda_load_finish (agenda, kl_await (&result), error))
    return NULL;

  return g_steal_pointer (&agenda);
}

/**
 * kl_upcoming_dup_day:
 * @day: the number of a day, 0 for none
 *
 * Returns: (transfer full) (nullable): such as “2026-12-04”
 */
char *
kl_upcoming_dup_day (gint64 day)
{
  return day > 0 ? kl_iso_date_format_day (day) : NULL;
}

/* More than a tenth would say more than is known. */
static void
add_score (KlJsonWriter *json,
           const char   *name,
           gboolean      is_known,
           double        score)
{
  kl_json_writer_add_number (json, name, is_known ? round (10 * score) / 10 : (double) NAN);
}

/**
 * kl_upcoming_dup_expected:
 * @expectation: what is expected
 *
 * Returns: (transfer full): the range of scores, such as “84–93”
 */
char *
kl_upcoming_dup_expected (const KlExpectation *expectation)
{
  const KlScore range = { round (expectation->low), round (expectation->high) };

  return kl_text_dup_score (range);
}

/**
 * kl_upcoming_add_expected:
 * @json: a writer, inside an object
 * @expectation: (nullable): what is expected
 *
 * Adds `expected` with the range.
 */
void
kl_upcoming_add_expected (KlJsonWriter        *json,
                          const KlExpectation *expectation)
{
  add_score (json, "expected", expectation != NULL, expectation != NULL ? expectation->score : 0);
  add_score (json, "expected_low", expectation != NULL, expectation != NULL ? expectation->low : 0);
  add_score (json, "expected_high", expectation != NULL, expectation != NULL ? expectation->high : 0);
}

/**
 * kl_upcoming_add_members:
 * @json: a writer, inside an object
 * @agenda: what there is to do in a plan
 * @subject: a subject of it
 *
 * Adds `expected` with the range, and `due` with why.
 */
void
kl_upcoming_add_members (KlJsonWriter *json,
                         KlAgenda     *agenda,
                         KlSubject    *subject)
{
  const char *id = kl_record_get_id (KL_RECORD (subject));
  const KlProspect *prospect = kl_agenda_get_prospect (agenda, id);
  gboolean is_assessed = prospect != NULL && prospect->is_assessed;
  g_autofree char *due = kl_upcoming_dup_day (prospect != NULL ? prospect->due : 0);
  g_autofree char *restudy = kl_upcoming_dup_day (prospect != NULL ? prospect->restudy : 0);
  g_autofree char *why = kl_agenda_dup_why (agenda, id);

  kl_upcoming_add_expected (json, is_assessed ? &prospect->expectation : NULL);
  kl_json_writer_add_string (json, "due", due);
  kl_json_writer_add_string (json, "why", why);
  kl_json_writer_add_string (json, "restudy", restudy);
}
