/* kl-studies.c: the study sessions of a library that are not over
 *
 * One for each library in the process, so that a session that goes on behind another page is the same one everywhere.
 */

#include "config.h"

#include "kl-studies.h"

struct _KlStudies
{
  GObject parent_instance;

  KlLibrary *library; /* which has this object, %NULL when it is gone */
  GHashTable *timers; /* subject id → KlStudyTimer */
  char *error; /* why they could not be read */
  gboolean loading;
  gboolean loaded;
};

G_DEFINE_FINAL_TYPE (KlStudies, kl_studies, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell (KlStudies *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static KlStudyTimer *
add (KlStudies    *self,
     KlStudyClock *clock)
{
  KlStudyTimer *timer = kl_study_timer_new (self->library, clock);

  g_hash_table_insert (self->timers, g_strdup (kl_study_timer_get_subject (timer)), timer);
  g_signal_connect_object (timer, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  return timer;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlStudies) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) clocks = kl_library_load_study_clocks_finish (KL_LIBRARY (object), result, &error);

  self->loading = FALSE;
  g_clear_pointer (&self->error, g_free);
  if (clocks == NULL)
    self->error = g_strdup (error->message);
  for (guint i = 0; clocks != NULL && i < clocks->len; i++)
    if (kl_record_get_owner (clocks->pdata[i]) != NULL
        && kl_studies_find (self, kl_record_get_owner (clocks->pdata[i])) == NULL)
      add (self, clocks->pdata[i]);
  self->loaded = clocks != NULL;
  tell (self);
}

static void
load (KlStudies *self)
{
  self->loading = TRUE;
  kl_library_load_study_clocks_async (self->library, NULL, loaded_cb, g_object_ref (self));
}

static void
kl_studies_finalize (GObject *object)
{
  KlStudies *self = KL_STUDIES (object);

  g_clear_weak_pointer (&self->library);
  g_hash_table_unref (self->timers);
  g_free (self->error);

  G_OBJECT_CLASS (kl_studies_parent_class)->finalize (object);
}

static void
kl_studies_class_init (KlStudiesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_studies_finalize;

  /* They were loaded, or one began, went on, paused or ended. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_STUDIES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_studies_init (KlStudies *self)
{
  self->timers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * kl_studies_dup:
 * @library: an open library
 *
 * Returns: (transfer full): its sessions that are not over
 */
KlStudies *
kl_studies_dup (KlLibrary *library)
{
  KlStudies *self = g_object_get_data (G_OBJECT (library), "kl-studies");

  if (self != NULL)
    {
      /* What could not be read is tried again. */
      if (!self->loaded && !self->loading)
        load (self);
      return g_object_ref (self);
    }

  self = g_object_new (KL_TYPE_STUDIES, NULL);
  g_set_weak_pointer (&self->library, library);
  g_object_set_data_full (G_OBJECT (library), "kl-studies", self, g_object_unref);
  load (self);
  return g_object_ref (self);
}

/**
 * kl_studies_get_loaded:
 * @self: sessions
 *
 * Returns: whether it is known which there are
 */
gboolean
kl_studies_get_loaded (KlStudies *self)
{
  g_return_val_if_fail (KL_IS_STUDIES (self), FALSE);

  return self->loaded;
}

/**
 * kl_studies_get_error:
 * @self: sessions
 *
 * Returns: (nullable): why they could not be read
 */
const char *
kl_studies_get_error (KlStudies *self)
{
  g_return_val_if_fail (KL_IS_STUDIES (self), NULL);

  return self->error;
}

/**
 * kl_studies_find:
 * @self: sessions
 * @subject_id: a subject's id
 *
 * Returns: (transfer none) (nullable): the session on it that is not over
 */
KlStudyTimer *
kl_studies_find (KlStudies  *self,
                 const char *subject_id)
{
  g_return_val_if_fail (KL_IS_STUDIES (self), NULL);

  return g_hash_table_lookup (self->timers, subject_id);
}

/**
 * kl_studies_get_running:
 * @self: sessions
 *
 * Returns: (transfer none) (nullable): the session for which time counts just now
 */
KlStudyTimer *
kl_studies_get_running (KlStudies *self)
{
  GHashTableIter iter;
  gpointer timer;

  g_return_val_if_fail (KL_IS_STUDIES (self), NULL);

  g_hash_table_iter_init (&iter, self->timers);
  while (g_hash_table_iter_next (&iter, NULL, &timer))
    if (kl_study_timer_get_running (timer))
      return timer;
  return NULL;
}

/**
 * kl_studies_begin:
 * @self: sessions
 * @subject: what is studied, on which no session is under way
 * @kind: all of it, or what was missed
 * @minutes: how long it is meant to take, 0 for as long as it takes
 *
 * Begins a session. Another one that runs is paused: nobody studies two things at once.
 *
 * Returns: (transfer none): its timer
 */
KlStudyTimer *
kl_studies_begin (KlStudies     *self,
                  KlSubject     *subject,
                  KlSessionKind  kind,
                  gint64         minutes)
{
  g_autoptr(GDateTime) now = NULL;
  g_autofree char *started = NULL;
  g_autoptr(KlStudyClock) clock = NULL;
  KlStudyTimer *timer;

  g_return_val_if_fail (KL_IS_STUDIES (self), NULL);

  now = kl_clock_get_now (kl_library_get_clock (self->library));
  started = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  clock = g_object_new (KL_TYPE_STUDY_CLOCK, "owner", kl_record_get_id (KL_RECORD (subject)), "kind", kind, "minutes",
                        minutes, "started", started, NULL);
  timer = add (self, clock);
  kl_studies_go_on (self, timer);
  return timer;
}

/**
 * kl_studies_go_on:
 * @self: sessions
 * @timer: one of them
 *
 * Lets its time count, and no other's.
 */
void
kl_studies_go_on (KlStudies    *self,
                  KlStudyTimer *timer)
{
  KlStudyTimer *other;

  g_return_if_fail (KL_IS_STUDIES (self));

  other = kl_studies_get_running (self);
  if (other == timer)
    return;
  if (other != NULL)
    kl_study_timer_pause (other);
  kl_study_timer_go_on (timer);
}

/**
 * kl_studies_remove:
 * @self: sessions
 * @timer: one of them, which was logged or given up
 */
void
kl_studies_remove (KlStudies    *self,
                   KlStudyTimer *timer)
{
  g_return_if_fail (KL_IS_STUDIES (self));

  kl_study_timer_set_ended (timer, TRUE);
  g_hash_table_remove (self->timers, kl_study_timer_get_subject (timer));
  tell (self);
}
