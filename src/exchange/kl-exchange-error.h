#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlExchangeError:
 * @KL_EXCHANGE_ERROR_NOT_A_FILE: a folder, a pipe or a device, not a file with text in it
 * @KL_EXCHANGE_ERROR_TOO_LARGE: more bytes than a plan may have
 * @KL_EXCHANGE_ERROR_EMPTY: nothing in it
 * @KL_EXCHANGE_ERROR_NOT_TEXT: bytes that are not UTF-8, or a NUL byte
 * @KL_EXCHANGE_ERROR_INVALID: JSON that is none, or that no plan can be made of
 * @KL_EXCHANGE_ERROR_WRITE: the file was not saved; what was there is as it was
 * @KL_EXCHANGE_ERROR_CHANGED: the file was changed elsewhere: import it first
 * @KL_EXCHANGE_ERROR_GONE: the file is not there any more
 * @KL_EXCHANGE_ERROR_NOT_LINKED: the plan has no file that it is written back to
 * @KL_EXCHANGE_ERROR_NOT_IN_DOCUMENT: something is not where it was read
 *
 * Why a document cannot be read at all, or saved. What can be read but not understood is a note of the import, not an
 * error.
 */
typedef enum
{
  KL_EXCHANGE_ERROR_NOT_A_FILE,
  KL_EXCHANGE_ERROR_TOO_LARGE,
  KL_EXCHANGE_ERROR_EMPTY,
  KL_EXCHANGE_ERROR_NOT_TEXT,
  KL_EXCHANGE_ERROR_INVALID,
  KL_EXCHANGE_ERROR_WRITE,
  KL_EXCHANGE_ERROR_CHANGED,
  KL_EXCHANGE_ERROR_GONE,
  KL_EXCHANGE_ERROR_NOT_LINKED,
  KL_EXCHANGE_ERROR_NOT_IN_DOCUMENT,
} KlExchangeError;

#define KL_EXCHANGE_ERROR (kl_exchange_error_quark ())
GQuark kl_exchange_error_quark (void);

G_END_DECLS
