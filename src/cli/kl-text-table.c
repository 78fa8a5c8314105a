/* kl-text-table.c: rows of text with their columns below one another on a terminal */

#include "config.h"

#include "kl-text-table.h"

#include <stdarg.h>

struct _KlTextTable
{
  guint n_columns;
  gboolean *right;
  char **head;
  GPtrArray *rows;
};

/* How many cells of a terminal a text takes: bytes and characters both count wrongly for “日本” or “é” of two parts. */
static guint
display_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_find_next_char (p, NULL))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iszerowidth (c))
        continue;
      width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/* A cell is one line of whole characters. */
static char *
dup_cell (const char *text)
{
  char *cell = g_utf8_make_valid (text, -1);

  return g_strdelimit (cell, "\n\r\t", ' ');
}

static char **
collect_cells (KlTextTable *self,
               va_list  arguments)
{
  char **cells = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = va_arg (arguments, const char *);

      if (text == NULL)
        break;
      cells[i] = dup_cell (text);
    }

  return cells;
}

static guint
column_width (KlTextTable *self,
              guint    column)
{
  guint width = self->head != NULL && self->head[column] != NULL ? display_width (self->head[column]) : 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->rows, i);

      width = MAX (width, display_width (cells[column]));
    }

  return width;
}

static void
print_row (KlTextTable     *self,
           char       **cells,
           const guint *widths,
           KlStyle      style,
           KlOutput    *output)
{
  guint last = self->n_columns;

  /* Spaces at the end of a line help nobody. */
  while (last > 1 && *cells[last - 1] == '\0')
    last--;

  for (guint i = 0; i < last; i++)
    {
      g_autofree char *padding = g_strnfill (widths[i] - display_width (cells[i]), ' ');
      gboolean is_last = i + 1 == last;

      if (self->right[i])
        kl_output_add_raw (output, padding);
      kl_output_add (output, style, cells[i]);
      if (!self->right[i] && !is_last)
        kl_output_add_raw (output, padding);
      kl_output_add_raw (output, is_last ? "\n" : "  ");
    }
}

/**
 * kl_text_table_new:
 * @n_columns: how many columns each row has, at least 1
 *
 * Returns: (transfer full): a table without rows
 */
KlTextTable *
kl_text_table_new (guint n_columns)
{
  KlTextTable *self = g_new0 (KlTextTable, 1);

  self->n_columns = n_columns;
  self->right = g_new0 (gboolean, n_columns);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/**
 * kl_text_table_free:
 * @self: (transfer full): a table
 */
void
kl_text_table_free (KlTextTable *self)
{
  g_free (self->right);
  g_strfreev (self->head);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * kl_text_table_set_right:
 * @self: a table
 * @column: which of its columns holds numbers, to be lined up at the right
 */
void
kl_text_table_set_right (KlTextTable *self,
                         guint        column)
{
  g_return_if_fail (column < self->n_columns);

  self->right[column] = TRUE;
}

/**
 * kl_text_table_set_head:
 * @self: a table
 * @...: the name of each column, then %NULL
 */
void
kl_text_table_set_head (KlTextTable *self,
                        ...)
{
  va_list arguments;

  va_start (arguments, self);
  g_strfreev (self->head);
  self->head = collect_cells (self, arguments);
  va_end (arguments);
}

/**
 * kl_text_table_add:
 * @self: a table
 * @...: the text of each column, then %NULL
 */
void
kl_text_table_add (KlTextTable *self,
                   ...)
{
  va_list arguments;
  char **cells;

  va_start (arguments, self);
  cells = collect_cells (self, arguments);
  va_end (arguments);

  g_return_if_fail (g_strv_length (cells) == self->n_columns);
  g_ptr_array_add (self->rows, cells);
}

/**
 * kl_text_table_print:
 * @self: a table
 * @output: where to put it
 */
void
kl_text_table_print (KlTextTable *self,
                     KlOutput    *output)
{
  g_autofree guint *widths = g_new (guint, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = column_width (self, i);

  if (self->head != NULL)
    print_row (self, self->head, widths, KL_STYLE_HEADING, output);
  for (guint i = 0; i < self->rows->len; i++)
    print_row (self, g_ptr_array_index (self->rows, i), widths, KL_STYLE_PLAIN, output);
}
