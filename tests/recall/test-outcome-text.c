/* test-outcome-text.c: the score that was expected beside the one that it is */

#include "config.h"

#include "recall/kl-outcome-text.h"

#include <math.h>

static void
check (double      guess,
       double      low,
       double      high,
       const char *text)
{
  g_autofree char *found = kl_outcome_text_guess (guess, (KlScore) { low, high });

  g_assert_cmpstr (found, ==, text);
}

static void
test_guess (void)
{
  const double none = (double) NAN;

  check (none, 70, 70, NULL);
  check (80, none, none, "You expected 80 %");
  check (80, 71, 71, "You expected 80 %; this is 9 points less");
  check (80, 79, 79, "You expected 80 %; this is 1 point less");
  check (80, 100, 100, "You expected 80 %; this is 20 points more");
  check (80, 80, 80, "You expected 80 %, and so it is");
  check (80, 75, 85, "You expected 80 %, and so it is");
}

static void
test_expected (void)
{
  const KlExpectation expectation = { 70, 61.6, 74.7 };
  g_autofree char *found = kl_outcome_text_expected (&expectation);

  g_assert_cmpstr (found, ==, "Your earlier attempts let 62–\u206075 % be expected");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome-text/guess", test_guess);
  g_test_add_func ("/outcome-text/expected", test_expected);
  return g_test_run ();
}
