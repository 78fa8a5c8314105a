/* kl-suggested-score.c: the score that verdicts lead to, and why */

#include "config.h"

#include "kl-suggested-score.h"

#include "model/kl-record.h"

#include "chart/kl-chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * kl_suggested_score_init:
 * @self: (out): a score
 * @given: the verdicts that the person gave
 * @suggested: (nullable): those that are suggested; one that is given goes before
 * @points: (element-type KlPoint): the points of the subject; verdicts on others do not count
 * @offset: by how many points this person's scores are usually above what is suggested
 *
 * Covered counts 1, partly ½, missed 0. As far as the verdicts are the person's own, nothing is to be added to them: of
 * @offset as large a part counts as of the verdicts are only suggested.
 */
void
kl_suggested_score_init (KlSuggestedScore *self,
                         KlVerdictTally   *given,
                         KlVerdictTally   *suggested,
                         GListModel       *points,
                         double            offset)
{
  g_autoptr(KlVerdictTally) all = kl_verdict_tally_new (NULL);
  guint n_judged;
  double mean;

  *self = (KlSuggestedScore) { .n_points = g_list_model_get_n_items (points), .score = (double) NAN };
  for (guint i = 0; i < self->n_points; i++)
    {
      g_autoptr(KlRecord) point = g_list_model_get_item (points, i);
      KlVerdictValue value = kl_verdict_tally_get (given, kl_record_get_id (point));

      if (value == KL_VERDICT_UNSET && suggested != NULL)
        {
          value = kl_verdict_tally_get (suggested, kl_record_get_id (point));
          self->n_suggested += value != KL_VERDICT_UNSET;
        }
      self->n_of[value]++;
      kl_verdict_tally_set (all, kl_record_get_id (point), value);
    }

  mean = round (kl_verdict_tally_mean (all, points, &n_judged));
  if (n_judged == 0)
    return;

  self->score = CLAMP (round (mean + offset * self->n_suggested / n_judged), 0, 100);
  self->offset = self->score - mean;
}

/**
 * kl_suggested_score_count:
 * @self: a score
 *
 * Returns: how many points have a verdict, given or suggested
 */
guint
kl_suggested_score_count (const KlSuggestedScore *self)
{
  return self->n_points - self->n_of[KL_VERDICT_UNSET];
}

static void
append (GString *text,
        guint    number,
        char    *words)
{
  g_autofree char *owned = words;

  if (number > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", owned);
}

/* Such as “4 covered, 2 partly, 1 missed”. */
static char *
dup_reason (const KlSuggestedScore *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_covered = self->n_of[KL_VERDICT_COVERED];
  guint n_partly = self->n_of[KL_VERDICT_PARTLY];
  guint n_missed = self->n_of[KL_VERDICT_MISSED];

  append (text, n_covered, g_strdup_printf (ngettext ("%u covered", "%u covered", n_covered), n_covered));
  append (text, n_partly, g_strdup_printf (ngettext ("%u partly", "%u partly", n_partly), n_partly));
  append (text, n_missed, g_strdup_printf (ngettext ("%u missed", "%u missed", n_missed), n_missed));
  return g_strdup (text->str);
}

static void
append_offset (GString *text,
               double   offset)
{
  guint size = (guint) fabs (offset);

  if (offset >= 1)
    /* Translators: goes on after such as “Suggested: 75 %: 4 covered, 2 partly”; points are percentage points */
    g_string_append_printf (text,
                            ngettext ("; and %u point more, as you usually give",
                                      "; and %u points more, as you usually give", size),
                            size);
  else if (offset <= -1)
    g_string_append_printf (text,
                            ngettext ("; and %u point less, as you usually give",
                                      "; and %u points less, as you usually give", size),
                            size);
}

/**
 * kl_suggested_score_to_text:
 * @self: a score
 *
 * Returns: (transfer full) (nullable): the score and why, such as “Suggested: 71 %: 4 covered, 2 partly, 1 missed”;
 * %NULL where there is none
 */
char *
kl_suggested_score_to_text (const KlSuggestedScore *self)
{
  guint n_judged = kl_suggested_score_count (self);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *number = NULL;
  g_autofree char *reason = NULL;

  if (n_judged == 0)
    return NULL;

  number = kl_chart_text_percent (self->score);
  reason = dup_reason (self);
  if (self->n_suggested == n_judged)
    /* Translators: such as “Suggested: 71 %: 4 covered, 2 partly, 1 missed” */
    g_string_append_printf (text, _("Suggested: %1$s: %2$s"), number, reason);
  else
    /* Translators: such as “Mean over 7 of 9 points: 79 %: 5 covered, 1 partly, 1 missed” */
    g_string_append_printf (text,
                            ngettext ("Mean over %1$u of %2$u point: %3$s: %4$s",
                                      "Mean over %1$u of %2$u points: %3$s: %4$s", self->n_points),
                            n_judged, self->n_points, number, reason);
  if (self->n_suggested > 0 && self->n_suggested < n_judged)
    /* Translators: goes on after such as “Mean over 7 of 9 points: 79 %: 5 covered, 2 missed” */
    g_string_append_printf (text,
                            ngettext ("; %u of these is only suggested", "; %u of these are only suggested",
                                      self->n_suggested),
                            self->n_suggested);
  append_offset (text, self->offset);
  return g_strdup (text->str);
}
