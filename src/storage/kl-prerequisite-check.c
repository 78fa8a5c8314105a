/* kl-prerequisite-check.c: no topic builds on itself, however long the way round
 *
 * Only what a person says in KLearn is refused. A document that goes round in a circle is kept as it is.
 */

#include "config.h"

#include "kl-prerequisite-check.h"

#include <glib/gi18n.h>

#include "kl-column.h"
#include "kl-storage-error.h"
#include "model/kl-link.h"

/* What @subject builds on, of what was not found yet, lies ahead. */
static gboolean
look_ahead (KlDatabase  *database,
            const char  *subject,
            GHashTable  *found_from,
            GQueue      *ahead,
            GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (
    database, "SELECT target FROM link WHERE owner = ?1 AND kind = 'prerequisite' AND target IS NOT NULL", error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, subject);
  for (;;)
    {
      const char *target;

      if (!kl_database_step (database, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      target = kl_column_get_text (statement, 0);
      if (g_hash_table_contains (found_from, target))
        continue;
      g_hash_table_insert (found_from, g_strdup (target), g_strdup (subject));
      g_queue_push_tail (ahead, g_strdup (target));
    }
}

static char *
dup_title (KlDatabase *database,
           const char *subject)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (database, "SELECT title FROM subject WHERE id = ?1", NULL);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return g_strdup ("");

  kl_database_bind_text (database, statement, 1, subject);
  return kl_database_step (database, statement, &has_row, NULL) && has_row ? kl_column_dup_text (statement, 0)
                                                                           : g_strdup ("");
}

/* “A” → “B” → “A”, from the topic back to it, along the way by which it was found. */
static char *
describe_circle (KlDatabase *database,
                 const char *subject,
                 GHashTable *found_from)
{
  g_autoptr(GString) circle = g_string_new (NULL);
  const char *at = subject;

  do
    {
      const char *before = g_hash_table_lookup (found_from, at);
      g_autofree char *title = dup_title (database, at);
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), title);

      g_string_prepend (circle, quoted);
      g_string_prepend (circle, " → ");
      at = before;
    }
  while (at != NULL && !g_str_equal (at, subject));

  {
    g_autofree char *title = dup_title (database, subject);
    g_autofree char *quoted = g_strdup_printf (_("“%s”"), title);

    g_string_prepend (circle, quoted);
  }
  return g_string_free (g_steal_pointer (&circle), FALSE);
}

static gboolean
check_subject (KlDatabase  *database,
               const char  *subject,
               GError     **error)
{
  g_autoptr(GHashTable) found_from = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GQueue) ahead = g_queue_new ();
  g_autofree char *at = g_strdup (subject);
  gboolean success = TRUE;

  while (success && at != NULL && !g_hash_table_contains (found_from, subject))
    {
      success = look_ahead (database, at, found_from, ahead, error);
      g_free (at);
      at = g_queue_pop_head (ahead);
    }
  g_queue_clear_full (ahead, g_free);

  if (success && g_hash_table_contains (found_from, subject))
    {
      g_autofree char *circle = describe_circle (database, subject, found_from);

      /* Translators: %s is such as “A” → “B” → “A”, each building on the next one */
      g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_INVALID,
                   _("Then a topic would build on itself: %s. Nothing was changed."), circle);
      return FALSE;
    }
  return success;
}

/**
 * kl_prerequisite_check:
 * @database: a connection
 * @change: what was just carried out on it
 * @error: where to put an error of %KL_STORAGE_ERROR_INVALID, which names the circle
 *
 * Returns: whether no topic that @change gave a prerequisite builds on itself
 */
gboolean
kl_prerequisite_check (KlDatabase  *database,
                       KlChange    *change,
                       GError     **error)
{
  if (kl_change_get_kind (change) != KL_CHANGE_EDIT_SUBJECT)
    return TRUE;

  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    {
      const KlOperation *operation = kl_change_get_operation (change, i);

      if (operation->kind == KL_OPERATION_INSERT && KL_IS_LINK (operation->record)
          && kl_link_get_kind (KL_LINK (operation->record)) == KL_LINK_PREREQUISITE
          && !check_subject (database, kl_record_get_owner (operation->record), error))
        return FALSE;
    }

  return TRUE;
}
