#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlVerdictValue:
 * @KL_VERDICT_UNSET: nobody has said yet
 * @KL_VERDICT_COVERED: explained; counts 1
 * @KL_VERDICT_PARTLY: explained in part; counts ½
 * @KL_VERDICT_MISSED: not explained or wrong; counts 0
 *
 * What an explanation did with a key point.
 */
typedef enum
{
  KL_VERDICT_UNSET,
  KL_VERDICT_COVERED,
  KL_VERDICT_PARTLY,
  KL_VERDICT_MISSED,
} KlVerdictValue;

#define KL_TYPE_VERDICT_VALUE (kl_verdict_value_get_type ())
GType kl_verdict_value_get_type (void);

G_END_DECLS
