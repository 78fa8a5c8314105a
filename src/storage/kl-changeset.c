/* kl-changeset.c: a changeset on its way from a session into the journal, and out of it
 *
 * That of an import is as long as all that the import writes, so it must not be in memory as a whole. SQLite gives and
 * takes a changeset in pieces, but a row has to have its place before the first one: the changeset is made twice, once
 * to learn how long it is.
 */

#include "config.h"

#include "kl-changeset.h"

#include <glib/gi18n.h>

#include "kl-search-index.h"
#include "kl-storage-error.h"

enum
{
  PIECE_SIZE = 256 * 1024,
  MAX_PIECES = 32, /* of a changeset: to write one, SQLite passes over all of the changeset before it */
};

typedef struct
{
  gint64 limit;
  GByteArray *whole;
  gint64 length;
} Capture;

static int
capture_cb (void       *data,
            const void *bytes,
            int         length)
{
  Capture *self = data;

  self->length += length;
  if (self->whole != NULL && self->length <= self->limit)
    g_byte_array_append (self->whole, bytes, (guint) length);
  return SQLITE_OK;
}

/**
 * kl_changeset_capture:
 * @session: what captured a change
 * @database: its connection
 * @limit: how many bytes may be held in memory
 * @whole: (nullable): takes the changeset, where it is no longer than @limit
 * @length: (out): how long it is, whether @whole took it or not; 0 where nothing changed
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_changeset_capture (sqlite3_session  *session,
                      KlDatabase       *database,
                      gint64            limit,
                      GByteArray       *whole,
                      gint64           *length,
                      GError          **error)
{
  Capture capture = { limit, whole, 0 };
  int code = sqlite3session_changeset_strm (session, capture_cb, &capture);

  if (code != SQLITE_OK)
    {
      kl_database_set_error (database, code, error);
      return FALSE;
    }

  *length = capture.length;
  return TRUE;
}

typedef struct
{
  KlDatabase *database;
  KlChangesetPlaceFunc place;
  gpointer data;
  int length;
  gint64 number;
  int offset;
  GByteArray *piece;
  GError *error;
} Writer;

/* The blob must be closed again before the session ends its savepoint. */
static int
write_bytes (Writer     *self,
             const void *bytes,
             int         length)
{
  sqlite3_blob *blob = NULL;
  int code;
  int close_code;

  if (self->number == 0 && !self->place (self->database, self->length, &self->number, self->data, &self->error))
    return SQLITE_ABORT;

  code = sqlite3_blob_open (kl_database_get_handle (self->database), "main", "change", "changeset", self->number, TRUE,
                            &blob);
  if (code == SQLITE_OK)
    code = sqlite3_blob_write (blob, bytes, length, self->offset);
  close_code = sqlite3_blob_close (blob);
  self->offset += length;
  return code != SQLITE_OK ? code : close_code;
}

static int
write_piece (Writer *self)
{
  int code = self->piece->len > 0 ? write_bytes (self, self->piece->data, (int) self->piece->len) : SQLITE_OK;

  g_byte_array_set_size (self->piece, 0);
  return code;
}

static int
write_cb (void       *data,
          const void *bytes,
          int         length)
{
  Writer *self = data;
  int size = MAX (PIECE_SIZE, self->length / MAX_PIECES);

  if ((int) self->piece->len + length > size)
    {
      int code = write_piece (self);

      if (code != SQLITE_OK)
        return code;
    }
  if (length >= size)
    return write_bytes (self, bytes, length);

  g_byte_array_append (self->piece, bytes, (guint) length);
  return SQLITE_OK;
}

/**
 * kl_changeset_write:
 * @session: what captured a change
 * @database: its connection, in the transaction of the change
 * @length: how long its changeset is
 * @place: makes place for it
 * @data: for @place
 * @number: (out): the change's number
 * @error: where to put an error
 *
 * Writes the changeset into the journal.
 *
 * Returns: whether all went well
 */
gboolean
kl_changeset_write (sqlite3_session       *session,
                    KlDatabase            *database,
                    gint64                 length,
                    KlChangesetPlaceFunc   place,
                    gpointer               data,
                    gint64                *number,
                    GError               **error)
{
  g_autoptr(GByteArray) piece = g_byte_array_new ();
  Writer writer = { database, place, data, (int) MIN (length, G_MAXINT), 0, 0, piece, NULL };
  int code = length > G_MAXINT ? SQLITE_TOOBIG : SQLITE_OK;

  if (code == SQLITE_OK)
    code = sqlite3session_changeset_strm (session, write_cb, &writer);
  if (code == SQLITE_OK)
    code = write_piece (&writer);

  *number = writer.number;
  if (code == SQLITE_OK)
    return TRUE;

  if (writer.error != NULL)
    g_propagate_error (error, writer.error);
  else
    kl_database_set_error (database, code, error);
  return FALSE;
}

typedef struct
{
  sqlite3_blob *blob;
  int offset;
} Reader;

static int
read_cb (void *data,
         void *bytes,
         int  *length)
{
  Reader *self = data;
  int code;

  *length = MIN (*length, sqlite3_blob_bytes (self->blob) - self->offset);
  code = *length > 0 ? sqlite3_blob_read (self->blob, bytes, *length, self->offset) : SQLITE_OK;
  self->offset += *length;
  return code;
}

/* What is open must be closed by sqlite3_blob_close(), which has nothing to say of a blob that was only read. */
static int
open_reader (Reader     *self,
             KlDatabase *database,
             gint64      number)
{
  return sqlite3_blob_open (kl_database_get_handle (database), "main", "change", "changeset", number, FALSE,
                            &self->blob);
}

/**
 * kl_changeset_touch:
 * @database: a connection that sees the changed rows
 * @number: the number of a change in the journal
 * @inverse: whether what takes it back is meant
 * @touched: (inout): takes up what the change is about
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_changeset_touch (KlDatabase  *database,
                    gint64       number,
                    gboolean     inverse,
                    KlTouched   *touched,
                    GError     **error)
{
  Reader reader = { NULL, 0 };
  sqlite3_changeset_iter *iterator = NULL;
  gboolean success = FALSE;
  int code = open_reader (&reader, database, number);

  if (code == SQLITE_OK)
    code = sqlite3changeset_start_v2_strm (&iterator, read_cb, &reader, inverse ? SQLITE_CHANGESETSTART_INVERT : 0);
  if (code == SQLITE_OK)
    success = kl_touched_add_changes (touched, database, iterator, error);
  else
    kl_database_set_error (database, code, error);

  sqlite3_blob_close (reader.blob);
  return success;
}

/* Where the table of drafts has them, kl-schema.c. */
enum
{
  DRAFT_OWNER = 1,
  DRAFT_TEXT = 3,
};

/* Between the words of two explanations in one draft. */
#define SEPARATOR "char (10, 10)"

typedef struct
{
  KlDatabase *database;
  const KlTable *drafts;
  GError *error;
} Applying;

static gboolean
run_on_draft (Applying      *self,
              const char    *sql,
              sqlite3_value *owner,
              sqlite3_value *words)
{
  sqlite3_stmt *statement = kl_database_prepare (self->database, sql, &self->error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_value (statement, 1, owner);
  if (words != NULL)
    sqlite3_bind_value (statement, 2, words);
  return kl_database_run (self->database, statement, &self->error);
}

/* Drafts change without the journal. What was typed since stays; an attempt's words that would be a draft again come
 * below it, since the journal, which is the only place that has them, forgets them with the next change. When the
 * attempt comes back, they go again. */
static gboolean
change_draft (Applying      *self,
              int            operation,
              sqlite3_value *owner,
              sqlite3_value *words)
{
  static const char add[]
    = "UPDATE draft SET text = CASE coalesce (text, '') WHEN '' THEN ?2 ELSE text || " SEPARATOR " || ?2 END"
      " WHERE owner = ?1 AND instr (coalesce (text, ''), ?2) = 0";
  static const char remove[]
    = "UPDATE draft SET text = substr (text, 1, length (text) - length (" SEPARATOR " || ?2))"
      " WHERE owner = ?1 AND substr (text, -length (" SEPARATOR " || ?2)) = " SEPARATOR " || ?2";
  g_autofree char *sum = g_strdup_printf ("UPDATE draft SET checksum = %s WHERE owner = ?1", self->drafts->checksum);

  return run_on_draft (self, operation == SQLITE_INSERT ? add : remove, owner, words)
         && run_on_draft (self, sum, owner, NULL);
}

typedef int (*ReadValue) (sqlite3_changeset_iter *, int, sqlite3_value **);

/* The callback of a conflict may write, as SQLite's documentation says. */
static int
conflict_cb (void                   *data,
             int                     conflict,
             sqlite3_changeset_iter *iterator)
{
  Applying *self = data;
  const char *table = "";
  ReadValue read_value;
  sqlite3_value *owner = NULL;
  sqlite3_value *words = NULL;
  int n_columns;
  int operation;
  int indirect;

  if (conflict == SQLITE_CHANGESET_FOREIGN_KEY
      || sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect) != SQLITE_OK
      || !g_str_equal (table, "draft") || operation == SQLITE_UPDATE)
    return SQLITE_CHANGESET_ABORT;

  read_value = operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old;
  if (read_value (iterator, DRAFT_OWNER, &owner) != SQLITE_OK || owner == NULL
      || read_value (iterator, DRAFT_TEXT, &words) != SQLITE_OK)
    return SQLITE_CHANGESET_ABORT;

  if (words == NULL || sqlite3_value_bytes (words) == 0)
    return SQLITE_CHANGESET_OMIT;
  return change_draft (self, operation, owner, words) ? SQLITE_CHANGESET_OMIT : SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_rows (KlDatabase     *database,
            const KlTable  *drafts,
            gint64          number,
            gboolean        inverse,
            GError        **error)
{
  /* What was done in part is rolled back with the transaction. */
  int flags = SQLITE_CHANGESETAPPLY_NOSAVEPOINT | (inverse ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  Applying applying = { database, drafts, NULL };
  Reader reader = { NULL, 0 };
  int code = open_reader (&reader, database, number);

  if (code == SQLITE_OK)
    code = sqlite3changeset_apply_v2_strm (kl_database_get_handle (database), read_cb, &reader, NULL, conflict_cb,
                                           &applying, NULL, NULL, flags);
  sqlite3_blob_close (reader.blob);
  if (code == SQLITE_OK)
    return TRUE;

  if (applying.error != NULL)
    g_propagate_error (error, applying.error);
  else if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
    g_set_error_literal (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED,
                         _("The change cannot be taken back, since what it changed is not as it left it. "
                           "Nothing was changed."));
  else
    kl_database_set_error (database, code, error);
  return FALSE;
}

/* The rows of a changeset come in no order that foreign keys would know: a row above goes before the one below it has
 * left it, which would go with it, and with all that belongs to it. The changeset has every row that went or came, so
 * that nothing else must. */
static gboolean
apply_without_foreign_keys (KlDatabase     *database,
                            const KlTable  *drafts,
                            gint64          number,
                            gboolean        inverse,
                            GError        **error)
{
  return kl_database_set_foreign_keys (database, FALSE, error) && apply_rows (database, drafts, number, inverse, error)
         && kl_database_set_foreign_keys (database, TRUE, error);
}

/**
 * kl_changeset_apply:
 * @database: a connection in a transaction, which must be rolled back where this fails
 * @drafts: the table of drafts
 * @number: the number of a change in the journal
 * @are_many: whether it is about so many rows that the search index had better rest
 * @inverse: whether the change is taken back; otherwise it is done again
 * @error: where to put an error
 *
 * Returns: whether all rows are as the change, or what takes it back, left them
 */
gboolean
kl_changeset_apply (KlDatabase     *database,
                    const KlTable  *drafts,
                    gint64          number,
                    gboolean        are_many,
                    gboolean        inverse,
                    GError        **error)
{
  if (are_many && !kl_search_index_suspend (database, error))
    return FALSE;

  return apply_without_foreign_keys (database, drafts, number, inverse, error)
         && (!are_many || kl_search_index_resume (database, error));
}

/**
 * kl_changeset_take_plan_back:
 * @database: a connection in a transaction, which must be rolled back where this fails
 * @drafts: the table of drafts
 * @number: the number of a change in the journal for which kl_changeset_find_made_plan() finds a plan
 * @error: where to put an error
 *
 * Returns: whether the plan is gone, and with it all that was in it
 */
gboolean
kl_changeset_take_plan_back (KlDatabase     *database,
                             const KlTable  *drafts,
                             gint64          number,
                             GError        **error)
{
  return kl_search_index_suspend (database, error) && apply_rows (database, drafts, number, TRUE, error)
         && kl_search_index_resume (database, error);
}

static int
read_made_plan (sqlite3_changeset_iter  *iterator,
                char                   **plan_id)
{
  const char *table = "";
  sqlite3_value *id = NULL;
  int n_columns;
  int operation;
  int indirect;
  int code = sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);

  if (code != SQLITE_OK || operation != SQLITE_INSERT || !g_str_equal (table, "plan"))
    return code;

  code = sqlite3changeset_new (iterator, 0, &id);
  if (code == SQLITE_OK && id != NULL)
    *plan_id = g_strdup ((const char *) sqlite3_value_text (id));
  return code;
}

/**
 * kl_changeset_find_made_plan:
 * @database: a connection
 * @number: the number of a change in the journal
 * @plan_id: (out) (nullable): the plan that it made, where its changeset is just the row of a new plan, with which goes
 *   all that is in it
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_changeset_find_made_plan (KlDatabase  *database,
                             gint64       number,
                             char       **plan_id,
                             GError     **error)
{
  Reader reader = { NULL, 0 };
  sqlite3_changeset_iter *iterator = NULL;
  int code = open_reader (&reader, database, number);

  *plan_id = NULL;
  if (code == SQLITE_OK)
    code = sqlite3changeset_start_strm (&iterator, read_cb, &reader);
  if (code == SQLITE_OK)
    code = sqlite3changeset_next (iterator);
  if (code == SQLITE_ROW)
    {
      code = read_made_plan (iterator, plan_id);
      if (code == SQLITE_OK)
        code = sqlite3changeset_next (iterator);
    }
  if (code != SQLITE_DONE)
    g_clear_pointer (plan_id, g_free);

  /* Finalizing repeats the result of the last step. */
  sqlite3changeset_finalize (iterator);
  sqlite3_blob_close (reader.blob);
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;

  kl_database_set_error (database, code, error);
  return FALSE;
}

typedef struct
{
  Reader reader;
  int offset;
} Inverter;

static int
read_to_invert_cb (void *data,
                   void *bytes,
                   int  *length)
{
  Inverter *self = data;

  return read_cb (&self->reader, bytes, length);
}

/* What brings a row back is as long as what says that it went: what is written over was read before. */
static int
write_inverse_cb (void       *data,
                  const void *bytes,
                  int         length)
{
  Inverter *self = data;
  int offset = self->offset;

  if (length > self->reader.offset - offset)
    return SQLITE_INTERNAL;

  self->offset += length;
  return sqlite3_blob_write (self->reader.blob, bytes, length, offset);
}

/**
 * kl_changeset_invert:
 * @database: a connection in a transaction
 * @number: the number of a change in the journal whose changeset is only rows that went
 * @error: where to put an error
 *
 * Makes of it, in its place, what brings the rows back.
 *
 * Returns: whether all went well
 */
gboolean
kl_changeset_invert (KlDatabase  *database,
                     gint64       number,
                     GError     **error)
{
  Inverter inverter = { { NULL, 0 }, 0 };
  int code = sqlite3_blob_open (kl_database_get_handle (database), "main", "change", "changeset", number, TRUE,
                                &inverter.reader.blob);
  int close_code;

  if (code == SQLITE_OK)
    code = sqlite3changeset_invert_strm (read_to_invert_cb, &inverter, write_inverse_cb, &inverter);
  close_code = sqlite3_blob_close (inverter.reader.blob);
  if (code == SQLITE_OK)
    code = close_code;
  if (code == SQLITE_OK)
    return TRUE;

  kl_database_set_error (database, code, error);
  return FALSE;
}
