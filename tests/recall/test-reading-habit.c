/* test-reading-habit.c: what a person makes of suggestions follows the library */

#include "config.h"

#include "library-fixture.h"
#include "model/kl-amendment.h"
#include "model/kl-verdict.h"
#include "recall/kl-reading-habit.h"

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  KlPlan *other_plan;
  KlSubject *first;
  KlSubject *second;
  KlSubject *elsewhere;
  KlReadingHabit *habit;
  guint n_notified;
} Fixture;

static void
notified_cb (Fixture *self)
{
  self->n_notified++;
}

static KlPlan *
add_other_plan (Fixture *self)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", "other", "position", (gint64) 2, NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, "other");

  kl_change_make_plan (change, plan);
  library_fixture_change (&self->library, change);
  return g_list_model_get_item (kl_library_get_plans (self->library.library), 1);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_fixture_set_up (&self->library, NULL);
  self->plan = library_fixture_add_plan (&self->library, "plan");
  self->other_plan = add_other_plan (self);
  self->first = library_fixture_add_subject (&self->library, self->plan, "first");
  self->second = library_fixture_add_subject (&self->library, self->plan, "second");
  self->elsewhere = library_fixture_add_subject (&self->library, self->other_plan, "elsewhere");
  self->habit = kl_reading_habit_new (self->library.library);
  g_signal_connect_swapped (self->habit, "notify::offset", G_CALLBACK (notified_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (self->habit, self);
  g_clear_object (&self->habit);
  g_clear_object (&self->first);
  g_clear_object (&self->second);
  g_clear_object (&self->elsewhere);
  g_clear_object (&self->plan);
  g_clear_object (&self->other_plan);
  library_fixture_tear_down (&self->library, NULL);
}

/* Waits until all is known that the library holds. */
static void
settle (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_reading_habit_load_async (self->habit, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_reading_habit_load_finish (self->habit, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

static const char *
get_id (gpointer record)
{
  return kl_record_get_id (KL_RECORD (record));
}

static KlVerdictValue
value_of (char letter)
{
  return letter == 'c' ? KL_VERDICT_COVERED
                       : letter == 'p' ? KL_VERDICT_PARTLY : letter == 'm' ? KL_VERDICT_MISSED : KL_VERDICT_UNSET;
}

/* @suggested and @values have a letter a point: covered, partly, missed, - for none. */
static void
record (Fixture    *self,
        KlSubject  *subject,
        double      score,
        double      shown,
        const char *suggested,
        const char *values)
{
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", score);
  g_autoptr(GError) error = NULL;

  g_object_set (attempt, "date", "2026-11-20", "suggested", shown, NULL);
  for (guint i = 0; suggested[i] != '\0'; i++)
    {
      g_autoptr(KlRecord) verdict = g_object_new (KL_TYPE_VERDICT, "text", "point", "suggested",
                                                  value_of (suggested[i]), "value", value_of (values[i]), NULL);

      kl_record_append (KL_RECORD (attempt), verdict);
    }
  g_assert_true (library_fixture_record (&self->library, subject, attempt, &error));
  g_assert_no_error (error);
}

static void
assert_agreement (Fixture    *self,
                  KlPlan     *plan,
                  KlSubject  *subject,
                  const char *expected)
{
  KlReadingAgreement agreement;
  g_autofree char *text = NULL;

  kl_reading_habit_get_agreement (self->habit, plan != NULL ? get_id (plan) : NULL,
                                  subject != NULL ? get_id (subject) : NULL, &agreement);
  text = kl_reading_agreement_to_text (&agreement);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_agreement (Fixture       *self,
                gconstpointer  data)
{
  settle (self);
  assert_agreement (self, NULL, NULL, NULL);

  /* What nobody judged, or nobody suggested, says nothing. */
  record (self, self->first, 70, 60, "cpm-c", "ccmp-");
  settle (self);
  assert_agreement (self, self->plan, self->first,
                    "You kept 2 of 3 suggested verdicts; your scores are 10 points higher");
  assert_agreement (self, self->plan, self->second, NULL);

  record (self, self->first, 50, 58, "m", "m");
  record (self, self->second, 61, 60, "m", "c");
  record (self, self->elsewhere, (double) NAN, 60, "m", "m");
  settle (self);
  assert_agreement (self, self->plan, self->first,
                    "You kept 3 of 4 suggested verdicts; your scores are 1 point higher");
  assert_agreement (self, self->plan, self->second,
                    "You kept 0 of 1 suggested verdict; your scores are 1 point higher");
  assert_agreement (self, self->plan, NULL, "You kept 3 of 5 suggested verdicts; your scores are 1 point higher");
  assert_agreement (self, self->other_plan, NULL, "You kept 1 of 1 suggested verdict");
  assert_agreement (self, NULL, NULL, "You kept 4 of 6 suggested verdicts; your scores are 1 point higher");

  record (self, self->second, 20, 61, "c", "c");
  settle (self);
  assert_agreement (self, self->plan, self->second,
                    "You kept 1 of 2 suggested verdicts; your scores are 20 points lower");
}

/* A score alone, as the command gives it, is none of the verdicts' business. */
static void
test_offset (Fixture       *self,
             gconstpointer  data)
{
  record (self, self->first, 100, 50, "cm", "--");
  record (self, self->second, 100, 50, "cm", "mm");
  settle (self);
  g_assert_cmpint ((int) kl_reading_habit_get_offset (self->habit), ==, 14); /* 100 / 7 */
  g_assert_cmpuint (self->n_notified, >=, 1);
  assert_agreement (self, self->plan, self->first, NULL);

  g_free (library_fixture_undo (&self->library, NULL));
  settle (self);
  g_assert_cmpint ((int) kl_reading_habit_get_offset (self->habit), ==, 8); /* 50 / 6 */
  g_free (library_fixture_redo (&self->library, NULL));
  settle (self);
  g_assert_cmpint ((int) kl_reading_habit_get_offset (self->habit), ==, 14);
}

/* The score that counts is that of the latest amendment that has one. */
static void
test_amended (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KlChange) amend = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, "first");
  g_autoptr(KlChange) remove = kl_change_new (KL_CHANGE_DELETE_ATTEMPT, "first");
  g_autoptr(KlAttempt) attempt = NULL;
  const double scores[] = { 0, 80, (double) NAN };

  record (self, self->first, 50, 50, "cm", "cm");
  settle (self);
  g_assert_cmpint ((int) kl_reading_habit_get_offset (self->habit), ==, 0);
  library_fixture_load (&self->library, self->first);
  attempt = g_list_model_get_item (kl_subject_get_attempts (self->first), 0);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_autoptr(KlRecord) amendment = g_object_new (KL_TYPE_AMENDMENT, "owner", get_id (attempt), "position",
                                                    (gint64) i + 1, "low", scores[i], "high", scores[i], NULL);

      kl_change_insert (amend, amendment);
    }
  library_fixture_change (&self->library, amend);
  settle (self);
  g_assert_cmpint ((int) kl_reading_habit_get_offset (self->habit), ==, 5); /* 30 / 6 */
  g_assert_cmpuint (self->n_notified, ==, 1);
  g_clear_object (&self->habit);
  self->habit = kl_reading_habit_new (self->library.library);
  settle (self);
  g_assert_cmpint ((int) kl_reading_habit_get_offset (self->habit), ==, 5);

  kl_change_remove (remove, KL_TYPE_ATTEMPT, get_id (attempt));
  library_fixture_change (&self->library, remove);
  settle (self);
  g_assert_cmpint ((int) kl_reading_habit_get_offset (self->habit), ==, 0);
  assert_agreement (self, self->plan, self->first, NULL);
}

static void
test_subjects_and_plans_go (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr(KlChange) remove_subject = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "first");
  g_autoptr(KlChange) remove_plan = kl_change_new (KL_CHANGE_DELETE_PLAN, "other");

  record (self, self->first, 50, 50, "cm", "cm");
  record (self, self->elsewhere, 50, 50, "p", "m");
  settle (self);
  assert_agreement (self, NULL, NULL, "You kept 2 of 3 suggested verdicts; your scores are those that were suggested");

  kl_change_remove (remove_subject, KL_TYPE_SUBJECT, get_id (self->first));
  library_fixture_change (&self->library, remove_subject);
  settle (self);
  assert_agreement (self, NULL, NULL, "You kept 0 of 1 suggested verdict; your scores are those that were suggested");
  kl_change_remove (remove_plan, KL_TYPE_PLAN, get_id (self->other_plan));
  library_fixture_change (&self->library, remove_plan);
  settle (self);
  assert_agreement (self, NULL, NULL, NULL);

  g_free (library_fixture_undo (&self->library, NULL));
  g_free (library_fixture_undo (&self->library, NULL));
  settle (self);
  assert_agreement (self, NULL, NULL, "You kept 2 of 3 suggested verdicts; your scores are those that were suggested");
}

/* Words that no KLearn wrote are no suggestions, and no verdicts. */
static void
test_hostile_words (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  record (self, self->first, 50, 50, "cmp", "cmp");
  settle (self);
  library_fixture_execute (&self->library,
                           "UPDATE verdict SET suggested = 'all of it' WHERE suggested = 'covered';"
                           "UPDATE verdict SET suggested = CAST (x'ff00' AS TEXT), value = CAST (x'ff00' AS TEXT)"
                           "  WHERE suggested = 'partly';"
                           "UPDATE attempt SET low = 9e999, suggested = -9e999;"
                           "UPDATE state SET revision = revision + 1");
  kl_library_look_again_async (self->library.library, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_look_again_finish (self->library.library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
  settle (self);
  assert_agreement (self, NULL, NULL, "You kept 1 of 1 suggested verdict");
  g_assert_cmpint ((int) kl_reading_habit_get_offset (self->habit), ==, 0);
}

static void
test_shared (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KlReadingHabit) habit = kl_reading_habit_for (self->library.library);
  g_autoptr(KlReadingHabit) same = kl_reading_habit_for (self->library.library);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  KlReadingHabit *gone = habit;

  g_assert_true (habit == same);
  g_assert_true (habit != self->habit);
  g_cancellable_cancel (cancellable);
  kl_reading_habit_load_async (habit, cancellable, library_fixture_done_cb, &result);
  g_assert_false (kl_reading_habit_load_finish (habit, library_fixture_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_clear_object (&result); /* which holds it */

  /* It goes with the library, which it does not hold. */
  settle (self);
  g_clear_object (&same);
  g_object_add_weak_pointer (G_OBJECT (habit), (gpointer *) &gone);
  g_clear_object (&habit);
  g_assert_nonnull (gone);
  library_fixture_close (&self->library);
  g_assert_null (gone);
  g_assert_cmpfloat_with_epsilon (kl_reading_habit_get_offset (self->habit), 0, 1e-12);
  g_assert_true (library_fixture_open (&self->library, &error));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/reading-habit/agreement", test_agreement);
  ADD ("/reading-habit/offset", test_offset);
  ADD ("/reading-habit/amended", test_amended);
  ADD ("/reading-habit/subjects-and-plans-go", test_subjects_and_plans_go);
  ADD ("/reading-habit/hostile-words", test_hostile_words);
  ADD ("/reading-habit/shared", test_shared);
  return g_test_run ();
}
