/* reading-fit.c: fits the weights of the reading: a logistic regression with a ridge
 *
 * Its terms are the features and all products of two of them, standardised. Each kind of set has an intercept of its
 * own, since what people call right differs; the intercepts are not penalised. The sets weigh the same, however long
 * they are. What is minimised is convex: Newton's method finds the one minimum. Further fits that differ little begin
 * there, with the curvature found there, which needs a few more steps that are far cheaper.
 */

#include "config.h"

#include "reading-fit.h"

#include <math.h>
#include <string.h>

#define TOLERANCE 1e-6
#define MAX_STEPS 200
#define MAX_HALVED 20

/* A feature by itself is held down so much less than a product of two. */
#define ALONE 0.05

enum
{
  N_PRODUCTS = KL_N_FEATURES * (KL_N_FEATURES + 1) / 2,
  N_TERMS = KL_N_FEATURES + N_PRODUCTS,
  N_INTERCEPTS = 3,
  N_ALL = N_TERMS + N_INTERCEPTS,
  N_ROWS = 8, /* that are added to the curvature at once */
};

struct _ReadingFit
{
  GPtrArray *answers;
  const KlPointFeatures *features;
  double lambda;
  double shift;

  KlFeature first[N_TERMS];
  KlFeature second[N_TERMS]; /* KL_N_FEATURES for a feature alone */
  double mean[N_TERMS];
  double scale[N_TERMS]; /* 0 for a term that says nothing */

  double weights[N_ALL];
  double loss;
  double *curvature;        /* N_ALL × N_ALL, its upper half */
  double whole_weights[N_ALL];
  gboolean has_whole;
  double start_weights[N_ALL]; /* fitted to all answers without @start_without */
  KlFeature start_without;
};

static guint
find_intercept (AnswerKind kind)
{
  if (kind == ANSWER_SAF)
    return N_TERMS + 1;
  return kind == ANSWER_ARGKP ? N_TERMS + 2 : N_TERMS;
}

static double
get_term (const ReadingFit      *self,
          const KlPointFeatures *features,
          guint                  i)
{
  double value = features->values[self->first[i]];

  return self->second[i] < KL_N_FEATURES ? value * features->values[self->second[i]] : value;
}

/* What an answer counts, by its place: the answers of each set that are fitted to count as much as those of another. */
static double *
weigh (ReadingFit     *self,
       const gboolean *are_left_out)
{
  double *shares = g_new0 (double, self->answers->len);
  guint n[ANSWER_N_KINDS] = { 0 };
  guint n_kinds = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->answers->len; i++)
      {
        const Answer *answer = g_ptr_array_index (self->answers, i);

        if (!answer->is_train || (are_left_out != NULL && are_left_out[i]))
          continue;
        if (pass == 1)
          shares[i] = 1.0 / n[answer->kind] / n_kinds;
        else if (n[answer->kind]++ == 0)
          n_kinds++;
      }
  return shares;
}

static void
standardise (ReadingFit *self)
{
  g_autofree double *shares = weigh (self, NULL);
  double squares[N_TERMS] = { 0 };

  memset (self->mean, 0, sizeof self->mean);
  for (guint row = 0; row < self->answers->len; row++)
    for (guint i = 0; shares[row] > 0 && i < N_TERMS; i++)
      {
        double value = get_term (self, &self->features[row], i);

        self->mean[i] += shares[row] * value;
        squares[i] += shares[row] * value * value;
      }
  for (guint i = 0; i < N_TERMS; i++)
    {
      double variance = squares[i] - self->mean[i] * self->mean[i];

      self->scale[i] = variance > 1e-12 * (1 + squares[i]) ? 1 / sqrt (variance) : 0;
    }
}

/**
 * reading_fit_new:
 * @answers: (element-type Answer): judged answers, those of a train part are fitted to; they are not copied
 * @features: (array): what was measured of each; not copied
 * @lambda: how much large weights are held down; those of single features a twentieth as much
 *
 * Returns: (transfer full): a fit
 */
ReadingFit *
reading_fit_new (GPtrArray             *answers,
                 const KlPointFeatures *features,
                 double                 lambda)
{
  ReadingFit *self = g_new0 (ReadingFit, 1);
  guint n = 0;

  self->answers = g_ptr_array_ref (answers);
  self->features = features;
  self->lambda = lambda;
  self->curvature = g_new0 (double, N_ALL * N_ALL);
  for (guint i = 0; i < KL_N_FEATURES; i++, n++)
    {
      self->first[n] = (KlFeature) i;
      self->second[n] = KL_N_FEATURES;
    }
  for (guint i = 0; i < KL_N_FEATURES; i++)
    for (guint j = i; j < KL_N_FEATURES; j++, n++)
      {
        self->first[n] = (KlFeature) i;
        self->second[n] = (KlFeature) j;
      }
  standardise (self);
  return self;
}

void
reading_fit_free (ReadingFit *self)
{
  g_ptr_array_unref (self->answers);
  g_free (self->curvature);
  g_free (self);
}

/**
 * reading_fit_set_shift:
 * @self: a fit
 * @shift: how much milder than the judges of the short answers to be, in logits
 */
void
reading_fit_set_shift (ReadingFit *self,
                       double      shift)
{
  self->shift = shift;
}

static double
get_lambda (const ReadingFit *self,
            guint             i)
{
  return self->second[i] < KL_N_FEATURES ? self->lambda : ALONE * self->lambda;
}

static void
fill_row (const ReadingFit *self,
          guint             row,
          double           *values)
{
  const Answer *answer = g_ptr_array_index (self->answers, row);

  for (guint i = 0; i < N_TERMS; i++)
    values[i] = self->scale[i] * (get_term (self, &self->features[row], i) - self->mean[i]);
  memset (values + N_TERMS, 0, N_INTERCEPTS * sizeof *values);
  values[find_intercept (answer->kind)] = 1;
}

static void
add_curvature (double       *curvature,
               const double  rows[N_ROWS][N_ALL])
{
  for (guint i = 0; i < N_ALL; i++)
    {
      double *restrict sums = curvature + (gsize) i * N_ALL;
      double at[N_ROWS];

      for (guint k = 0; k < N_ROWS; k++)
        at[k] = rows[k][i];
      for (guint j = i; j < N_ALL; j++)
        sums[j] += at[0] * rows[0][j] + at[1] * rows[1][j] + at[2] * rows[2][j] + at[3] * rows[3][j]
                   + at[4] * rows[4][j] + at[5] * rows[5][j] + at[6] * rows[6][j] + at[7] * rows[7][j];
    }
}

/* Cross entropy, by what comes before the logistic function. */
static double
find_loss (double logit,
           double target)
{
  double least = logit > 0 ? logit + log1p (exp (-logit)) : log1p (exp (logit));

  return least - target * logit;
}

/* Loss and gradient at the weights, and the curvature where it is asked for. */
static double
evaluate (ReadingFit   *self,
          const double *shares,
          double       *gradient,
          double       *curvature)
{
  double rows[N_ROWS][N_ALL] = { { 0 } };
  double loss = 0;
  guint n_rows = 0;

  for (guint i = 0; i < N_ALL; i++)
    gradient[i] = i < N_TERMS ? 2 * get_lambda (self, i) * self->weights[i] : 0;
  for (guint i = 0; i < N_TERMS; i++)
    loss += get_lambda (self, i) * self->weights[i] * self->weights[i];
  if (curvature != NULL)
    memset (curvature, 0, sizeof *curvature * N_ALL * N_ALL);

  for (guint row = 0; row < self->answers->len; row++)
    {
      double *values = rows[n_rows];
      double target = ((const Answer *) g_ptr_array_index (self->answers, row))->target;
      double logit = 0;
      double p;
      double root;

      if (shares[row] <= 0)
        continue;
      fill_row (self, row, values);
      for (guint i = 0; i < N_ALL; i++)
        logit += self->weights[i] * values[i];
      p = 1 / (1 + exp (-logit));
      loss += shares[row] * find_loss (logit, target);
      for (guint i = 0; i < N_ALL; i++)
        gradient[i] += shares[row] * (p - target) * values[i];
      if (curvature == NULL)
        continue;

      root = sqrt (shares[row] * p * (1 - p));
      for (guint i = 0; i < N_ALL; i++)
        values[i] *= root;
      if (++n_rows == N_ROWS)
        {
          add_curvature (curvature, (const double (*)[N_ALL]) rows);
          memset (rows, 0, sizeof rows);
          n_rows = 0;
        }
    }
  if (curvature != NULL && n_rows > 0)
    add_curvature (curvature, (const double (*)[N_ALL]) rows);
  for (guint i = 0; curvature != NULL && i < N_TERMS; i++)
    curvature[(gsize) i * N_ALL + i] += 2 * get_lambda (self, i);
  return loss;
}

static gboolean
is_fitted (const ReadingFit *self,
           guint             i,
           KlFeature         without)
{
  if (i >= N_TERMS)
    return TRUE;
  return self->scale[i] > 0 && (without >= KL_N_FEATURES || (self->first[i] != without && self->second[i] != without));
}

/* The curvature of what is fitted, as the product of a triangle with itself; of the rest, 1. */
static gboolean
factorise (const ReadingFit *self,
           KlFeature         without,
           double           *triangle)
{
  for (gsize i = 0; i < N_ALL; i++)
    for (gsize j = 0; j <= i; j++)
      {
        gboolean are_fitted = is_fitted (self, (guint) i, without) && is_fitted (self, (guint) j, without);
        double sum = are_fitted ? self->curvature[j * N_ALL + i] : (i == j ? 1 : 0);

        for (gsize k = 0; k < j; k++)
          sum -= triangle[i * N_ALL + k] * triangle[j * N_ALL + k];
        if (i == j && sum <= 0)
          return FALSE;
        triangle[i * N_ALL + j] = i == j ? sqrt (sum) : sum / triangle[j * N_ALL + j];
      }
  return TRUE;
}

static void
solve (const double *triangle,
       double       *values)
{
  for (gsize i = 0; i < N_ALL; i++)
    {
      for (gsize k = 0; k < i; k++)
        values[i] -= triangle[i * N_ALL + k] * values[k];
      values[i] /= triangle[i * N_ALL + i];
    }
  for (gsize i = N_ALL; i-- > 0;)
    {
      for (gsize k = i + 1; k < N_ALL; k++)
        values[i] -= triangle[k * N_ALL + i] * values[k];
      values[i] /= triangle[i * N_ALL + i];
    }
}

static double
find_largest (const ReadingFit *self,
              KlFeature         without,
              double           *gradient)
{
  double largest = 0;

  for (guint i = 0; i < N_ALL; i++)
    {
      if (!is_fitted (self, i, without))
        gradient[i] = 0;
      largest = MAX (largest, fabs (gradient[i]));
    }
  return largest;
}

/* Goes down along a step, as far as it goes down; the gradient becomes that of the new place. */
static gboolean
take_step (ReadingFit   *self,
           const double *shares,
           double       *gradient,
           const double *step,
           double       *curvature)
{
  double before[N_ALL];
  double was = self->loss;

  memcpy (before, self->weights, sizeof before);
  for (int halved = 0; halved < MAX_HALVED; halved++)
    {
      double length = ldexp (1, -halved);

      for (guint i = 0; i < N_ALL; i++)
        self->weights[i] = before[i] - length * step[i];
      self->loss = evaluate (self, shares, gradient, curvature);
      if (self->loss <= was + 1e-12)
        return TRUE;
    }
  return FALSE;
}

/* Steps from where the weights are. With @is_exact each takes the curvature of its place, else that which is there. */
static gboolean
descend (ReadingFit   *self,
         const double *shares,
         KlFeature     without,
         gboolean      is_exact)
{
  g_autofree double *triangle = g_new0 (double, N_ALL * N_ALL);
  double *curvature = is_exact ? self->curvature : NULL;
  double gradient[N_ALL];

  self->loss = evaluate (self, shares, gradient, curvature);
  for (guint n = 0; n < MAX_STEPS; n++)
    {
      double step[N_ALL];

      if (find_largest (self, without, gradient) < TOLERANCE)
        return TRUE;
      if ((is_exact || n == 0) && !factorise (self, without, triangle))
        return FALSE;
      memcpy (step, gradient, sizeof step);
      solve (triangle, step);
      if (!take_step (self, shares, gradient, step, curvature))
        return FALSE;
    }
  return FALSE;
}

/* Of all answers and all features: where every other fit begins. */
static gboolean
fit_whole (ReadingFit   *self,
           const double *shares)
{
  if (self->has_whole)
    return TRUE;
  if (!descend (self, shares, KL_N_FEATURES, TRUE))
    return FALSE;

  memcpy (self->whole_weights, self->weights, sizeof self->weights);
  memcpy (self->start_weights, self->weights, sizeof self->weights);
  self->start_without = KL_N_FEATURES;
  self->has_whole = TRUE;
  return TRUE;
}

/* Of all answers, without a feature. */
static gboolean
fit_start (ReadingFit   *self,
           const double *shares,
           KlFeature     without)
{
  if (self->start_without == without)
    return TRUE;

  for (guint i = 0; i < N_ALL; i++)
    self->weights[i] = is_fitted (self, i, without) ? self->whole_weights[i] : 0;
  if (!descend (self, shares, without, FALSE))
    return FALSE;

  memcpy (self->start_weights, self->weights, sizeof self->weights);
  self->start_without = without;
  return TRUE;
}

/**
 * reading_fit_run:
 * @self: a fit
 * @are_left_out: (nullable) (array): answers that it must not see, besides those of no train part
 * @without: a feature to do without, %KL_N_FEATURES for none
 * @error: where to put an error
 *
 * Finds the weights.
 *
 * Returns: whether it could
 */
gboolean
reading_fit_run (ReadingFit      *self,
                 const gboolean  *are_left_out,
                 KlFeature        without,
                 GError         **error)
{
  g_autofree double *all = weigh (self, NULL);
  g_autofree double *shares = weigh (self, are_left_out);

  if (fit_whole (self, all) && fit_start (self, all, without))
    {
      memcpy (self->weights, self->start_weights, sizeof self->weights);
      if (descend (self, shares, without, FALSE))
        return TRUE;
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The weights cannot be fitted to these answers");
  return FALSE;
}

/* The weights for what was measured as it is; the intercept is that of the short answers, and the shift. */
static double
find_plain (const ReadingFit *self,
            double           *weights)
{
  double intercept = self->weights[N_TERMS] + self->shift;

  for (guint i = 0; i < N_TERMS; i++)
    {
      weights[i] = self->weights[i] * self->scale[i];
      intercept -= weights[i] * self->mean[i];
    }
  return intercept;
}

/**
 * reading_fit_judge:
 * @self: a fit that ran
 * @features: what was measured of an answer and a reference
 *
 * Returns: how much speaks for it, 0–1
 */
double
reading_fit_judge (ReadingFit            *self,
                   const KlPointFeatures *features)
{
  double weights[N_TERMS];
  double sum = find_plain (self, weights);

  for (guint i = 0; i < N_TERMS; i++)
    sum += weights[i] * get_term (self, features, i);
  return 1 / (1 + exp (-sum));
}

/**
 * reading_fit_get_loss:
 * @self: a fit that ran
 *
 * Returns: what was minimised
 */
double
reading_fit_get_loss (ReadingFit *self)
{
  return self->loss;
}

static void
append_number (GString    *text,
               const char *key,
               double      number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "%s=%s\n", key, g_ascii_formatd (digits, sizeof digits, "%.6g", number));
}

/**
 * reading_fit_to_text:
 * @self: a fit that ran
 * @covered: from where on a point is covered
 * @partly: from where on it is in part
 *
 * Returns: (transfer full): the file that the reading takes its weights from, without the comment
 */
char *
reading_fit_to_text (ReadingFit *self,
                     double      covered,
                     double      partly)
{
  g_autoptr(GString) text = g_string_new ("[model]\n");
  double weights[N_TERMS];

  append_number (text, "intercept", find_plain (self, weights));
  append_number (text, "covered", covered);
  append_number (text, "partly", partly);
  g_string_append (text, "\n[weights]\n");
  for (guint i = 0; i < N_TERMS; i++)
    {
      const char *second = self->second[i] < KL_N_FEATURES ? kl_feature_get_name (self->second[i]) : NULL;
      g_autofree char *key = g_strconcat (kl_feature_get_name (self->first[i]), second != NULL ? "*" : NULL, second,
                                          NULL);

      if (self->scale[i] > 0)
        append_number (text, key, weights[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
