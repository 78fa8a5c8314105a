/* kl-duty-kind.c: what there is to do about a subject */

#include "config.h"

#include "kl-duty-kind.h"

/**
 * kl_duty_kind_get_nick:
 * @kind: a kind
 *
 * Returns: (transfer none): what `klearn due --json` calls it; never translated
 */
const char *
kl_duty_kind_get_nick (KlDutyKind kind)
{
  switch (kind)
    {
    case KL_DUTY_TOPIC:
      return "topic";
    case KL_DUTY_EXERCISE:
      return "exercise";
    case KL_DUTY_RESTUDY:
      return "restudy";
    case KL_DUTY_FIRST:
      return "first";
    default:
      g_return_val_if_reached ("topic");
    }
}
