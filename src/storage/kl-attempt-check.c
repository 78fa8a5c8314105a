/* kl-attempt-check.c: what must hold of an attempt before it becomes history */

#include "config.h"

#include "kl-attempt-check.h"

#include <glib/gi18n.h>

#include "kl-storage-error.h"
#include "model/kl-blank.h"
#include "model/kl-iso-date.h"

static gboolean
invalid (const char  *message,
         GError     **error)
{
  g_set_error_literal (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_INVALID, message);
  return FALSE;
}

/* NaN is not in the range; infinity neither. */
static gboolean
is_percent (double value)
{
  return value >= 0 && value <= 100;
}

/**
 * kl_score_check:
 * @low: the lower end
 * @high: the upper end
 * @error: where to put an error
 *
 * Returns: whether both are 0–100 and in order, or neither is set
 */
gboolean
kl_score_check (double   low,
                double   high,
                GError **error)
{
  KlScore score = { low, high };

  if (isnan (low) && isnan (high))
    return TRUE;

  if (!kl_score_is_set (score) || !is_percent (low) || !is_percent (high) || low > high)
    return invalid (_("A score must be between 0 and 100. Nothing was recorded."), error);

  return TRUE;
}

/**
 * kl_attempt_check:
 * @attempt: an attempt that is to be recorded
 * @now: the time
 * @error: where to put an error of %KL_STORAGE_ERROR_INVALID
 *
 * Returns: whether it has an explanation, a date that is not in the future, and scores of 0–100 or none
 */
gboolean
kl_attempt_check (KlAttempt  *attempt,
                  GDateTime  *now,
                  GError    **error)
{
  KlIsoDate date;
  double guess = kl_attempt_get_guess (attempt);

  if (kl_is_blank (kl_attempt_get_explanation (attempt)))
    return invalid (_("The explanation is empty. Nothing was recorded."), error);

  if (!kl_iso_date_parse (kl_attempt_get_date (attempt), &date))
    return invalid (_("The date must look like 2025-10-10 or 2025-10-10T18:30:00+02:00. Nothing was recorded."), error);

  if (kl_iso_date_get_unix (&date, g_date_time_get_timezone (now)) > g_date_time_to_unix (now))
    return invalid (_("An attempt cannot be dated in the future. Nothing was recorded."), error);

  if (!isnan (guess) && !is_percent (guess))
    return invalid (_("The expected score must be between 0 and 100. Nothing was recorded."), error);

  return kl_score_check (kl_attempt_get_low (attempt), kl_attempt_get_high (attempt), error);
}
