/* library-fixture.c: a library in a folder of its own, whose calls wait */

#include "config.h"

#include "library-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "storage/kl-tables.h"
#include "test-clock.h"

enum
{
  N_LOOKS_FOR_THREADS = 5000, /* a millisecond each */
};

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
        g_assert_no_errno (g_unlink (child));
    }
  g_assert_no_errno (g_rmdir (path));
}

void
library_fixture_done_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

GAsyncResult *
library_fixture_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

gboolean
library_fixture_open (LibraryFixture  *fixture,
                      GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlClock) clock = KL_CLOCK (test_clock_new ("2026-11-23T12:00:00Z"));

  fixture->library = kl_library_new (fixture->path, clock);
  kl_library_open_async (fixture->library, NULL, library_fixture_done_cb, &result);
  return kl_library_open_finish (fixture->library, library_fixture_await (&result), error);
}

void
library_fixture_close (LibraryFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  if (fixture->library == NULL)
    return;

  kl_library_close_async (fixture->library, library_fixture_done_cb, &result);
  g_assert_true (kl_library_close_finish (fixture->library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
  g_clear_object (&result);

  /* What was under way lets go of the library when its callbacks have run, and the thread of a task a moment later. */
  for (guint i = 0; i < N_LOOKS_FOR_THREADS; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (g_atomic_int_get (&G_OBJECT (fixture->library)->ref_count) == 1)
        break;
      g_usleep (1000);
    }
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
}

void
library_fixture_reopen (LibraryFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  library_fixture_close (fixture);
  g_assert_true (library_fixture_open (fixture, &error));
  g_assert_no_error (error);
}

void
library_fixture_set_up (LibraryFixture *fixture,
                        gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "klearn", "library.db", NULL);
  g_assert_true (library_fixture_open (fixture, &error));
  g_assert_no_error (error);
}

void
library_fixture_tear_down (LibraryFixture *fixture,
                           gconstpointer   data)
{
  library_fixture_close (fixture);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
dump_table (sqlite3    *database,
            const char *table,
            GString    *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", table);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (dump, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (dump, "|%d:%s", sqlite3_column_type (statement, i), sqlite3_column_text (statement, i));
      g_string_append_c (dump, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
}

static char *
dump (LibraryFixture *fixture,
      gboolean        with_drafts)
{
  g_autoptr(KlTables) tables = kl_tables_new ();
  GString *rows = g_string_new (NULL);
  sqlite3 *database;

  /* May write, to roll back what a failure left behind. */
  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &database, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (database, 5000);
  for (guint i = 0; i < kl_tables_get_n (tables); i++)
    if (with_drafts || !g_str_equal (kl_tables_get (tables, i)->name, "draft"))
      dump_table (database, kl_tables_get (tables, i)->name, rows);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);

  return g_string_free (rows, FALSE);
}

/* Every row of every record, drafts apart, whatever their rowids. */
char *
library_fixture_dump (LibraryFixture *fixture)
{
  return dump (fixture, FALSE);
}

/* The same with the drafts. */
char *
library_fixture_dump_all (LibraryFixture *fixture)
{
  return dump (fixture, TRUE);
}

/* Behind the library's back, as another program would. */
void
library_fixture_execute (LibraryFixture *fixture,
                         const char     *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  sqlite3_busy_timeout (database, 5000);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

gboolean
library_fixture_apply (LibraryFixture  *fixture,
                       KlChange        *change,
                       GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_apply_async (fixture->library, change, -1, NULL, library_fixture_done_cb, &result);
  return kl_library_apply_finish (fixture->library, library_fixture_await (&result), error);
}

/* Makes a change that has to succeed. */
void
library_fixture_change (LibraryFixture *fixture,
                        KlChange       *change)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (library_fixture_apply (fixture, change, &error));
  g_assert_no_error (error);
}

gboolean
library_fixture_record (LibraryFixture  *fixture,
                        KlSubject       *subject,
                        KlAttempt       *attempt,
                        GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_record_attempt_async (fixture->library, subject, attempt, NULL, library_fixture_done_cb, &result);
  return kl_library_record_attempt_finish (fixture->library, library_fixture_await (&result), error);
}

char *
library_fixture_undo (LibraryFixture  *fixture,
                      GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_undo_async (fixture->library, NULL, library_fixture_done_cb, &result);
  return kl_library_undo_finish (fixture->library, library_fixture_await (&result), error);
}

char *
library_fixture_redo (LibraryFixture  *fixture,
                      GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_redo_async (fixture->library, NULL, library_fixture_done_cb, &result);
  return kl_library_redo_finish (fixture->library, library_fixture_await (&result), error);
}

void
library_fixture_load_plan (LibraryFixture *fixture,
                           KlPlan         *plan)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_load_plan_async (fixture->library, plan, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_load_plan_finish (fixture->library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

void
library_fixture_load (LibraryFixture *fixture,
                      KlSubject      *subject)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_load_subject_async (fixture->library, subject, NULL, library_fixture_done_cb, &result);
  g_assert_true (kl_library_load_subject_finish (fixture->library, library_fixture_await (&result), &error));
  g_assert_no_error (error);
}

gboolean
library_fixture_save_draft (LibraryFixture  *fixture,
                            KlDraft         *draft,
                            GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_save_draft_async (fixture->library, draft, NULL, library_fixture_done_cb, &result);
  return kl_library_save_draft_finish (fixture->library, library_fixture_await (&result), error);
}

KlDraft *
library_fixture_load_draft (LibraryFixture *fixture,
                            KlSubject      *subject)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  KlDraft *draft;

  kl_library_load_draft_async (fixture->library, subject, NULL, library_fixture_done_cb, &result);
  draft = kl_library_load_draft_finish (fixture->library, library_fixture_await (&result), &error);
  g_assert_no_error (error);
  return draft;
}

static gpointer
last_item (GListModel *list)
{
  return g_list_model_get_item (list, g_list_model_get_n_items (list) - 1);
}

KlPlan *
library_fixture_add_plan (LibraryFixture *fixture,
                          const char     *title)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", title, "position", (gint64) 1, NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, title);
  g_autoptr(GError) error = NULL;

  kl_change_make_plan (change, plan);
  g_assert_true (library_fixture_apply (fixture, change, &error));
  g_assert_no_error (error);
  return last_item (kl_library_get_plans (fixture->library));
}

KlSubject *
library_fixture_add_subject (LibraryFixture *fixture,
                             KlPlan         *plan,
                             const char     *title)
{
  gint64 position = g_list_model_get_n_items (kl_plan_get_subjects (plan)) + 1;
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT, "owner", kl_record_get_id (KL_RECORD (plan)), "title",
                                               title, "position", position, NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_SUBJECT, title);
  g_autoptr(GError) error = NULL;

  kl_change_insert_tree (change, KL_RECORD (subject));
  g_assert_true (library_fixture_apply (fixture, change, &error));
  g_assert_no_error (error);
  library_fixture_load_plan (fixture, plan);
  return last_item (kl_plan_get_subjects (plan));
}

KlAttempt *
library_fixture_new_attempt (const char *explanation,
                             double      score)
{
  return g_object_new (KL_TYPE_ATTEMPT, "date", "2026-11-20", "explanation", explanation, "low", score, "high", score,
                       NULL);
}
