/* bench-search.c: search as typed, against the bare query of the full-text index */

#include "config.h"

#include "bench-areas.h"
#include "bench-library.h"
#include "bench-plain.h"
#include "cli/kl-await.h"

enum
{
  N_ROUNDS = 15,
  N_HITS = 50,
};

#define BAR 2.0

/* From the commonest word to a rare one; a beginning, as it stands while somebody types; and several words. */
static const char *const searches[] = {
  "the", "a", "pod", "ku", "kube-proxy", "word12", "word4711", "the scheduler watches", "etcd state wo",
};

typedef struct
{
  KlLibrary *library;
  sqlite3 *plain;
  const char *words;
} Searching;

static gboolean
search_ours (gpointer   data,
             gint64    *microseconds,
             GError   **error)
{
  Searching *self = data;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) hits = NULL;
  gint64 begin = g_get_monotonic_time ();

  kl_library_search_async (self->library, NULL, self->words, N_HITS, NULL, kl_await_cb, &result);
  hits = kl_library_search_finish (self->library, kl_await (&result), error);
  *microseconds = g_get_monotonic_time () - begin;
  return hits != NULL;
}

/* Each word as it is, the last one as a beginning. */
static char *
build_match (const char *words)
{
  g_auto(GStrv) parts = g_strsplit (words, " ", -1);
  g_autoptr(GString) match = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (match, "\"%s\"%s", parts[i], parts[i + 1] != NULL ? " " : "*");
  return g_string_free (g_steal_pointer (&match), FALSE);
}

static gboolean
search_plain (gpointer   data,
              gint64    *microseconds,
              GError   **error)
{
  Searching *self = data;
  g_autofree char *match = build_match (self->words);
  gint64 begin = g_get_monotonic_time ();
  sqlite3_stmt *statement = bench_plain_prepare (self->plain,
                                                 "SELECT rowid, snippet (attempt_words, -1, '', '', '…', 16)"
                                                 " FROM attempt_words WHERE attempt_words MATCH ?1"
                                                 " ORDER BY rank LIMIT ?2",
                                                 error);
  int code;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, N_HITS);
  do
    code = sqlite3_step (statement);
  while (code == SQLITE_ROW);
  sqlite3_finalize (statement);

  *microseconds = g_get_monotonic_time () - begin;
  return bench_plain_check (self->plain, code, error);
}

static gboolean
compare_all (BenchContext  *context,
             Searching     *searching,
             GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *name = g_strdup_printf ("search 100,000 explanations for “%s”", searches[i]);

      searching->words = searches[i];
      if (!bench_report_compare (context->report, name, N_ROUNDS, BAR, search_ours, search_plain, searching, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * bench_search:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether searching could be measured
 */
gboolean
bench_search (BenchContext  *context,
              GError       **error)
{
  g_autofree char *path = bench_context_dup_large (context, error);
  Searching searching = { 0 };
  gboolean success = FALSE;

  if (path == NULL)
    return FALSE;

  searching.library = bench_library_open (path, error);
  if (searching.library != NULL)
    searching.plain = bench_plain_open (path, error);
  if (searching.plain != NULL)
    success = compare_all (context, &searching, error);

  sqlite3_close (searching.plain);
  bench_library_close (searching.library);
  return success;
}
