/* agenda-fixture.c: a plan of a library, and what there is to do in it */

#include "config.h"

#include "agenda-fixture.h"

#include "test-clock.h"

void
agenda_fixture_set_up (AgendaFixture *self,
                       gconstpointer  data)
{
  library_fixture_set_up (&self->library, NULL);
  self->plan = library_fixture_add_plan (&self->library, "plan");
  self->agenda = kl_agenda_for (self->plan);
}

void
agenda_fixture_tear_down (AgendaFixture *self,
                          gconstpointer  data)
{
  g_assert_finalize_object (self->agenda);
  g_clear_object (&self->plan);
  library_fixture_tear_down (&self->library, NULL);
}

void
agenda_fixture_load (AgendaFixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_agenda_load_async (self->agenda, self->library.library, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_agenda_load_finish (self->agenda, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

static void
set_true_cb (gboolean *flag)
{
  *flag = TRUE;
}

/* Waits until the agenda says what is expected: it follows a change a moment later, perhaps in two steps. */
void
agenda_fixture_await_change (AgendaFixture *self)
{
  gboolean changed = FALSE;
  gulong handler = g_signal_connect_swapped (self->agenda, "changed", G_CALLBACK (set_true_cb), &changed);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (self->agenda, handler);
}

char *
agenda_fixture_dup_duties (GListModel *duties)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (duties); i++)
    {
      g_autoptr(KlDuty) duty = g_list_model_get_item (duties, i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", kl_duty_kind_get_nick (kl_duty_get_kind (duty)),
                              kl_subject_get_title (kl_duty_get_subject (duty)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
agenda_fixture_await_text (AgendaFixture  *self,
                           AgendaTextFunc  dup_text,
                           const char     *expected)
{
  for (;;)
    {
      g_autofree char *text = dup_text (self->agenda);

      if (g_str_equal (text, expected))
        return;
      g_test_message ("is: %s, expected: %s", text, expected);
      agenda_fixture_await_change (self);
    }
}

static char *
dup_today (KlAgenda *agenda)
{
  return agenda_fixture_dup_duties (kl_agenda_get_duties (agenda));
}

void
agenda_fixture_await_duties (AgendaFixture *self,
                             const char    *expected)
{
  agenda_fixture_await_text (self, dup_today, expected);
}

void
agenda_fixture_apply (AgendaFixture *self,
                      KlChange      *change)
{
  g_autoptr(KlChange) owned = change;
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_apply (&self->library, owned, &error));
  g_assert_no_error (error);
}

void
agenda_fixture_set_depth (AgendaFixture *self,
                          KlSubject     *subject,
                          KlDepth        depth)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "topic");

  kl_change_set_integer (change, KL_RECORD (subject), "depth", depth);
  agenda_fixture_apply (self, change);
}

KlSubject *
agenda_fixture_add (AgendaFixture *self,
                    const char    *title,
                    KlSubjectKind  kind,
                    KlDepth        depth)
{
  KlSubject *subject = library_fixture_add_subject (&self->library, self->plan, title);
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, title);

  kl_change_set_integer (change, KL_RECORD (subject), "kind", kind);
  kl_change_set_integer (change, KL_RECORD (subject), "depth", depth);
  agenda_fixture_apply (self, change);
  return subject;
}

void
agenda_fixture_record (AgendaFixture *self,
                       KlSubject     *subject,
                       const char    *date,
                       double         score)
{
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", score);
  g_autoptr(GError) error = NULL;

  g_object_set (attempt, "date", date, NULL);
  g_assert_true (library_fixture_record (&self->library, subject, attempt, &error));
  g_assert_no_error (error);
}

void
agenda_fixture_add_record (AgendaFixture *self,
                           KlRecord      *record)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "topic");

  kl_change_insert (change, record);
  agenda_fixture_apply (self, change);
}

void
agenda_fixture_set_plan_number (AgendaFixture *self,
                                const char    *field,
                                double         value)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_PLAN, "plan");

  kl_change_set_number (change, KL_RECORD (self->plan), field, value);
  agenda_fixture_apply (self, change);
}

void
agenda_fixture_set_day (AgendaFixture *self,
                        const char    *now)
{
  KlClock *clock = kl_library_get_clock (self->library.library);

  test_clock_set (TEST_CLOCK (clock), now);
  kl_clock_hour_changed (clock);
}

KlProspect
agenda_fixture_get (AgendaFixture *self,
                    KlSubject     *subject)
{
  const KlProspect *prospect = kl_agenda_get_prospect (self->agenda, kl_record_get_id (KL_RECORD (subject)));

  g_assert_true (prospect != NULL);
  return *prospect;
}
