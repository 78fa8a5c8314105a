/* kl-login-entry.c: the file in the autostart folder that starts KLearn's service when the person logs in
 *
 * Others write there too: the background portal, tools of the desktop, the person. What KLearn did not write in this
 * form is told from what it did, and left as it is.
 */

#include "config.h"

#include "kl-login-entry.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define GROUP G_KEY_FILE_DESKTOP_GROUP
#define SERVICE "--gapplication-service"

/* What the kernel says after the name of a program that was replaced while it runs. */
#define DELETED " (deleted)"

/**
 * kl_login_entry_dup_path:
 *
 * Returns: (transfer full) (type filename): where the file lies
 */
char *
kl_login_entry_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", KL_APPLICATION_ID ".desktop", NULL);
}

/**
 * kl_login_entry_dup_program:
 *
 * Returns: (transfer full) (type filename) (nullable): the absolute path of the program that runs
 */
char *
kl_login_entry_dup_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL && g_str_has_suffix (program, DELETED))
    program[strlen (program) - strlen (DELETED)] = '\0';
  if (program != NULL && g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&program);
  return g_find_program_in_path ("klearn");
}

/* Exec has two layers: this one, of quoted arguments, and that of all strings of such a file, which GKeyFile adds. */
static char *
quote (const char *argument)
{
  GString *quoted = g_string_new ("\"");

  for (const char *c = argument; *c != '\0'; c++)
    {
      if (strchr ("\"`$\\", *c) != NULL)
        g_string_append_c (quoted, '\\');
      else if (*c == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *c);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/* GLib looks for the program before it makes one “%” of two, so such a name must not be the first. */
static char *
dup_exec (const char *program)
{
  g_autofree char *quoted = quote (program);

  return g_strdup_printf ("%s%s " SERVICE, strchr (program, '%') != NULL ? "env " : "", quoted);
}

/* The words of Exec. */
static GStrv
parse_exec (GKeyFile *file)
{
  g_autofree char *exec = g_key_file_get_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, NULL);
  g_auto(GStrv) words = NULL;

  if (exec == NULL || !g_shell_parse_argv (exec, NULL, &words, NULL))
    return NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr(GString) word = g_string_new (words[i]);

      g_string_replace (word, "%%", "%", 0);
      g_free (words[i]);
      words[i] = g_strdup (word->str);
    }
  return g_steal_pointer (&words);
}

static gboolean
is_klearn (const char *word)
{
  g_autofree char *name = g_path_get_basename (word);

  return g_str_equal (name, "klearn") || g_str_equal (name, KL_APPLICATION_ID);
}

static gboolean
is_off (GKeyFile *file)
{
  return g_key_file_get_boolean (file, GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL)
         || (g_key_file_has_key (file, GROUP, "X-GNOME-Autostart-enabled", NULL)
             && !g_key_file_get_boolean (file, GROUP, "X-GNOME-Autostart-enabled", NULL));
}

static KlLoginEntry
look_at_words (GKeyFile *file)
{
  g_auto(GStrv) words = parse_exec (file);
  guint first = words != NULL && g_strcmp0 (words[0], "env") == 0 ? 1 : 0;
  g_autofree char *program = NULL;
  gboolean is_ours = FALSE;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    is_ours |= is_klearn (words[i]);
  if (!is_ours)
    return KL_LOGIN_ENTRY_FOREIGN;
  if (g_strv_length (words) != first + 2 || !is_klearn (words[first]) || !g_str_equal (words[first + 1], SERVICE))
    return is_off (file) ? KL_LOGIN_ENTRY_CHANGED_OFF : KL_LOGIN_ENTRY_CHANGED;
  if (is_off (file))
    return KL_LOGIN_ENTRY_OFF;

  program = g_find_program_in_path (words[first]);
  return program != NULL ? KL_LOGIN_ENTRY_READY : KL_LOGIN_ENTRY_MOVED;
}

/**
 * kl_login_entry_look:
 * @path: where the file lies
 *
 * Reads the file; not for the main thread.
 *
 * Returns: what it does
 */
KlLoginEntry
kl_login_entry_look (const char *path)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  struct stat status;

  if (lstat (path, &status) != 0 && (errno == ENOENT || errno == ENOTDIR))
    return KL_LOGIN_ENTRY_NONE;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)
      || !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return KL_LOGIN_ENTRY_FOREIGN;
  return look_at_words (file);
}

static gboolean
set_error (const char  *reason,
           GError     **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("KLearn cannot be started when you log in: %s"), reason);
  return FALSE;
}

static char *
dup_contents (const char *path,
              const char *program,
              gsize      *length)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *exec = dup_exec (program);

  /* What the person added to a file that is mended stays. */
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
    {
      g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
      g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, "KLearn");
      g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_COMMENT, _("Reminds you when something is due"));
      g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, KL_APPLICATION_ID);
      g_key_file_set_boolean (file, GROUP, G_KEY_FILE_DESKTOP_KEY_TERMINAL, FALSE);
    }
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, exec);
  g_key_file_set_string (file, GROUP, G_KEY_FILE_DESKTOP_KEY_TRY_EXEC, program);
  return g_key_file_to_data (file, length, NULL);
}

/**
 * kl_login_entry_write:
 * @path: where the file lies; %KL_LOGIN_ENTRY_NONE or %KL_LOGIN_ENTRY_MOVED
 * @program: (type filename): the absolute path of the program
 * @error: %G_IO_ERROR
 *
 * Writes the file, whole or not at all; not for the main thread.
 *
 * Returns: whether it starts @program now
 */
gboolean
kl_login_entry_write (const char  *path,
                      const char  *program,
                      GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *contents = NULL;
  g_autoptr(GError) reason = NULL;
  gsize length;

  /* Such a file is UTF-8 throughout. */
  if (!g_utf8_validate (program, -1, NULL))
    {
      g_autofree char *shown = g_filename_display_name (program);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _("KLearn cannot be started when you log in: the name of its folder is not UTF-8 (“%s”)."), shown);
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved_errno = errno;
      g_autofree char *shown = g_filename_display_name (path);
      g_autofree char *reason_text = g_strdup_printf ("“%s”: %s.", shown, g_strerror (saved_errno));

      return set_error (reason_text, error);
    }

  contents = dup_contents (path, program, &length);
  if (!g_file_set_contents_full (path, contents, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &reason))
    return set_error (reason->message, error);
  return TRUE;
}

/**
 * kl_login_entry_remove:
 * @path: where the file lies
 * @error: %G_IO_ERROR
 *
 * Returns: whether it is gone
 */
gboolean
kl_login_entry_remove (const char  *path,
                       GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("Reminders are off, but KLearn still starts when you log in: “%s” was not removed (%s)."), shown,
               g_strerror (errno));
  return FALSE;
}
