/* kl-column.c: text as a row of a result has it
 *
 * A damaged file can hold anything in any column, whatever the schema promises: nothing where there must be a word, and
 * bytes that are no UTF-8. The rest of KLearn relies on both.
 */

#include "config.h"

#include "kl-column.h"

/**
 * kl_column_get_text:
 * @statement: a statement on a row
 * @column: which of its columns
 *
 * For what is compared with something and not kept: it need not be UTF-8.
 *
 * Returns: (transfer none): the text, until the next step; empty where there is none
 */
const char *
kl_column_get_text (sqlite3_stmt *statement,
                    int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? text : "";
}

/**
 * kl_column_dup_text:
 * @statement: a statement on a row
 * @column: which of its columns
 *
 * Returns: (transfer full): the text as UTF-8, with U+FFFD for what is none; empty where there is none
 */
char *
kl_column_dup_text (sqlite3_stmt *statement,
                    int           column)
{
  return g_utf8_make_valid (kl_column_get_text (statement, column), -1);
}
