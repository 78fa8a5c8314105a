/* kl-forecast.c: what is expected on the day that is learned for */

#include "config.h"

#include "kl-forecast.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "chart/kl-chart-text.h"

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const KlProspect *first = *(const KlProspect *const *) a;
  const KlProspect *second = *(const KlProspect *const *) b;

  if (first->at_event.score < second->at_event.score || first->at_event.score > second->at_event.score)
    return first->at_event.score < second->at_event.score ? -1 : 1;
  return strcmp (kl_record_get_id (KL_RECORD (first->subject)), kl_record_get_id (KL_RECORD (second->subject)));
}

/**
 * kl_forecast_new:
 * @prospects: (element-type KlProspect): those of all subjects, seen with @day as their event
 * @day: the number of the day
 * @target: the score that is aimed at, in percent
 *
 * Returns: (transfer full): what is expected on @day
 */
KlForecast *
kl_forecast_new (GPtrArray *prospects,
                 gint64     day,
                 double     target)
{
  KlForecast *self = g_new0 (KlForecast, 1);
  double sum = 0;

  self->day = day;
  self->target = target;
  self->below = g_ptr_array_new ();
  for (guint i = 0; i < prospects->len; i++)
    {
      KlProspect *prospect = prospects->pdata[i];

      if (!prospect->is_assessed)
        {
          if (kl_subject_get_kind (prospect->subject) == KL_SUBJECT_TOPIC && !prospect->has_assessed_part)
            self->n_unassessed++;
          continue;
        }
      self->n_assessed++;
      sum += prospect->at_event.score;
      if (prospect->at_event.score < target)
        g_ptr_array_add (self->below, prospect);
    }
  g_ptr_array_sort (self->below, compare);
  self->average = self->n_assessed > 0 ? sum / self->n_assessed : (double) NAN;
  return self;
}

/**
 * kl_forecast_free:
 * @self: (transfer full): a forecast
 */
void
kl_forecast_free (KlForecast *self)
{
  g_ptr_array_unref (self->below);
  g_free (self);
}

static char *
say_unassessed (const KlForecast *self)
{
  return g_strdup_printf (ngettext ("%u topic was never explained.", "%u topics were never explained.",
                                    self->n_unassessed),
                          self->n_unassessed);
}

/**
 * kl_forecast_to_text:
 * @self: a forecast
 *
 * Returns: (transfer full): what is expected, in one or two sentences
 */
char *
kl_forecast_to_text (const KlForecast *self)
{
  g_autofree char *target = kl_chart_text_percent (self->target);
  g_autofree char *average = NULL;
  g_autofree char *unassessed = NULL;
  g_autofree char *expected = NULL;

  if (self->n_assessed == 0)
    return say_unassessed (self);

  average = kl_chart_text_percent (round (self->average));
  if (self->below->len == 0)
    /* Translators: %1$s is a score expected on a day to come, %2$s the score that is aimed at. */
    expected
      = g_strdup_printf (_("Without another attempt %1$s is expected on average, and each of them at least %2$s."),
                         average, target);
  else
    expected = g_strdup_printf (ngettext ("Without another attempt %1$s is expected on average; %2$u of %3$u "
                                          "would be below %4$s.",
                                          "Without another attempt %1$s is expected on average; %2$u of %3$u "
                                          "would be below %4$s.",
                                          self->below->len),
                                average, self->below->len, self->n_assessed, target);
  if (self->n_unassessed == 0)
    return g_steal_pointer (&expected);

  unassessed = say_unassessed (self);
  return g_strdup_printf ("%s %s", expected, unassessed);
}
