#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kl_cli_is_command (const char  *word);
int      kl_cli_run        (int          argc,
                            char       **argv);

G_END_DECLS
