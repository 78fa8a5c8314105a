/* test-document-replace.c: a file is written only over what is known to be in it, whoever writes meanwhile */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exchange/kl-document-replace.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "plan.md", NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  (void) g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
digest_of (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
put (const char *path,
     const char *text)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *path,
              const char *text)
{
  g_autofree char *held = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &held, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (held, ==, text);
}

static gboolean
replace (Fixture     *fixture,
         const char  *text,
         const char  *known,
         GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *digest = known != NULL ? digest_of (known) : g_strdup ("");
  const char *digests[] = { "none of all", digest, NULL };

  return kl_document_replace_write (fixture->path, bytes, digests, error);
}

static void
test_known (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  struct stat status;

  put (fixture->path, "before");
  g_assert_cmpint (g_chmod (fixture->path, 0642), ==, 0);
  g_assert_true (replace (fixture, "after", "before", &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "after");
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0642);
  g_assert_cmpuint (count_files (fixture), ==, 1);

  g_assert_true (replace (fixture, "", "after", &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "");
}

static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) changed = NULL;
  g_autoptr(GError) new = NULL;

  put (fixture->path, "theirs");
  g_assert_false (replace (fixture, "after", "before", &changed));
  g_assert_error (changed, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_CHANGED);
  g_assert_false (replace (fixture, "after", NULL, &new));
  g_assert_error (new, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_CHANGED);
  assert_holds (fixture->path, "theirs");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) gone = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (replace (fixture, "after", "before", &gone));
  g_assert_error (gone, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_GONE);
  g_assert_cmpuint (count_files (fixture), ==, 0);
  g_assert_true (replace (fixture, "after", NULL, &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "after");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* What a crash left aside goes with the next writing. */
static void
test_left_over (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *hash = digest_of ("plan.md");
  g_autofree char *name = g_strdup_printf (".klearn-%.16s", hash);
  g_autofree char *aside = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  put (fixture->path, "before");
  put (aside, "half");
  g_assert_true (replace (fixture, "after", "before", &error));
  g_assert_no_error (error);
  assert_holds (fixture->path, "after");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* No space: files may not grow any more, in a process of its own. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *large = g_strnfill (100000, 'x');
  pid_t child;
  int status = 0;

  put (fixture->path, "before");
  child = fork ();
  if (child == 0)
    {
      struct rlimit limit = { 50000, 50000 };
      g_autoptr(GError) error = NULL;

      (void) signal (SIGXFSZ, SIG_IGN);
      if (setrlimit (RLIMIT_FSIZE, &limit) != 0 || replace (fixture, large, "before", &error))
        _exit (1);
      _exit (g_error_matches (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE) ? 0 : 2);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  assert_holds (fixture->path, "before");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

#define N_ROUNDS 300

typedef struct
{
  const char *path;
  int rounds;
  int lost;
} Others;

/* Another program that saves again and again, as editors do: aside, then renamed. Every second time it is what KLearn
 * knows. */
static gpointer
others_thread (gpointer data)
{
  Others *others = data;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *theirs = g_strdup_printf ("theirs %d", round);
      g_autofree char *held = NULL;
      gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

      put (others->path, "known");
      if (round % 3 == 0)
        g_usleep (200);
      put (others->path, theirs);
      /* KLearn may be about to change back what it took out. */
      while (g_get_monotonic_time () < end)
        {
          g_clear_pointer (&held, g_free);
          if (g_file_get_contents (others->path, &held, NULL, NULL) && g_str_equal (held, theirs))
            break;
          g_usleep (50);
        }
      if (g_strcmp0 (held, theirs) != 0)
        g_atomic_int_inc (&others->lost);
      g_atomic_int_inc (&others->rounds);
    }
  return NULL;
}

static void
test_at_the_same_moment (Fixture       *fixture,
                         gconstpointer  data)
{
  Others others = { fixture->path, 0, 0 };
  GThread *thread;
  guint n_written = 0;
  guint n_refused = 0;

  put (fixture->path, "known");
  thread = g_thread_new ("others", others_thread, &others);
  while (g_atomic_int_get (&others.rounds) < N_ROUNDS)
    {
      g_autoptr(GError) error = NULL;

      if (replace (fixture, "KLearn", "known", &error))
        n_written++;
      else
        {
          g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_CHANGED);
          n_refused++;
        }
    }
  g_thread_join (thread);
  g_test_message ("%u written, %u refused", n_written, n_refused);
  g_assert_cmpint (others.lost, ==, 0);
  g_assert_cmpuint (n_refused, >, 0);
}

static void
test_lock (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) cancelled = NULL;
  g_autoptr(GError) error = NULL;
  int first = kl_document_replace_lock (fixture->path, NULL, &error);
  int second;

  g_assert_no_error (error);
  g_assert_cmpint (first, >=, 0);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (kl_document_replace_lock (fixture->path, cancellable, &cancelled), ==, -1);
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  close (first);
  second = kl_document_replace_lock (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second, >=, 0);
  close (second);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document-replace/known", test_known);
  ADD ("/document-replace/unknown", test_unknown);
  ADD ("/document-replace/no-file", test_no_file);
  ADD ("/document-replace/left-over", test_left_over);
  ADD ("/document-replace/full-disk", test_full_disk);
  ADD ("/document-replace/at-the-same-moment", test_at_the_same_moment);
  ADD ("/document-replace/lock", test_lock);
  return g_test_run ();
}
