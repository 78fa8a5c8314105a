/* kl-plan-follower.c: the files of a library's plans, for as long as it is open
 *
 * Whoever changes the library, a plan that is linked to follow is written a moment later; whoever changes a file, that
 * is noticed, and told. One file at a time is looked at or written.
 */

#include "config.h"

#include "kl-plan-follower.h"

#include <stdlib.h>

#include "exchange/kl-exchange-error.h"

#include "kl-write-back.h"

/* Several changes in a row are one; somebody who never rests is not waited for. */
#define REST_MS 800
#define LONGEST_MS 4000

typedef struct
{
  char *plan_id;
  KlWriteBackFlags flags;
  GTask *task; /* of whoever asked for it, if somebody did */
} Errand;

struct _KlPlanFollower
{
  GObject parent_instance;

  KlLibrary *library;
  GListModel *links;
  GHashTable *troubles; /* plan's id → GError */
  GPtrArray *monitors;
  GQueue errands;
  Errand *current;
  gboolean loading;
  gboolean has_to_write;
  guint timeout;
  gboolean is_retry; /* whether the timeout is for what could not be read, which nobody waits for */
  gint64 waiting_since;
  GPtrArray *flushes; /* of GTask */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlPlanFollower, kl_plan_follower, G_TYPE_OBJECT)

static void next (KlPlanFollower *self);
static gboolean timeout_cb (gpointer user_data);
static void schedule (KlPlanFollower *self);

static void
errand_free (Errand *errand)
{
  g_free (errand->plan_id);
  g_clear_object (&errand->task);
  g_free (errand);
}

static void
add_errand (KlPlanFollower   *self,
            const char       *plan_id,
            KlWriteBackFlags  flags,
            GTask            *task)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->plan_id = g_strdup (plan_id);
  errand->flags = flags;
  errand->task = task;
  g_queue_push_tail (&self->errands, errand);
}

static gboolean
is_same_trouble (const GError *a,
                 const GError *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_error_matches (a, b->domain, b->code) && g_str_equal (a->message, b->message);
}

static void
set_trouble (KlPlanFollower *self,
             const char     *plan_id,
             const GError   *error)
{
  if (g_error_matches (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_LINKED)
      || g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND))
    error = NULL;
  if (is_same_trouble (g_hash_table_lookup (self->troubles, plan_id), error))
    return;

  if (error != NULL)
    g_hash_table_insert (self->troubles, g_strdup (plan_id), g_error_copy (error));
  else
    g_hash_table_remove (self->troubles, plan_id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What was looked at and is well again is written, if it is to follow. */
static void
go_on (KlPlanFollower *self,
       const char     *plan_id,
       gboolean        had_trouble)
{
  KlDocument *link = kl_plan_follower_find_link (self, plan_id);

  if (had_trouble && link != NULL && kl_document_get_follow (link) == KL_FOLLOW_CHANGES)
    add_errand (self, plan_id, KL_WRITE_BACK_NONE, NULL);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(KlPlanFollower) self = user_data;
  Errand *errand = g_steal_pointer (&self->current);
  g_autoptr(GError) error = NULL;
  gboolean wrote = FALSE;
  gboolean had_trouble = g_hash_table_contains (self->troubles, errand->plan_id);
  gboolean is_well = kl_write_back_finish (result, &wrote, &error);

  set_trouble (self, errand->plan_id, error);
  if (is_well && (errand->flags & KL_WRITE_BACK_LOOK) != 0)
    go_on (self, errand->plan_id, had_trouble);
  if (errand->task != NULL && is_well)
    g_task_return_int (errand->task, wrote);
  else if (errand->task != NULL)
    g_task_return_error (errand->task, g_steal_pointer (&error));
  errand_free (errand);
  next (self);
}

static void
finish_flushes (KlPlanFollower *self)
{
  g_autoptr(GPtrArray) flushes = g_steal_pointer (&self->flushes);

  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < flushes->len; i++)
    g_task_return_boolean (flushes->pdata[i], TRUE);
}

static void
next (KlPlanFollower *self)
{
  if (self->current != NULL || self->loading)
    return;

  self->current = g_queue_pop_head (&self->errands);
  if (self->current != NULL)
    kl_write_back_async (self->library, self->current->plan_id, self->current->flags, NULL, written_cb,
                         g_object_ref (self));
  else if (self->timeout == 0 || self->is_retry)
    finish_flushes (self);
}

static void
file_changed_cb (KlPlanFollower *self)
{
  schedule (self);
}

/* A symbolic link does not change with what it leads to. */
static void
watch (KlPlanFollower *self,
       const char     *path)
{
  char *target = realpath (path, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (target != NULL ? target : path);
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);

  free (target);
  if (monitor == NULL)
    return;
  g_signal_connect_object (monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->monitors, monitor);
}

static void
forget_troubles (KlPlanFollower *self)
{
  GHashTableIter iter;
  gpointer plan_id;
  g_autoptr(GPtrArray) unlinked = g_ptr_array_new_with_free_func (g_free);

  g_hash_table_iter_init (&iter, self->troubles);
  while (g_hash_table_iter_next (&iter, &plan_id, NULL))
    if (kl_plan_follower_find_link (self, plan_id) == NULL)
      g_ptr_array_add (unlinked, g_strdup (plan_id));
  for (guint i = 0; i < unlinked->len; i++)
    set_trouble (self, unlinked->pdata[i], NULL);
}

static gboolean
links_are_equal (GListModel *a,
                 GListModel *b)
{
  if (a == NULL || g_list_model_get_n_items (a) != g_list_model_get_n_items (b))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr(KlDocument) first = g_list_model_get_item (a, i);
      g_autoptr(KlDocument) second = g_list_model_get_item (b, i);

      if (g_strcmp0 (kl_record_get_id (KL_RECORD (first)), kl_record_get_id (KL_RECORD (second))) != 0
          || g_strcmp0 (kl_document_get_path (first), kl_document_get_path (second)) != 0
          || kl_document_get_follow (first) != kl_document_get_follow (second))
        return FALSE;
    }
  return TRUE;
}

static void
show_links (KlPlanFollower *self,
            GListModel     *links)
{
  if (links_are_equal (self->links, links))
    return;

  g_set_object (&self->links, links);
  g_ptr_array_set_size (self->monitors, 0);
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(KlDocument) link = g_list_model_get_item (links, i);

      if (kl_document_get_follow (link) != KL_FOLLOW_NOT && kl_document_get_path (link) != NULL)
        watch (self, kl_document_get_path (link));
    }
  forget_troubles (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
try_again (KlPlanFollower *self)
{
  self->has_to_write = TRUE;
  /* Something changed meanwhile, and is looked at anyway. */
  if (self->timeout != 0)
    return;

  self->is_retry = TRUE;
  self->timeout = g_timeout_add (LONGEST_MS, timeout_cb, self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlPlanFollower) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) links = kl_library_load_links_finish (KL_LIBRARY (source), result, &error);
  gboolean has_to_write = self->has_to_write;

  self->loading = FALSE;
  self->has_to_write = FALSE;
  if (links == NULL)
    {
      /* A library that cannot be read says so itself. What is to be written is so once it can be read again. */
      g_debug ("%s", error->message);
      if (has_to_write)
        try_again (self);
      next (self);
      return;
    }

  show_links (self, links);
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(KlDocument) link = g_list_model_get_item (links, i);
      KlFollow follow = kl_document_get_follow (link);

      if (follow != KL_FOLLOW_NOT)
        add_errand (self, kl_record_get_owner (KL_RECORD (link)),
                    follow == KL_FOLLOW_CHANGES && has_to_write ? KL_WRITE_BACK_NONE : KL_WRITE_BACK_LOOK, NULL);
    }
  next (self);
}

static void
look (KlPlanFollower *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->is_retry = FALSE;
  self->waiting_since = 0;
  if (self->loading || kl_library_get_read_only (self->library))
    {
      /* What comes meanwhile is looked at afterwards. */
      if (self->loading)
        schedule (self);
      return;
    }

  self->loading = TRUE;
  kl_library_load_links_async (self->library, NULL, loaded_cb, g_object_ref (self));
}

static gboolean
timeout_cb (gpointer user_data)
{
  KlPlanFollower *self = user_data;

  self->timeout = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (KlPlanFollower *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 waited;

  if (self->waiting_since == 0)
    self->waiting_since = now;
  waited = (now - self->waiting_since) / 1000;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->is_retry = FALSE;
  self->timeout = g_timeout_add ((guint) CLAMP (LONGEST_MS - waited, 0, REST_MS), timeout_cb, self);
}

static void
revision_cb (KlPlanFollower *self)
{
  self->has_to_write = TRUE;
  schedule (self);
}

static void
kl_plan_follower_dispose (GObject *object)
{
  KlPlanFollower *self = KL_PLAN_FOLLOWER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  g_ptr_array_set_size (self->monitors, 0);

  G_OBJECT_CLASS (kl_plan_follower_parent_class)->dispose (object);
}

static void
kl_plan_follower_finalize (GObject *object)
{
  KlPlanFollower *self = KL_PLAN_FOLLOWER (object);

  g_queue_clear_full (&self->errands, (GDestroyNotify) errand_free);
  g_hash_table_unref (self->troubles);
  g_ptr_array_unref (self->monitors);
  g_ptr_array_unref (self->flushes);
  g_clear_object (&self->links);

  G_OBJECT_CLASS (kl_plan_follower_parent_class)->finalize (object);
}

static void
kl_plan_follower_class_init (KlPlanFollowerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kl_plan_follower_dispose;
  object_class->finalize = kl_plan_follower_finalize;

  /**
   * KlPlanFollower::changed:
   *
   * A plan is linked otherwise, or something is the matter with its file, or not any more.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_PLAN_FOLLOWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
monitor_free (gpointer monitor)
{
  g_file_monitor_cancel (monitor);
  g_object_unref (monitor);
}

static void
kl_plan_follower_init (KlPlanFollower *self)
{
  self->troubles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_error_free);
  self->monitors = g_ptr_array_new_with_free_func (monitor_free);
  self->flushes = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * kl_plan_follower_new:
 * @library: a library, open
 *
 * Returns: (transfer full): what keeps the files of its plans up to date, and an eye on them
 */
KlPlanFollower *
kl_plan_follower_new (KlLibrary *library)
{
  KlPlanFollower *self = g_object_new (KL_TYPE_PLAN_FOLLOWER, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_swapped (library, "notify::revision", G_CALLBACK (revision_cb), self);
  revision_cb (self);
  return self;
}

/**
 * kl_plan_follower_find_link:
 * @self: a follower
 * @plan_id: a plan's id
 *
 * Returns: (transfer none) (nullable): the document of the plan, without its text, whether it is linked to or not
 */
KlDocument *
kl_plan_follower_find_link (KlPlanFollower *self,
                            const char     *plan_id)
{
  for (guint i = 0; self->links != NULL && i < g_list_model_get_n_items (self->links); i++)
    {
      g_autoptr(KlDocument) link = g_list_model_get_item (self->links, i);

      /* The list holds it. */
      if (g_strcmp0 (kl_record_get_owner (KL_RECORD (link)), plan_id) == 0)
        return link;
    }
  return NULL;
}

/**
 * kl_plan_follower_find_trouble:
 * @self: a follower
 * @plan_id: a plan's id
 *
 * Returns: (transfer none) (nullable): why its file cannot be written, a sentence for the person
 */
const GError *
kl_plan_follower_find_trouble (KlPlanFollower *self,
                               const char     *plan_id)
{
  return plan_id != NULL ? g_hash_table_lookup (self->troubles, plan_id) : NULL;
}

/**
 * kl_plan_follower_save_async:
 * @self: a follower
 * @plan_id: the id of a plan that is linked
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes the plan into its file, after what is under way.
 */
void
kl_plan_follower_save_async (KlPlanFollower      *self,
                             const char          *plan_id,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, kl_plan_follower_save_async);
  /* The plan may have been linked a moment ago, and whoever asks afterwards has to find that. */
  if (!self->loading)
    look (self);
  add_errand (self, plan_id, KL_WRITE_BACK_NONE, task);
  next (self);
}

/**
 * kl_plan_follower_save_finish:
 * @self: a follower
 * @result: what the callback was given
 * @wrote: (out): whether there was anything to write
 * @error: as kl_write_back_finish()
 *
 * Returns: whether the file holds the plan
 */
gboolean
kl_plan_follower_save_finish (KlPlanFollower  *self,
                              GAsyncResult    *result,
                              gboolean        *wrote,
                              GError         **error)
{
  gssize value = g_task_propagate_int (G_TASK (result), error);

  *wrote = value > 0;
  return value >= 0;
}

/**
 * kl_plan_follower_flush_async:
 * @self: a follower
 * @callback: called when all that was changed so far is in its file, or cannot be
 * @user_data: for @callback
 */
void
kl_plan_follower_flush_async (KlPlanFollower      *self,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, kl_plan_follower_flush_async);
  g_ptr_array_add (self->flushes, task);
  if (self->timeout != 0 && !self->loading)
    look (self);
  next (self);
}

/**
 * kl_plan_follower_flush_finish:
 * @self: a follower
 * @result: what the callback was given
 *
 * What could not be written is in the library all the same.
 */
void
kl_plan_follower_flush_finish (KlPlanFollower *self,
                               GAsyncResult   *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}
