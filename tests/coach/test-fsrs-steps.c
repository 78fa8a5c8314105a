/* test-fsrs-steps.c: every step of FSRS-6 against numbers that others worked out */

#include "config.h"

#include "coach-fixture.h"

#include <math.h>

/* What doubles can be expected to agree to after dozens of steps, relative. */
#define TOLERANCE 1e-12

/* What the published programs agree to; one keeps eight decimals, the other single precision. */
#define TS_FSRS_TOLERANCE 5e-5
#define FSRS_RS_TOLERANCE 5e-4

static GStrv
read_lines (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static void
assert_near (double      value,
             const char *expected,
             double      tolerance,
             const char *line)
{
  double number = g_ascii_strtod (expected, NULL);

  if (!(fabs (value - number) <= tolerance * fabs (number)))
    g_error ("%.17g is not %s, in the line %s", value, expected, line);
}

static KlFsrs *
lookup (GHashTable *models,
        const char *name)
{
  KlFsrs *fsrs = g_hash_table_lookup (models, name);

  g_assert (fsrs != NULL);
  return fsrs;
}

static void
add_model (GHashTable        *models,
           const char *const *fields)
{
  KlFsrs *fsrs = g_new (KlFsrs, 1);
  KlWeights weights;

  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    {
      g_assert (fields[1 + i] != NULL);
      weights.w[i] = g_ascii_strtod (fields[1 + i], NULL);
    }
  kl_fsrs_init (fsrs, &weights);
  /* They are within the bounds: nothing was clamped. */
  coach_fixture_assert_weights (&weights, &fsrs->weights);
  g_hash_table_insert (models, g_strdup (fields[0]), fsrs);
}

static KlMemoryState
make_step (const KlFsrs  *fsrs,
           gboolean       is_first,
           KlMemoryState  before,
           KlGrade        grade,
           double         days)
{
  return is_first ? kl_fsrs_get_first (fsrs, grade) : kl_fsrs_get_next (fsrs, before, grade, days);
}

/* fsrs-steps.tsv: history, weights, kind, value, days, retrievability, stability, difficulty, interval, whole days */
static void
test_own (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "coach", "fsrs-steps.tsv", NULL);
  g_auto(GStrv) lines = read_lines (path);
  g_autoptr(GHashTable) models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *history = NULL;
  KlMemoryState memory = { 0, 0 };
  guint n_steps = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) fields = g_strsplit (lines[i], "\t", -1);
      gboolean is_first = g_strcmp0 (history, fields[0]) != 0;
      KlFsrs *fsrs;
      KlGrade grade;
      double days;
      double interval;

      if (g_str_equal (fields[0], "weights"))
        {
          add_model (models, (const char *const *) fields + 1);
          continue;
        }

      g_assert_cmpuint (g_strv_length (fields), ==, 10);
      fsrs = lookup (models, fields[1]);
      grade = g_str_equal (fields[2], "rating") ? kl_grade_for_rating ((KlRating) atoi (fields[3]))
                                                : kl_grade_for_score (g_ascii_strtod (fields[3], NULL));
      days = g_ascii_strtod (fields[4], NULL);
      if (!is_first)
        assert_near (kl_fsrs_get_retrievability (fsrs, memory.stability, days), fields[5], TOLERANCE, lines[i]);
      memory = make_step (fsrs, is_first, memory, grade, days);
      interval = kl_fsrs_get_interval (fsrs, memory.stability, 0.9);
      assert_near (memory.stability, fields[6], TOLERANCE, lines[i]);
      assert_near (memory.difficulty, fields[7], TOLERANCE, lines[i]);
      assert_near (interval, fields[8], TOLERANCE, lines[i]);
      g_assert_cmpint (kl_fsrs_round_interval (interval, KL_FSRS_MAX_INTERVAL), ==, atoi (fields[9]));
      g_free (history);
      history = g_strdup (fields[0]);
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, 500);
}

/* case, params, k, rating, elapsed, r_before, stability, difficulty, ivl90, ivl80, days90, days80, ts_stability,
 * ts_difficulty, rs_stability, rs_difficulty */
static void
assert_reference_step (const KlFsrs      *fsrs,
                       const char *const *fields,
                       const char        *line,
                       KlMemoryState     *memory)
{
  gboolean is_first = g_str_equal (fields[2], "0");
  double days = g_ascii_strtod (fields[4], NULL);
  double interval90;
  double interval80;

  if (!is_first)
    assert_near (kl_fsrs_get_retrievability (fsrs, memory->stability, days), fields[5], TOLERANCE, line);
  *memory = make_step (fsrs, is_first, *memory, kl_grade_for_rating ((KlRating) atoi (fields[3])), days);
  interval90 = kl_fsrs_get_interval (fsrs, memory->stability, 0.9);
  interval80 = kl_fsrs_get_interval (fsrs, memory->stability, 0.8);

  assert_near (memory->stability, fields[6], TOLERANCE, line);
  assert_near (memory->difficulty, fields[7], TOLERANCE, line);
  assert_near (interval90, fields[8], TOLERANCE, line);
  assert_near (interval80, fields[9], TOLERANCE, line);
  g_assert_cmpint (kl_fsrs_round_interval (interval90, KL_FSRS_MAX_INTERVAL), ==, atoi (fields[10]));
  g_assert_cmpint (kl_fsrs_round_interval (interval80, KL_FSRS_MAX_INTERVAL), ==, atoi (fields[11]));
  assert_near (memory->stability, fields[12], TS_FSRS_TOLERANCE, line);
  assert_near (memory->difficulty, fields[13], TS_FSRS_TOLERANCE, line);
  assert_near (memory->stability, fields[14], FSRS_RS_TOLERANCE, line);
  assert_near (memory->difficulty, fields[15], FSRS_RS_TOLERANCE, line);
}

static void
test_reference (void)
{
  g_autofree char *vectors_path = coach_fixture_dup_shared ("vectors.tsv");
  g_autofree char *weights_path = coach_fixture_dup_shared ("params.tsv");
  g_autoptr(GHashTable) models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) weights = NULL;
  g_auto(GStrv) vectors = NULL;
  KlMemoryState memory = { 0, 0 };
  guint n_steps = 0;

  if (vectors_path == NULL || weights_path == NULL)
    {
      g_test_skip ("the reference steps are not beside the project");
      return;
    }

  weights = read_lines (weights_path);
  for (guint i = 0; weights[i] != NULL; i++)
    {
      g_auto(GStrv) fields = g_strsplit (weights[i], "\t", -1);

      add_model (models, (const char *const *) fields);
    }

  vectors = read_lines (vectors_path);
  for (guint i = 1; vectors[i] != NULL; i++)
    {
      g_auto(GStrv) fields = g_strsplit (vectors[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (fields), ==, 16);
      assert_reference_step (lookup (models, fields[1]), (const char *const *) fields, vectors[i], &memory);
      n_steps++;
    }
  g_assert_cmpuint (n_steps, ==, 12109);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fsrs-steps/own", test_own);
  g_test_add_func ("/fsrs-steps/reference", test_reference);

  return g_test_run ();
}
