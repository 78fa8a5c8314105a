/* test-day-plan.c: what to do on a day, in which order, and where the rest goes */

#include "config.h"

#include "recall/kl-day-plan.h"

#define TODAY 739000

typedef struct
{
  GPtrArray *prospects;
  GHashTable *prerequisites; /* KlProspect → KlProspect */
} Fixture;

static void
prospect_free (gpointer data)
{
  g_object_unref (((KlProspect *) data)->subject);
  g_free (data);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->prospects = g_ptr_array_new_with_free_func (prospect_free);
  self->prerequisites = g_hash_table_new (NULL, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_ptr_array_unref (self->prospects);
  g_hash_table_unref (self->prerequisites);
}

static KlProspect *
add (Fixture    *self,
     const char *title,
     gint64      due,
     double      expected)
{
  KlProspect *prospect = g_new0 (KlProspect, 1);

  prospect->subject = g_object_new (KL_TYPE_SUBJECT, "title", title, "position",
                                    (gint64) self->prospects->len + 1, NULL);
  prospect->due = due;
  prospect->is_assessed = expected >= 0;
  prospect->kind = prospect->is_assessed ? KL_DUTY_TOPIC : KL_DUTY_FIRST;
  prospect->expectation.score = expected;
  g_ptr_array_add (self->prospects, prospect);
  return prospect;
}

static KlProspect *
get_prerequisite (const KlProspect *prospect,
                  guint            *index,
                  gpointer          data)
{
  Fixture *self = data;

  return (*index)++ == 0 ? g_hash_table_lookup (self->prerequisites, prospect) : NULL;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  return kl_prospect_compare (*(const KlProspect *const *) a, *(const KlProspect *const *) b);
}

static KlDayPlan *
plan (Fixture *self,
      guint    daily)
{
  g_ptr_array_sort (self->prospects, compare_cb);
  return kl_day_plan_new (self->prospects, TODAY, daily, get_prerequisite, self);
}

static void
assert_titles (GPtrArray  *prospects,
               const char *expected)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < prospects->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                            kl_subject_get_title (((KlProspect *) prospects->pdata[i])->subject));
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KlDayPlan) day_plan = NULL;

  add (self, "high", TODAY - 9, 88);
  add (self, "low", TODAY, 41);
  add (self, "none", 0, 10);
  add (self, "same-later", TODAY, 60);
  add (self, "same-earlier", TODAY - 1, 60);
  add (self, "same-too", TODAY - 1, 60);
  add (self, "soon", TODAY + 2, 20);
  add (self, "sooner", TODAY + 1, 90);
  day_plan = plan (self, 10);
  assert_titles (day_plan->today, "low same-earlier same-too same-later high");
  g_assert_cmpuint (day_plan->later->len, ==, 0);
  g_assert_cmpstr (kl_subject_get_title (day_plan->next->subject), ==, "sooner");
}

/* What was never explained takes turns with the rest. */
static void
test_turns (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KlDayPlan) day_plan = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("n%u", i);

      add (self, title, TODAY, -1);
    }
  add (self, "a", TODAY, 10);
  add (self, "b", TODAY, 20);
  day_plan = plan (self, 5);
  assert_titles (day_plan->today, "n0 a n1 b n2");
  assert_titles (day_plan->later, "n3");
}

/* Also through what is not due itself, and in a circle. */
static void
test_prerequisites (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(KlDayPlan) day_plan = NULL;
  KlProspect *builds = add (self, "builds", TODAY, 10);
  KlProspect *between = add (self, "between", TODAY + 5, 50);
  KlProspect *base = add (self, "base", TODAY, 90);
  KlProspect *round = add (self, "round", TODAY, 30);
  KlProspect *circle = add (self, "circle", TODAY, 20);

  g_hash_table_insert (self->prerequisites, builds, between);
  g_hash_table_insert (self->prerequisites, between, base);
  g_hash_table_insert (self->prerequisites, round, circle);
  g_hash_table_insert (self->prerequisites, circle, round);
  day_plan = plan (self, 10);
  assert_titles (day_plan->today, "base builds round circle");
}

/* The room that the next days have is filled in the order of need. */
static void
test_later (Fixture       *self,
            gconstpointer  data)
{
  static const gint64 planned[] = { TODAY, TODAY, TODAY + 1, TODAY + 3, TODAY + 3, TODAY + 4 };
  g_autoptr(KlDayPlan) day_plan = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (planned); i++)
    add (self, "x", TODAY - 5, 10 + i);
  add (self, "coming", TODAY + 1, 90);
  add (self, "coming", TODAY + 2, 90);
  add (self, "coming", TODAY + 2, 90);
  day_plan = plan (self, 2);
  g_assert_cmpuint (day_plan->today->len, ==, 2);
  g_assert_cmpuint (day_plan->later->len, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (planned); i++)
    g_assert_cmpint (((KlProspect *) self->prospects->pdata[i])->planned, ==, planned[i]);
  g_assert_cmpint (((KlProspect *) self->prospects->pdata[6])->planned, ==, 0);
}

static void
test_restudies (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KlDayPlan) day_plan = NULL;

  add (self, "not-yet", TODAY + 9, 10)->restudy = TODAY + 1;
  add (self, "b", TODAY + 9, 70)->restudy = TODAY;
  add (self, "a", TODAY + 9, 60)->restudy = TODAY - 3;
  add (self, "c", TODAY, 50)->restudy = TODAY;
  add (self, "d", TODAY, 40)->restudy = TODAY;
  day_plan = plan (self, 3);
  assert_titles (day_plan->restudies, "a b d");
  assert_titles (day_plan->today, "d c");
}

static void
test_nothing (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(KlDayPlan) day_plan = plan (self, 1);

  g_assert_cmpuint (day_plan->today->len + day_plan->later->len + day_plan->restudies->len, ==, 0);
  g_assert_null (day_plan->next);
}

/* A chain as long as a plan is no deeper on the stack, and a plan that is all due is spread all the same. */
static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  const guint n = 100000;
  g_autoptr(KlDayPlan) day_plan = NULL;
  KlProspect *before = NULL;

  for (guint i = 0; i < n; i++)
    {
      KlProspect *prospect = add (self, "x", TODAY, 50);

      if (before != NULL)
        g_hash_table_insert (self->prerequisites, before, prospect);
      before = prospect;
    }
  day_plan = plan (self, 5);
  g_assert_true (day_plan->today->pdata[0] == before);
  g_assert_cmpuint (day_plan->later->len, ==, n - 5);
  g_assert_cmpint (((KlProspect *) self->prospects->pdata[0])->planned, ==, TODAY + n / 5 - 1);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/day-plan/order", test_order);
  ADD ("/day-plan/turns", test_turns);
  ADD ("/day-plan/prerequisites", test_prerequisites);
  ADD ("/day-plan/later", test_later);
  ADD ("/day-plan/restudies", test_restudies);
  ADD ("/day-plan/nothing", test_nothing);
  ADD ("/day-plan/many", test_many);
  return g_test_run ();
}
