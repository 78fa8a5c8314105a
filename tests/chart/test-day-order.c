/* test-day-order.c: a day is found as if all were looked at, and days reach from the first to the last */

#include "config.h"

#include <stdlib.h>

#include "chart/kl-day-order.h"
#include "chart/kl-score-days.h"

#define N_ROUNDS 2000

typedef struct
{
  double before;
  int day;
} Element;

#define DAY G_STRUCT_OFFSET (Element, day)

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const Element *first = a, *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

/* Few days, so that many elements share one. */
static GArray *
random_elements (void)
{
  GArray *elements = g_array_new (FALSE, TRUE, sizeof (Element));
  int n_elements = g_test_rand_int_range (1, 30), n_days = g_test_rand_int_range (1, 60);

  for (int i = 0; i < n_elements; i++)
    {
      Element element = { 0.5, g_test_rand_int_range (0, n_days) };

      g_array_append_val (elements, element);
    }
  g_array_sort (elements, compare_days);
  return elements;
}

static int
get_day (const GArray *elements,
         guint         index)
{
  return g_array_index (elements, Element, index).day;
}

static void
test_find (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(GArray) elements = random_elements ();
      int day = g_test_rand_int_range (-2, 63);
      guint expected = 0, nearest = 0;

      while (expected < elements->len && get_day (elements, expected) < day)
        expected++;
      for (guint i = 1; i < elements->len; i++)
        if (abs (get_day (elements, i) - day) <= abs (get_day (elements, nearest) - day))
          nearest = i;
      g_assert_cmpuint (kl_day_order_find (elements, DAY, day), ==, expected);
      g_assert_cmpuint (kl_day_order_find_nearest (elements, DAY, day), ==, nearest);
    }
}

static void
test_nothing (void)
{
  g_autoptr(GArray) elements = g_array_new (FALSE, TRUE, sizeof (Element));

  g_assert_cmpuint (kl_day_order_find (elements, DAY, 739000), ==, 0);
}

static void
test_days (void)
{
  KlScoreDays days = { 0, 0 };

  kl_score_days_add (&days, 0);
  g_assert_cmpint (days.first, ==, 0);
  g_assert_cmpfloat_with_epsilon (kl_score_days_get_place (&days, 739000), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_score_days_get_smallest_view (&days), 1, 1e-9);

  kl_score_days_add (&days, 739000);
  g_assert_cmpint (days.first, ==, 739000);
  g_assert_cmpint (days.last, ==, 739000);
  kl_score_days_add (&days, 739070);
  kl_score_days_add (&days, 739030);
  kl_score_days_add (&days, 0);
  g_assert_cmpint (days.first, ==, 739000);
  g_assert_cmpint (days.last, ==, 739070);
  g_assert_cmpfloat_with_epsilon (kl_score_days_get_smallest_view (&days), 0.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_score_days_get_place (&days, 739035), 0.5, 1e-9);
  /* What has no day stands at the first one. */
  g_assert_cmpfloat_with_epsilon (kl_score_days_get_place (&days, 0), 0, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/day-order/find", test_find);
  g_test_add_func ("/chart/day-order/nothing", test_nothing);
  g_test_add_func ("/chart/day-order/days", test_days);

  return g_test_run ();
}
