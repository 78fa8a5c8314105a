#pragma once

#include "storage/kl-insight-rows.h"

#include "kl-insight-setting.h"

G_BEGIN_DECLS

/**
 * KlInsightReturn:
 * @subject: the number of its subject in the rows
 * @wrong: what was said again
 * @right: what is right
 * @n_noted: in how many attempts after the first the person corrected the same
 * @n_found: in how many other attempts the coach finds it in the explanation
 * @attempt_id: the id of the latest of these
 * @number: the number of that attempt
 * @day: the day that is written for it, 0 where none is known
 *
 * A correction that came back: what was wrong was noted again for a later attempt at the same subject, in the same
 * words, whatever their case and the space between them; or the coach finds it in a later explanation. The coach reads
 * the latest three explanations after each of the newest hundred corrections.
 */
typedef struct
{
  guint   subject;
  char   *wrong;
  char   *right;
  guint   n_noted;
  guint   n_found;
  char   *attempt_id;
  gint64  number;
  gint32  day;
} KlInsightReturn;

GPtrArray *kl_insight_returns_new (const KlInsightRows    *rows,
                                   const KlInsightSetting *setting,
                                   GCancellable           *cancellable);
void       kl_insight_return_free (KlInsightReturn        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlInsightReturn, kl_insight_return_free)

G_END_DECLS
