/* kl-weights.c: the parameters of FSRS-6
 *
 * Defaults and bounds: FSRS-6, as fsrs-rs 6 and ts-fsrs 5 have them.
 */

#include "config.h"

#include "kl-weights.h"

#include <math.h>

static const KlWeights default_weights = { {
  0.212, 1.2931, 2.3065, 8.2956, /* w0–w3: stability after a first Again, Hard, Good, Easy, in days */
  6.4133, 0.8334, 3.0194, 0.001, /* w4–w7: difficulty: first, its fall by rating, its change, its return */
  1.8722, 0.1666, 0.796,         /* w8–w10: growth after recall, less with stability, more the later */
  1.4835, 0.0614, 0.2629, 1.6483, /* w11–w14: what is left after forgetting */
  0.6014, 1.8729,                /* w15, w16: growth after Hard and after Easy */
  0.5425, 0.0912, 0.0658,        /* w17–w19: attempts on the same day */
  0.1542,                        /* w20: how fast recall falls */
} };

static const struct
{
  double low;
  double high;
} bounds[KL_N_WEIGHTS] = {
  { 0.001, 100 }, { 0.001, 100 }, { 0.001, 100 }, { 0.001, 100 },
  { 1, 10 }, { 0.001, 4 }, { 0.001, 4 }, { 0.001, 0.75 },
  { 0, 4.5 }, { 0, 0.8 }, { 0.001, 3.5 },
  { 0.001, 5 }, { 0.001, 0.25 }, { 0.001, 0.9 }, { 0, 4 },
  { 0, 1 }, { 1, 6 },
  { 0, 2 }, { 0, 2 }, { 0.01, 0.8 },
  { 0.1, 0.8 },
};

/**
 * kl_weights_get_default:
 *
 * Returns: (transfer none): the weights that FSRS-6 starts from, fitted to the reviews of some ten thousand learners
 */
const KlWeights *
kl_weights_get_default (void)
{
  return &default_weights;
}

/**
 * kl_weights_get_bounds:
 * @index: which weight, 0–20
 * @low: (out): the least that it may be
 * @high: (out): the most that it may be
 */
void
kl_weights_get_bounds (guint   index,
                       double *low,
                       double *high)
{
  g_return_if_fail (index < KL_N_WEIGHTS);

  *low = bounds[index].low;
  *high = bounds[index].high;
}

/**
 * kl_weights_clamp:
 * @self: weights, any numbers
 *
 * Brings each weight into its bounds, and puts the default where there is no number. Within the bounds every step of
 * FSRS is finite.
 */
void
kl_weights_clamp (KlWeights *self)
{
  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    self->w[i] = isnan (self->w[i]) ? default_weights.w[i] : CLAMP (self->w[i], bounds[i].low, bounds[i].high);
}

/**
 * kl_weights_order_first:
 * @self: weights within their bounds
 * @certainty: how sure each of w0–w3 is, above 0
 *
 * Brings w0 ≤ w1 ≤ w2 ≤ w3 about, so that a better first attempt never lasts shorter. Neighbours that are not in order
 * meet where their logarithms' mean is, weighted by how sure they are (isotonic regression): one that nothing is known
 * of makes room for the others. What is in order stays as it is.
 */
void
kl_weights_order_first (KlWeights    *self,
                        const double *certainty)
{
  double means[KL_N_FIRST_WEIGHTS];
  double sums[KL_N_FIRST_WEIGHTS];
  guint begins[KL_N_FIRST_WEIGHTS + 1];
  guint n_groups = 0;

  for (guint i = 0; i < KL_N_FIRST_WEIGHTS; i++)
    {
      begins[n_groups] = i;
      means[n_groups] = log (self->w[i]);
      sums[n_groups] = certainty[i];
      for (n_groups++; n_groups > 1 && means[n_groups - 2] > means[n_groups - 1]; n_groups--)
        {
          double sum = sums[n_groups - 2] + sums[n_groups - 1];

          means[n_groups - 2] += (means[n_groups - 1] - means[n_groups - 2]) * sums[n_groups - 1] / sum;
          sums[n_groups - 2] = sum;
        }
    }

  begins[n_groups] = KL_N_FIRST_WEIGHTS;
  for (guint group = 0; group < n_groups; group++)
    for (guint i = begins[group]; begins[group + 1] - begins[group] > 1 && i < begins[group + 1]; i++)
      self->w[i] = exp (means[group]);
}

/**
 * kl_weights_equal:
 * @self: weights, all of them numbers
 * @other: others
 *
 * Returns: whether each is the same
 */
gboolean
kl_weights_equal (const KlWeights *self,
                  const KlWeights *other)
{
  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    if (self->w[i] < other->w[i] || self->w[i] > other->w[i])
      return FALSE;

  return TRUE;
}

/**
 * kl_weights_parse:
 * @text: (nullable): what kl_weights_to_text() gave
 * @weights: (out): the weights; they need not be within their bounds
 *
 * Returns: whether @text is 21 numbers with blanks between them; if not, nothing is put out
 */
gboolean
kl_weights_parse (const char *text,
                  KlWeights  *weights)
{
  KlWeights read;

  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    {
      char *end;

      read.w[i] = g_ascii_strtod (text, &end);
      if (end == text || !isfinite (read.w[i]) || (*end != '\0' && !g_ascii_isspace (*end)))
        return FALSE;
      text = end;
    }
  while (g_ascii_isspace (*text))
    text++;
  if (*text != '\0')
    return FALSE;

  *weights = read;
  return TRUE;
}

/**
 * kl_weights_to_text:
 * @self: weights
 *
 * Returns: (transfer full): the weights as 21 numbers with a space between them, from which the very same come again
 */
char *
kl_weights_to_text (const KlWeights *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];
      double read;

      /* Where fifteen digits are not enough, seventeen are. */
      read = g_ascii_strtod (g_ascii_formatd (number, sizeof number, "%.15g", self->w[i]), NULL);
      if (read < self->w[i] || read > self->w[i])
        g_ascii_dtostr (number, sizeof number, self->w[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", number);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
