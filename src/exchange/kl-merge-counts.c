/* kl-merge-counts.c: what an import amounts to */

#include "config.h"

#include "kl-merge-counts.h"

#include "model/kl-attempt.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"

/**
 * kl_merge_counts_add:
 * @self: what an import amounts to so far
 * @record: a record that is new
 */
void
kl_merge_counts_add (KlMergeCounts *self,
                     KlRecord      *record)
{
  if (KL_IS_SUBJECT (record))
    {
      if (kl_subject_get_kind (KL_SUBJECT (record)) == KL_SUBJECT_EXERCISE)
        self->exercises++;
      else
        self->topics++;
    }
  else if (KL_IS_POINT (record))
    self->points++;
  else if (KL_IS_GAP (record))
    self->gaps++;
  else if (KL_IS_ATTEMPT (record))
    self->attempts++;
  else
    self->others++;
}

/**
 * kl_merge_counts_below:
 * @record: a record
 *
 * Returns: how many records belong to it, all the way down
 */
guint
kl_merge_counts_below (KlRecord *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  guint n_records = 0;

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *children = kl_record_peek_items (record, &klass->lists[i]);

      for (guint j = 0; j < g_list_model_get_n_items (children); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (children, j);

          n_records += 1 + kl_merge_counts_below (child);
        }
    }

  return n_records;
}
