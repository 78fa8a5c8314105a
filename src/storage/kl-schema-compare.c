/* kl-schema-compare.c: whether a library holds only what KLearn makes
 *
 * Somebody else's trigger or view in a file would be run by what KLearn writes and reads. So what a file has is
 * compared with what the migrations make of an empty one. That takes longer than all else that opening a library does,
 * so it is known beforehand, by a digest, what a library of the newest version holds; a test compares the two.
 */

#include "config.h"

#include "kl-schema-compare.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-schema.h"
#include "kl-storage-error.h"

enum
{
  MAX_NAMED = 3,
  MAX_NAME_LENGTH = 40,
};

/* What kl_schema_compare_dup_digest() says of a library of the newest version. */
#define NEWEST_DIGEST "ff932255630d8d6ed80c6bef6b72da58bdb85692697cf9bcb3809b630b7c8cbc"

typedef struct
{
  char *kind; /* “table”, “index”, “trigger”, “view” */
  char *name;
  char *table;
  char *sql;
} Object;

static void
object_free (gpointer data)
{
  Object *self = data;

  g_free (self->kind);
  g_free (self->name);
  g_free (self->table);
  g_free (self->sql);
  g_free (self);
}

static char *
dup_column (sqlite3_stmt *statement,
            int           column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

/* SQLite's own, as it makes them itself: the indexes of keys, and the tables of AUTOINCREMENT and ANALYZE. The name
 * alone says nothing: whoever writes the pages can call a trigger “sqlite_…”, and it is run. */
static gboolean
belongs_to_sqlite (const Object *object)
{
  static const char *const tables[][2] = {
    { "sqlite_sequence", "CREATE TABLE sqlite_sequence(name,seq)" },
    { "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)" },
    { "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)" },
  };

  if (g_strcmp0 (object->kind, "index") == 0 && object->sql == NULL)
    return object->name != NULL && g_str_has_prefix (object->name, "sqlite_autoindex_");

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_strcmp0 (object->kind, "table") == 0 && g_strcmp0 (object->name, tables[i][0]) == 0
        && g_strcmp0 (object->sql, tables[i][1]) == 0)
      return TRUE;
  return FALSE;
}

static GPtrArray *
read_objects (KlDatabase  *database,
              GError     **error)
{
  g_autoptr(KlStatement) statement
    = kl_database_prepare (database, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", error);
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func (object_free);
  gboolean has_row;

  if (statement == NULL)
    return NULL;

  for (;;)
    {
      Object *object;

      if (!kl_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&objects);

      object = g_new0 (Object, 1);
      object->kind = dup_column (statement, 0);
      object->name = dup_column (statement, 1);
      object->table = dup_column (statement, 2);
      object->sql = dup_column (statement, 3);
      if (belongs_to_sqlite (object))
        object_free (object);
      else
        g_ptr_array_add (objects, object);
    }
}

/* The tables in which the full-text index lies look as the version of SQLite has them that made the index; but tables
 * they are. */
static gboolean
belongs_to_index (const Object *object)
{
  static const char *const parts[] = { "_words_config", "_words_content", "_words_data", "_words_docsize",
                                       "_words_idx" };

  if (g_strcmp0 (object->kind, "table") != 0 || object->name == NULL || object->sql == NULL
      || !g_str_has_prefix (object->sql, "CREATE TABLE "))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_suffix (object->name, parts[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_own (const Object *object,
        GHashTable   *own)
{
  const Object *like = object->name != NULL ? g_hash_table_lookup (own, object->name) : NULL;

  if (like == NULL || g_strcmp0 (object->kind, like->kind) != 0 || g_strcmp0 (object->table, like->table) != 0)
    return FALSE;
  return belongs_to_index (object) || g_strcmp0 (object->sql, like->sql) == 0;
}

/* A name may be made to mislead whoever reads it. */
static void
append_name (GString    *names,
             const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  guint length = 0;

  for (const char *c = valid; *c != '\0'; c = g_utf8_find_next_char (c, NULL))
    {
      gunichar character = g_utf8_get_char (c);

      if (length++ == MAX_NAME_LENGTH)
        {
          g_string_append (names, "…");
          break;
        }
      g_string_append_unichar (names, g_unichar_isprint (character) ? character : '?');
    }
}

static GHashTable *
index_by_name (GPtrArray *objects)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < objects->len; i++)
    {
      Object *object = g_ptr_array_index (objects, i);

      if (object->name != NULL)
        g_hash_table_insert (index, object->name, object);
    }

  return index;
}

/* Names the first of them by kind and name. */
static void
note_object (const Object *object,
             GString      *names,
             guint        *n_noted)
{
  if (*n_noted < MAX_NAMED)
    {
      g_string_append_printf (names, "%s%s ", *n_noted > 0 ? ", " : "", object->kind != NULL ? object->kind : "");
      append_name (names, object->name);
    }
  else if (*n_noted == MAX_NAMED)
    {
      g_string_append (names, ", …");
    }
  (*n_noted)++;
}

static guint
collect_foreign (GPtrArray *objects,
                 GPtrArray *own_objects,
                 GString   *names)
{
  g_autoptr(GHashTable) own = index_by_name (own_objects);
  guint n_foreign = 0;

  for (guint i = 0; i < objects->len; i++)
    if (!is_own (g_ptr_array_index (objects, i), own))
      note_object (g_ptr_array_index (objects, i), names, &n_foreign);

  return n_foreign;
}

/* In which tables the full-text index lies is SQLite's matter. */
static guint
collect_missing (GPtrArray *objects,
                 GPtrArray *own_objects,
                 GString   *names)
{
  g_autoptr(GHashTable) there = index_by_name (objects);
  guint n_missing = 0;

  for (guint i = 0; i < own_objects->len; i++)
    {
      const Object *own = g_ptr_array_index (own_objects, i);

      if (!belongs_to_index (own) && !g_hash_table_contains (there, own->name))
        note_object (own, names, &n_missing);
    }

  return n_missing;
}

/* With its end, so that no two lists of texts are the same bytes; one that is missing is not an empty one. */
static void
digest_text (GChecksum  *checksum,
             const char *text)
{
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
  else
    g_checksum_update (checksum, (const guchar *) "\xff", 2);
}

static char *
dup_digest (GPtrArray *objects)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < objects->len; i++)
    {
      const Object *object = g_ptr_array_index (objects, i);

      digest_text (checksum, object->kind);
      digest_text (checksum, object->name);
      digest_text (checksum, object->table);
      digest_text (checksum, belongs_to_index (object) ? NULL : object->sql);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * kl_schema_compare_dup_digest:
 * @database: a connection
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the SHA-256 of everything that the file defines
 */
char *
kl_schema_compare_dup_digest (KlDatabase  *database,
                              GError     **error)
{
  g_autoptr(GPtrArray) objects = read_objects (database, error);

  return objects != NULL ? dup_digest (objects) : NULL;
}

/**
 * kl_schema_compare_get_newest_digest:
 *
 * Returns: that of a library of the newest version
 */
const char *
kl_schema_compare_get_newest_digest (void)
{
  return NEWEST_DIGEST;
}

static gboolean
say_foreign (KlDatabase  *database,
             const char  *names,
             GError     **error)
{
  g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY,
               /* Translators: %1$s is a path, %2$s names parts of a database, such as “trigger x, view y”. */
               _("%1$s holds SQL that is not KLearn's own: %2$s. It was left as it is; remove that with "
                 "the program that made it, or choose another file with --library."),
               kl_database_get_path (database), names);
  return FALSE;
}

static gboolean
say_missing (KlDatabase  *database,
             const char  *names,
             GError     **error)
{
  g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT,
               /* Translators: %1$s is a path, %2$s names parts of a database, such as “table x, index y”. */
               _("%1$s is damaged: it lacks parts that every library has (%2$s). Restore a backup, or copy the file "
                 "away before anything else."),
               kl_database_get_path (database), names);
  return FALSE;
}

static gboolean
compare_with_made (KlDatabase  *database,
                   GPtrArray   *objects,
                   gint64       version,
                   GError     **error)
{
  g_autoptr(KlDatabase) own = kl_database_open (":memory:", FALSE, error);
  g_autoptr(GPtrArray) own_objects = NULL;
  g_autoptr(GString) names = g_string_new (NULL);

  if (own == NULL || !kl_schema_make (own, 0, version, error))
    return FALSE;

  own_objects = read_objects (own, error);
  if (own_objects == NULL)
    return FALSE;
  if (collect_foreign (objects, own_objects, names) > 0)
    return say_foreign (database, names->str, error);
  if (collect_missing (objects, own_objects, names) > 0)
    return say_missing (database, names->str, error);
  return TRUE;
}

/**
 * kl_schema_compare:
 * @database: a connection to a library
 * @version: the version of its tables, as kl_schema_check() said; 0 for an empty file
 * @error: where to put an error
 *
 * Looks whether everything that the file defines is KLearn's own, and all of that is there, changing nothing.
 *
 * Returns: %FALSE with %KL_STORAGE_ERROR_NOT_A_LIBRARY or %KL_STORAGE_ERROR_CORRUPT where it is not
 */
gboolean
kl_schema_compare (KlDatabase  *database,
                   gint64       version,
                   GError     **error)
{
  g_autoptr(GPtrArray) objects = read_objects (database, error);
  g_autofree char *digest = objects != NULL ? dup_digest (objects) : NULL;

  if (objects == NULL)
    return FALSE;

  return (version == kl_schema_get_newest_version () && g_str_equal (digest, NEWEST_DIGEST))
         || compare_with_made (database, objects, version, error);
}
