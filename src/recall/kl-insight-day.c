/* kl-insight-day.c: what was done day by day */

#include "config.h"

#include "kl-insight-day.h"

typedef struct
{
  GArray *days;
  GHashTable *places; /* day → its place among them and 1 */
  gint32 last;        /* the day that was asked for before */
  guint place;
} Gathering;

/* Most rows are of the same day as the row before. */
static KlInsightDay *
find_day (Gathering *self,
          gint32     day)
{
  if (day != self->last || self->days->len == 0)
    {
      gpointer place = g_hash_table_lookup (self->places, GINT_TO_POINTER (day));

      if (place == NULL)
        {
          const KlInsightDay empty = { .day = day };

          g_array_append_val (self->days, empty);
          place = GUINT_TO_POINTER (self->days->len);
          g_hash_table_insert (self->places, GINT_TO_POINTER (day), place);
        }
      self->last = day;
      self->place = GPOINTER_TO_UINT (place) - 1;
    }
  return &g_array_index (self->days, KlInsightDay, self->place);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const KlInsightDay *first = a;
  const KlInsightDay *second = b;

  return first->day < second->day ? -1 : first->day > second->day ? 1 : 0;
}

/**
 * kl_insight_days_new:
 * @rows: what the library knows
 * @attempt_days: the day of learning of each attempt, 0 where none is known
 * @session_days: the same of each session
 *
 * Returns: (transfer full) (element-type KlInsightDay): the days on which something was done, oldest first; what has no
 *   date is on none
 */
GArray *
kl_insight_days_new (const KlInsightRows *rows,
                     const gint32        *attempt_days,
                     const gint32        *session_days)
{
  Gathering gathering = { g_array_new (FALSE, FALSE, sizeof (KlInsightDay)), g_hash_table_new (NULL, NULL), 0, 0 };

  for (guint i = 0; i < rows->attempts->len; i++)
    {
      const KlInsightAttempt *attempt = &g_array_index (rows->attempts, KlInsightAttempt, i);
      KlInsightDay *day;

      if (attempt_days[i] <= 0)
        continue;

      day = find_day (&gathering, attempt_days[i]);
      day->n_attempts++;
      day->n_assisted += attempt->is_assisted ? 1 : 0;
      day->explained += attempt->seconds;
    }
  for (guint i = 0; i < rows->sessions->len; i++)
    if (session_days[i] > 0)
      {
        KlInsightDay *day = find_day (&gathering, session_days[i]);

        day->n_sessions++;
        day->studied += g_array_index (rows->sessions, KlInsightSession, i).seconds;
      }

  g_hash_table_unref (gathering.places);
  g_array_sort (gathering.days, compare_days);
  return gathering.days;
}
