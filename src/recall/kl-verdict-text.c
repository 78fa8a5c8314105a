/* kl-verdict-text.c: a verdict on a point, as a sign and as a word */

#include "config.h"

#include "kl-verdict-text.h"

#include <glib/gi18n.h>

/**
 * kl_verdict_text_get_glyph:
 * @value: a verdict
 *
 * Returns: (transfer none): a sign for it
 */
const char *
kl_verdict_text_get_glyph (KlVerdictValue value)
{
  switch (value)
    {
    case KL_VERDICT_COVERED:
      return "✓";
    case KL_VERDICT_PARTLY:
      return "~";
    case KL_VERDICT_MISSED:
      return "✗";
    case KL_VERDICT_UNSET:
    default:
      return "";
    }
}

/**
 * kl_verdict_text_get_word:
 * @value: a verdict
 *
 * Returns: (transfer none): the word for it
 */
const char *
kl_verdict_text_get_word (KlVerdictValue value)
{
  switch (value)
    {
    case KL_VERDICT_COVERED:
      return _("Covered");
    case KL_VERDICT_PARTLY:
      return _("Partly");
    case KL_VERDICT_MISSED:
      return _("Missed");
    case KL_VERDICT_UNSET:
    default:
      return _("No verdict yet");
    }
}
