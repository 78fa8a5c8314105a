/* kl-expectation-text.c: the score that is expected, in words */

#include "config.h"

#include "kl-expectation-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kl-chart-text.h"

/**
 * kl_expectation_to_text:
 * @self: an expectation
 *
 * Returns: (transfer full): such as “expected now 84–93 %”
 */
char *
kl_expectation_to_text (const KlExpectation *self)
{
  const KlScore range = { round (self->low), round (self->high) };
  g_autofree char *score = kl_chart_text_score (range);

  /* Translators: %s is a score or a range of scores. */
  return g_strdup_printf (_("expected now %s"), score);
}
