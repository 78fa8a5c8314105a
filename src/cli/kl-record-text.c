/* kl-record-text.c: values of a plan as people read them on a terminal */

#include "config.h"

#include "kl-record-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define NOTHING "–"

/**
 * kl_text_dup_number:
 * @number: a score or a guess, or NaN
 *
 * Returns: (transfer full): it, with at most one decimal; a dash where it is not set
 */
char *
kl_text_dup_number (double number)
{
  char *text;

  if (isnan (number))
    return g_strdup (NOTHING);

  text = g_strdup_printf ("%.1f", number);
  if (g_str_has_suffix (text, "0"))
    text[strlen (text) - 2] = '\0';
  return text;
}

/**
 * kl_text_dup_score:
 * @score: a score
 *
 * Returns: (transfer full): “92”, “75–85”, or a dash where there is none
 */
char *
kl_text_dup_score (KlScore score)
{
  g_autofree char *low = kl_text_dup_number (score.low);
  g_autofree char *high = kl_text_dup_number (score.high);

  return kl_score_is_range (score) ? g_strdup_printf ("%s–%s", low, high) : g_steal_pointer (&low);
}

/**
 * kl_text_band:
 * @plan: the plan that has the bands
 * @score: a score
 *
 * Returns: (transfer none): the name of its band, or nothing
 */
const char *
kl_text_band (KlPlan  *plan,
              KlScore  score)
{
  KlBand *band = kl_plan_find_band (plan, kl_score_get_value (score));

  return band != NULL ? kl_band_get_name (band) : "";
}

/**
 * kl_text_depth:
 * @depth: a depth
 *
 * Returns: (transfer none): its name
 */
const char *
kl_text_depth (KlDepth depth)
{
  switch (depth)
    {
    case KL_DEPTH_DEEP:
      return _("deep");

    case KL_DEPTH_SURFACE:
      return _("surface");

    case KL_DEPTH_NONE:
    default:
      return NOTHING;
    }
}

/**
 * kl_text_dup_moment:
 * @date: (nullable): a date or a time, as an attempt holds it
 *
 * Returns: (transfer full): the day, and the hour where there is one, in the zone that it was written in
 */
char *
kl_text_dup_moment (const char *date)
{
  char *text;

  if (date == NULL)
    return g_strdup (NOTHING);

  text = g_strndup (date, strlen ("2025-10-10T18:30"));
  return g_strdelimit (text, "T", ' ');
}
