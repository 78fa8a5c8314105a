/* kl-reading-weights.c: from what was measured of a point to how much speaks for it
 *
 * A logistic regression over the features and products of two of them. The weights are data, fitted by
 * tools/fit-reading on answers that people have judged (docs/coach.md).
 */

#include "config.h"

#include "kl-reading-weights.h"

#include <math.h>
#include <string.h>

/* What is multiplied with @weight; @second is %KL_N_FEATURES where it is one feature alone. */
typedef struct
{
  KlFeature first;
  KlFeature second;
  double weight;
} Term;

struct _KlReadingWeights
{
  double intercept;
  double covered;
  double partly;
  GArray *terms;
};

static gboolean
find_feature (const char  *name,
              KlFeature   *feature,
              GError     **error)
{
  for (guint i = 0; i < KL_N_FEATURES; i++)
    if (strcmp (name, kl_feature_get_name ((KlFeature) i)) == 0)
      {
        *feature = (KlFeature) i;
        return TRUE;
      }

  g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "There is no feature “%s”", name);
  return FALSE;
}

static gboolean
add_term (KlReadingWeights  *self,
          GKeyFile          *file,
          const char        *key,
          GError           **error)
{
  g_auto(GStrv) names = g_strsplit (key, "*", 2);
  Term term = { KL_N_FEATURES, KL_N_FEATURES, 0.0 };
  GError *problem = NULL;

  term.weight = g_key_file_get_double (file, "weights", key, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (!find_feature (names[0], &term.first, error)
      || (names[1] != NULL && !find_feature (names[1], &term.second, error)))
    return FALSE;

  g_array_append_val (self->terms, term);
  return TRUE;
}

static gboolean
get_number (GKeyFile    *file,
            const char  *key,
            double      *number,
            GError     **error)
{
  GError *problem = NULL;

  *number = g_key_file_get_double (file, "model", key, &problem);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}

/**
 * kl_reading_weights_new_from_bytes:
 * @bytes: a key file as data/reading-weights.ini
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the weights in it
 */
KlReadingWeights *
kl_reading_weights_new_from_bytes (GBytes  *bytes,
                                   GError **error)
{
  g_autoptr(KlReadingWeights) self = g_new0 (KlReadingWeights, 1);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_auto(GStrv) keys = NULL;

  self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, error)
      || !get_number (file, "intercept", &self->intercept, error)
      || !get_number (file, "covered", &self->covered, error) || !get_number (file, "partly", &self->partly, error))
    return NULL;

  keys = g_key_file_get_keys (file, "weights", NULL, error);
  if (keys == NULL)
    return NULL;
  for (gsize i = 0; keys[i] != NULL; i++)
    if (!add_term (self, file, keys[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

void
kl_reading_weights_free (KlReadingWeights *self)
{
  g_array_unref (self->terms);
  g_free (self);
}

/**
 * kl_reading_weights_judge:
 * @self: weights
 * @features: what was measured of a point and a passage
 *
 * Returns: how much speaks for the point having been made, 0–1
 */
double
kl_reading_weights_judge (const KlReadingWeights *self,
                          const KlPointFeatures  *features)
{
  double sum = self->intercept;

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);
      double value = features->values[term->first];

      if (term->second < KL_N_FEATURES)
        value *= features->values[term->second];
      sum += term->weight * value;
    }
  return 1 / (1 + exp (-sum));
}

/**
 * kl_reading_weights_get_covered:
 * @self: weights
 *
 * Returns: from where on a point counts as covered, 0–1
 */
double
kl_reading_weights_get_covered (const KlReadingWeights *self)
{
  return self->covered;
}

/**
 * kl_reading_weights_get_partly:
 * @self: weights
 *
 * Returns: from where on a point counts as covered in part, 0–1; below it, it is missed
 */
double
kl_reading_weights_get_partly (const KlReadingWeights *self)
{
  return self->partly;
}
