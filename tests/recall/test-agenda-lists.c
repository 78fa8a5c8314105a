/* test-agenda-lists.c: what there is to do is listed in the order in which to do it */

#include "config.h"

#include <math.h>

#include "agenda-fixture.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-queue-entry.h"

static void
assert_most_needed_first (AgendaFixture *self)
{
  GListModel *duties = kl_agenda_get_duties (self->agenda);
  double before = 0;

  for (guint i = 0; i < g_list_model_get_n_items (duties); i++)
    {
      g_autoptr(KlDuty) duty = g_list_model_get_item (duties, i);
      const KlExpectation *expectation = kl_duty_get_expectation (duty);

      g_assert_cmpfloat (expectation->score, >=, before);
      before = expectation->score;
    }
}

/* Whichever goes up or down, one or several at once, all are in order again, and none is lost. */
static void
test_order (AgendaFixture *self,
            gconstpointer  data)
{
  static const guint moves[] = { 3, 0, 7, 7, 1, 5, 2, 6, 4, 0, 3 };
  KlSubject *subjects[8];

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autofree char *title = g_strdup_printf ("s%02u", i);

      subjects[i] = agenda_fixture_add (self, title, KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
      agenda_fixture_record (self, subjects[i], "2025-11-01", 20 + i * 37 % 61);
    }
  agenda_fixture_set_plan_number (self, "daily", 20);
  agenda_fixture_load (self);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      double before = agenda_fixture_get (self, subjects[moves[i]]).expectation.score;

      assert_most_needed_first (self);
      g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_duties (self->agenda)), ==, G_N_ELEMENTS (subjects));
      agenda_fixture_record (self, subjects[moves[i]], "2025-11-02", i % 2 == 0 ? 5 + i : 95 - i);
      while (ABS (agenda_fixture_get (self, subjects[moves[i]]).expectation.score - before) < 1e-9)
        agenda_fixture_await_change (self);
    }

  /* With another day all move. */
  agenda_fixture_set_day (self, "2027-11-23T12:00:00Z");
  agenda_fixture_await_change (self);
  assert_most_needed_first (self);
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_duties (self->agenda)), ==, G_N_ELEMENTS (subjects));
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    g_object_unref (subjects[i]);
}

static KlRecord *
new_link (KlSubject *from,
          KlSubject *target)
{
  return g_object_new (KL_TYPE_LINK, "owner", kl_record_get_id (KL_RECORD (from)), "position", (gint64) 1, "kind",
                       KL_LINK_PREREQUISITE, "target", kl_record_get_id (KL_RECORD (target)), NULL);
}

static void
test_prerequisites (AgendaFixture *self,
                    gconstpointer  data)
{
  g_autoptr(KlSubject) builds = agenda_fixture_add (self, "builds", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) base = agenda_fixture_add (self, "base", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlRecord) link = new_link (builds, base);

  agenda_fixture_record (self, builds, "2026-11-01", 30);
  agenda_fixture_record (self, base, "2026-11-01", 90);
  agenda_fixture_load (self);
  agenda_fixture_await_duties (self, "topic:builds topic:base");
  agenda_fixture_add_record (self, link);
  agenda_fixture_await_duties (self, "topic:base topic:builds");
}

static char *
dup_dives (KlAgenda *agenda)
{
  GListModel *dives = kl_agenda_get_dives (agenda);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (dives); i++)
    {
      g_autoptr(KlDive) dive = g_list_model_get_item (dives, i);

      g_string_append_printf (text, "%s: %s\n", kl_dive_get_title (dive), kl_dive_get_why (dive));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
await_dives (AgendaFixture *self,
             const char    *expected)
{
  agenda_fixture_await_text (self, dup_dives, expected);
}

static void
test_dives (AgendaFixture *self,
            gconstpointer  data)
{
  g_autoptr(KlSubject) none = agenda_fixture_add (self, "none", KL_SUBJECT_TOPIC, KL_DEPTH_NONE);
  g_autoptr(KlSubject) surface = agenda_fixture_add (self, "surface", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
  g_autoptr(KlSubject) gapped = agenda_fixture_add (self, "gapped", KL_SUBJECT_TOPIC, KL_DEPTH_NONE);
  g_autoptr(KlSubject) base = agenda_fixture_add (self, "base", KL_SUBJECT_TOPIC, KL_DEPTH_NONE);
  g_autoptr(KlSubject) blocked = agenda_fixture_add (self, "blocked", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE);
  g_autoptr(KlSubject) deep = agenda_fixture_add (self, "deep", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlRecord) link = new_link (blocked, base);
  g_autoptr(KlRecord) gap = g_object_new (KL_TYPE_GAP, "owner", kl_record_get_id (KL_RECORD (gapped)), "position",
                                           (gint64) 1, "text", "gap", "open", TRUE, NULL);
  g_autoptr(KlRecord) entry = g_object_new (KL_TYPE_QUEUE_ENTRY, "owner", kl_record_get_id (KL_RECORD (self->plan)),
                                             "position", (gint64) 1, "title", "None first", "subject",
                                             kl_record_get_id (KL_RECORD (none)), "why", "an exam", NULL);
  g_autoptr(KlRecord) done = g_object_new (KL_TYPE_QUEUE_ENTRY, "owner", kl_record_get_id (KL_RECORD (self->plan)),
                                            "position", (gint64) 0, "subject", kl_record_get_id (KL_RECORD (deep)),
                                            NULL);

  agenda_fixture_load (self);
  await_dives (self, "surface: known on the surface so far\nblocked: known on the surface so far\n"
                     "none: not covered yet\n");
  agenda_fixture_add_record (self, link);
  await_dives (self, "base: 1 topic builds on it · not covered yet\nsurface: known on the surface so far\n"
                     "none: not covered yet\n");
  agenda_fixture_add_record (self, gap);
  await_dives (self, "base: 1 topic builds on it · not covered yet\ngapped: 1 open gap · not covered yet\n"
                     "surface: known on the surface so far\n");
  agenda_fixture_add_record (self, done);
  agenda_fixture_add_record (self, entry);
  await_dives (self, "None first: First in your queue: an exam\nbase: 1 topic builds on it · not covered yet\n"
                     "gapped: 1 open gap · not covered yet\n");

  agenda_fixture_set_depth (self, base, KL_DEPTH_DEEP);
  agenda_fixture_set_depth (self, gapped, KL_DEPTH_DEEP);
  agenda_fixture_set_depth (self, none, KL_DEPTH_DEEP);
  await_dives (self, "surface: known on the surface so far\n"
                     "blocked: its prerequisites are met · known on the surface so far\n");
}

static void
test_draft (AgendaFixture *self,
            gconstpointer  data)
{
  g_autoptr(KlSubject) subject = agenda_fixture_add (self, "topic", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP);
  g_autoptr(KlSubject) exercise = agenda_fixture_add (self, "exercise", KL_SUBJECT_EXERCISE, KL_DEPTH_NONE);
  g_autoptr(KlDraft) draft
    = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (subject)), "text", "words", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_load_standings_async (self->library.library, self->plan, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_load_standings_finish (self->library.library, library_fixture_await (&result), &error));
  agenda_fixture_load (self);
  agenda_fixture_await_duties (self, "first:topic");
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_untried (self->agenda)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_drafts (self->agenda)), ==, 0);

  g_assert_true (library_fixture_save_draft (&self->library, draft, &error));
  while (g_list_model_get_n_items (kl_agenda_get_unbegun (self->agenda)) > 0)
    agenda_fixture_await_change (self);
  agenda_fixture_await_duties (self, "first:topic");
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_drafts (self->agenda)), ==, 1);
  g_assert_cmpuint (kl_agenda_get_count (self->agenda), ==, 1);
}

#define ADD(path, test) \
  g_test_add (path, AgendaFixture, NULL, agenda_fixture_set_up, test, agenda_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/agenda-lists/order", test_order);
  ADD ("/agenda-lists/prerequisites", test_prerequisites);
  ADD ("/agenda-lists/dives", test_dives);
  ADD ("/agenda-lists/draft", test_draft);
  return g_test_run ();
}
