/* kl-agenda-facts.c: what an agenda is made from, read from the library and kept up to date */

#include "config.h"

#include "kl-agenda-facts.h"

struct _KlAgendaFacts
{
  GObject parent_instance;

  KlLibrary *library;
  KlSchedules *schedules;
  GHashTable *needs; /* subject's id → KlSubjectNeeds, of those that need anything */
  gboolean is_asked; /* whether somebody wants to know them */
  gboolean owes_all; /* whether some could not be read */
};

G_DEFINE_FINAL_TYPE (KlAgendaFacts, kl_agenda_facts, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A reading of needs on its way. */
typedef struct
{
  KlAgendaFacts *self;
  char **subject_ids; /* NULL for all */
  GTask *load;        /* what waits for it, or NULL */
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_strfreev (reading->subject_ids);
  g_clear_object (&reading->load);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
kl_agenda_facts_dispose (GObject *object)
{
  KlAgendaFacts *self = KL_AGENDA_FACTS (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  if (self->schedules != NULL)
    g_signal_handlers_disconnect_by_data (self->schedules, self);
  g_clear_object (&self->library);
  g_clear_object (&self->schedules);

  G_OBJECT_CLASS (kl_agenda_facts_parent_class)->dispose (object);
}

static void
kl_agenda_facts_finalize (GObject *object)
{
  g_hash_table_unref (KL_AGENDA_FACTS (object)->needs);

  G_OBJECT_CLASS (kl_agenda_facts_parent_class)->finalize (object);
}

static void
kl_agenda_facts_class_init (KlAgendaFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_agenda_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_agenda_facts_finalize;

  /**
   * KlAgendaFacts::changed:
   * @self: the facts
   * @subject_ids: (nullable): the ids of the subjects of which something is known that was not, %NULL for all
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_AGENDA_FACTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
kl_agenda_facts_init (KlAgendaFacts *self)
{
  self->needs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) kl_subject_needs_free);
}

static void
take_needs (KlAgendaFacts *self,
            const Reading *reading,
            GHashTable    *needs)
{
  if (reading->subject_ids == NULL)
    {
      g_hash_table_unref (self->needs);
      self->needs = g_hash_table_ref (needs);
      return;
    }

  for (guint i = 0; reading->subject_ids[i] != NULL; i++)
    {
      gpointer id;
      gpointer of_subject;

      if (g_hash_table_steal_extended (needs, reading->subject_ids[i], &id, &of_subject))
        g_hash_table_replace (self->needs, id, of_subject);
      else
        g_hash_table_remove (self->needs, reading->subject_ids[i]);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GTask) load = data;
  GError *error = NULL;

  if (kl_schedules_load_finish (KL_SCHEDULES (source), result, &error))
    g_task_return_boolean (load, TRUE);
  else
    g_task_return_error (load, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Reading) reading = data;
  g_autoptr(GHashTable) needs = NULL;
  g_autoptr(GError) error = NULL;

  needs = kl_library_read_needs_finish (KL_LIBRARY (source), result, &error);
  if (needs != NULL)
    take_needs (reading->self, reading, needs);

  if (reading->load == NULL)
    {
      /* What cannot be read now is read with the next change. */
      reading->self->owes_all = reading->self->owes_all || needs == NULL;
      if (needs != NULL)
        g_signal_emit (reading->self, signals[SIGNAL_CHANGED], 0, reading->subject_ids);
      else
        g_debug ("What subjects need could not be read: %s", error->message);
    }
  else if (needs == NULL)
    g_task_return_error (reading->load, g_steal_pointer (&error));
  else
    kl_schedules_load_async (reading->self->schedules, g_task_get_cancellable (reading->load), loaded_cb,
                             g_object_ref (reading->load));
}

static void
read_needs (KlAgendaFacts     *self,
            const char *const *subject_ids,
            GTask             *load)
{
  Reading *reading = g_new0 (Reading, 1);
  KlPlan *plan = kl_schedules_get_plan (self->schedules);

  reading->self = g_object_ref (self);
  reading->subject_ids = g_strdupv ((char **) (gpointer) (guintptr) subject_ids);
  reading->load = load;
  kl_library_read_needs_async (self->library, kl_record_get_id (KL_RECORD (plan)), subject_ids,
                               load != NULL ? g_task_get_cancellable (load) : NULL, read_cb, reading);
}

/* Also while all is being read for the first time: this is read after it. */
static void
touched_cb (KlAgendaFacts     *self,
            const char *const *subject_ids)
{
  if (!self->is_asked)
    return;

  read_needs (self, self->owes_all ? NULL : subject_ids, NULL);
  self->owes_all = FALSE;
}

static void
schedules_changed_cb (KlAgendaFacts *self,
                      char         **subject_ids)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, subject_ids);
}

/**
 * kl_agenda_facts_new:
 * @library: an open library
 * @plan: a plan of it
 *
 * Returns: (transfer full): what an agenda of @plan is made from, not loaded yet
 */
KlAgendaFacts *
kl_agenda_facts_new (KlLibrary *library,
                     KlPlan    *plan)
{
  KlAgendaFacts *self = g_object_new (KL_TYPE_AGENDA_FACTS, NULL);

  self->library = g_object_ref (library);
  self->schedules = kl_schedules_new (library, plan);
  g_signal_connect_swapped (library, "touched", G_CALLBACK (touched_cb), self);
  g_signal_connect_swapped (self->schedules, "changed", G_CALLBACK (schedules_changed_cb), self);
  return self;
}

/**
 * kl_agenda_facts_load_async:
 * @self: facts
 * @cancellable: (nullable): stops it
 * @callback: called when they are there
 * @user_data: for @callback
 *
 * Reads all, and keeps it up to date from now on.
 */
void
kl_agenda_facts_load_async (KlAgendaFacts       *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *load = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (load, kl_agenda_facts_load_async);
  self->is_asked = TRUE;
  read_needs (self, NULL, load);
}

/**
 * kl_agenda_facts_load_finish:
 * @self: facts
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether they are there
 */
gboolean
kl_agenda_facts_load_finish (KlAgendaFacts  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

KlSchedules *
kl_agenda_facts_get_schedules (KlAgendaFacts *self)
{
  g_return_val_if_fail (KL_IS_AGENDA_FACTS (self), NULL);

  return self->schedules;
}

/**
 * kl_agenda_facts_get_needs:
 * @self: facts
 *
 * Returns: (transfer none) (element-type utf8 KlSubjectNeeds): what subjects need; who needs nothing is not there
 */
GHashTable *
kl_agenda_facts_get_needs (KlAgendaFacts *self)
{
  g_return_val_if_fail (KL_IS_AGENDA_FACTS (self), NULL);

  return self->needs;
}
