/* bench-library.c: libraries of any size */

#include "config.h"

#include "bench-library.h"

#include "bench-text.h"
#include "cli/kl-await.h"
#include "storage/kl-library-file.h"
#include "storage/kl-search-index.h"
#include "storage/kl-system-clock.h"
#include "storage/kl-tables.h"
#include "transfer/kl-importer.h"

enum
{
  N_WORDS = 40,
};

static gboolean
insert (KlDatabase  *database,
        KlTables    *tables,
        KlRecord    *record,
        GError     **error)
{
  return kl_table_insert (kl_tables_lookup (tables, G_OBJECT_TYPE (record)), database, record, error);
}

static gboolean
insert_attempt (KlDatabase  *database,
                KlTables    *tables,
                const char  *subject_id,
                gint64       number,
                GRand       *random,
                GError     **error)
{
  g_autofree char *explanation = bench_text_new (random, N_WORDS);
  g_autofree char *date = g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (random, 10, 26),
                                           g_rand_int_range (random, 1, 13), g_rand_int_range (random, 1, 29));
  double score = g_rand_int_range (random, 0, 101);
  g_autoptr(KlAttempt) attempt = g_object_new (KL_TYPE_ATTEMPT,
                                               "owner", subject_id,
                                               "position", number,
                                               "number", number,
                                               "date", date,
                                               "low", score,
                                               "high", score,
                                               "explanation", explanation,
                                               NULL);

  return insert (database, tables, KL_RECORD (attempt), error);
}

static gboolean
insert_topic (KlDatabase  *database,
              KlTables    *tables,
              const char  *plan_id,
              guint        number,
              guint        n_attempts,
              GRand       *random,
              GError     **error)
{
  g_autofree char *title = g_strdup_printf ("Topic %05u", number);
  g_autoptr(KlSubject) subject = g_object_new (KL_TYPE_SUBJECT,
                                               "owner", plan_id,
                                               "position", (gint64) number,
                                               "title", title,
                                               NULL);

  if (!insert (database, tables, KL_RECORD (subject), error))
    return FALSE;

  for (guint i = 0; i < n_attempts; i++)
    if (!insert_attempt (database, tables, kl_record_get_id (KL_RECORD (subject)), i + 1, random, error))
      return FALSE;

  return TRUE;
}

/**
 * bench_library_fill:
 * @path: a file that is not there yet
 * @n_topics: how many topics its plan gets
 * @n_attempts: how many attempts they get together, a multiple of @n_topics
 * @error: where to put an error
 *
 * Makes a library, without the history of how it came to be.
 *
 * Returns: whether it is there
 */
gboolean
bench_library_fill (const char  *path,
                    guint        n_topics,
                    guint        n_attempts,
                    GError     **error)
{
  g_autoptr(KlDatabase) database = kl_library_file_open (path, NULL, error);
  g_autoptr(KlTables) tables = kl_tables_new ();
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", "Plan", "position", (gint64) 1, NULL);
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  if (database == NULL || !kl_database_begin (database, error) || !kl_search_index_suspend (database, error)
      || !insert (database, tables, KL_RECORD (plan), error))
    return FALSE;

  for (guint i = 0; i < n_topics; i++)
    if (!insert_topic (database, tables, kl_record_get_id (KL_RECORD (plan)), i + 1, n_attempts / n_topics, random,
                       error))
      return FALSE;

  return kl_search_index_resume (database, error) && kl_database_commit (database, error);
}

/**
 * bench_library_open:
 * @path: a library's file
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the library, open
 */
KlLibrary *
bench_library_open (const char  *path,
                    GError     **error)
{
  g_autoptr(KlClock) clock = kl_system_clock_new ();
  g_autoptr(KlLibrary) library = kl_library_new (path, clock);
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_open_async (library, NULL, kl_await_cb, &result);
  if (!kl_library_open_finish (library, kl_await (&result), error))
    return NULL;

  return g_steal_pointer (&library);
}

/**
 * bench_library_close:
 * @library: (transfer full) (nullable): a library
 */
void
bench_library_close (KlLibrary *library)
{
  g_autoptr(GAsyncResult) result = NULL;

  if (library == NULL)
    return;

  kl_library_close_async (library, kl_await_cb, &result);
  if (!kl_library_close_finish (library, kl_await (&result), NULL))
    g_printerr ("%s could not be closed\n", kl_library_get_path (library));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (library);
}

/**
 * bench_library_load:
 * @library: an open library
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): its first plan, loaded
 */
KlPlan *
bench_library_load (KlLibrary  *library,
                    GError    **error)
{
  g_autoptr(KlPlan) plan = g_list_model_get_item (kl_library_get_plans (library), 0);
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_load_plan_async (library, plan, NULL, kl_await_cb, &result);
  if (!kl_library_load_plan_finish (library, kl_await (&result), error))
    return NULL;

  return g_steal_pointer (&plan);
}

/**
 * bench_library_import:
 * @library: a library
 * @document: a Markdown document
 * @name: what to call it; an absolute path makes it the same plan the next time
 * @error: where to put an error
 *
 * Returns: whether the document is in the library
 */
gboolean
bench_library_import (KlLibrary   *library,
                      GBytes      *document,
                      const char  *name,
                      GError     **error)
{
  g_autoptr(KlImporter) importer = kl_importer_new (library);
  g_autoptr(KlImportPreview) preview = NULL;
  g_autoptr(KlImportPreview) applied = NULL;
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) done = NULL;

  kl_importer_read_bytes_async (importer, document, name, NULL, NULL, NULL, NULL, kl_await_cb, &read);
  preview = kl_importer_read_finish (importer, kl_await (&read), error);
  if (preview == NULL)
    return FALSE;

  kl_importer_apply_async (importer, preview, NULL, kl_await_cb, &done);
  applied = kl_importer_apply_finish (importer, kl_await (&done), error);
  return applied != NULL;
}
