/* kl-insight-target.c: the attempt that a mark of a chart leads to, as text
 *
 * What is known of a million attempts to say how it goes has no ids, but their numbers, which each subject has once.
 */

#include "config.h"

#include "kl-insight-target.h"

#include <string.h>

/**
 * kl_insight_target_new:
 * @subject_id: the id of a subject
 * @number: the number of an attempt at it
 *
 * Returns: (transfer full): both as one text
 */
char *
kl_insight_target_new (const char *subject_id,
                       gint64      number)
{
  return g_strdup_printf ("%s#%" G_GINT64_FORMAT, subject_id, number);
}

/**
 * kl_insight_target_parse:
 * @target: what kl_insight_target_new() made
 * @number: (out): the number of an attempt
 *
 * Returns: (transfer full) (nullable): the id of its subject; %NULL where @target is something else
 */
char *
kl_insight_target_parse (const char *target,
                         gint64     *number)
{
  const char *end = strrchr (target, '#');

  if (end == NULL || !g_ascii_string_to_signed (end + 1, 10, G_MININT64, G_MAXINT64, number, NULL))
    return NULL;
  return g_strndup (target, (gsize) (end - target));
}
