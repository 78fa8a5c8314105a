/* bench-undo.c: taking a deletion back, against the deletion */

#include "config.h"

#include "bench-areas.h"
#include "bench-folder.h"
#include "bench-library.h"
#include "cli/kl-await.h"

#define BAR 2.0

typedef struct
{
  KlLibrary *library;
  KlChange *deletion;
  gboolean is_deleted;
} Undoing;

static gboolean
delete (Undoing  *self,
        GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_apply_async (self->library, self->deletion, -1, NULL, kl_await_cb, &result);
  self->is_deleted = kl_library_apply_finish (self->library, kl_await (&result), error);
  return self->is_deleted;
}

static gboolean
undo (Undoing  *self,
      GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *name = NULL;

  kl_library_undo_async (self->library, NULL, kl_await_cb, &result);
  name = kl_library_undo_finish (self->library, kl_await (&result), error);
  self->is_deleted = name == NULL;
  return name != NULL;
}

/* The two take turns in beginning, so that either may find that the other has not been yet. */
static gboolean
undo_deletion (gpointer   data,
               gint64    *microseconds,
               GError   **error)
{
  Undoing *self = data;
  gint64 begin;

  if (!self->is_deleted && !delete (self, error))
    return FALSE;

  begin = g_get_monotonic_time ();
  if (!undo (self, error))
    return FALSE;
  *microseconds = g_get_monotonic_time () - begin;
  return TRUE;
}

static gboolean
delete_again (gpointer   data,
              gint64    *microseconds,
              GError   **error)
{
  Undoing *self = data;
  gint64 begin;

  if (self->is_deleted && !undo (self, error))
    return FALSE;

  begin = g_get_monotonic_time ();
  if (!delete (self, error))
    return FALSE;
  *microseconds = g_get_monotonic_time () - begin;
  return TRUE;
}

static KlChange *
delete_topics (KlPlan *plan,
               guint   n_topics)
{
  KlChange *change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "Topics");
  GListModel *subjects = kl_plan_get_subjects (plan);

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr(KlRecord) subject = g_list_model_get_item (subjects, i);

      kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (subject));
    }
  return change;
}

static KlChange *
delete_plan (KlPlan *plan)
{
  KlChange *change = kl_change_new (KL_CHANGE_DELETE_PLAN, kl_plan_get_title (plan));

  kl_change_remove (change, KL_TYPE_PLAN, kl_record_get_id (KL_RECORD (plan)));
  return change;
}

/* The plan is loaded, as where somebody looks at it, and @n_topics of it are deleted, or all of it for none. */
static gboolean
compare (BenchContext  *context,
         const char    *name,
         guint          n_rounds,
         const char    *path,
         guint          n_topics,
         GError       **error)
{
  Undoing undoing = { bench_library_open (path, error), NULL, FALSE };
  g_autoptr(KlPlan) plan = undoing.library != NULL ? bench_library_load (undoing.library, error) : NULL;
  gboolean success = FALSE;

  if (plan != NULL)
    {
      undoing.deletion = n_topics > 0 ? delete_topics (plan, n_topics) : delete_plan (plan);
      success = bench_report_compare (context->report, name, n_rounds, BAR, undo_deletion, delete_again, &undoing,
                                      error);
      g_object_unref (undoing.deletion);
      g_clear_object (&plan);
    }
  bench_library_close (undoing.library);
  return success;
}

/**
 * bench_undo:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether undoing could be measured
 */
gboolean
bench_undo (BenchContext  *context,
            GError       **error)
{
  g_autofree char *small = bench_context_dup_path (context, "undo-small.db");
  g_autofree char *large = bench_context_dup_path (context, "undo-large.db");
  g_autofree char *filled = bench_context_dup_large (context, error);

  return filled != NULL && bench_folder_copy (filled, large, error) && bench_library_fill (small, 20, 400, error)
         && compare (context, "undo deleting a topic with 20 attempts", 21, small, 1, error)
         && compare (context, "undo deleting 500 topics with 10,000 attempts", 3, large, 500, error)
         && compare (context, "undo deleting a plan, 5,000 topics, 100,000 attempts", 1, large, 0, error);
}
