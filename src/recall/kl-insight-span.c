/* kl-insight-span.c: how much time went into each subject */

#include "config.h"

#include "kl-insight-span.h"

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const KlInsightSpan *first = a;
  const KlInsightSpan *second = b;
  gint64 span = first->explained + first->studied;
  gint64 other = second->explained + second->studied;

  if (span != other)
    return span > other ? -1 : 1;
  return first->subject < second->subject ? -1 : 1;
}

/**
 * kl_insight_spans_new:
 * @rows: what the library knows
 *
 * Returns: (transfer full) (element-type KlInsightSpan): the subjects into which any time went, most of it first
 */
GArray *
kl_insight_spans_new (const KlInsightRows *rows)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (KlInsightSpan));
  g_autofree KlInsightSpan *all = g_new0 (KlInsightSpan, rows->subject_ids->len);

  for (guint i = 0; i < rows->attempts->len; i++)
    {
      const KlInsightAttempt *attempt = &g_array_index (rows->attempts, KlInsightAttempt, i);

      all[attempt->subject].explained += attempt->seconds;
    }
  for (guint i = 0; i < rows->sessions->len; i++)
    {
      const KlInsightSession *session = &g_array_index (rows->sessions, KlInsightSession, i);

      all[session->subject].studied += session->seconds;
    }

  for (guint i = 0; i < rows->subject_ids->len; i++)
    {
      all[i].subject = i;
      if (all[i].explained + all[i].studied > 0)
        g_array_append_val (spans, all[i]);
    }
  g_array_sort (spans, compare_spans);
  return spans;
}
