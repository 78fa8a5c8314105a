/* test-agenda-facts.c: what subjects need is read again after each change, whatever comes in between */

#include "config.h"

#include "library-fixture.h"
#include "model/kl-gap.h"
#include "recall/kl-agenda-facts.h"
#include "storage/kl-subject-needs.h"

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  KlSubject *subject;
  KlAgendaFacts *facts;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_fixture_set_up (&self->library, NULL);
  self->plan = library_fixture_add_plan (&self->library, "plan");
  self->subject = library_fixture_add_subject (&self->library, self->plan, "subject");
  self->facts = kl_agenda_facts_new (self->library.library, self->plan);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->facts);
  g_clear_object (&self->subject);
  g_clear_object (&self->plan);
  library_fixture_tear_down (&self->library, NULL);
}

static void
add_gap (Fixture *self)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "subject");
  g_autoptr(KlRecord) gap = g_object_new (KL_TYPE_GAP, "owner", kl_record_get_id (KL_RECORD (self->subject)),
                                          "position", (gint64) 1, "text", "gap", "open", TRUE, NULL);
  g_autoptr(GError) error = NULL;

  kl_change_insert (change, gap);
  g_assert_true (library_fixture_apply (&self->library, change, &error));
  g_assert_no_error (error);
}

static guint
count_gaps (Fixture *self)
{
  const KlSubjectNeeds *needs = g_hash_table_lookup (kl_agenda_facts_get_needs (self->facts),
                                                     kl_record_get_id (KL_RECORD (self->subject)));

  return needs != NULL ? needs->n_gaps : 0;
}

static void
load (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_agenda_facts_load_async (self->facts, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_agenda_facts_load_finish (self->facts, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

static void
touch (Fixture    *self,
       const char *id)
{
  const char *const ids[] = { id, NULL };

  g_signal_emit_by_name (self->library.library, "touched", ids);
}

static void
changed_cb (guint       *n_read,
            char       **ids)
{
  if (ids != NULL && g_strv_contains ((const char *const *) ids, "meanwhile"))
    (*n_read)++;
}

/* What is changed while all is being read for the first time is read after it. */
static void
test_meanwhile (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n_read = 0;

  g_signal_connect_swapped (self->facts, "changed", G_CALLBACK (changed_cb), &n_read);
  touch (self, "meanwhile");
  kl_agenda_facts_load_async (self->facts, NULL, library_fixture_done_cb, &result);
  touch (self, "meanwhile");
  g_assert_true (kl_agenda_facts_load_finish (self->facts, library_fixture_await (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_read, ==, 1);
}

/* One reader reads one thing after the other: what was wanted before is there. */
static gboolean
read_along (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GHashTable) needs = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_read_needs_async (self->library.library, kl_record_get_id (KL_RECORD (self->plan)), NULL, NULL,
                               library_fixture_done_cb, &result);
  needs = kl_library_read_needs_finish (self->library.library, library_fixture_await (&result), &error);
  g_assert_true ((needs == NULL) == (error != NULL));
  return needs != NULL;
}

/* What could not be read is read with the next change, whatever that is about. */
static void
test_not_read (Fixture       *self,
               gconstpointer  data)
{
  add_gap (self);
  load (self);
  g_assert_cmpuint (count_gaps (self), ==, 1);
  library_fixture_execute (&self->library, "UPDATE gap SET open = 0");
  library_fixture_execute (&self->library, "ALTER TABLE gap RENAME TO elsewhere");
  touch (self, kl_record_get_id (KL_RECORD (self->subject)));
  g_assert_false (read_along (self));
  g_assert_cmpuint (count_gaps (self), ==, 1);

  library_fixture_execute (&self->library, "ALTER TABLE elsewhere RENAME TO gap");
  touch (self, "another");
  g_assert_true (read_along (self));
  g_assert_cmpuint (count_gaps (self), ==, 0);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/agenda-facts/meanwhile", test_meanwhile);
  ADD ("/agenda-facts/not-read", test_not_read);
  return g_test_run ();
}
