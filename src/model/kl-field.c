/* kl-field.c: one stored value of a record */

#include "config.h"

#include "kl-field.h"

#include <math.h>

/**
 * kl_field_holds_string:
 * @self: a field
 *
 * Returns: whether its value is a string, be it an id or not
 */
gboolean
kl_field_holds_string (const KlField *self)
{
  return self->kind == KL_FIELD_STRING || self->kind == KL_FIELD_REFERENCE;
}

/**
 * kl_field_numbers_are_equal:
 * @a: the value of a field of %KL_FIELD_NUMBER
 * @b: another one
 *
 * Returns: whether they are the same; two that are not set are
 */
gboolean
kl_field_numbers_are_equal (double a,
                            double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);
  return !(a < b) && !(a > b);
}
