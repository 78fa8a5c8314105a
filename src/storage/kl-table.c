/* kl-table.c: the records of a class as rows
 *
 * Every SQL statement on records is made here from the class's fields, so that no column can be forgotten in one of
 * them. Choices are stored by their nick, which outlives a reordered enumeration.
 */

#include "config.h"

#include "kl-table.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "kl-column.h"
#include "kl-storage-error.h"

/* The columns that every table has before those of the class's own fields. */
#define COMMON_COLUMNS "id, owner, position"
enum
{
  COLUMN_ID,
  COLUMN_OWNER,
  COLUMN_POSITION,
  N_COMMON_COLUMNS,
};

static char *
column_name (const char *field)
{
  return g_strdelimit (g_strdup (field), "-", '_');
}

/* References may be set to NULL by a deletion elsewhere, so the checksum is over the other values only. */
static gboolean
is_in_checksum (const KlField *field)
{
  return field->kind != KL_FIELD_REFERENCE;
}

static char *
checksum_expression (const char               *table,
                     KlRecordClass            *klass,
                     const KlOperation *const *changes,
                     guint                     n_changes)
{
  g_autoptr(GString) expression = g_string_new (NULL);

  g_string_append_printf (expression, "kl_checksum (%s.id", table);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *column = column_name (klass->fields[i].name);

      guint parameter = 0;

      if (!is_in_checksum (&klass->fields[i]))
        continue;
      while (parameter < n_changes && changes[parameter]->field != &klass->fields[i])
        parameter++;
      if (parameter < n_changes)
        g_string_append_printf (expression, ", ?%u", parameter + 1);
      else
        g_string_append_printf (expression, ", %s.%s", table, column);
    }

  g_string_append_c (expression, ')');
  return g_string_free (g_steal_pointer (&expression), FALSE);
}

static char *
insert_statement (const KlTable *self,
                  KlRecordClass *klass)
{
  g_autoptr(GString) columns = g_string_new (COMMON_COLUMNS);
  g_autoptr(GString) values = g_string_new ("?1, ?2, ?3");
  g_autoptr(GString) checksum = g_string_new ("kl_checksum (?1");

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *column = column_name (klass->fields[i].name);

      g_string_append_printf (columns, ", %s", column);
      g_string_append_printf (values, ", ?%u", N_COMMON_COLUMNS + i + 1);
      if (is_in_checksum (&klass->fields[i]))
        g_string_append_printf (checksum, ", ?%u", N_COMMON_COLUMNS + i + 1);
    }

  return g_strdup_printf ("INSERT INTO %s (%s, checksum) VALUES (%s, %s))", self->name, columns->str, values->str,
                          checksum->str);
}

/**
 * kl_table_dup_name:
 * @type: a record class, such as %KL_TYPE_QUEUE_ENTRY
 *
 * Returns: (transfer full): the name of its table, such as `queue_entry`
 */
char *
kl_table_dup_name (GType type)
{
  const char *class_name = g_type_name (type) + strlen ("Kl");
  g_autoptr(GString) name = g_string_new (NULL);

  for (const char *c = class_name; *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c) && c != class_name)
        g_string_append_c (name, '_');
      g_string_append_c (name, g_ascii_tolower (*c));
    }

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * kl_table_new:
 * @type: a record class
 *
 * Returns: (transfer full): how its records lie in the database
 */
KlTable *
kl_table_new (GType type)
{
  g_autoptr(KlRecordClass) klass = g_type_class_ref (type);
  g_autoptr(GString) columns = g_string_new (NULL);
  KlTable *self = g_new0 (KlTable, 1);

  self->type = type;
  self->name = kl_table_dup_name (type);

  g_string_append_printf (columns, "%1$s.id, %1$s.owner, %1$s.position", self->name);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *column = column_name (klass->fields[i].name);

      g_string_append_printf (columns, ", %s.%s", self->name, column);
    }

  self->columns = g_string_free (g_steal_pointer (&columns), FALSE);
  self->checksum = checksum_expression (self->name, klass, NULL, 0);
  self->insert = insert_statement (self, klass);
  return self;
}

/**
 * kl_table_free:
 * @self: (transfer full): a table
 */
void
kl_table_free (KlTable *self)
{
  g_free (self->name);
  g_free (self->columns);
  g_free (self->checksum);
  g_free (self->insert);
  g_free (self);
}

static void
bind_integer (KlDatabase    *database,
              sqlite3_stmt  *statement,
              int            parameter,
              const KlField *field,
              gint64         value)
{
  if (field->kind == KL_FIELD_CHOICE)
    {
      g_autoptr(GEnumClass) choices = g_type_class_ref (field->choice_type ());
      GEnumValue *choice = g_enum_get_value (choices, (int) value);

      kl_database_bind_text (database, statement, parameter, choice != NULL ? choice->value_nick : NULL);
    }
  else
    {
      kl_database_bind_integer (database, statement, parameter, value);
    }
}

static void
bind_field (KlDatabase    *database,
            sqlite3_stmt  *statement,
            int            parameter,
            KlRecord      *record,
            const KlField *field)
{
  switch (field->kind)
    {
    case KL_FIELD_STRING:
    case KL_FIELD_REFERENCE:
      kl_database_bind_text (database, statement, parameter, kl_record_get_string (record, field));
      break;

    case KL_FIELD_NUMBER:
      kl_database_bind_number (database, statement, parameter, kl_record_get_number (record, field));
      break;

    case KL_FIELD_INTEGER:
    case KL_FIELD_BOOLEAN:
    case KL_FIELD_CHOICE:
      bind_integer (database, statement, parameter, field, kl_record_get_integer (record, field));
      break;

    default:
      g_return_if_reached ();
    }
}

static void
bind_value (KlDatabase    *database,
            sqlite3_stmt  *statement,
            int            parameter,
            const KlField *field,
            const GValue  *value)
{
  g_auto(GValue) converted = G_VALUE_INIT;

  switch (field->kind)
    {
    case KL_FIELD_STRING:
    case KL_FIELD_REFERENCE:
      kl_database_bind_text (database, statement, parameter, g_value_get_string (value));
      break;

    case KL_FIELD_NUMBER:
      kl_database_bind_number (database, statement, parameter, g_value_get_double (value));
      break;

    case KL_FIELD_INTEGER:
    case KL_FIELD_BOOLEAN:
    case KL_FIELD_CHOICE:
      g_value_init (&converted, G_TYPE_INT64);
      if (!g_value_transform (value, &converted))
        g_return_if_reached ();
      bind_integer (database, statement, parameter, field, g_value_get_int64 (&converted));
      break;

    default:
      g_return_if_reached ();
    }
}

static gboolean
require_one_row (const KlTable  *self,
                 KlDatabase     *database,
                 const char     *id,
                 GError        **error)
{
  if (sqlite3_changes (kl_database_get_handle (database)) == 1)
    return TRUE;

  g_set_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND,
               /* Translators: %1$s is a kind of record, such as “point”, %2$s its id. */
               _("The %1$s %2$s is not in the library any more; it may have been deleted elsewhere."), self->name, id);
  return FALSE;
}

/**
 * kl_table_insert:
 * @self: the table of the record's class
 * @database: a connection in a transaction
 * @record: a record
 * @error: where to put an error
 *
 * Returns: whether it was stored
 */
gboolean
kl_table_insert (const KlTable  *self,
                 KlDatabase     *database,
                 KlRecord       *record,
                 GError        **error)
{
  sqlite3_stmt *statement = kl_database_prepare (database, self->insert, error);
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, COLUMN_ID + 1, kl_record_get_id (record));
  kl_database_bind_text (database, statement, COLUMN_OWNER + 1, kl_record_get_owner (record));
  kl_database_bind_integer (database, statement, COLUMN_POSITION + 1, kl_record_get_position (record));
  for (guint i = 0; i < klass->n_fields; i++)
    bind_field (database, statement, (int) (N_COMMON_COLUMNS + i + 1), record, &klass->fields[i]);

  return kl_database_run (database, statement, error);
}

static char *
update_statement (const KlTable            *self,
                  const KlOperation *const *operations,
                  guint                     n_operations,
                  const KlField            *held)
{
  g_autoptr(KlRecordClass) klass = g_type_class_ref (self->type);
  g_autofree char *checksum = checksum_expression (self->name, klass, operations, n_operations);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE %s SET ", self->name);
  for (guint i = 0; i < n_operations; i++)
    {
      g_autofree char *column = column_name (operations[i]->field->name);

      if (operations[i]->field != held)
        g_string_append_printf (sql, "%s = ?%u, ", column, i + 1);
    }
  g_string_append_printf (sql, "checksum = %s WHERE id = ?%u", checksum, n_operations + 1);
  return g_string_free (sql, FALSE);
}

/**
 * kl_table_set:
 * @self: the table of the record's class
 * @database: a connection in a transaction
 * @operations: operations of %KL_OPERATION_SET on one record, each on another field
 * @n_operations: how many
 * @held: (nullable): a field among them whose value is written later; the row's checksum is that of the row with it
 * @error: where to put an error
 *
 * Returns: whether it was stored; %KL_STORAGE_ERROR_NOT_FOUND where there is no such record
 */
gboolean
kl_table_set (const KlTable             *self,
              KlDatabase                *database,
              const KlOperation *const  *operations,
              guint                      n_operations,
              const KlField             *held,
              GError                   **error)
{
  g_autofree char *sql = update_statement (self, operations, n_operations, held);
  sqlite3_stmt *statement = kl_database_prepare (database, sql, error);
  const char *id = operations[0]->id;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < n_operations; i++)
    bind_value (database, statement, (int) i + 1, operations[i]->field, &operations[i]->value);
  kl_database_bind_text (database, statement, (int) n_operations + 1, id);
  return kl_database_run (database, statement, error) && require_one_row (self, database, id, error);
}

/**
 * kl_table_remove:
 * @self: a table
 * @database: a connection in a transaction
 * @id: a record's id
 * @error: where to put an error
 *
 * Removes the record with all that belongs to it.
 *
 * Returns: whether it is gone; %KL_STORAGE_ERROR_NOT_FOUND where there was no such record
 */
gboolean
kl_table_remove (const KlTable  *self,
                 KlDatabase     *database,
                 const char     *id,
                 GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", self->name);
  sqlite3_stmt *statement = kl_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, id);
  return kl_database_run (database, statement, error) && require_one_row (self, database, id, error);
}

/* A damaged file can hold anything, and the rest of KLearn relies on text being UTF-8. */
static void
read_text (sqlite3_stmt  *statement,
           int            column,
           KlRecord      *record,
           const KlField *field)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    {
      kl_record_set_string (record, field, text);
    }
  else
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      kl_record_set_string (record, field, valid);
    }
}

static void
read_column (sqlite3_stmt  *statement,
             int            column,
             KlRecord      *record,
             const KlField *field)
{
  const char *text;

  switch (field->kind)
    {
    case KL_FIELD_STRING:
    case KL_FIELD_REFERENCE:
      read_text (statement, column, record, field);
      break;

    case KL_FIELD_NUMBER:
      if (sqlite3_column_type (statement, column) != SQLITE_NULL
          && isfinite (sqlite3_column_double (statement, column)))
        kl_record_set_number (record, field, sqlite3_column_double (statement, column));
      break;

    case KL_FIELD_INTEGER:
    case KL_FIELD_BOOLEAN:
      kl_record_set_integer (record, field, sqlite3_column_int64 (statement, column));
      break;

    case KL_FIELD_CHOICE:
      text = (const char *) sqlite3_column_text (statement, column);
      if (text != NULL)
        {
          g_autoptr(GEnumClass) choices = g_type_class_ref (field->choice_type ());
          GEnumValue *choice = g_enum_get_value_by_nick (choices, text);

          if (choice != NULL)
            kl_record_set_integer (record, field, choice->value);
        }
      break;

    default:
      g_return_if_reached ();
    }
}

/**
 * kl_table_read_row:
 * @self: a table
 * @statement: a statement on a row, whose columns begin with the table's columns and its checksum, and whether it holds
 * @is_damaged: (out): whether the row is not as it was written
 *
 * Returns: (transfer full): a record, detached
 */
KlRecord *
kl_table_read_row (const KlTable *self,
                   sqlite3_stmt  *statement,
                   gboolean      *is_damaged)
{
  g_autofree char *id = kl_column_dup_text (statement, COLUMN_ID);
  KlRecord *record = g_object_new (self->type, "id", id, NULL);
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  guint n_common;
  const KlField *common = kl_record_get_common_fields (&n_common);

  kl_record_set_loading (record, TRUE);
  read_column (statement, COLUMN_OWNER, record, &common[COLUMN_OWNER]);
  read_column (statement, COLUMN_POSITION, record, &common[COLUMN_POSITION]);
  for (guint i = 0; i < klass->n_fields; i++)
    read_column (statement, (int) (N_COMMON_COLUMNS + i), record, &klass->fields[i]);
  kl_record_set_loading (record, FALSE);

  *is_damaged = !sqlite3_column_int (statement, (int) (N_COMMON_COLUMNS + klass->n_fields));
  return record;
}

/**
 * kl_table_select:
 * @self: a table
 * @database: a connection
 * @clauses: what follows `SELECT … FROM table`, with at most the parameter `?1`
 * @parameter: (nullable): its value
 * @n_damaged: (inout): counts the rows that are not as they were written
 * @error: where to put an error
 *
 * Returns: (transfer full) (element-type KlRecord) (nullable): detached records
 */
GPtrArray *
kl_table_select (const KlTable  *self,
                 KlDatabase     *database,
                 const char     *clauses,
                 const char     *parameter,
                 guint          *n_damaged,
                 GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s, %s.checksum = %s FROM %s %s", self->columns, self->name,
                                          self->checksum, self->name, clauses);
  g_autoptr(KlStatement) statement = kl_database_prepare (database, sql, error);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean has_row;

  if (statement == NULL)
    return NULL;

  if (parameter != NULL)
    kl_database_bind_text (database, statement, 1, parameter);

  for (;;)
    {
      gboolean is_damaged;

      if (!kl_database_step (database, statement, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&records);

      g_ptr_array_add (records, kl_table_read_row (self, statement, &is_damaged));
      *n_damaged += is_damaged ? 1 : 0;
    }
}
