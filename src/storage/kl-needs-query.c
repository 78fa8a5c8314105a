/* kl-needs-query.c: what subjects build on, how many gaps they have, and when they were deep-dived */

#include "config.h"

#include "kl-needs-query.h"

#include "kl-column.h"

/* What a row says of its subject. */
typedef void (*RowFunc) (KlSubjectNeeds *needs,
                         sqlite3_stmt   *statement);

typedef struct
{
  const char *select;
  const char *rest;
  RowFunc func;
} Part;

static void
take_prerequisite (KlSubjectNeeds *needs,
                   sqlite3_stmt   *statement)
{
  g_ptr_array_add (needs->prerequisites, kl_column_dup_text (statement, 1));
}

static void
take_gap (KlSubjectNeeds *needs,
          sqlite3_stmt   *statement)
{
  needs->n_gaps++;
}

static void
take_deep_dive (KlSubjectNeeds *needs,
                sqlite3_stmt   *statement)
{
  g_ptr_array_add (needs->deep_dives, kl_column_dup_text (statement, 1));
}

static const Part parts[] = {
  { "SELECT link.owner, link.target FROM link JOIN subject ON subject.id = link.owner WHERE ",
    " AND link.kind = 'prerequisite' AND link.target IS NOT NULL ORDER BY link.owner, link.position, link.id",
    take_prerequisite },
  { "SELECT gap.owner FROM gap JOIN subject ON subject.id = gap.owner WHERE ", " AND gap.open <> 0", take_gap },
  { "SELECT study_session.owner, study_session.started FROM study_session "
    "JOIN subject ON subject.id = study_session.owner WHERE ",
    " AND study_session.kind = 'deep-dive' AND study_session.started IS NOT NULL", take_deep_dive },
};

static KlSubjectNeeds *
ensure (GHashTable *all,
        const char *id)
{
  KlSubjectNeeds *needs = g_hash_table_lookup (all, id);

  if (needs == NULL)
    {
      needs = kl_subject_needs_new ();
      g_hash_table_insert (all, g_strdup (id), needs);
    }
  return needs;
}

static gboolean
read_part (KlDatabase  *database,
           GHashTable  *all,
           const Part  *part,
           const char  *condition,
           const char  *id,
           GError     **error)
{
  g_autofree char *sql = g_strconcat (part->select, condition, part->rest, NULL);
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, id);
  while (has_row)
    {
      if (!kl_database_step (database, statement, &has_row, error))
        return FALSE;
      if (has_row)
        part->func (ensure (all, kl_column_get_text (statement, 0)), statement);
    }
  return TRUE;
}

static gboolean
read_all (KlDatabase  *database,
          GHashTable  *all,
          const char  *condition,
          const char  *id,
          GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!read_part (database, all, &parts[i], condition, id, error))
      return FALSE;
  return TRUE;
}

/**
 * kl_needs_query_run:
 * @database: a connection
 * @plan_id: a plan's id
 * @subject_ids: (nullable): the ids of subjects, %NULL for all of the plan
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8 KlSubjectNeeds): what each of them needs; subjects that build
 *   on nothing, have no open gap and were never deep-dived are not in it
 */
GHashTable *
kl_needs_query_run (KlDatabase         *database,
                    const char         *plan_id,
                    const char *const  *subject_ids,
                    GError            **error)
{
  g_autoptr(GHashTable) all
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) kl_subject_needs_free);

  if (subject_ids == NULL && !read_all (database, all, "subject.owner = ?1", plan_id, error))
    return NULL;
  for (guint i = 0; subject_ids != NULL && subject_ids[i] != NULL; i++)
    if (!read_all (database, all, "subject.id = ?1", subject_ids[i], error))
      return NULL;
  return g_steal_pointer (&all);
}
