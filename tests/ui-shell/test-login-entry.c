/* test-login-entry.c: the file that starts KLearn at login, as KLearn and others write it */

#include "config.h"

#include <fcntl.h>
#include <gio/gdesktopappinfo.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ui/reminder/kl-login-entry.h"

typedef struct
{
  char *folder;
  char *path;    /* of the file */
  char *program; /* that can be run */
} Fixture;

static void
make_program (const char *program)
{
  g_autofree char *folder = g_path_get_dirname (program);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  /* It says what it was given beside itself. */
  g_assert_true (g_file_set_contents (program, "#!/bin/sh\nprintf '%s' \"$*\" > \"$0.was-run\"\n", -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("klearn-login-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "config", "autostart", KL_APPLICATION_ID ".desktop", NULL);
  fixture->program = g_build_filename (fixture->folder, "bin", "klearn", NULL);
  make_program (fixture->program);
}

static void
remove_all (const char *path)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_assert_cmpint (g_chmod (path, 0700), ==, 0);
      dir = g_dir_open (path, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_all (child);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->program);
}

static void
write_entry (Fixture    *fixture,
             const char *program)
{
  g_autoptr(GError) error = NULL;
  gboolean done = kl_login_entry_write (fixture->path, program, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* What is in the autostart folder once somebody else wrote it. */
static void
put (Fixture    *fixture,
     const char *contents)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, contents, -1, NULL));
}

static void
put_exec (Fixture    *fixture,
          const char *exec,
          const char *more)
{
  g_autofree char *contents = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=X\nExec=%s\n%s", exec, more);

  put (fixture, contents);
}

static char *
read_entry (Fixture *fixture)
{
  char *contents = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  return contents;
}

static void
test_written (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *try_exec = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr(GDir) dir = NULL;
  GError *error = NULL;

  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_NONE);
  write_entry (fixture, fixture->program);
  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_READY);
  g_assert_true (g_key_file_load_from_file (file, fixture->path, G_KEY_FILE_NONE, NULL));
  try_exec = g_key_file_get_string (file, "Desktop Entry", "TryExec", NULL);
  g_assert_cmpstr (try_exec, ==, fixture->program);
  g_assert_false (g_key_file_has_key (file, "Desktop Entry", "OnlyShowIn", NULL));
  g_assert_false (g_key_file_has_key (file, "Desktop Entry", "Hidden", NULL));

  /* Nothing else is left beside it. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, KL_APPLICATION_ID ".desktop");
  g_assert_null (g_dir_read_name (dir));

  g_assert_true (kl_login_entry_remove (fixture->path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_NONE);
  g_assert_true (kl_login_entry_remove (fixture->path, &error));
  g_assert_no_error (error);
}

/* What a desktop makes of the file is run, with the service's argument, from wherever the program lies. */
static void
test_started (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *program = g_build_filename (fixture->folder, data, "klearn", NULL);
  g_autofree char *was_run = g_strconcat (program, ".was-run", NULL);
  g_autofree char *said = NULL;
  g_autoptr(GDesktopAppInfo) info = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *validator = g_find_program_in_path ("desktop-file-validate");

  make_program (program);
  write_entry (fixture, program);
  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_READY);

  info = g_desktop_app_info_new_from_filename (fixture->path);
  g_assert_nonnull (info);
  g_assert_true (g_app_info_launch (G_APP_INFO (info), NULL, NULL, &error));
  g_assert_no_error (error);
  while (said == NULL || *said == '\0')
    {
      g_free (g_steal_pointer (&said));
      (void) g_file_get_contents (was_run, &said, NULL, NULL);
      g_usleep (1000);
    }
  g_assert_cmpstr (said, ==, "--gapplication-service");

  if (validator != NULL)
    {
      char *command[] = { validator, fixture->path, NULL };
      g_autofree char *out = NULL;
      int status;

      g_assert_true (g_spawn_sync (NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, NULL));
      g_assert_cmpstr (out, ==, "");
      g_assert_cmpint (status, ==, 0);
    }
}

static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *ours = g_strdup_printf ("%s --gapplication-service", fixture->program);
  g_autofree char *quoted = g_strdup_printf ("'%s' --gapplication-service", fixture->program);
  g_autofree char *longer = g_strdup_printf ("env A=b %s --gapplication-service", fixture->program);
  const struct
  {
    const char *exec;
    const char *more;
    KlLoginEntry entry;
  } cases[] = {
    /* As the desktop's portals write it. */
    { ours, "X-XDP-Autostart=com.example.KLearn\n", KL_LOGIN_ENTRY_READY },
    { quoted, "", KL_LOGIN_ENTRY_READY },
    { ours, "X-GNOME-Autostart-enabled=true\n", KL_LOGIN_ENTRY_READY },
    { ours, "Hidden=true\n", KL_LOGIN_ENTRY_OFF },
    { ours, "X-GNOME-Autostart-enabled=false\n", KL_LOGIN_ENTRY_OFF },
    { "/no/such/place/klearn --gapplication-service", "", KL_LOGIN_ENTRY_MOVED },
    { "/no/such/place/klearn --gapplication-service", "Hidden=true\n", KL_LOGIN_ENTRY_OFF },
    /* As a tool of the desktop copies it from the menu, or the person has changed it. */
    { "klearn %F", "", KL_LOGIN_ENTRY_CHANGED },
    { "klearn %F", "Hidden=true\n", KL_LOGIN_ENTRY_CHANGED_OFF },
    { longer, "", KL_LOGIN_ENTRY_CHANGED },
    { "flatpak run com.example.KLearn --gapplication-service", "", KL_LOGIN_ENTRY_CHANGED },
    { "/usr/bin/other --gapplication-service", "", KL_LOGIN_ENTRY_FOREIGN },
    { "klearnt --gapplication-service", "", KL_LOGIN_ENTRY_FOREIGN },
    { "\"not closed", "", KL_LOGIN_ENTRY_FOREIGN },
    { "", "", KL_LOGIN_ENTRY_FOREIGN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      put_exec (fixture, cases[i].exec, cases[i].more);
      g_test_message ("%s %s", cases[i].exec, cases[i].more);
      g_assert_cmpint (kl_login_entry_look (fixture->path), ==, cases[i].entry);
    }

  put (fixture, "no such file");
  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_FOREIGN);
  put (fixture, "");
  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_FOREIGN);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("/no/such/file", fixture->path), ==, 0);
  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_FOREIGN);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_FOREIGN);
}

/* What the person added stays. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *contents = NULL;

  put_exec (fixture, "/no/such/place/klearn --gapplication-service",
            "TryExec=/no/such/place/klearn\n# mine\nName[de]=Anders\nX-GNOME-Autostart-Delay=5\n");
  write_entry (fixture, fixture->program);
  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_READY);
  contents = read_entry (fixture);
  g_assert_nonnull (strstr (contents, "# mine\nName[de]=Anders\nX-GNOME-Autostart-Delay=5\n"));
  g_assert_null (strstr (contents, "/no/such/place"));
}

static void
check_not_written (Fixture *fixture,
                   GQuark   domain,
                   int      code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (kl_login_entry_write (fixture->path, fixture->program, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

/* In a process of its own, without the rights of root and with the limits of a small disk. */
static void
test_hindered (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *config = g_path_get_dirname (folder);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GDir) dir = NULL;
  GError *error = NULL;
  struct rlimit limit;

  /* A file where the folder would be, then a folder where the file would be. */
  g_assert_cmpint (g_mkdir_with_parents (config, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_NONE);
  check_not_written (fixture, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (g_unlink (folder), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0700), ==, 0);
  check_not_written (fixture, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_false (kl_login_entry_remove (fixture->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);

  /* A disk that is full: what is there stays whole. */
  put_exec (fixture, "/no/such/place/klearn --gapplication-service", "");
  before = read_entry (fixture);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  {
    struct rlimit full = { 16, limit.rlim_max };

    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  }
  check_not_written (fixture, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  after = read_entry (fixture);
  g_assert_cmpstr (after, ==, before);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
  g_assert_null (g_dir_read_name (dir));

  /* A home that can only be read. */
  if (geteuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  check_not_written (fixture, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_false (kl_login_entry_remove (fixture->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_clear_error (&error);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_name_is_no_text (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (kl_login_entry_write (fixture->path, "/opt/\xff/klearn", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpint (kl_login_entry_look (fixture->path), ==, KL_LOGIN_ENTRY_NONE);
}

static void
test_program (void)
{
  g_autofree char *program = kl_login_entry_dup_program ();

  g_assert_nonnull (program);
  g_assert_true (g_path_is_absolute (program));
  g_assert_true (g_str_has_suffix (program, "/test-login-entry"));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const folders[] = { "plain",           "a space", "quote\"s' and `ticks`", "$HOME", "100%u", "%%",
                                         "back\\slash\\", "Größe",   "a=b;c",               " first" };

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/login-entry/written", Fixture, NULL, set_up, test_written, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *name = g_strdup_printf ("/login-entry/started/%u", i);

      g_test_add (name, Fixture, folders[i], set_up, test_started, tear_down);
    }
  g_test_add ("/login-entry/others", Fixture, NULL, set_up, test_others, tear_down);
  g_test_add ("/login-entry/moved", Fixture, NULL, set_up, test_moved, tear_down);
  g_test_add ("/login-entry/hindered", Fixture, NULL, set_up, test_hindered, tear_down);
  g_test_add ("/login-entry/name-is-no-text", Fixture, NULL, set_up, test_name_is_no_text, tear_down);
  g_test_add_func ("/login-entry/program", test_program);
  return g_test_run ();
}
