/* kl-markdown-table.c: a table as lines of text whose columns stand below each other, in a font of one width */

#include "config.h"

#include "kl-markdown-table.h"

#include <string.h>

/* cmark makes each row as long as the first one. */
#define MAX_CELLS 4000

/* A longer cell pushes the rest of its row to the right. */
#define MAX_COLUMN_WIDTH 40

#define GAP "  "

/* Of all that is within the cell, its words. */
static char *
dup_cell (cmark_node *cell)
{
  GString *words = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (cell);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      const char *literal = event == CMARK_EVENT_ENTER ? cmark_node_get_literal (cmark_iter_get_node (iter)) : NULL;

      if (literal != NULL)
        g_string_append (words, literal);
    }
  cmark_iter_free (iter);
  return g_string_free (words, FALSE);
}

static guint
get_width (const char *words)
{
  guint width = 0;

  for (; *words != '\0'; words = g_utf8_find_next_char (words, NULL))
    {
      gunichar letter = g_utf8_get_char (words);

      width += g_unichar_iszerowidth (letter) ? 0 : g_unichar_iswide (letter) ? 2 : 1;
    }
  return width;
}

static GPtrArray *
read_row (cmark_node *row,
          GArray     *widths)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (cmark_node *cell = cmark_node_first_child (row); cell != NULL; cell = cmark_node_next (cell))
    {
      char *words = dup_cell (cell);
      guint width = MIN (get_width (words), MAX_COLUMN_WIDTH);

      if (cells->len == widths->len)
        g_array_append_val (widths, width);
      else if (width > g_array_index (widths, guint, cells->len))
        g_array_index (widths, guint, cells->len) = width;
      g_ptr_array_add (cells, words);
    }
  return cells;
}

static void
append_times (GString    *text,
              const char *sign,
              guint       times)
{
  for (guint i = 0; i < times; i++)
    g_string_append (text, sign);
}

static void
append_row (GString   *text,
            GPtrArray *cells,
            GArray    *widths)
{
  guint blanks = 0; /* none at the end of a line */

  for (guint i = 0; i < cells->len; i++)
    {
      guint width = get_width (cells->pdata[i]);
      guint column = g_array_index (widths, guint, i);

      append_times (text, " ", *(const char *) cells->pdata[i] != '\0' ? blanks : 0);
      blanks = *(const char *) cells->pdata[i] != '\0' ? 0 : blanks;
      g_string_append (text, cells->pdata[i]);
      blanks += (width < column ? column - width : 0) + (guint) strlen (GAP);
    }
}

static void
append_rule (GString *text,
             GArray  *widths)
{
  for (guint i = 0; i < widths->len; i++)
    {
      if (i > 0)
        g_string_append (text, GAP);
      append_times (text, "─", g_array_index (widths, guint, i));
    }
}

/**
 * kl_markdown_table_may_read:
 * @markdown: Markdown
 *
 * Returns: whether the tables in it are of a size that somebody wrote by hand
 */
gboolean
kl_markdown_table_may_read (const char *markdown)
{
  gsize n_lines = 1;
  gsize n_bars = 0;
  gsize most_bars = 0;

  for (const char *at = markdown; *at != '\0'; at++)
    {
      n_bars = *at == '\n' ? 0 : n_bars + (*at == '|' ? 1 : 0);
      n_lines += *at == '\n' ? 1 : 0;
      most_bars = MAX (most_bars, n_bars);
    }
  return most_bars > 0 && (most_bars + 1) * n_lines <= MAX_CELLS;
}

/**
 * kl_markdown_table_dup_text:
 * @table: cmark's node of a table
 *
 * Returns: (transfer full): its rows, a line each, the first one underlined
 */
char *
kl_markdown_table_dup_text (cmark_node *table)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *text = g_string_new (NULL);

  for (cmark_node *row = cmark_node_first_child (table); row != NULL; row = cmark_node_next (row))
    g_ptr_array_add (rows, read_row (row, widths));
  for (guint i = 0; i < rows->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      append_row (text, rows->pdata[i], widths);
      if (i == 0)
        {
          g_string_append_c (text, '\n');
          append_rule (text, widths);
        }
    }
  return g_string_free (text, FALSE);
}
