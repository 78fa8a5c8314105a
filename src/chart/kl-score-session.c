/* kl-score-session.c: when a subject was studied, beside its scores */

#include "config.h"

#include "kl-score-session.h"

#include <glib/gi18n.h>

#include "kl-chart-text.h"
#include "kl-day-order.h"
#include "model/kl-iso-date.h"

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const KlScoreSession *first = a, *second = b;

  return (first->day > second->day) - (first->day < second->day);
}

/**
 * kl_score_sessions_new:
 * @items: (element-type KlStudySession): sessions, in any order
 *
 * Returns: (transfer full) (element-type KlScoreSession): those that have a day, in the order of their days
 */
GArray *
kl_score_sessions_new (GPtrArray *items)
{
  GArray *self = g_array_new (FALSE, TRUE, sizeof (KlScoreSession));

  for (guint i = 0; i < items->len; i++)
    {
      KlStudySession *session = g_ptr_array_index (items, i);
      KlScoreSession entry = { kl_iso_date_parse_day (kl_study_session_get_started (session)),
                               kl_study_session_get_kind (session),
                               MAX (kl_study_session_get_seconds (session), 0) };

      if (entry.day > 0)
        g_array_append_val (self, entry);
    }
  g_array_sort (self, compare_days);
  return self;
}

/**
 * kl_score_sessions_find_nearest:
 * @self: (element-type KlScoreSession): sessions, at least one
 * @day: a day as in #GDate
 *
 * Returns: the one that is nearest in time; of several the latest
 */
guint
kl_score_sessions_find_nearest (const GArray *self,
                                int           day)
{
  return kl_day_order_find_nearest (self, G_STRUCT_OFFSET (KlScoreSession, day), day);
}

/**
 * kl_score_sessions_dup_summary:
 * @self: (element-type KlScoreSession): sessions, at least one
 *
 * Returns: (transfer full): “3 study sessions, 1 h 30 min”
 */
char *
kl_score_sessions_dup_summary (const GArray *self)
{
  g_autofree char *number = g_strdup_printf (ngettext ("%u study session", "%u study sessions", self->len), self->len);
  g_autofree char *span = NULL;
  gint64 seconds = 0;

  for (guint i = 0; i < self->len; i++)
    seconds += MIN (g_array_index (self, KlScoreSession, i).seconds, G_MAXINT64 / 2 - seconds);
  if (seconds == 0)
    return g_steal_pointer (&number);

  span = kl_chart_text_span ((double) seconds);
  /* Translators: how often was studied, and how long in all: “3 study sessions, 1 h 30 min”. */
  return g_strdup_printf (_("%s, %s"), number, span);
}

/**
 * kl_score_session_dup_words:
 * @self: a session
 *
 * Returns: (transfer full): “Deep dive, 30 min”
 */
char *
kl_score_session_dup_words (const KlScoreSession *self)
{
  const char *kind = self->kind == KL_SESSION_DEEP_DIVE ? _("Deep dive") : _("Restudy");
  g_autofree char *span = NULL;

  if (self->seconds == 0)
    return g_strdup (kind);

  span = kl_chart_text_span ((double) self->seconds);
  return g_strdup_printf (_("%s, %s"), kind, span);
}

/**
 * kl_score_session_dup_text:
 * @self: a session
 *
 * Returns: (transfer full): “Deep dive on 3 March 2026, 30 min”
 */
char *
kl_score_session_dup_text (const KlScoreSession *self)
{
  g_autofree char *day = kl_chart_text_day (self->day, KL_CHART_DATE_FULL);
  g_autofree char *text = NULL;
  g_autofree char *span = NULL;

  if (self->kind == KL_SESSION_DEEP_DIVE)
    /* Translators: %s is a date. */
    text = g_strdup_printf (_("Deep dive on %s"), day);
  else
    /* Translators: %s is a date. */
    text = g_strdup_printf (_("Restudy on %s"), day);
  if (self->seconds == 0)
    return g_steal_pointer (&text);

  span = kl_chart_text_span ((double) self->seconds);
  return g_strdup_printf (_("%s, %s"), text, span);
}
