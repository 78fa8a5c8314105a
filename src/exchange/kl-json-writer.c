/* kl-json-writer.c: a JSON document, written from its beginning to its end
 *
 * JSON-GLib prints 79.9 as 79.900000000000006; here a number has as many digits as it takes to read it back, and no
 * more.
 */

#include "config.h"

#include "kl-json-writer.h"

#include <math.h>

struct _KlJsonWriter
{
  GString *text;
  guint depth;
  gboolean first;
  gboolean is_line;
};

static void
append_string (GString    *text,
               const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '"':
          g_string_append (text, "\\\"");
          break;

        case '\\':
          g_string_append (text, "\\\\");
          break;

        case '\n':
          g_string_append (text, "\\n");
          break;

        case '\r':
          g_string_append (text, "\\r");
          break;

        case '\t':
          g_string_append (text, "\\t");
          break;

        default:
          if ((guchar) *p < 0x20 || *p == 0x7f)
            g_string_append_printf (text, "\\u%04x", (guint) (guchar) *p);
          else
            g_string_append_c (text, *p);
        }
    }
  g_string_append_c (text, '"');
}

static void
begin_value (KlJsonWriter *self,
             const char   *name)
{
  if (!self->first)
    g_string_append (self->text, self->is_line ? ", " : ",");
  if (self->depth > 0 && !self->is_line)
    g_string_append_printf (self->text, "\n%*s", (int) self->depth * 2, "");
  self->first = FALSE;

  if (name != NULL)
    {
      append_string (self->text, name);
      g_string_append (self->text, ": ");
    }
}

static void
begin_container (KlJsonWriter *self,
                 const char   *name,
                 char          bracket)
{
  begin_value (self, name);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->first = TRUE;
}

static void
end_container (KlJsonWriter *self,
               char          bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (!self->first && !self->is_line)
    g_string_append_printf (self->text, "\n%*s", (int) self->depth * 2, "");
  g_string_append_c (self->text, bracket);
  self->first = FALSE;
}

/**
 * kl_json_writer_new:
 *
 * Returns: (transfer full): a writer of a document that is empty so far
 */
KlJsonWriter *
kl_json_writer_new (void)
{
  KlJsonWriter *self = g_new0 (KlJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->first = TRUE;
  return self;
}

/**
 * kl_json_writer_new_line:
 *
 * Returns: (transfer full): a writer of a document that is one line, as JSON Lines has them
 */
KlJsonWriter *
kl_json_writer_new_line (void)
{
  KlJsonWriter *self = kl_json_writer_new ();

  self->is_line = TRUE;
  return self;
}

/**
 * kl_json_writer_free:
 * @self: (transfer full): a writer
 */
void
kl_json_writer_free (KlJsonWriter *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * kl_json_writer_begin_object:
 * @self: a writer
 * @name: (nullable): the member's name inside an object, %NULL inside an array and for the whole document
 */
void
kl_json_writer_begin_object (KlJsonWriter *self,
                             const char   *name)
{
  begin_container (self, name, '{');
}

/**
 * kl_json_writer_end_object:
 * @self: a writer
 */
void
kl_json_writer_end_object (KlJsonWriter *self)
{
  end_container (self, '}');
}

/**
 * kl_json_writer_begin_array:
 * @self: a writer
 * @name: (nullable): as for kl_json_writer_begin_object()
 */
void
kl_json_writer_begin_array (KlJsonWriter *self,
                            const char   *name)
{
  begin_container (self, name, '[');
}

/**
 * kl_json_writer_end_array:
 * @self: a writer
 */
void
kl_json_writer_end_array (KlJsonWriter *self)
{
  end_container (self, ']');
}

/**
 * kl_json_writer_add_string:
 * @self: a writer
 * @name: (nullable): as for kl_json_writer_begin_object()
 * @value: (nullable): UTF-8; %NULL is written as null
 */
void
kl_json_writer_add_string (KlJsonWriter *self,
                           const char   *name,
                           const char   *value)
{
  begin_value (self, name);
  if (value != NULL)
    append_string (self->text, value);
  else
    g_string_append (self->text, "null");
}

/**
 * kl_json_writer_add_integer:
 * @self: a writer
 * @name: (nullable): as for kl_json_writer_begin_object()
 * @value: a whole number
 */
void
kl_json_writer_add_integer (KlJsonWriter *self,
                            const char   *name,
                            gint64        value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * kl_json_writer_add_number:
 * @self: a writer
 * @name: (nullable): as for kl_json_writer_begin_object()
 * @value: a number; what is not finite, such as NaN for “not set”, is written as null
 */
void
kl_json_writer_add_number (KlJsonWriter *self,
                           const char   *name,
                           double        value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE] = "null";

  begin_value (self, name);
  if (isfinite (value))
    {
      static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
      double again = 0;

      /* Fifteen digits are exact for every number that a person types; seventeen for all. */
      for (guint i = 0; i < G_N_ELEMENTS (formats) && (i == 0 || again < value || again > value); i++)
        {
          g_ascii_formatd (digits, sizeof digits, formats[i], value);
          again = g_ascii_strtod (digits, NULL);
        }
    }
  g_string_append (self->text, digits);
}

/**
 * kl_json_writer_add_boolean:
 * @self: a writer
 * @name: (nullable): as for kl_json_writer_begin_object()
 * @value: yes or no
 */
void
kl_json_writer_add_boolean (KlJsonWriter *self,
                            const char   *name,
                            gboolean      value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

/**
 * kl_json_writer_add_null:
 * @self: a writer
 * @name: (nullable): as for kl_json_writer_begin_object()
 */
void
kl_json_writer_add_null (KlJsonWriter *self,
                         const char   *name)
{
  kl_json_writer_add_string (self, name, NULL);
}

/**
 * kl_json_writer_get_text:
 * @self: a writer whose document has been ended
 *
 * Returns: (transfer none): the document
 */
const char *
kl_json_writer_get_text (KlJsonWriter *self)
{
  g_return_val_if_fail (self->depth == 0, NULL);

  return self->text->str;
}

/**
 * kl_json_writer_free_to_bytes:
 * @self: (transfer full): a writer whose document has been ended
 *
 * Returns: (transfer full): the document, with a line's end
 */
GBytes *
kl_json_writer_free_to_bytes (KlJsonWriter *self)
{
  GString *text = g_string_append_c (g_steal_pointer (&self->text), '\n');

  g_free (self);
  return g_string_free_to_bytes (text);
}
