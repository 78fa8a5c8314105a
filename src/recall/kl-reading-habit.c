/* kl-reading-habit.c: what a person makes of what KLearn's reading suggests, kept up to date
 *
 * It is worked out of the attempts of the library; nothing of it is stored, and no attempt changes by it. The library's
 * reader reads them, those of all subjects once, then those of the subjects that a change is about.
 */

#include "config.h"

#include "kl-reading-habit.h"

#include "kl-waiting-loads.h"
#include "coach/kl-reading-offset.h"

#define SETTING "reading-offset"

/* More subjects than these are read faster with all others than one by one. */
#define MANY 100

#define HABIT_KEY "kl-reading-habit"

struct _KlReadingHabit
{
  GObject parent_instance;

  KlLibrary *library; /* which may own it */
  GHashTable *subjects; /* subject's id → KlSubjectSuggestions */
  double offset;
  gboolean is_loaded;

  gboolean wants_all;
  GHashTable *wanted; /* ids of subjects to read */
  gboolean is_reading;
  GPtrArray *loads; /* of GTask: what waits until nothing is to be read */
};

/* A reading on its way. */
typedef struct
{
  KlReadingHabit *self;
  char **subject_ids; /* NULL for all */
} Reading;

enum
{
  PROP_0,
  PROP_OFFSET,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlReadingHabit, kl_reading_habit, G_TYPE_OBJECT)

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_strfreev (reading->subject_ids);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
update_offset (KlReadingHabit *self)
{
  g_autofree KlReadingOffset *offset = g_new (KlReadingOffset, 1);
  GHashTableIter iterator;
  gpointer subject;
  double before = self->offset;

  kl_reading_offset_init (offset);
  g_hash_table_iter_init (&iterator, self->subjects);
  while (g_hash_table_iter_next (&iterator, NULL, &subject))
    {
      GArray *facts = ((KlSubjectSuggestions *) subject)->facts;

      for (guint i = 0; i < facts->len; i++)
        kl_reading_offset_add (offset, &g_array_index (facts, KlSuggestionFacts, i));
    }

  self->offset = kl_reading_offset_get (offset);
  if (self->offset < before || self->offset > before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFSET]);
}

/* What a reading of all brought is all that there is. */
static void
take_subjects (KlReadingHabit *self,
               const Reading  *reading,
               GHashTable     *subjects)
{
  self->is_loaded = TRUE;
  if (reading->subject_ids == NULL)
    {
      g_hash_table_unref (self->subjects);
      self->subjects = g_hash_table_ref (subjects);
      return;
    }

  for (guint i = 0; reading->subject_ids[i] != NULL; i++)
    {
      gpointer id;
      gpointer subject;

      if (g_hash_table_steal_extended (subjects, reading->subject_ids[i], &id, &subject))
        g_hash_table_replace (self->subjects, id, subject);
      else
        g_hash_table_remove (self->subjects, reading->subject_ids[i]);
    }
}

static char **
take_wanted (KlReadingHabit *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iterator;
  gpointer id;
  gboolean wants_all = self->wants_all;

  self->wants_all = FALSE;
  g_hash_table_iter_init (&iterator, self->wanted);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    g_strv_builder_add (builder, id);
  g_hash_table_remove_all (self->wanted);
  return wants_all ? NULL : g_strv_builder_end (builder);
}

static void read_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data);

static void
start_reading (KlReadingHabit *self)
{
  Reading *reading;

  if (self->is_reading || (!self->wants_all && g_hash_table_size (self->wanted) == 0))
    return;
  /* When it opens, all of it is touched. */
  if (self->library == NULL || !kl_library_is_open (self->library))
    return;

  self->is_reading = TRUE;
  reading = g_new0 (Reading, 1);
  reading->self = g_object_ref (self);
  reading->subject_ids = take_wanted (self);
  kl_library_read_suggestions_async (self->library, (const char *const *) (gconstpointer) reading->subject_ids, NULL,
                                     read_cb, reading);
}

/* What could not be read is read whole with what changes next. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(Reading) reading = data;
  KlReadingHabit *self = reading->self;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) subjects = kl_library_read_suggestions_finish (KL_LIBRARY (source), result, &error);

  self->is_reading = FALSE;
  if (subjects == NULL)
    {
      g_debug ("What was suggested of attempts could not be read: %s", error->message);
      self->wants_all = TRUE;
      kl_waiting_loads_finish (self->loads, error);
      return;
    }

  take_subjects (self, reading, subjects);
  start_reading (self);
  update_offset (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (!self->is_reading)
    kl_waiting_loads_finish (self->loads, NULL);
}

static void
touched_cb (KlReadingHabit     *self,
            const char *const  *subject_ids)
{
  if (subject_ids == NULL || g_strv_length ((char **) (gpointer) (guintptr) subject_ids) > MANY)
    self->wants_all = TRUE;
  for (guint i = 0; !self->wants_all && subject_ids[i] != NULL; i++)
    g_hash_table_add (self->wanted, g_strdup (subject_ids[i]));
  start_reading (self);
}

static void
kl_reading_habit_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  KlReadingHabit *self = KL_READING_HABIT (object);

  switch (prop_id)
    {
    case PROP_OFFSET:
      g_value_set_double (value, self->offset);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kl_reading_habit_dispose (GObject *object)
{
  KlReadingHabit *self = KL_READING_HABIT (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_weak_pointer (&self->library);

  G_OBJECT_CLASS (kl_reading_habit_parent_class)->dispose (object);
}

static void
kl_reading_habit_finalize (GObject *object)
{
  KlReadingHabit *self = KL_READING_HABIT (object);

  g_hash_table_unref (self->subjects);
  g_hash_table_unref (self->wanted);
  g_ptr_array_unref (self->loads);

  G_OBJECT_CLASS (kl_reading_habit_parent_class)->finalize (object);
}

static void
kl_reading_habit_class_init (KlReadingHabitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_reading_habit_get_property;
  object_class->dispose = kl_reading_habit_dispose;
  object_class->finalize = kl_reading_habit_finalize;

  /**
   * KlReadingHabit:offset:
   *
   * How many points the person's scores are above what the suggested verdicts lead to, kl_reading_offset_get(); 0 until
   * it is known.
   */
  properties[PROP_OFFSET] = g_param_spec_double ("offset", NULL, NULL, -KL_READING_OFFSET_MAX, KL_READING_OFFSET_MAX, 0,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KlReadingHabit::changed:
   * @self: a habit
   *
   * Something is known that was not, of whatever subject.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_READING_HABIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_reading_habit_init (KlReadingHabit *self)
{
  self->subjects
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) kl_subject_suggestions_free);
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->loads = kl_waiting_loads_new ();
}

/**
 * kl_reading_habit_new:
 * @library: a library
 *
 * Returns: (transfer full): what the person makes of suggestions; it is being read, and kept up to date as long as
 *   @library is there
 */
KlReadingHabit *
kl_reading_habit_new (KlLibrary *library)
{
  KlReadingHabit *self = g_object_new (KL_TYPE_READING_HABIT, NULL);

  g_set_weak_pointer (&self->library, library);
  g_signal_connect_swapped (library, "touched", G_CALLBACK (touched_cb), self);
  self->wants_all = TRUE;
  start_reading (self);
  return self;
}

/**
 * kl_reading_habit_for:
 * @library: a library
 *
 * Returns: (transfer full): the same, shared by all who ask, and kept as long as @library is there
 */
KlReadingHabit *
kl_reading_habit_for (KlLibrary *library)
{
  KlReadingHabit *self = g_object_get_data (G_OBJECT (library), HABIT_KEY);

  if (self != NULL)
    return g_object_ref (self);

  self = kl_reading_habit_new (library);
  g_object_set_data_full (G_OBJECT (library), HABIT_KEY, g_object_ref (self), g_object_unref);
  return self;
}

/**
 * kl_reading_habit_load_async:
 * @self: a habit
 * @cancellable: (nullable): ends the waiting
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Waits until all that the library holds by now is known.
 */
void
kl_reading_habit_load_async (KlReadingHabit      *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *load = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (KL_IS_READING_HABIT (self));

  g_task_set_source_tag (load, kl_reading_habit_load_async);
  g_ptr_array_add (self->loads, load);
  start_reading (self);
  if (!self->is_reading)
    kl_waiting_loads_finish (self->loads, NULL);
}

/**
 * kl_reading_habit_load_finish:
 * @self: a habit
 * @result: what the callback was given
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it is known
 */
gboolean
kl_reading_habit_load_finish (KlReadingHabit  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * kl_reading_habit_get_offset:
 * @self: a habit
 *
 * Returns: how many points are to be added to a suggested score, so that it is what the person usually gives; less than
 *   0 to take away; whether that is wanted or not
 */
double
kl_reading_habit_get_offset (KlReadingHabit *self)
{
  g_return_val_if_fail (KL_IS_READING_HABIT (self), 0);

  return self->offset;
}

/* From the build tree they may not be installed, and GLib would end the program. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "com.example.KLearn", TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * kl_reading_habit_get_wanted:
 * @self: a habit
 *
 * Returns: what kl_reading_habit_get_offset() says, and 0 where the person has switched it off in the settings
 */
double
kl_reading_habit_get_wanted (KlReadingHabit *self)
{
  g_autoptr(GSettings) settings = NULL;

  g_return_val_if_fail (KL_IS_READING_HABIT (self), 0);

  settings = open_settings ();
  return settings == NULL || g_settings_get_boolean (settings, SETTING) ? self->offset : 0;
}

static void
add_subject (KlReadingAgreement         *agreement,
             const KlSubjectSuggestions *subject)
{
  for (guint i = 0; i < subject->facts->len; i++)
    kl_reading_agreement_add (agreement, &g_array_index (subject->facts, KlSuggestionFacts, i));
}

/**
 * kl_reading_habit_get_agreement:
 * @self: a habit
 * @plan_id: (nullable): the id of a plan, %NULL for all
 * @subject_id: (nullable): the id of a subject, %NULL for all of the plan
 * @agreement: (out caller-allocates): how often what was suggested was what the person said
 */
void
kl_reading_habit_get_agreement (KlReadingHabit     *self,
                                const char         *plan_id,
                                const char         *subject_id,
                                KlReadingAgreement *agreement)
{
  GHashTableIter iterator;
  gpointer id;
  gpointer subject;

  g_return_if_fail (KL_IS_READING_HABIT (self));

  *agreement = (KlReadingAgreement) { 0 };
  if (subject_id != NULL)
    {
      subject = g_hash_table_lookup (self->subjects, subject_id);
      if (subject != NULL)
        add_subject (agreement, subject);
      return;
    }

  g_hash_table_iter_init (&iterator, self->subjects);
  while (g_hash_table_iter_next (&iterator, &id, &subject))
    if (plan_id == NULL || g_str_equal (((KlSubjectSuggestions *) subject)->plan_id, plan_id))
      add_subject (agreement, subject);
}
