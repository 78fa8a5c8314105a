/* kl-suggestions.c: the verdicts that are suggested for an explanation, kept up to date
 *
 * The explanation is read in a worker, again when a point is added, changed or removed. What was suggested stays until
 * the new reading is there, but not for a point whose words have changed. Without points, or before a reading was made,
 * nothing is suggested.
 */

#include "config.h"

#include "kl-suggestions.h"

#include "model/kl-point.h"
#include "recall/kl-correction-check.h"
#include "recall/kl-text-places.h"

struct _KlSuggestions
{
  GObject parent_instance;

  KlPlan *plan;
  KlSubject *subject;
  char *explanation;
  GCancellable *cancellable; /* of the reading under way */
  guint read_source;
  GPtrArray *watched; /* the points */

  KlSubjectReading *reading; /* the last one that was made */
  GHashTable *indices;    /* a point's id → 1 + its index in it */
  KlVerdictTally *tally;
  GListStore *checks;
};

G_DEFINE_FINAL_TYPE (KlSuggestions, kl_suggestions, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_READING,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static KlPoint *
find_point (KlSuggestions *self,
            const char    *id)
{
  GListModel *points = kl_subject_get_points (self->subject);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      /* The list keeps the point alive. */
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);

      if (g_str_equal (kl_record_get_id (KL_RECORD (point)), id))
        return point;
    }

  return NULL;
}

/* What the last reading says of the points that are still as they were read. */
static void
take_over (KlSuggestions *self)
{
  g_hash_table_remove_all (self->indices);
  g_clear_object (&self->tally);
  self->tally = kl_verdict_tally_new (NULL);
  for (guint i = 0; self->reading != NULL && i < kl_subject_reading_get_n_points (self->reading); i++)
    {
      const char *id = kl_subject_reading_get_id (self->reading, i);
      KlPoint *point = find_point (self, id);

      if (point == NULL || g_strcmp0 (kl_point_get_text (point), kl_subject_reading_get_text (self->reading, i)) != 0)
        continue;
      g_hash_table_insert (self->indices, g_strdup (id), GUINT_TO_POINTER (i + 1));
      kl_verdict_tally_set (self->tally, id, kl_subject_reading_get_point (self->reading, i)->verdict);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Rows that say the same stay, and keep the keyboard. */
static void
take_over_checks (KlSuggestions *self)
{
  GPtrArray *checks = kl_subject_reading_get_checks (self->reading);
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->checks));
  gboolean is_same = n_before == checks->len;

  for (guint i = 0; is_same && i < n_before; i++)
    {
      g_autoptr(KlCorrectionCheck) check = g_list_model_get_item (G_LIST_MODEL (self->checks), i);

      is_same = kl_correction_check_equal (check, checks->pdata[i]);
    }
  if (!is_same)
    g_list_store_splice (self->checks, 0, n_before, checks->pdata, checks->len);
}

static void
set_cancellable (KlSuggestions *self,
                 GCancellable  *cancellable)
{
  if (g_set_object (&self->cancellable, cancellable))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READING]);
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  KlSubjectReading *reading = task_data;
  g_autoptr(GError) error = NULL;

  if (kl_subject_reading_run (reading, cancellable, &error))
    {
      g_task_return_pointer (task, reading, (GDestroyNotify) kl_subject_reading_free);
      return;
    }

  kl_subject_reading_free (reading);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(KlSuggestions) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlSubjectReading) reading = g_task_propagate_pointer (G_TASK (result), &error);

  /* Cancelled: another one is under way, or nobody waits for it. */
  if (reading == NULL)
    return;

  g_clear_pointer (&self->reading, kl_subject_reading_free);
  self->reading = g_steal_pointer (&reading);
  take_over (self);
  take_over_checks (self);
  set_cancellable (self, NULL);
}

static void
cancel (KlSuggestions *self)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void text_cb (KlSuggestions *self);

static void
watch_points (KlSuggestions *self)
{
  GListModel *points = kl_subject_get_points (self->subject);

  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_func (self->watched->pdata[i], text_cb, self);
  g_ptr_array_set_size (self->watched, 0);
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      KlPoint *point = g_list_model_get_item (points, i);

      g_signal_connect_object (point, "notify::text", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->watched, point);
    }
}

static gboolean
begin_cb (gpointer user_data)
{
  KlSuggestions *self = user_data;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GTask) task = NULL;

  self->read_source = 0;
  cancel (self);
  watch_points (self);
  set_cancellable (self, cancellable);
  /* Without a source: the thread may be the last to let go of it. */
  task = g_task_new (NULL, cancellable, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, begin_cb);
  g_task_set_task_data (
    task, kl_subject_reading_new (self->subject, kl_plan_get_language (self->plan), self->explanation), NULL);
  g_task_run_in_thread (task, read_in_thread);
  return G_SOURCE_REMOVE;
}

/* Several changes are often one. */
static void
begin_soon (KlSuggestions *self)
{
  if (self->explanation != NULL && self->read_source == 0)
    self->read_source = g_idle_add (begin_cb, self);
}

static void
text_cb (KlSuggestions *self)
{
  take_over (self);
  begin_soon (self);
}

static void
kl_suggestions_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_READING)
    g_value_set_boolean (value, kl_suggestions_get_reading (KL_SUGGESTIONS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_suggestions_dispose (GObject *object)
{
  kl_suggestions_stop (KL_SUGGESTIONS (object));

  G_OBJECT_CLASS (kl_suggestions_parent_class)->dispose (object);
}

static void
kl_suggestions_finalize (GObject *object)
{
  KlSuggestions *self = KL_SUGGESTIONS (object);

  g_free (self->explanation);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->watched);
  g_clear_pointer (&self->reading, kl_subject_reading_free);
  g_hash_table_unref (self->indices);
  g_object_unref (self->tally);
  g_object_unref (self->checks);
  g_clear_object (&self->plan);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (kl_suggestions_parent_class)->finalize (object);
}

static void
kl_suggestions_class_init (KlSuggestionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_suggestions_get_property;
  object_class->dispose = kl_suggestions_dispose;
  object_class->finalize = kl_suggestions_finalize;

  /* Whether a reading is under way. */
  properties[PROP_READING] = g_param_spec_boolean ("reading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Other verdicts are suggested, or for other reasons. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_suggestions_init (KlSuggestions *self)
{
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  self->indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tally = kl_verdict_tally_new (NULL);
  self->checks = g_list_store_new (KL_TYPE_CORRECTION_CHECK);
}

/**
 * kl_suggestions_new:
 * @plan: the plan, whose language the explanation is in
 * @subject: what is explained
 *
 * Returns: (transfer full): suggestions, none so far
 */
KlSuggestions *
kl_suggestions_new (KlPlan    *plan,
                    KlSubject *subject)
{
  KlSuggestions *self = g_object_new (KL_TYPE_SUGGESTIONS, NULL);

  self->plan = g_object_ref (plan);
  self->subject = g_object_ref (subject);
  g_signal_connect_object (plan, "notify::language", G_CALLBACK (begin_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (subject, "notify::title", G_CALLBACK (begin_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_subject_get_points (subject), "items-changed", G_CALLBACK (text_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * kl_suggestions_read:
 * @self: suggestions, whose subject is loaded with its attempts
 * @explanation: what is to be read
 *
 * Begins to read @explanation; what is suggested changes when that is done.
 */
void
kl_suggestions_read (KlSuggestions *self,
                     const char    *explanation)
{
  g_return_if_fail (KL_IS_SUGGESTIONS (self));
  g_return_if_fail (explanation != NULL);

  if (g_strcmp0 (self->explanation, explanation) == 0)
    return;

  g_free (self->explanation);
  self->explanation = g_strdup (explanation);
  g_clear_pointer (&self->reading, kl_subject_reading_free);
  take_over (self);
  begin_soon (self);
}

/**
 * kl_suggestions_stop:
 * @self: suggestions
 *
 * Ends what is under way. What is suggested stays as it is.
 */
void
kl_suggestions_stop (KlSuggestions *self)
{
  g_return_if_fail (KL_IS_SUGGESTIONS (self));

  cancel (self);
  g_clear_pointer (&self->explanation, g_free);
  set_cancellable (self, NULL);
}

/**
 * kl_suggestions_get_reading:
 * @self: suggestions
 *
 * Returns: whether a reading is under way
 */
gboolean
kl_suggestions_get_reading (KlSuggestions *self)
{
  g_return_val_if_fail (KL_IS_SUGGESTIONS (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * kl_suggestions_get_tally:
 * @self: suggestions
 *
 * Returns: (transfer none): the verdicts that are suggested now
 */
KlVerdictTally *
kl_suggestions_get_tally (KlSuggestions *self)
{
  g_return_val_if_fail (KL_IS_SUGGESTIONS (self), NULL);

  return self->tally;
}

/* 1 + the index of a point in the reading, 0 where it is not in it. */
static guint
look_up (KlSuggestions *self,
         const char    *point)
{
  return self->reading != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, point)) : 0;
}

/**
 * kl_suggestions_peek_point:
 * @self: suggestions
 * @point: a point's id
 *
 * Returns: (transfer none) (nullable): what the explanation did with it, as long as nothing changes
 */
const KlPointReading *
kl_suggestions_peek_point (KlSuggestions *self,
                           const char    *point)
{
  guint number = look_up (self, point);

  return number > 0 ? kl_subject_reading_get_point (self->reading, number - 1) : NULL;
}

/**
 * kl_suggestions_peek_places:
 * @self: suggestions
 * @point: a point's id
 *
 * Returns: (transfer none) (nullable) (element-type KlTextPlace): what speaks for it, as long as nothing changes
 */
const GArray *
kl_suggestions_peek_places (KlSuggestions *self,
                            const char    *point)
{
  guint number = look_up (self, point);

  return number > 0 ? kl_subject_reading_get_places (self->reading, number - 1) : NULL;
}

/**
 * kl_suggestions_peek_all_places:
 * @self: suggestions
 *
 * Returns: (transfer none) (nullable) (element-type KlTextPlace): what speaks for any point, as long as nothing changes
 */
const GArray *
kl_suggestions_peek_all_places (KlSuggestions *self)
{
  return self->reading != NULL ? kl_subject_reading_get_all_places (self->reading) : NULL;
}

/**
 * kl_suggestions_find_point:
 * @self: suggestions
 * @offset: a place in the explanation, in characters
 * @after: (nullable): the id of a point
 *
 * Returns: (transfer none) (nullable): the id of the point that this place speaks for; of several the next one after
 *   @after, and the first one again after the last
 */
const char *
kl_suggestions_find_point (KlSuggestions *self,
                           int            offset,
                           const char    *after)
{
  guint n_points = self->reading != NULL ? kl_subject_reading_get_n_points (self->reading) : 0;
  guint first = after != NULL ? look_up (self, after) : 0;

  for (guint i = 0; i < n_points; i++)
    {
      guint index = (first + i) % n_points;
      const char *id = kl_subject_reading_get_id (self->reading, index);

      if (look_up (self, id) > 0
          && kl_text_places_contain (kl_subject_reading_get_places (self->reading, index), offset))
        return id;
    }

  return NULL;
}

/**
 * kl_suggestions_get_explanation:
 * @self: suggestions
 *
 * Returns: (transfer none) (nullable): what is read
 */
const char *
kl_suggestions_get_explanation (KlSuggestions *self)
{
  g_return_val_if_fail (KL_IS_SUGGESTIONS (self), NULL);

  return self->explanation;
}

/**
 * kl_suggestions_get_checks:
 * @self: suggestions
 *
 * Returns: (transfer none) (element-type KlCorrectionCheck): earlier corrections of the subject, and on which side of
 *   each the explanation stands; what is wrong again first
 */
GListModel *
kl_suggestions_get_checks (KlSuggestions *self)
{
  g_return_val_if_fail (KL_IS_SUGGESTIONS (self), NULL);

  return G_LIST_MODEL (self->checks);
}

/**
 * kl_suggestions_dup_questions:
 * @self: suggestions
 * @given: the verdicts that the person gave, which count in the place of those that are suggested
 * @max: how many at most
 *
 * Returns: (transfer full): what to ask next about what was missed or said in part; nothing before a reading was made
 */
char **
kl_suggestions_dup_questions (KlSuggestions  *self,
                              KlVerdictTally *given,
                              gsize           max)
{
  g_return_val_if_fail (KL_IS_SUGGESTIONS (self), NULL);

  return self->reading != NULL ? kl_subject_reading_dup_questions (self->reading, given, max) : g_new0 (char *, 1);
}
