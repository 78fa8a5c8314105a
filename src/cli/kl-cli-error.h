#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlCliError:
 * @KL_CLI_ERROR_FAILED: what was asked for cannot be done; the message says why
 * @KL_CLI_ERROR_USAGE: the command was not given as its help says
 *
 * Why a command ends without having done anything. Decides on its exit status.
 */
typedef enum
{
  KL_CLI_ERROR_FAILED,
  KL_CLI_ERROR_USAGE,
} KlCliError;

#define KL_CLI_ERROR (kl_cli_error_quark ())
GQuark kl_cli_error_quark (void);

G_END_DECLS
