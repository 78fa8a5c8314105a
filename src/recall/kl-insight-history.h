#pragma once

#include "storage/kl-insight-rows.h"

#include "kl-insight-setting.h"

G_BEGIN_DECLS

/**
 * KlInsightMark:
 * @subject: the number of its subject in the rows
 * @day: the number of the day of learning that the attempt belongs to
 * @written: the number of the day that is written for it
 * @number: the attempt's number
 * @score: the score that counts
 * @is_assisted: whether the topic was looked at meanwhile
 *
 * An attempt that has a score and a day.
 */
typedef struct
{
  guint    subject;
  gint32   day;
  gint32   written;
  gboolean is_assisted;
  gint64   number;
  double   score;
} KlInsightMark;

/**
 * KlInsightHistory:
 * @marks: (element-type KlInsightMark): by subject, and those of one subject in the order of the list of its attempts:
 * by the day that is written, then by number
 * @begins: (element-type guint): by subject, and one more: where its marks begin
 *
 * The scores of all subjects.
 */
typedef struct
{
  GArray *marks;
  GArray *begins;
} KlInsightHistory;

KlInsightHistory    *kl_insight_history_new  (const KlInsightRows    *rows,
                                              const gint32           *days);
void                 kl_insight_history_free (KlInsightHistory       *self);
const KlInsightMark *kl_insight_history_get  (const KlInsightHistory *self,
                                              guint                   subject,
                                              guint                  *n_marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlInsightHistory, kl_insight_history_free)

G_END_DECLS
