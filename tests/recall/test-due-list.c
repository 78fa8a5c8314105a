/* test-due-list.c: what is due in all plans, and how a reminder says it */

#include "config.h"

#include "library-fixture.h"
#include "model/kl-iso-date.h"
#include "recall/kl-due-list.h"
#include "recall/kl-reminder-text.h"
#include "test-clock.h"

typedef struct
{
  LibraryFixture library;
  KlPlan *first;
  KlPlan *second;
  KlDueList *due;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_fixture_set_up (&self->library, NULL);
  self->first = library_fixture_add_plan (&self->library, "first");
  self->second = library_fixture_add_plan (&self->library, "second");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->due);
  g_clear_object (&self->first);
  g_clear_object (&self->second);
  library_fixture_tear_down (&self->library, NULL);
}

/* It is 23 November 2026: what was explained long before is due. */
static KlSubject *
add (Fixture    *self,
     KlPlan     *plan,
     const char *title,
     double      score)
{
  KlSubject *subject = library_fixture_add_subject (&self->library, plan, title);
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", score);
  g_autoptr(GError) error = NULL;

  g_object_set (attempt, "date", "2026-10-01", NULL);
  g_assert_true (library_fixture_record (&self->library, subject, attempt, &error));
  g_assert_no_error (error);
  return subject;
}

static void
explain (Fixture   *self,
         KlSubject *subject)
{
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt ("words", 100);
  g_autoptr(GError) error = NULL;

  g_object_set (attempt, "date", "2026-11-23", NULL);
  g_assert_true (library_fixture_record (&self->library, subject, attempt, &error));
  g_assert_no_error (error);
}

static char *
dup_titles (KlDueList *due)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < kl_due_list_get_n_due (due); i++)
    g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", kl_plan_get_title (kl_due_list_get_plan (due, i)),
                            kl_subject_get_title (kl_due_list_get_subject (due, i)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
await_titles (Fixture    *self,
              const char *expected)
{
  for (;;)
    {
      g_autofree char *titles = dup_titles (self->due);

      if (kl_due_list_is_loaded (self->due) && g_str_equal (titles, expected))
        return;
      g_assert_true (kl_due_list_get_error (self->due) == NULL);
      g_test_message ("is: %s, expected: %s", titles, expected);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Nothing of it is loaded before. */
static void
test_all_plans (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KlSubject) a = add (self, self->first, "a", 90);
  g_autoptr(KlSubject) b = add (self, self->first, "b", 40);
  g_autoptr(KlSubject) c = add (self, self->second, "c", 60);
  g_autoptr(KlSubject) later = library_fixture_add_subject (&self->library, self->second, "later");
  g_autoptr(KlChange) removal = kl_change_new (KL_CHANGE_DELETE_PLAN, "second");
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;

  library_fixture_reopen (&self->library);
  self->due = kl_due_list_new (self->library.library);
  g_assert_false (kl_due_list_is_loaded (self->due));
  await_titles (self, "first/b second/c first/a");

  kl_change_remove (removal, KL_TYPE_PLAN, kl_record_get_id (KL_RECORD (self->second)));
  g_assert_true (library_fixture_apply (&self->library, removal, &error));
  g_assert_no_error (error);
  await_titles (self, "first/b first/a");
  undone = library_fixture_undo (&self->library, &error);
  g_assert_no_error (error);
  await_titles (self, "first/b second/c first/a");
}

static void
test_follows (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KlSubject) a = add (self, self->first, "a", 90);
  g_autoptr(KlSubject) c = add (self, self->second, "c", 60);
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;
  KlClock *clock = kl_library_get_clock (self->library.library);

  self->due = kl_due_list_new (self->library.library);
  await_titles (self, "second/c first/a");
  explain (self, c);
  await_titles (self, "first/a");
  explain (self, a);
  await_titles (self, "");
  undone = library_fixture_undo (&self->library, &error);
  g_assert_no_error (error);
  await_titles (self, "first/a");

  /* A year later all is due again. */
  test_clock_set (TEST_CLOCK (clock), "2027-11-23T10:00:00Z");
  kl_clock_hour_changed (clock);
  await_titles (self, "first/a second/c");
}

/* No more than a day has room for. */
static void
test_daily (Fixture       *self,
            gconstpointer  data)
{
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *title = g_strdup_printf ("s%u", i);
      g_autoptr(KlSubject) subject = add (self, self->first, title, 50 + i);
    }
  self->due = kl_due_list_new (self->library.library);
  await_titles (self, "first/s0 first/s1 first/s2 first/s3 first/s4");
}

static void
test_none (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *body = NULL;

  self->due = kl_due_list_new (self->library.library);
  await_titles (self, "");
  body = kl_reminder_text_body (self->due);
  g_assert_cmpstr (body, ==, "");
}

static void
assert_text (Fixture    *self,
             const char *title,
             const char *body)
{
  g_autofree char *is_title = kl_reminder_text_title (self->due);
  g_autofree char *is_body = kl_reminder_text_body (self->due);

  g_assert_cmpstr (is_title, ==, title);
  g_assert_cmpstr (is_body, ==, body);
}

#define QUOTED(title) "“\u2068" title "\u2069”"

static void
test_text (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KlSubject) a = add (self, self->first, "a", 50);
  g_autoptr(KlSubject) b = NULL;
  g_autoptr(KlSubject) c = NULL;
  g_autoptr(KlSubject) d = NULL;
  g_autoptr(KlSubject) e = NULL;

  self->due = kl_due_list_new (self->library.library);
  await_titles (self, "first/a");
  assert_text (self, "1 topic is due", QUOTED ("a") " in " QUOTED ("first"));
  b = add (self, self->first, "b", 60);
  c = add (self, self->first, "c", 70);
  d = add (self, self->first, "d", 80);
  await_titles (self, "first/a first/b first/c first/d");
  assert_text (self, "4 topics are due",
               QUOTED ("a") ", " QUOTED ("b") ", " QUOTED ("c") " and 1 more in " QUOTED ("first"));
  e = add (self, self->second, "e", 55);
  await_titles (self, "first/a second/e first/b first/c first/d");
  assert_text (self, "5 topics are due",
               QUOTED ("a") ", " QUOTED ("e") ", " QUOTED ("b") " and 2 more in 2 plans");
  explain (self, c);
  explain (self, d);
  await_titles (self, "first/a second/e first/b");
  assert_text (self, "3 topics are due", QUOTED ("a") ", " QUOTED ("e") ", " QUOTED ("b") " in 2 plans");
}

static void
test_exercises (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KlSubject) a = add (self, self->first, "a", 50);
  g_autoptr(KlSubject) b = add (self, self->first, "b", 60);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "a");
  g_autoptr(KlChange) other = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "b");
  g_autoptr(GError) error = NULL;

  kl_change_set_integer (change, KL_RECORD (a), "kind", KL_SUBJECT_EXERCISE);
  g_assert_true (library_fixture_apply (&self->library, change, &error));
  self->due = kl_due_list_new (self->library.library);
  await_titles (self, "first/a first/b");
  assert_text (self, "2 topics and exercises are due", QUOTED ("a") ", " QUOTED ("b") " in " QUOTED ("first"));
  kl_change_set_integer (other, KL_RECORD (b), "kind", KL_SUBJECT_EXERCISE);
  g_assert_true (library_fixture_apply (&self->library, other, &error));
  await_titles (self, "first/a first/b");
  assert_text (self, "2 exercises are due", QUOTED ("a") ", " QUOTED ("b") " in " QUOTED ("first"));
}

/* A title stands among other programs' words: it is one line, ends its own direction, and does not end. */
static void
test_hostile_title (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *long_title = g_strnfill (5000, 'm');
  g_autofree char *cut = g_strnfill (60, 'm');
  g_autofree char *body = NULL;
  g_autofree char *expected = NULL;
  g_autoptr(GString) marks = g_string_new ("x");
  g_autoptr(KlSubject) a = add (self, self->first, "<b>a</b>\n\t& \u202e b \u2069\u2069\u2066c  ", 50);
  g_autoptr(KlSubject) b = add (self, self->first, long_title, 60);
  g_autoptr(KlSubject) c = NULL;

  /* A letter is not cut apart, however many marks it has. */
  for (guint i = 0; i < 100; i++)
    g_string_append (marks, "\u0301");
  c = add (self, self->first, marks->str, 70);
  self->due = kl_due_list_new (self->library.library);
  while (!kl_due_list_is_loaded (self->due) || kl_due_list_get_n_due (self->due) < 3)
    g_main_context_iteration (NULL, TRUE);
  body = kl_reminder_text_body (self->due);
  expected = g_strconcat (QUOTED ("<b>a</b> & b c"), ", “\u2068", cut, "…\u2069”, ", QUOTED ("…"), " in ",
                          QUOTED ("first"), NULL);
  g_assert_cmpstr (body, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/due-list/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("all-plans", test_all_plans);
  ADD ("follows", test_follows);
  ADD ("daily", test_daily);
  ADD ("none", test_none);
  ADD ("text", test_text);
  ADD ("exercises", test_exercises);
  ADD ("hostile-title", test_hostile_title);
  return g_test_run ();
}
