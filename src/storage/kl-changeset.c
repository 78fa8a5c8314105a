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

static int
conflict_cb (void                   *data,
             int                     conflict,
             sqlite3_changeset_iter *iterator)
{
  const char *table = "";
  int n_columns;
  int operation;
  int indirect;

  /* A redone cascade finds that the rows below it are gone already. */
  if (conflict == SQLITE_CHANGESET_NOTFOUND)
    return SQLITE_CHANGESET_OMIT;

  if (conflict == SQLITE_CHANGESET_FOREIGN_KEY)
    return SQLITE_CHANGESET_ABORT;

  /* Drafts change without the journal: what was typed since is newer and stays. */
  if (sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect) == SQLITE_OK
      && g_str_equal (table, "draft"))
    return SQLITE_CHANGESET_OMIT;

  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply_rows (KlDatabase  *database,
            gint64       number,
            gboolean     inverse,
            GError     **error)
{
  /* What was done in part is rolled back with the transaction. */
  int flags = SQLITE_CHANGESETAPPLY_NOSAVEPOINT | (inverse ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  Reader reader = { NULL, 0 };
  int code = open_reader (&reader, database, number);

  if (code == SQLITE_OK)
    code = sqlite3changeset_apply_v2_strm (kl_database_get_handle (database), read_cb, &reader, NULL, conflict_cb, NULL,
                                           NULL, NULL, flags);
  sqlite3_blob_close (reader.blob);

  if (code == SQLITE_ABORT)
    g_set_error_literal (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_FAILED,
                         _("The change cannot be taken back, since what it changed is not as it left it. "
                           "Nothing was changed."));
  else if (code != SQLITE_OK)
    kl_database_set_error (database, code, error);
  return code == SQLITE_OK;
}

/**
 * kl_changeset_apply:
 * @database: a connection in a transaction, which must be rolled back where this fails
 * @number: the number of a change in the journal
 * @are_many: whether it is about so many rows that the search index had better rest
 * @inverse: whether the change is taken back; otherwise it is done again
 * @error: where to put an error
 *
 * Returns: whether all rows are as the change, or what takes it back, left them
 */
gboolean
kl_changeset_apply (KlDatabase  *database,
                    gint64       number,
                    gboolean     are_many,
                    gboolean     inverse,
                    GError     **error)
{
  if (are_many && !kl_search_index_suspend (database, error))
    return FALSE;

  return apply_rows (database, number, inverse, error) && (!are_many || kl_search_index_resume (database, error));
}

static int
is_plan_made (sqlite3_changeset_iter *iterator,
              gboolean               *is_made)
{
  const char *table = "";
  int n_columns;
  int operation;
  int indirect;
  int code = sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);

  *is_made = code == SQLITE_OK && operation == SQLITE_INSERT && g_str_equal (table, "plan");
  return code;
}

/**
 * kl_changeset_makes_plan:
 * @database: a connection
 * @number: the number of a change in the journal
 * @makes_plan: (out): whether its changeset is just the row of a new plan, with which goes all that is in it
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_changeset_makes_plan (KlDatabase  *database,
                         gint64       number,
                         gboolean    *makes_plan,
                         GError     **error)
{
  Reader reader = { NULL, 0 };
  sqlite3_changeset_iter *iterator = NULL;
  int code = open_reader (&reader, database, number);

  *makes_plan = FALSE;
  if (code == SQLITE_OK)
    code = sqlite3changeset_start_strm (&iterator, read_cb, &reader);
  if (code == SQLITE_OK)
    code = sqlite3changeset_next (iterator);
  if (code == SQLITE_ROW)
    {
      code = is_plan_made (iterator, makes_plan);
      if (code == SQLITE_OK)
        code = sqlite3changeset_next (iterator);
    }
  *makes_plan = *makes_plan && code == SQLITE_DONE;

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
