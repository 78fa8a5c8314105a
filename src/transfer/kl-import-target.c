/* kl-import-target.c: which plan of the library a document belongs to */

#include "config.h"

#include "kl-import-target.h"

#include <glib/gi18n.h>

#include "exchange/kl-exchange-error.h"

static char *
fold (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *normal = g_utf8_normalize (stripped, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : stripped, -1);
}

/**
 * kl_import_target_find_plan:
 * @plans: a list of #KlPlan
 * @title: (nullable): a title, however it is typed
 *
 * Returns: (transfer full) (nullable): the plan of that title
 */
KlPlan *
kl_import_target_find_plan (GListModel *plans,
                            const char *title)
{
  g_autofree char *wanted = fold (title);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);
      g_autofree char *folded = fold (kl_plan_get_title (plan));

      if (g_str_equal (folded, wanted))
        return g_steal_pointer (&plan);
    }

  return NULL;
}

/**
 * kl_import_target_find_same:
 * @plans: a list of #KlPlan
 * @import: a plan that comes from a library
 * @plan: (out) (nullable) (transfer full): the one of @plans that is the same, whatever it is called here
 * @error: %KL_EXCHANGE_ERROR_INVALID where the title that was asked for is that of another plan
 *
 * Returns: whether it can go there
 */
gboolean
kl_import_target_find_same (GListModel  *plans,
                            KlImport    *import,
                            KlPlan     **plan,
                            GError     **error)
{
  KlPlan *imported = kl_import_get_plan (import);
  const char *asked = kl_import_get_asked (import);
  g_autoptr(KlPlan) called = asked != NULL ? kl_import_target_find_plan (plans, asked) : NULL;
  g_autoptr(KlPlan) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (plans) && found == NULL; i++)
    {
      g_autoptr(KlRecord) candidate = g_list_model_get_item (plans, i);

      if (g_str_equal (kl_record_get_id (candidate), kl_record_get_id (KL_RECORD (imported))))
        found = KL_PLAN (g_steal_pointer (&candidate));
    }
  if (called != NULL && called != found)
    {
      g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_INVALID,
                   _("“%s” is another plan than the one in the file. Import it without naming a plan."),
                   kl_plan_get_title (called));
      return FALSE;
    }
  *plan = g_steal_pointer (&found);
  return TRUE;
}

static GHashTable *
collect_titles (KlPlan *plan)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *subjects = kl_plan_get_subjects (plan);
  guint n = g_list_model_get_n_items (subjects);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      g_hash_table_add (titles, fold (kl_subject_get_title (subject)));
    }

  return titles;
}

/**
 * kl_import_target_is_same:
 * @plan: a plan of the library
 * @imported: what its file holds now
 *
 * A file may have been put in the place of another. One that has another title than the plan, but most of its topics,
 * is the same.
 *
 * Returns: whether the file still holds that plan
 */
gboolean
kl_import_target_is_same (KlPlan *plan,
                          KlPlan *imported)
{
  g_autofree char *title = fold (kl_plan_get_title (plan));
  g_autofree char *new_title = fold (kl_plan_get_title (imported));
  g_autoptr(GHashTable) titles = collect_titles (plan);
  g_autoptr(GHashTable) new_titles = collect_titles (imported);
  GHashTableIter iter;
  gpointer topic;
  guint n_same = 0;

  if (g_str_equal (title, new_title))
    return TRUE;
  g_hash_table_iter_init (&iter, new_titles);
  while (g_hash_table_iter_next (&iter, &topic, NULL))
    if (g_hash_table_contains (titles, topic))
      n_same++;
  return 2 * n_same >= MIN (g_hash_table_size (titles), g_hash_table_size (new_titles)) && n_same > 0;
}
