/* test-comparison.c: which subjects of a plan are compared, chosen, deleted, brought back, renamed and read */

#include "config.h"

#include "library-fixture.h"
#include "recall/kl-comparison.h"
#include "storage/kl-storage-error.h"
#include "test-clock.h"

/* One more than can be compared. */
#define N_SUBJECTS (KL_SCORE_COMPARISON_MAX_LINES + 1)

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  GPtrArray *subjects; /* of KlSubject */
  KlComparison *comparison;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *self)
{
  self->n_changes++;
}

static KlSubject *
subject_at (Fixture *self,
            guint    index)
{
  return g_ptr_array_index (self->subjects, index);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_fixture_set_up (&self->library, NULL);
  self->plan = library_fixture_add_plan (&self->library, "plan");
  self->subjects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_SUBJECTS; i++)
    {
      g_autofree char *title = g_strdup_printf ("subject %u", i);

      g_ptr_array_add (self->subjects, library_fixture_add_subject (&self->library, self->plan, title));
    }
  self->comparison = g_object_ref (kl_comparison_for (self->library.library, self->plan));
  g_signal_connect_swapped (self->comparison, "changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (self->comparison, self);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_clear_object (&self->plan);
  library_fixture_tear_down (&self->library, NULL);
  g_assert_finalize_object (self->comparison);
}

static guint
count_lines (Fixture *self)
{
  return kl_score_comparison_get_n_lines (kl_comparison_get_chart (self->comparison));
}

static void
await_lines (Fixture *self,
             guint    n)
{
  while (count_lines (self) != n)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_line (Fixture    *self,
             guint       line,
             const char *title)
{
  g_autofree char *shown = kl_score_comparison_dup_line_title (kl_comparison_get_chart (self->comparison), line);

  g_assert_cmpstr (shown, ==, title);
}

/* Begins with the first @n. */
static void
begin (Fixture *self,
       guint    n)
{
  g_autoptr(GPtrArray) subjects = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (subjects, subject_at (self, i));
  kl_comparison_begin (self->comparison, subjects);
}

static KlAttempt *
record (Fixture *self,
        guint    subject,
        double   score)
{
  KlAttempt *attempt = library_fixture_new_attempt ("words", score);
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_record (&self->library, subject_at (self, subject), attempt, &error));
  g_assert_no_error (error);
  return attempt;
}

static void
delete_subject (Fixture *self,
                guint    subject)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "a subject");

  kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (subject_at (self, subject))));
  library_fixture_change (&self->library, change);
}

static void
undo (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = library_fixture_undo (&self->library, &error);

  g_assert_no_error (error);
  g_assert_nonnull (undone);
}

/* What is suggested counts until somebody chose, and the plan keeps what was chosen. */
static void
test_begin (Fixture       *self,
            gconstpointer  data)
{
  begin (self, 0);
  g_assert_cmpuint (self->n_changes, ==, 0);
  g_assert_false (kl_comparison_is_loading (self->comparison));
  begin (self, 2);
  g_assert_true (kl_comparison_contains (self->comparison, subject_at (self, 0)));
  g_assert_true (kl_comparison_is_loading (self->comparison));
  g_assert_cmpuint (kl_comparison_get_n_chosen (self->comparison), ==, 2);
  await_lines (self, 2);
  g_assert_false (kl_comparison_is_loading (self->comparison));
  begin (self, 3);
  g_assert_false (kl_comparison_contains (self->comparison, subject_at (self, 2)));
  g_assert_true (kl_comparison_for (self->library.library, self->plan) == self->comparison);

  g_assert_true (kl_comparison_toggle (self->comparison, subject_at (self, 0)));
  g_assert_true (kl_comparison_toggle (self->comparison, subject_at (self, 1)));
  g_assert_cmpuint (count_lines (self), ==, 0);
  begin (self, 3);
  g_assert_cmpuint (count_lines (self), ==, 0);
  g_assert_false (kl_comparison_contains (self->comparison, subject_at (self, 0)));
}

static void
test_full (Fixture       *self,
           gconstpointer  data)
{
  begin (self, N_SUBJECTS);
  await_lines (self, KL_SCORE_COMPARISON_MAX_LINES);
  self->n_changes = 0;
  g_assert_false (kl_comparison_toggle (self->comparison, subject_at (self, N_SUBJECTS - 1)));
  g_assert_cmpuint (self->n_changes, ==, 0);
  g_assert_true (kl_comparison_toggle (self->comparison, subject_at (self, 3)));
  g_assert_true (kl_comparison_toggle (self->comparison, subject_at (self, N_SUBJECTS - 1)));
  await_lines (self, KL_SCORE_COMPARISON_MAX_LINES);
  assert_line (self, 3, "subject 4");
}

/* What is deleted is left out, and compared again once it is back. */
static void
test_deleted (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KlAttempt) attempt = record (self, 1, 70);

  begin (self, 3);
  await_lines (self, 3);
  self->n_changes = 0;
  delete_subject (self, 1);
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_cmpuint (count_lines (self), ==, 2);
  assert_line (self, 1, "subject 2");

  undo (self);
  await_lines (self, 3);
  assert_line (self, 2, "subject 1");
  g_assert_cmpuint (kl_chart_get_n_marks (KL_CHART (kl_comparison_get_chart (self->comparison))), ==, 1);
  g_assert_true (kl_comparison_find_subject (self->comparison, kl_record_get_id (KL_RECORD (attempt)))
                 == kl_plan_find_subject (self->plan, kl_record_get_id (KL_RECORD (subject_at (self, 1)))));
}

/* Several come back in the order in which they were compared; what was not compared does not come. */
static void
test_several_deleted (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "subjects");

  begin (self, 3);
  await_lines (self, 3);
  for (guint i = 1; i < 4; i++)
    kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (subject_at (self, i))));
  library_fixture_change (&self->library, change);
  g_assert_cmpuint (count_lines (self), ==, 1);
  undo (self);
  await_lines (self, 3);
  assert_line (self, 1, "subject 1");
  assert_line (self, 2, "subject 2");
  g_assert_false (kl_comparison_contains (self->comparison, subject_at (self, 3)));
}

/* Others that were chosen meanwhile keep their room. */
static void
test_deleted_without_room (Fixture       *self,
                           gconstpointer  data)
{
  begin (self, KL_SCORE_COMPARISON_MAX_LINES);
  await_lines (self, KL_SCORE_COMPARISON_MAX_LINES);
  delete_subject (self, 0);
  g_assert_true (kl_comparison_toggle (self->comparison, subject_at (self, N_SUBJECTS - 1)));
  await_lines (self, KL_SCORE_COMPARISON_MAX_LINES);
  undo (self);
  assert_line (self, 0, "subject 1");
  g_assert_true (kl_comparison_contains (self->comparison, subject_at (self, N_SUBJECTS - 1)));
  g_assert_cmpuint (count_lines (self), ==, KL_SCORE_COMPARISON_MAX_LINES);
}

static void
test_renamed (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "subject 0");

  begin (self, 1);
  await_lines (self, 1);
  kl_change_set_string (change, KL_RECORD (subject_at (self, 0)), "title", "another title");
  library_fixture_change (&self->library, change);
  assert_line (self, 0, "another title");
}

static void
test_today (Fixture       *self,
            gconstpointer  data)
{
  KlScoreComparison *chart = kl_comparison_get_chart (self->comparison);

  begin (self, 1);
  await_lines (self, 1);
  test_clock_set (TEST_CLOCK (kl_library_get_clock (self->library.library)), "2026-12-24T12:00:00Z");
  kl_clock_day_changed (kl_library_get_clock (self->library.library));
  g_assert_cmpint (kl_score_comparison_get_today (chart), ==, kl_iso_date_parse_day ("2026-12-24"));
}

/* What cannot be read is not compared, and why is known until something else is chosen. */
static void
test_unreadable (Fixture       *self,
                 gconstpointer  data)
{
  library_fixture_execute (&self->library, "ALTER TABLE gap RENAME TO gone");
  begin (self, 1);
  while (kl_comparison_get_problem (self->comparison) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (kl_comparison_get_problem (self->comparison), self->library.path));
  g_assert_false (kl_comparison_contains (self->comparison, subject_at (self, 0)));

  library_fixture_execute (&self->library, "ALTER TABLE gone RENAME TO gap");
  g_assert_true (kl_comparison_toggle (self->comparison, subject_at (self, 0)));
  g_assert_null (kl_comparison_get_problem (self->comparison));
  await_lines (self, 1);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/comparison/begin", test_begin);
  ADD ("/comparison/full", test_full);
  ADD ("/comparison/deleted", test_deleted);
  ADD ("/comparison/several-deleted", test_several_deleted);
  ADD ("/comparison/deleted-without-room", test_deleted_without_room);
  ADD ("/comparison/renamed", test_renamed);
  ADD ("/comparison/today", test_today);
  ADD ("/comparison/unreadable", test_unreadable);
  return g_test_run ();
}
