/* kl-document-edits.c: the text of a document that is replaced, and what the journal keeps of that
 *
 * A changeset of SQLite holds a value that changed twice, as it was and as it is. A document of some megabytes,
 * imported after each change of a line, would make the library grow by twice its length each time. So such a text is
 * not written before the changeset was made: the journal keeps what differs beside it, in the column “edits”. The row's
 * checksum is in the changeset, so that a text that was put together wrongly would be noticed.
 */

#include "config.h"

#include "kl-document-edits.h"

#include <glib/gi18n.h>

#include "kl-storage-error.h"
#include "kl-text-delta.h"

/* An id, and a delta. */
#define EDIT_TYPE "(sa(tayay))"

typedef struct
{
  char *text;
  GVariant *delta;
} Edit;

struct _KlDocumentEdits
{
  GHashTable *edits; /* by id */
};

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->text);
  g_variant_unref (edit->delta);
  g_free (edit);
}

/**
 * kl_document_edits_new:
 *
 * Returns: (transfer full): no text yet
 */
KlDocumentEdits *
kl_document_edits_new (void)
{
  KlDocumentEdits *self = g_new0 (KlDocumentEdits, 1);

  self->edits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, edit_free);
  return self;
}

/**
 * kl_document_edits_free:
 * @self: (transfer full): texts
 */
void
kl_document_edits_free (KlDocumentEdits *self)
{
  g_hash_table_unref (self->edits);
  g_free (self);
}

/* A library may be carried to a computer whose bytes stand in the other order. */
static GVariant *
to_little_endian (GVariant *edits)
{
  return G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (edits) : g_variant_byteswap (edits);
}

/* Leaves the statement on the row, where there is one. */
static gboolean
select_text (KlDatabase    *database,
             const char    *id,
             sqlite3_stmt **statement,
             const char   **text,
             GError       **error)
{
  gboolean has_row;

  *text = NULL;
  *statement = kl_database_prepare (database, "SELECT text FROM document WHERE id = ?1", error);
  if (*statement == NULL)
    return FALSE;

  kl_database_bind_text (database, *statement, 1, id);
  if (!kl_database_step (database, *statement, &has_row, error))
    return FALSE;

  if (has_row)
    *text = (const char *) sqlite3_column_text (*statement, 0);
  return TRUE;
}

static gboolean
update_text (KlDatabase  *database,
             const char  *id,
             const char  *text,
             GError     **error)
{
  sqlite3_stmt *statement = kl_database_prepare (database, "UPDATE document SET text = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, id);
  kl_database_bind_text (database, statement, 2, text);
  return kl_database_run (database, statement, error);
}

/**
 * kl_document_edits_hold:
 * @self: the texts of a change
 * @database: a connection in the transaction of the change
 * @id: a document
 * @text: (nullable): its text, to be
 * @is_held: (out): whether kl_document_edits_write() will write it; otherwise it has to be written as any value
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_document_edits_hold (KlDocumentEdits  *self,
                        KlDatabase       *database,
                        const char       *id,
                        const char       *text,
                        gboolean         *is_held,
                        GError          **error)
{
  g_autoptr(KlStatement) statement = NULL;
  g_autoptr(GVariant) delta = NULL;
  const char *before;
  Edit *edit;

  *is_held = FALSE;
  if (!select_text (database, id, &statement, &before, error))
    return FALSE;
  if (before == NULL || text == NULL)
    return TRUE;

  delta = g_variant_ref_sink (kl_text_delta_new (before, text));
  *is_held = g_variant_n_children (delta) > 0;
  if (!*is_held)
    {
      g_hash_table_remove (self->edits, id);
      return TRUE;
    }

  edit = g_new0 (Edit, 1);
  edit->text = g_strdup (text);
  edit->delta = g_steal_pointer (&delta);
  g_hash_table_insert (self->edits, g_strdup (id), edit);
  return TRUE;
}

/**
 * kl_document_edits_get_n:
 * @self: the texts of a change
 *
 * Returns: how many are held
 */
guint
kl_document_edits_get_n (KlDocumentEdits *self)
{
  return g_hash_table_size (self->edits);
}

static gboolean
store (KlDatabase  *database,
       gint64       number,
       GVariant    *edits,
       GError     **error)
{
  sqlite3_stmt *statement = kl_database_prepare (database, "UPDATE change SET edits = ?2 WHERE number = ?1", error);
  g_autoptr(GVariant) stored = to_little_endian (edits);
  gsize length = g_variant_get_size (stored);

  if (statement == NULL)
    return FALSE;
  if (length > G_MAXINT)
    {
      kl_database_set_error (database, SQLITE_TOOBIG, error);
      return FALSE;
    }

  kl_database_bind_integer (database, statement, 1, number);
  kl_database_bind_blob (database, statement, 2, g_variant_get_data (stored), (int) length);
  return kl_database_run (database, statement, error);
}

/**
 * kl_document_edits_write:
 * @self: the texts of a change
 * @database: a connection in the transaction of the change
 * @number: the change, whose changeset is in the journal already
 * @error: where to put an error
 *
 * Writes the texts that are held, and into the journal how to take that back.
 *
 * Returns: whether all went well
 */
gboolean
kl_document_edits_write (KlDocumentEdits  *self,
                         KlDatabase       *database,
                         gint64            number,
                         GError          **error)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" EDIT_TYPE));
  g_autoptr(GVariant) edits = NULL;
  GHashTableIter iterator;
  gpointer id;
  gpointer value;
  gboolean success = TRUE;

  g_hash_table_iter_init (&iterator, self->edits);
  while (success && g_hash_table_iter_next (&iterator, &id, &value))
    {
      Edit *edit = value;

      success = update_text (database, id, edit->text, error);
      /* What was removed by the same change comes back with its changeset. */
      if (success && sqlite3_changes (kl_database_get_handle (database)) > 0)
        g_variant_builder_add (&builder, "(s@a(tayay))", id, edit->delta);
    }

  edits = g_variant_ref_sink (g_variant_builder_end (&builder));
  return success && (g_variant_n_children (edits) == 0 || store (database, number, edits, error));
}

static gboolean
turn_text (KlDatabase  *database,
           GVariant    *edit,
           gboolean     inverse,
           GError     **error)
{
  g_autoptr(GVariant) delta = g_variant_get_child_value (edit, 1);
  g_autoptr(KlStatement) statement = NULL;
  g_autofree char *turned = NULL;
  const char *text;
  const char *id;

  g_variant_get_child (edit, 0, "&s", &id);
  if (!select_text (database, id, &statement, &text, error))
    return FALSE;

  if (text != NULL)
    turned = kl_text_delta_apply (delta, inverse, text);
  if (turned == NULL)
    {
      g_set_error_literal (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED,
                           _("The change cannot be taken back, since what it changed is not as it left it. "
                             "Nothing was changed."));
      return FALSE;
    }

  /* The step was looked at; this repeats its result. */
  sqlite3_reset (statement);
  return update_text (database, id, turned, error);
}

/**
 * kl_document_edits_turn:
 * @database: a connection in a transaction, which must be rolled back where this fails
 * @number: a change in the journal
 * @inverse: whether it is taken back, before its changeset is; otherwise it is done again, after its changeset
 * @error: where to put an error
 *
 * Returns: whether the texts are as the change, or what takes it back, left them
 */
gboolean
kl_document_edits_turn (KlDatabase  *database,
                        gint64       number,
                        gboolean     inverse,
                        GError     **error)
{
  g_autoptr(KlStatement) statement = kl_database_prepare (
    database, "SELECT edits FROM change WHERE number = ?1 AND edits IS NOT NULL", error);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GVariant) stored = NULL;
  g_autoptr(GVariant) edits = NULL;
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  kl_database_bind_integer (database, statement, 1, number);
  if (!kl_database_step (database, statement, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  bytes = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  stored = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE ("a" EDIT_TYPE), bytes, FALSE));
  edits = to_little_endian (stored);
  for (gsize i = 0; i < g_variant_n_children (edits); i++)
    {
      g_autoptr(GVariant) edit = g_variant_get_child_value (edits, i);

      if (!turn_text (database, edit, inverse, error))
        return FALSE;
    }
  return TRUE;
}
