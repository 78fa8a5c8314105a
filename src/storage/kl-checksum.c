/* kl-checksum.c: notices a flipped bit in what a person wrote
 *
 * SQLite's own integrity check sees the structure of the file and few of the flips in its contents. So each row of a
 * record carries a checksum of its values, made and compared by one SQL function, kl_checksum (value, …).
 *
 * The sum is FNV-1a with 64 bits (Fowler, Noll and Vo: http://www.isthe.com/chongo/tech/comp/fnv/): each step is a
 * bijection of the state, so that a change of one byte always changes the sum.
 */

#include "config.h"

#include "kl-checksum.h"

#include <string.h>

static const guint64 FNV_OFFSET_BASIS = G_GUINT64_CONSTANT (14695981039346656037);
static const guint64 FNV_PRIME = G_GUINT64_CONSTANT (1099511628211);

static guint64
add_bytes (guint64       sum,
           gconstpointer bytes,
           gsize         length)
{
  const guint8 *byte = bytes;

  for (gsize i = 0; i < length; i++)
    sum = (sum ^ byte[i]) * FNV_PRIME;

  return sum;
}

static void
checksum_cb (sqlite3_context  *context,
             int               n_values,
             sqlite3_value   **values)
{
  guint64 sum = FNV_OFFSET_BASIS;

  for (int i = 0; i < n_values; i++)
    {
      guint8 type = (guint8) sqlite3_value_type (values[i]);

      /* The type parts the values: ("ab", "c") is not ("a", "bc"), and NULL is not "". */
      sum = add_bytes (sum, &type, 1);
      if (type == SQLITE_INTEGER)
        {
          gint64 number = GINT64_TO_LE (sqlite3_value_int64 (values[i]));

          sum = add_bytes (sum, &number, sizeof number);
        }
      else if (type == SQLITE_FLOAT)
        {
          double number = sqlite3_value_double (values[i]);
          guint64 bits;

          memcpy (&bits, &number, sizeof bits);
          bits = GUINT64_TO_LE (bits);
          sum = add_bytes (sum, &bits, sizeof bits);
        }
      else if (type != SQLITE_NULL)
        {
          const void *bytes = sqlite3_value_blob (values[i]);

          sum = add_bytes (sum, bytes, (gsize) sqlite3_value_bytes (values[i]));
        }
    }

  sqlite3_result_int64 (context, (gint64) sum);
}

/**
 * kl_checksum_register:
 * @database: a connection
 * @error: where to put an error
 *
 * Gives the connection the SQL function kl_checksum().
 *
 * Returns: whether all went well
 */
gboolean
kl_checksum_register (KlDatabase  *database,
                      GError     **error)
{
  int code = sqlite3_create_function_v2 (kl_database_get_handle (database), "kl_checksum", -1,
                                         SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL, checksum_cb, NULL,
                                         NULL, NULL);

  if (code != SQLITE_OK)
    {
      kl_database_set_error (database, code, error);
      return FALSE;
    }

  return TRUE;
}
