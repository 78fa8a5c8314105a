/* transfer-fixture.c: a library in a folder of its own, and an importer into it */

#include "config.h"

#include "transfer-fixture.h"

#include <glib/gstdio.h>

#include "storage/kl-system-clock.h"

void
transfer_fixture_done_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

GAsyncResult *
transfer_fixture_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
open_library (TransferFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "library.db", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean opened;

  fixture->library = kl_library_new (path, fixture->clock);
  fixture->importer = kl_importer_new (fixture->library);
  kl_library_open_async (fixture->library, NULL, transfer_fixture_done_cb, &result);
  opened = kl_library_open_finish (fixture->library, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (opened);
}

static void
close_library (TransferFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean closed;

  g_assert_finalize_object (fixture->importer);
  kl_library_close_async (fixture->library, transfer_fixture_done_cb, &result);
  closed = kl_library_close_finish (fixture->library, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (closed);
  g_clear_object (&fixture->library);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

void
transfer_fixture_set_up (TransferFixture *fixture,
                         gconstpointer    data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->clock = kl_system_clock_new ();
  open_library (fixture);
}

void
transfer_fixture_tear_down (TransferFixture *fixture,
                            gconstpointer    data)
{
  close_library (fixture);
  g_object_unref (fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* Another library, with nothing in it. */
void
transfer_fixture_start_anew (TransferFixture *fixture)
{
  transfer_fixture_tear_down (fixture, NULL);
  transfer_fixture_set_up (fixture, NULL);
}

void
transfer_fixture_apply (TransferFixture *fixture,
                        KlChange        *change)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean applied;

  kl_library_apply_async (fixture->library, change, -1, NULL, transfer_fixture_done_cb, &result);
  applied = kl_library_apply_finish (fixture->library, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (applied);
}

void
transfer_fixture_undo (TransferFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;

  kl_library_undo_async (fixture->library, NULL, transfer_fixture_done_cb, &result);
  name = kl_library_undo_finish (fixture->library, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
}
