/* kl-training-set.c: the histories of all subjects, and how well weights predict them */

#include "config.h"

#include "kl-training-set.h"

#include <math.h>
#include <stdlib.h>

#include "kl-recall-loss.h"

struct _KlTrainingSet
{
  GArray *reviews; /* of KlTrainingReview, one history after the other */
  GArray *begins;  /* of guint: where each history begins */
};

static int
compare_orders_cb (const void *a,
                   const void *b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/**
 * kl_training_set_new:
 *
 * Returns: (transfer full): a set without a history
 */
KlTrainingSet *
kl_training_set_new (void)
{
  KlTrainingSet *self = g_new0 (KlTrainingSet, 1);

  self->reviews = g_array_new (FALSE, FALSE, sizeof (KlTrainingReview));
  self->begins = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * kl_training_set_free:
 * @self: (transfer full): a training set
 */
void
kl_training_set_free (KlTrainingSet *self)
{
  g_array_unref (self->reviews);
  g_array_unref (self->begins);
  g_free (self);
}

/**
 * kl_training_set_add:
 * @self: a training set
 * @history: (array length=n_reviews): the attempts at one subject, in order
 * @n_reviews: how many
 *
 * Days before the first attempt, and days below 0, count as 0.
 */
void
kl_training_set_add (KlTrainingSet          *self,
                     const KlTrainingReview *history,
                     gsize                   n_reviews)
{
  if (n_reviews == 0)
    return;

  g_array_append_val (self->begins, self->reviews->len);
  for (gsize i = 0; i < n_reviews; i++)
    {
      KlTrainingReview review = history[i];

      if (i == 0 || !(review.days > 0))
        review.days = 0;
      g_array_append_val (self->reviews, review);
    }
}

/**
 * kl_training_set_add_reviews:
 * @self: a training set
 * @reviews: (array length=n_reviews): the attempts at one subject that count, in the order of kl_review_compare()
 * @n_reviews: how many
 *
 * The days are counted as kl_schedule_add() does.
 */
void
kl_training_set_add_reviews (KlTrainingSet  *self,
                             const KlReview *reviews,
                             gsize           n_reviews)
{
  g_autofree KlTrainingReview *history = g_new (KlTrainingReview, n_reviews);
  gint64 last = n_reviews > 0 ? reviews[0].day : 0;

  for (gsize i = 0; i < n_reviews; i++)
    {
      gint64 day = MAX (reviews[i].day, last);

      history[i] = (KlTrainingReview) { reviews[i].grade, (double) day - (double) last, day };
      last = day;
    }
  kl_training_set_add (self, history, n_reviews);
}

/**
 * kl_training_set_get_n_reviews:
 * @self: a training set
 *
 * Returns: how many attempts it holds
 */
guint
kl_training_set_get_n_reviews (const KlTrainingSet *self)
{
  return self->reviews->len;
}

/**
 * kl_training_set_get_n_histories:
 * @self: a training set
 *
 * Returns: how many subjects' histories it holds
 */
guint
kl_training_set_get_n_histories (const KlTrainingSet *self)
{
  return self->begins->len;
}

/**
 * kl_training_set_get_history:
 * @self: a training set
 * @index: which history
 * @n_reviews: (out): how many attempts it has, at least one
 *
 * Returns: (array length=n_reviews) (transfer none): its attempts
 */
const KlTrainingReview *
kl_training_set_get_history (const KlTrainingSet *self,
                             guint                index,
                             gsize               *n_reviews)
{
  guint begin = g_array_index (self->begins, guint, index);
  guint end = index + 1 < self->begins->len ? g_array_index (self->begins, guint, index + 1) : self->reviews->len;

  *n_reviews = end - begin;
  return &g_array_index (self->reviews, KlTrainingReview, begin);
}

/**
 * kl_training_set_get_newest_fifth:
 * @self: a training set
 *
 * What is of one moment is not taken apart, so it can be a little more than a fifth.
 *
 * Returns: the order from which on the newest fifth of the attempts stands
 */
gint64
kl_training_set_get_newest_fifth (const KlTrainingSet *self)
{
  guint n_reviews = self->reviews->len;
  g_autofree gint64 *orders = g_new (gint64, n_reviews);

  if (n_reviews == 0)
    return G_MAXINT64;

  for (guint i = 0; i < n_reviews; i++)
    orders[i] = g_array_index (self->reviews, KlTrainingReview, i).order;
  qsort (orders, n_reviews, sizeof *orders, compare_orders_cb);
  return orders[n_reviews - (n_reviews + 4) / 5];
}

/**
 * kl_training_set_count:
 * @self: a training set
 * @from: the first order that counts
 * @before: the first that does not count any more
 *
 * Returns: how many attempts there are whose result could be predicted: those a day or more after another
 */
guint
kl_training_set_count (const KlTrainingSet *self,
                       gint64               from,
                       gint64               before)
{
  guint n_predicted = 0;

  for (guint i = 0; i < self->reviews->len; i++)
    {
      const KlTrainingReview *review = &g_array_index (self->reviews, KlTrainingReview, i);

      n_predicted += (review->days > 0 && review->order >= from && review->order < before) ? 1 : 0;
    }
  return n_predicted;
}

static double
get_loss_of_history (const KlFsrs           *fsrs,
                     const KlTrainingReview *history,
                     gsize                   n_reviews,
                     gint64                  from,
                     gint64                  before)
{
  KlMemoryState memory = kl_fsrs_get_first (fsrs, history[0].grade);
  double loss = 0;

  for (gsize i = 1; i < n_reviews && history[i].order < before; i++)
    {
      if (history[i].days > 0 && history[i].order >= from)
        loss += kl_recall_loss (history[i].grade.recall,
                                kl_fsrs_get_retrievability (fsrs, memory.stability, history[i].days));
      memory = kl_fsrs_get_next (fsrs, memory, history[i].grade, history[i].days);
    }
  return loss;
}

/**
 * kl_training_set_get_loss:
 * @self: a training set
 * @weights: the weights
 * @from: the first order that counts
 * @before: the first that does not count any more
 *
 * Returns: the mean of kl_recall_loss() over what kl_training_set_count() counts; 0 where that is nothing
 */
double
kl_training_set_get_loss (const KlTrainingSet *self,
                          const KlWeights     *weights,
                          gint64               from,
                          gint64               before)
{
  guint n_predicted = kl_training_set_count (self, from, before);
  double loss = 0;
  KlFsrs fsrs;

  kl_fsrs_init (&fsrs, weights);
  for (guint i = 0; i < self->begins->len; i++)
    {
      gsize n_reviews;
      const KlTrainingReview *history = kl_training_set_get_history (self, i, &n_reviews);

      loss += get_loss_of_history (&fsrs, history, n_reviews, from, before);
    }
  return n_predicted > 0 ? loss / n_predicted : 0;
}
