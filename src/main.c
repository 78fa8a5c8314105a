/* main.c: the locale, then the command or the window */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/kl-cli.h"
#include "ui/application/kl-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(KlApplication) application = NULL;
  const char *locale_dir = g_getenv ("KLEARN_LOCALE_DIR"); /* the build tree has its translations elsewhere */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : KL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

#ifdef M_ARENA_MAX
  /* An import is read by one thread and stored by another, which shall have the memory that the first one gave back;
   * and large texts go back to the system at once. */
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_MMAP_THRESHOLD, 1024 * 1024);
#endif

  /* Past a limit on the size of files a write fails, as on a full disk; it does not end the program. */
  (void) signal (SIGXFSZ, SIG_IGN);

  /* A command needs neither a display nor GTK. */
  if (kl_cli_has_command (argc, argv))
    return kl_cli_run (argc, argv);

  g_set_application_name ("KLearn");
  application = kl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
