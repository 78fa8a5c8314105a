#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlOpinionError:
 * @KL_OPINION_ERROR_ADDRESS: the address or the model cannot be used as it is written
 * @KL_OPINION_ERROR_CONNECTION: the server cannot be reached, or the connection broke off
 * @KL_OPINION_ERROR_UNSAFE: the connection would not be, or is not, encrypted as it has to be
 * @KL_OPINION_ERROR_TIMEOUT: the answer was not there in time
 * @KL_OPINION_ERROR_REDIRECT: the server sends elsewhere
 * @KL_OPINION_ERROR_REFUSED: the server answered that it will not, or cannot
 * @KL_OPINION_ERROR_TOO_LARGE: the answer is larger than any answer has to be
 * @KL_OPINION_ERROR_INVALID: the answer is not in the form that was asked for
 * @KL_OPINION_ERROR_KEYRING: the keyring is missing, locked or broken
 * @KL_OPINION_ERROR_NOTHING: there is no feedback in the text
 *
 * Why there is no second opinion. Each comes with a sentence for the person; the reading goes on without it.
 */
typedef enum
{
  KL_OPINION_ERROR_ADDRESS,
  KL_OPINION_ERROR_CONNECTION,
  KL_OPINION_ERROR_UNSAFE,
  KL_OPINION_ERROR_TIMEOUT,
  KL_OPINION_ERROR_REDIRECT,
  KL_OPINION_ERROR_REFUSED,
  KL_OPINION_ERROR_TOO_LARGE,
  KL_OPINION_ERROR_INVALID,
  KL_OPINION_ERROR_KEYRING,
  KL_OPINION_ERROR_NOTHING,
} KlOpinionError;

#define KL_OPINION_ERROR (kl_opinion_error_quark ())
GQuark kl_opinion_error_quark (void);

G_END_DECLS
