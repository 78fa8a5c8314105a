/* bench-undo.c: taking a deletion back, against the deletion */

#include "config.h"

#include <time.h>

#include "bench-areas.h"
#include "bench-folder.h"
#include "bench-library.h"
#include "cli/kl-await.h"
#include "model/kl-point.h"

#define BAR 2.0
#define BENCH_POINT_ID "00000000-0000-4000-8000-000000000000"

typedef KlChange *(*DeletionFunc) (KlPlan *, guint);

typedef struct
{
  const char *name;
  DeletionFunc delete;
  guint n_items;
  guint n_rounds;
  gboolean is_work; /* measured by the processor's time, as it takes so long that what else runs would tell */
} Case;

typedef struct
{
  KlLibrary *library;
  KlPlan *plan;
  KlChange *deletion;
  gboolean is_deleted;
  gboolean is_work;
} Undoing;

static gint64
now (Undoing *self)
{
  struct timespec time;

  if (!self->is_work)
    return g_get_monotonic_time ();
  if (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time) != 0)
    return 0;
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Ends what could be done again, which is no part of the next deletion. */
static gboolean
end_redo (Undoing  *self,
          GError  **error)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, "Plan");
  g_autoptr(GAsyncResult) result = NULL;

  kl_change_set_integer (change, KL_RECORD (self->plan), "position", g_random_int_range (0, G_MAXINT));
  kl_library_apply_async (self->library, change, -1, NULL, kl_await_cb, &result);
  return kl_library_apply_finish (self->library, kl_await (&result), error);
}

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

  begin = now (self);
  if (!undo (self, error))
    return FALSE;
  *microseconds = now (self) - begin;
  return TRUE;
}

static gboolean
delete_again (gpointer   data,
              gint64    *microseconds,
              GError   **error)
{
  Undoing *self = data;
  gint64 begin;

  if ((self->is_deleted && !undo (self, error)) || !end_redo (self, error))
    return FALSE;

  begin = now (self);
  if (!delete (self, error))
    return FALSE;
  *microseconds = now (self) - begin;
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
delete_plan (KlPlan *plan,
             guint   n_plans)
{
  KlChange *change = kl_change_new (KL_CHANGE_DELETE_PLAN, kl_plan_get_title (plan));

  kl_change_remove (change, KL_TYPE_PLAN, kl_record_get_id (KL_RECORD (plan)));
  return change;
}

static KlChange *
delete_point (KlPlan *plan,
              guint   n_points)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "Point");

  kl_change_remove (change, KL_TYPE_POINT, BENCH_POINT_ID);
  return change;
}

static gboolean
add_point (Undoing  *self,
           KlPlan   *plan,
           GError  **error)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "Point");
  g_autoptr(KlRecord) subject = g_list_model_get_item (kl_plan_get_subjects (plan), 0);
  g_autoptr(KlRecord) point = g_object_new (KL_TYPE_POINT, "id", BENCH_POINT_ID, "owner", kl_record_get_id (subject),
                                            "text", "What a point says", NULL);
  g_autoptr(GAsyncResult) result = NULL;

  kl_change_insert (change, point);
  kl_library_apply_async (self->library, change, -1, NULL, kl_await_cb, &result);
  return kl_library_apply_finish (self->library, kl_await (&result), error);
}

/* The plan is loaded, as where somebody looks at it. */
static gboolean
compare (BenchContext  *context,
         const Case    *test,
         const char    *path,
         GError       **error)
{
  Undoing undoing = { bench_library_open (path, error), NULL, NULL, FALSE, test->is_work };
  g_autoptr(KlPlan) plan = undoing.library != NULL ? bench_library_load (undoing.library, error) : NULL;
  gboolean success = plan != NULL && (test->delete != delete_point || add_point (&undoing, plan, error));

  if (success)
    {
      undoing.plan = plan;
      undoing.deletion = test->delete (plan, test->n_items);
      success = bench_report_compare (context->report, test->name, test->n_rounds, BAR, undo_deletion, delete_again,
                                      &undoing, error);
      g_object_unref (undoing.deletion);
    }
  g_clear_object (&plan);
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
  static const Case cases[] = {
    { "undo deleting a point", delete_point, 1, 21, FALSE },
    { "undo deleting a topic with 20 attempts", delete_topics, 1, 21, FALSE },
    { "undo deleting 1,000 topics, 20,000 attempts (CPU)", delete_topics, 1000, 3, TRUE },
    { "undo deleting a plan, 100,000 attempts (CPU)", delete_plan, 1, 1, TRUE },
  };
  g_autofree char *path = bench_context_dup_path (context, "undo.db");
  g_autofree char *filled = bench_context_dup_large (context, error);

  if (filled == NULL || !bench_folder_copy (filled, path, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (!compare (context, &cases[i], path, error))
      return FALSE;

  return TRUE;
}
