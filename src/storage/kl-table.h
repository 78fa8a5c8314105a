#pragma once

#include "model/kl-operation.h"

#include "kl-database.h"

G_BEGIN_DECLS

/**
 * KlTable:
 * @type: the record class
 * @name: the table's name
 * @columns: every column, in the order of the SELECT list
 * @checksum: the expression of the checksum over the columns of a row
 * @insert: the statement that stores a record
 *
 * How the records of a class lie in the database. It follows from the class's table of fields.
 */
typedef struct
{
  GType  type;
  char  *name;
  char  *columns;
  char  *checksum;
  char  *insert;
} KlTable;

KlTable   *kl_table_new        (GType               type);
void       kl_table_free       (KlTable            *self);
char      *kl_table_dup_name   (GType               type);

gboolean   kl_table_insert     (const KlTable      *self,
                                KlDatabase         *database,
                                KlRecord           *record,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   kl_table_set        (const KlTable             *self,
                                KlDatabase                *database,
                                const KlOperation *const  *operations,
                                guint                      n_operations,
                                const KlField             *held,
                                GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   kl_table_remove     (const KlTable      *self,
                                KlDatabase         *database,
                                const char         *id,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
KlRecord  *kl_table_read_row   (const KlTable      *self,
                                sqlite3_stmt       *statement,
                                gboolean           *is_damaged);
GPtrArray *kl_table_select     (const KlTable      *self,
                                KlDatabase         *database,
                                const char         *clauses,
                                const char         *parameter,
                                guint              *n_damaged,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlTable, kl_table_free)

G_END_DECLS
