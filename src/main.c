/* main.c: the locale, then the command or the window */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "cli/kl-cli.h"

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, KL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc > 1 && kl_cli_is_command (argv[1]))
    return kl_cli_run (argc, argv);

  return 0;
}
