/* test-standing.c: how a subject stands, and when that is news */

#include "config.h"

#include "model/kl-subject.h"

static const double recent[] = { 40, (double) NAN, 92 };
static const double other_recent[] = { 40, 50, 92 };

static KlStanding *
new_standing (double        score,
              const char   *date,
              const double *scores,
              gboolean      has_draft)
{
  return kl_standing_new (3, (KlScore) { score, score }, date, scores, scores != NULL ? 3 : 0, has_draft);
}

static void
assert_differs (KlStanding *standing,
                KlStanding *other)
{
  g_assert_false (kl_standing_equal (standing, other));
  g_assert_false (kl_standing_equal (other, standing));
  g_assert_finalize_object (other);
}

static void
test_equal (void)
{
  g_autoptr(KlStanding) standing = new_standing (92, "2025-10-10", recent, FALSE);
  g_autoptr(KlStanding) same = new_standing (92, "2025-10-10", recent, FALSE);

  g_assert_true (kl_standing_equal (standing, standing));
  g_assert_true (kl_standing_equal (standing, same));
  g_assert_true (kl_standing_equal (NULL, NULL));
  g_assert_false (kl_standing_equal (standing, NULL));
  g_assert_false (kl_standing_equal (NULL, standing));

  assert_differs (standing, new_standing (91, "2025-10-10", recent, FALSE));
  assert_differs (standing, new_standing ((double) NAN, "2025-10-10", recent, FALSE));
  assert_differs (standing, new_standing (92, "2025-10-11", recent, FALSE));
  assert_differs (standing, new_standing (92, NULL, recent, FALSE));
  assert_differs (standing, new_standing (92, "2025-10-10", other_recent, FALSE));
  assert_differs (standing, new_standing (92, "2025-10-10", NULL, FALSE));
  assert_differs (standing, new_standing (92, "2025-10-10", recent, TRUE));
  assert_differs (standing, kl_standing_new (4, (KlScore) { 92, 92 }, "2025-10-10", recent, 3, FALSE));

  g_assert_finalize_object (g_steal_pointer (&standing));
  g_assert_finalize_object (g_steal_pointer (&same));
}

/* What was never assessed stands as it stood, and is not news. */
static void
test_not_assessed (void)
{
  g_autoptr(KlStanding) standing = new_standing ((double) NAN, NULL, NULL, FALSE);
  g_autoptr(KlStanding) same = new_standing ((double) NAN, NULL, NULL, FALSE);
  gsize n_recent = 9;

  g_assert_true (kl_standing_equal (standing, same));
  g_assert_false (kl_score_is_set (kl_standing_get_score (standing)));
  kl_standing_get_recent (standing, &n_recent);
  g_assert_cmpuint (n_recent, ==, 0);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *n_notified)
{
  (*n_notified)++;
}

static void
test_notify (void)
{
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, NULL);
  g_autoptr(KlStanding) standing = new_standing (92, "2025-10-10", recent, FALSE);
  g_autoptr(KlStanding) same = new_standing (92, "2025-10-10", recent, FALSE);
  guint n_notified = 0;

  g_signal_connect (subject, "notify::standing", G_CALLBACK (count_cb), &n_notified);
  kl_subject_set_standing (subject, standing);
  g_assert_cmpuint (n_notified, ==, 1);
  kl_subject_set_standing (subject, same);
  g_assert_cmpuint (n_notified, ==, 1);
  kl_subject_set_standing (subject, NULL);
  g_assert_cmpuint (n_notified, ==, 2);

  g_assert_finalize_object (g_steal_pointer (&subject));
  g_assert_finalize_object (g_steal_pointer (&standing));
  g_assert_finalize_object (g_steal_pointer (&same));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/standing/equal", test_equal);
  g_test_add_func ("/standing/not-assessed", test_not_assessed);
  g_test_add_func ("/standing/notify", test_notify);

  return g_test_run ();
}
