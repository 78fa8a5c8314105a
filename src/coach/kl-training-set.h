#pragma once

#include "kl-fsrs.h"
#include "kl-review.h"

G_BEGIN_DECLS

/**
 * KlTrainingReview:
 * @grade: what the attempt was worth
 * @days: whole days since the attempt before, 0 for the first
 * @order: where it stands in time among the attempts at all subjects, such as the number of its day
 *
 * An attempt that weights are fitted to.
 */
typedef struct
{
  KlGrade grade;
  double  days;
  gint64  order;
} KlTrainingReview;

typedef struct _KlTrainingSet KlTrainingSet;

KlTrainingSet          *kl_training_set_new                 (void);
void                    kl_training_set_free                (KlTrainingSet          *self);
void                    kl_training_set_add                 (KlTrainingSet          *self,
                                                             const KlTrainingReview *history,
                                                             gsize                   n_reviews);
void                    kl_training_set_add_reviews         (KlTrainingSet          *self,
                                                             const KlReview         *reviews,
                                                             gsize                   n_reviews);
guint                   kl_training_set_get_n_reviews       (const KlTrainingSet    *self);
guint                   kl_training_set_get_n_histories     (const KlTrainingSet    *self);
const KlTrainingReview *kl_training_set_get_history         (const KlTrainingSet    *self,
                                                             guint                   index,
                                                             gsize                  *n_reviews);
gint64                  kl_training_set_get_newest_fifth    (const KlTrainingSet    *self);
guint                   kl_training_set_count               (const KlTrainingSet    *self,
                                                             gint64                  from,
                                                             gint64                  before);
double                  kl_training_set_get_loss            (const KlTrainingSet    *self,
                                                             const KlWeights        *weights,
                                                             gint64                  from,
                                                             gint64                  before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlTrainingSet, kl_training_set_free)

G_END_DECLS
