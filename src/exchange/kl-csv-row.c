/* kl-csv-row.c: one cell after another of a table for a spreadsheet (RFC 4180) */

#include "config.h"

#include "kl-csv-row.h"

#include <math.h>
#include <string.h>

/**
 * kl_csv_row_add_text:
 * @out: a table
 * @text: (nullable): what the next cell says, quoted where it has to be
 */
void
kl_csv_row_add_text (GString    *out,
                     const char *text)
{
  g_autofree char *safe = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *quoted = NULL;

  if (text == NULL)
    text = "";
  /* A cell that begins like a formula would be one to a spreadsheet: an apostrophe makes it text. */
  if (*text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    safe = g_strconcat ("'", text, NULL);
  else
    safe = g_strdup (text);
  if (strpbrk (safe, ",\"\r\n") == NULL && !g_str_has_prefix (safe, " "))
    {
      g_string_append_printf (out, "%s,", safe);
      return;
    }
  parts = g_strsplit (safe, "\"", -1);
  quoted = g_strjoinv ("\"\"", parts);
  g_string_append_printf (out, "\"%s\",", quoted);
}

/**
 * kl_csv_row_add_number:
 * @out: a table
 * @value: the number of the next cell, which is empty for NaN
 */
void
kl_csv_row_add_number (GString *out,
                       double   value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (value))
    g_string_append (out, g_ascii_formatd (digits, sizeof digits, "%.6g", value));
  g_string_append_c (out, ',');
}

/**
 * kl_csv_row_end:
 * @out: a table whose row has at least one cell, and is whole
 */
void
kl_csv_row_end (GString *out)
{
  /* Each cell has put a comma behind it. */
  if (out->len > 0 && out->str[out->len - 1] == ',')
    g_string_truncate (out, out->len - 1);
  g_string_append (out, "\r\n");
}
