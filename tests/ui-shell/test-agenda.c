#include "config.h"

#include "ui/today/kl-agenda.h"

static KlSubject *
append (KlPlan        *plan,
        const char    *title,
        KlSubjectKind  kind,
        KlDepth        depth,
        KlSubject     *parent)
{
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, "title", title, "kind", kind, "depth", depth,
                                               "parent", parent != NULL ? kl_record_get_id (KL_RECORD (parent)) : NULL,
                                               NULL);

  kl_record_append (KL_RECORD (plan), KL_RECORD (subject));
  return subject;
}

static void
set_standing (KlSubject *subject,
              guint      n_attempts,
              gboolean   has_draft)
{
  g_autoptr(KlStanding) standing = kl_standing_new (n_attempts, KL_SCORE_NONE, NULL, NULL, 0, has_draft);

  kl_subject_set_standing (subject, standing);
}

static void
wait (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
count_cb (guint *n_notified)
{
  (*n_notified)++;
}

static void
test_agenda (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
  KlSubject *parent = append (plan, "Parent", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL);
  KlSubject *part = append (plan, "Part", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, parent);
  KlSubject *fresh = append (plan, "Fresh", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL);
  KlSubject *exercise = append (plan, "Exercise", KL_SUBJECT_EXERCISE, KL_DEPTH_NONE, NULL);
  KlSubject *second;
  KlAgenda *agenda;
  guint n_notified = 0;

  append (plan, "Surface", KL_SUBJECT_TOPIC, KL_DEPTH_SURFACE, NULL);
  second = append (plan, "Second exercise", KL_SUBJECT_EXERCISE, KL_DEPTH_NONE, NULL);
  append (plan, "Not looked at yet", KL_SUBJECT_TOPIC, KL_DEPTH_DEEP, NULL);
  set_standing (parent, 0, FALSE);
  set_standing (part, 1, FALSE);
  set_standing (fresh, 0, FALSE);
  set_standing (exercise, 0, FALSE);
  set_standing (second, 0, FALSE);

  agenda = kl_agenda_for (plan);
  g_signal_connect_swapped (agenda, "notify::count", G_CALLBACK (count_cb), &n_notified);

  /* The parent's part was explained, and how the last one stands is not known: only the fresh topic is a first recall.
   */
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_recalls (agenda)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_drafts (agenda)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_exercises (agenda)), ==, 2);
  g_assert_cmpuint (kl_agenda_get_count (agenda), ==, 1);

  /* A draft is no first recall as well. */
  set_standing (fresh, 0, TRUE);
  wait ();
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_recalls (agenda)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (kl_agenda_get_drafts (agenda)), ==, 1);
  g_assert_cmpuint (n_notified, ==, 0);

  set_standing (fresh, 1, FALSE);
  wait ();
  g_assert_cmpuint (kl_agenda_get_count (agenda), ==, 0);
  g_assert_cmpuint (n_notified, ==, 1);

  /* Exercises that were tried come last. */
  set_standing (exercise, 1, FALSE);
  wait ();
  {
    g_autoptr(KlSubject) last = g_list_model_get_item (kl_agenda_get_exercises (agenda), 1);

    g_assert_true (last == exercise);
  }

  g_assert_finalize_object (agenda);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/agenda", test_agenda);
  return g_test_run ();
}
