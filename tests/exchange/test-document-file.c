/* test-document-file.c: what is no document gets one clear sentence */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/kl-document-file.h"
#include "exchange/kl-markdown-reader.h"

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

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_refused (const char *path,
                GQuark      domain,
                int         code,
                const char *part)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImport) import = kl_markdown_reader_read_file (file, NULL, NULL, NULL, NULL, &error);

  g_assert_null (import);
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
write_bytes (Fixture    *fixture,
             const char *bytes,
             gsize       length)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (fixture->path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
test_bytes (Fixture       *fixture,
            gconstpointer  data)
{
  write_bytes (fixture, "", 0);
  assert_refused (fixture->path, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_EMPTY, "plan.md");
  write_bytes (fixture, "\xef\xbb\xbf", 3);
  assert_refused (fixture->path, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_EMPTY, "empty");
  write_bytes (fixture, "# A\nb\0c\n", 8);
  assert_refused (fixture->path, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_TEXT, "line 2 has a NUL byte");
  write_bytes (fixture, "# A\r\nb\r\nlat\xefn\n", 14);
  assert_refused (fixture->path, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_TEXT, "line 3");
  write_bytes (fixture, "# A\n\xed\xa0\x80", 7);
  assert_refused (fixture->path, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_TEXT, "line 2");
}

static void
test_too_large (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  write_bytes (fixture, "# A\n", 4);
  /* A sparse file: large without taking up space. */
  g_assert_cmpint (truncate (fixture->path, (off_t) KL_MARKDOWN_READER_MAX_BYTES + 1), ==, 0);
  assert_refused (fixture->path, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_TOO_LARGE, "64.0");

  g_assert_cmpint (truncate (fixture->path, 4), ==, 0);
  bytes = kl_document_file_load (file, 4, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 4);
}

static void
test_not_a_file (Fixture       *fixture,
                 gconstpointer  data)
{
  assert_refused (fixture->folder, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_A_FILE, "folder");
  assert_refused (fixture->path, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "plan.md");
  /* Nobody writes into it: reading would wait for ever. */
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture->path, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_A_FILE, "ordinary");
  assert_refused ("/dev/null", KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_A_FILE, "ordinary");
}

static void
test_no_permission (Fixture       *fixture,
                    gconstpointer  data)
{
  write_bytes (fixture, "# A\n", 4);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  if (access (fixture->path, R_OK) == 0)
    {
      g_test_skip ("this user may read everything");
      return;
    }
  assert_refused (fixture->path, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "plan.md");
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  const char text[] = "\xef\xbb\xbf# Plan\r\n\r\n## A\r\n- b \r\n- c → d";
  g_autoptr(GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImport) import = NULL;
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  KlDocument *document;

  write_bytes (fixture, text, strlen (text));
  import = kl_markdown_reader_read_file (file, "de", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  document = kl_import_get_document (import);
  g_assert_cmpstr (kl_document_get_text (document), ==, text);
  g_assert_cmpstr (kl_document_get_digest (document), ==, digest);
  g_assert_cmpstr (kl_document_get_path (document), ==, fixture->path);
  g_assert_cmpstr (kl_record_get_owner (KL_RECORD (document)), ==,
                   kl_record_get_id (KL_RECORD (kl_import_get_plan (import))));
  g_assert_cmpstr (kl_plan_get_title (kl_import_get_plan (import)), ==, "Plan");
  g_assert_cmpstr (kl_plan_get_language (kl_import_get_plan (import)), ==, "de");
  g_assert_finalize_object (g_steal_pointer (&import));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/document-file/bytes", Fixture, NULL, set_up, test_bytes, tear_down);
  g_test_add ("/document-file/too-large", Fixture, NULL, set_up, test_too_large, tear_down);
  g_test_add ("/document-file/not-a-file", Fixture, NULL, set_up, test_not_a_file, tear_down);
  g_test_add ("/document-file/no-permission", Fixture, NULL, set_up, test_no_permission, tear_down);
  g_test_add ("/document-file/whole", Fixture, NULL, set_up, test_whole, tear_down);

  return g_test_run ();
}
