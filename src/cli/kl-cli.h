#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kl_cli_has_command (int          argc,
                             char       **argv);
int      kl_cli_run         (int          argc,
                             char       **argv);

G_END_DECLS
