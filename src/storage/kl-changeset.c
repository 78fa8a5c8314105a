/* kl-changeset.c: a large changeset on its way from a session into the journal, and out of it
 *
 * That of an import is as long as all that the import writes, so it must not be in memory as a whole. SQLite gives and
 * takes a changeset in pieces, but a row has to have its place before the first one: the changeset is made twice, once
 * to learn how long it is.
 */

#include "config.h"

#include "kl-changeset.h"

#include "kl-database.h"

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
  if (self->length <= self->limit)
    g_byte_array_append (self->whole, bytes, (guint) length);
  return SQLITE_OK;
}

/**
 * kl_changeset_capture:
 * @session: what captured a change
 * @database: its connection
 * @limit: how many bytes may be held in memory
 * @whole: takes the changeset, where it is no longer than @limit
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

/**
 * kl_changeset_touch:
 * @database: a connection that sees the changed rows
 * @number: the number of a change in the journal
 * @touched: (inout): takes up what the change is about
 * @error: where to put an error
 *
 * Returns: whether all went well
 */
gboolean
kl_changeset_touch (KlDatabase  *database,
                    gint64       number,
                    KlTouched   *touched,
                    GError     **error)
{
  Reader reader = { NULL, 0 };
  sqlite3_changeset_iter *iterator = NULL;
  gboolean success = FALSE;
  int code = sqlite3_blob_open (kl_database_get_handle (database), "main", "change", "changeset", number, FALSE,
                                &reader.blob);

  if (code == SQLITE_OK)
    code = sqlite3changeset_start_strm (&iterator, read_cb, &reader);
  if (code == SQLITE_OK)
    success = kl_touched_add_changes (touched, database, iterator, error);
  else
    kl_database_set_error (database, code, error);

  /* It was only read. */
  sqlite3_blob_close (reader.blob);
  return success;
}
