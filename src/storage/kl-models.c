/* kl-models.c: the objects that people look at, and which of them are kept up to date */

#include "config.h"

#include "kl-models.h"

#include "kl-mirror.h"

struct _KlModels
{
  GObject parent_instance;

  GListStore *plans;
  KlMirror *mirror;
  GHashTable *loaded;   /* ids of plans and subjects whose lists are kept up to date */
  GHashTable *standing; /* ids of plans whose subjects' standings are */
};

G_DEFINE_FINAL_TYPE (KlModels, kl_models, G_TYPE_OBJECT)

static void
kl_models_finalize (GObject *object)
{
  KlModels *self = KL_MODELS (object);

  g_object_unref (self->plans);
  g_hash_table_unref (self->loaded);
  g_hash_table_unref (self->standing);
  g_object_unref (self->mirror);

  G_OBJECT_CLASS (kl_models_parent_class)->finalize (object);
}

static void
kl_models_class_init (KlModelsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_models_finalize;
}

static void
kl_models_init (KlModels *self)
{
  self->plans = g_list_store_new (KL_TYPE_PLAN);
  self->mirror = kl_mirror_new ();
  self->loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->standing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * kl_models_new:
 *
 * Returns: (transfer full): models that show nothing yet; they belong to one thread
 */
KlModels *
kl_models_new (void)
{
  return g_object_new (KL_TYPE_MODELS, NULL);
}

/**
 * kl_models_get_plans:
 * @self: the models
 *
 * Returns: (transfer none): a list of #KlPlan
 */
GListModel *
kl_models_get_plans (KlModels *self)
{
  return G_LIST_MODEL (self->plans);
}

/**
 * kl_models_has_loaded:
 * @self: the models
 * @id: the id of a plan or subject
 *
 * Returns: whether its lists are kept up to date
 */
gboolean
kl_models_has_loaded (KlModels   *self,
                      const char *id)
{
  return g_hash_table_contains (self->loaded, id);
}

/**
 * kl_models_keep:
 * @self: the models
 * @record: a plan or subject that somebody holds
 *
 * From now on its lists are kept up to date, whenever something is shown.
 */
void
kl_models_keep (KlModels *self,
                KlRecord *record)
{
  kl_mirror_update (self->mirror, record, record);
  g_hash_table_add (self->loaded, g_strdup (kl_record_get_id (record)));
}

/**
 * kl_models_keep_standings:
 * @self: the models
 * @plan_id: a plan whose lists are kept up to date
 *
 * From now on how its subjects stand is kept up to date, too.
 */
void
kl_models_keep_standings (KlModels   *self,
                          const char *plan_id)
{
  g_hash_table_add (self->standing, g_strdup (plan_id));
}

static char **
dup_ids (GHashTable *ids)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iterator;
  gpointer id;

  if (g_hash_table_size (ids) == 0)
    return NULL;

  g_hash_table_iter_init (&iterator, ids);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    g_strv_builder_add (builder, id);
  return g_strv_builder_end (builder);
}

/**
 * kl_models_ask:
 * @self: the models
 * @touched: what a change was about
 *
 * Only what somebody looks at is read again.
 *
 * Returns: (transfer full): a reading that asks for it
 */
KlRefresh *
kl_models_ask (KlModels  *self,
               KlTouched *touched)
{
  KlRefresh *refresh = kl_refresh_new ();
  GHashTableIter iterator;
  gpointer id;

  g_hash_table_iter_init (&iterator, touched->plans);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    if (g_hash_table_contains (self->loaded, id))
      kl_refresh_ask_plan (refresh, id, g_hash_table_contains (self->standing, id));

  g_hash_table_iter_init (&iterator, touched->subjects);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    if (kl_mirror_find (self->mirror, KL_TYPE_SUBJECT, id) != NULL)
      kl_refresh_ask_subject (refresh, id, g_hash_table_contains (self->loaded, id));

  refresh->touched = dup_ids (touched->subjects);
  return refresh;
}

/**
 * kl_models_ask_all:
 * @self: the models
 *
 * Returns: (transfer full): a reading that asks for everything that is kept up to date
 */
KlRefresh *
kl_models_ask_all (KlModels *self)
{
  KlRefresh *refresh = kl_refresh_new ();
  GHashTableIter iterator;
  gpointer id;

  g_hash_table_iter_init (&iterator, self->loaded);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    {
      if (kl_mirror_find (self->mirror, KL_TYPE_PLAN, id) != NULL)
        kl_refresh_ask_plan (refresh, id, g_hash_table_contains (self->standing, id));
      if (kl_mirror_find (self->mirror, KL_TYPE_SUBJECT, id) != NULL)
        kl_refresh_ask_subject (refresh, id, TRUE);
    }

  refresh->touched_all = TRUE;
  return refresh;
}

/**
 * kl_models_show_first:
 * @self: models that show nothing yet
 * @refresh: what was read on opening
 *
 * Shows it; the plan that was read ahead is kept up to date from now on.
 */
void
kl_models_show_first (KlModels  *self,
                      KlRefresh *refresh)
{
  for (guint i = 0; i < refresh->records->len; i++)
    g_hash_table_add (self->loaded, g_strdup (kl_record_get_id (g_ptr_array_index (refresh->records, i))));

  kl_models_show (self, refresh);
}

/**
 * kl_models_show:
 * @self: the models
 * @refresh: what was read
 *
 * What was read becomes what people see: merged into the objects that are there.
 */
void
kl_models_show (KlModels  *self,
                KlRefresh *refresh)
{
  g_autoptr(GListStore) plans = g_list_store_new (KL_TYPE_PLAN);

  g_list_store_splice (plans, 0, 0, refresh->plans->pdata, refresh->plans->len);
  kl_mirror_merge (self->mirror, self->plans, G_LIST_MODEL (plans));
  for (guint i = 0; i < refresh->records->len; i++)
    {
      KlRecord *fresh = g_ptr_array_index (refresh->records, i);
      KlRecord *live = kl_mirror_find (self->mirror, G_OBJECT_TYPE (fresh), kl_record_get_id (fresh));

      if (live != NULL)
        kl_mirror_update (self->mirror, live, fresh);
    }
}
