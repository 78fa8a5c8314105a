/* kl-agenda.c: what a plan offers to do today */

#include "config.h"

#include "kl-agenda.h"

#include "ui/page/kl-list-update.h"
#include "ui/page/kl-plan-watch.h"

struct _KlAgenda
{
  GObject parent_instance;

  KlPlanWatch *watch;
  GListStore *drafts;
  GListStore *recalls;
  GListStore *exercises;
  guint count;
};

G_DEFINE_FINAL_TYPE (KlAgenda, kl_agenda, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Under which a plan knows its agenda. */
#define AGENDA_KEY "kl-agenda"

static void
sort_subject (KlSubject  *subject,
              GHashTable *parents,
              GPtrArray  *drafts,
              GPtrArray  *recalls,
              GPtrArray  *exercises,
              GPtrArray  *tried)
{
  KlStanding *standing = kl_subject_get_standing (subject);
  guint n_attempts;

  /* Nothing is said of a subject before it is known how it stands. */
  if (standing == NULL)
    return;

  n_attempts = kl_standing_get_n_attempts (standing);
  if (kl_standing_get_has_draft (standing))
    g_ptr_array_add (drafts, subject);
  else if (kl_subject_get_kind (subject) == KL_SUBJECT_TOPIC && kl_subject_get_depth (subject) == KL_DEPTH_DEEP
           && n_attempts == 0 && !g_hash_table_contains (parents, kl_record_get_id (KL_RECORD (subject))))
    g_ptr_array_add (recalls, subject);

  if (kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE)
    g_ptr_array_add (n_attempts == 0 ? exercises : tried, subject);
}

static void
collect_assessed_parents (GPtrArray  *subjects,
                          GHashTable *parents)
{
  for (guint i = 0; i < subjects->len; i++)
    {
      KlSubject *subject = subjects->pdata[i];
      KlStanding *standing = kl_subject_get_standing (subject);

      if (kl_subject_get_parent (subject) != NULL && standing != NULL && kl_standing_get_n_attempts (standing) > 0)
        g_hash_table_add (parents, g_strdup (kl_subject_get_parent (subject)));
    }
}

static void
rebuild (KlAgenda *self)
{
  GPtrArray *subjects = kl_plan_watch_get_subjects (self->watch);
  g_autoptr(GHashTable) parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) drafts = g_ptr_array_new ();
  g_autoptr(GPtrArray) recalls = g_ptr_array_new ();
  g_autoptr(GPtrArray) exercises = g_ptr_array_new ();
  g_autoptr(GPtrArray) tried = g_ptr_array_new ();

  /* A topic whose parts were explained shows theirs; it is not asked for by itself. */
  collect_assessed_parents (subjects, parents);
  for (guint i = 0; i < subjects->len; i++)
    sort_subject (subjects->pdata[i], parents, drafts, recalls, exercises, tried);
  g_ptr_array_extend (exercises, tried, NULL, NULL);

  kl_list_update (self->drafts, drafts, FALSE);
  kl_list_update (self->recalls, recalls, FALSE);
  kl_list_update (self->exercises, exercises, FALSE);

  if (self->count != drafts->len + recalls->len)
    {
      self->count = drafts->len + recalls->len;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
    }
}

static void
kl_agenda_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  if (prop_id == PROP_COUNT)
    g_value_set_uint (value, KL_AGENDA (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_agenda_dispose (GObject *object)
{
  KlAgenda *self = KL_AGENDA (object);

  if (self->watch != NULL)
    g_object_set_data (G_OBJECT (kl_plan_watch_get_plan (self->watch)), AGENDA_KEY, NULL);
  g_clear_object (&self->watch);
  g_clear_object (&self->drafts);
  g_clear_object (&self->recalls);
  g_clear_object (&self->exercises);

  G_OBJECT_CLASS (kl_agenda_parent_class)->dispose (object);
}

static void
kl_agenda_class_init (KlAgendaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_agenda_get_property;
  object_class->dispose = kl_agenda_dispose;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kl_agenda_init (KlAgenda *self)
{
  self->drafts = g_list_store_new (KL_TYPE_SUBJECT);
  self->recalls = g_list_store_new (KL_TYPE_SUBJECT);
  self->exercises = g_list_store_new (KL_TYPE_SUBJECT);
}

/**
 * kl_agenda_for:
 * @plan: a plan, loaded
 *
 * Returns: (transfer full): what there is to do in @plan, which all who ask share; kept up to date
 */
KlAgenda *
kl_agenda_for (KlPlan *plan)
{
  KlAgenda *self = g_object_get_data (G_OBJECT (plan), AGENDA_KEY);

  if (self != NULL)
    return g_object_ref (self);

  self = g_object_new (KL_TYPE_AGENDA, NULL);
  g_object_set_data (G_OBJECT (plan), AGENDA_KEY, self);
  self->watch = kl_plan_watch_for (plan);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return self;
}

/**
 * kl_agenda_get_drafts:
 * @self: an agenda
 *
 * Returns: (transfer none): the subjects with an explanation that was begun and not recorded
 */
GListModel *
kl_agenda_get_drafts (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->drafts);
}

/**
 * kl_agenda_get_recalls:
 * @self: an agenda
 *
 * Returns: (transfer none): the topics that were deep-dived and never explained
 */
GListModel *
kl_agenda_get_recalls (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->recalls);
}

/**
 * kl_agenda_get_exercises:
 * @self: an agenda
 *
 * Returns: (transfer none): the exercises, those never tried first
 */
GListModel *
kl_agenda_get_exercises (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), NULL);

  return G_LIST_MODEL (self->exercises);
}

/**
 * kl_agenda_get_count:
 * @self: an agenda
 *
 * Returns: how many things wait: drafts and first recalls
 */
guint
kl_agenda_get_count (KlAgenda *self)
{
  g_return_val_if_fail (KL_IS_AGENDA (self), 0);

  return self->count;
}
