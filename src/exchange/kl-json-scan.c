/* kl-json-scan.c: whether a text is JSON to the letter of RFC 8259, before a parser that is less strict sees it
 *
 * JSON-GLib 1.6 recurses as deep as a text nests, so that 80 KB of “[” end the process. It also takes comments, other
 * quotes, names that come twice, numbers beyond all bounds, and cuts a string at \u0000. Nothing is built here; the
 * text is walked through once, with a stack of one byte a level.
 */

#include "config.h"

#include "kl-json-scan.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "kl-exchange-error.h"

typedef struct
{
  const char *text;
  const char *at;
  const char *end;
  guint max_depth;
  guint n_values_left;
  GByteArray *open;  /* the bracket of each level */
  GPtrArray *names;  /* the names seen so far in each level */
  GString *name;
  GError **error;
} Scan;

static guint
line_at (Scan       *self,
         const char *at)
{
  guint line = 1;

  for (const char *c = self->text; c < at; c++)
    if (*c == '\n' || (*c == '\r' && (c + 1 == self->end || c[1] != '\n')))
      line++;
  return line;
}

/* The message says what is wrong, without its place. */
static gboolean
refuse (Scan       *self,
        const char *at,
        const char *message)
{
  g_set_error (self->error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_INVALID, _("Line %u: %s"), line_at (self, at),
               message);
  return FALSE;
}

static void
skip_space (Scan *self)
{
  while (self->at < self->end && (*self->at == ' ' || *self->at == '\t' || *self->at == '\n' || *self->at == '\r'))
    self->at++;
}

static char
peek (Scan *self)
{
  return self->at < self->end ? *self->at : '\0';
}

/* What stands there is none of what may stand there. */
static gboolean
refuse_character (Scan       *self,
                  const char *expected)
{
  g_autofree char *message = NULL;

  if (self->at == self->end)
    message = g_strdup_printf (_("the text ends where %s should follow."), expected);
  else if (*self->at == '/' || *self->at == '#')
    message = g_strdup_printf (_("JSON has no comments; %s should stand here."), expected);
  else if (*self->at == '\'')
    message = g_strdup (_("JSON has double quotes only."));
  else
    {
      g_autofree char *found = g_utf8_substring (self->at, 0, 1);
      g_autofree char *shown = g_utf8_make_valid (found, -1);

      message = g_strdup_printf (_("“%s” stands where %s should."), shown, expected);
    }
  return refuse (self, self->at, message);
}

static gboolean
read_hex (Scan     *self,
          gunichar *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (peek (self)))
        return refuse (self, self->at, _("“\\u” must be followed by four hexadecimal digits."));
      *value = *value * 16 + (gunichar) g_ascii_xdigit_value (*self->at++);
    }
  return TRUE;
}

/* After “\u”. */
static gboolean
read_unicode (Scan    *self,
              GString *into)
{
  const char *start = self->at - 2;
  gunichar first;
  gunichar second;

  if (!read_hex (self, &first))
    return FALSE;
  if (first == 0)
    return refuse (self, start, _("“\\u0000” is a character that KLearn cannot keep."));
  if (first >= 0xd800 && first <= 0xdbff)
    {
      if (self->end - self->at < 2 || self->at[0] != '\\' || self->at[1] != 'u')
        return refuse (self, start, _("this “\\u” is half of a character, and the other half is missing."));
      self->at += 2;
      if (!read_hex (self, &second))
        return FALSE;
      if (second < 0xdc00 || second > 0xdfff)
        return refuse (self, start, _("this “\\u” is half of a character, and the other half is missing."));
      first = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
    }
  else if (first >= 0xdc00 && first <= 0xdfff)
    return refuse (self, start, _("this “\\u” is half of a character, and the other half is missing."));
  if (into != NULL)
    g_string_append_unichar (into, first);
  return TRUE;
}

/* After the backslash. */
static gboolean
read_escape (Scan    *self,
             GString *into)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *escape = peek (self) != '\0' ? strchr (escapes, *self->at) : NULL;

  if (peek (self) == 'u')
    {
      self->at++;
      return read_unicode (self, into);
    }
  if (escape == NULL)
    return refuse (self, self->at, _("a backslash is followed by something that JSON has no meaning for."));
  self->at++;
  if (into != NULL)
    g_string_append_c (into, meanings[escape - escapes]);
  return TRUE;
}

/* From its first quote to behind its last one; @into gets what it says. */
static gboolean
read_string (Scan    *self,
             GString *into)
{
  const char *start = self->at++;

  while (self->at < self->end && *self->at != '"')
    {
      if ((guchar) *self->at < 0x20)
        return refuse (self, self->at, _("a line break or another control character stands between quotes."));
      if (*self->at != '\\')
        {
          if (into != NULL)
            g_string_append_c (into, *self->at);
          self->at++;
          continue;
        }
      self->at++;
      if (!read_escape (self, into))
        return FALSE;
    }
  if (self->at == self->end)
    return refuse (self, start, _("the closing quote is missing."));
  self->at++;
  return TRUE;
}

static gboolean
skip_digits (Scan *self)
{
  const char *start = self->at;

  while (g_ascii_isdigit (peek (self)))
    self->at++;
  return self->at > start;
}

static gboolean
read_number (Scan *self)
{
  const char *start = self->at;
  g_autofree char *digits = NULL;
  gboolean is_whole = TRUE;

  if (*self->at == '-')
    self->at++;
  if (peek (self) == '0')
    self->at++;
  else if (!skip_digits (self))
    return refuse_character (self, _("a digit"));
  if (peek (self) == '.')
    {
      is_whole = FALSE;
      self->at++;
      if (!skip_digits (self))
        return refuse_character (self, _("a digit"));
    }
  if (peek (self) == 'e' || peek (self) == 'E')
    {
      is_whole = FALSE;
      self->at++;
      if (peek (self) == '+' || peek (self) == '-')
        self->at++;
      if (!skip_digits (self))
        return refuse_character (self, _("a digit"));
    }

  digits = g_strndup (start, (gsize) (self->at - start));
  errno = 0;
  if (is_whole)
    (void) g_ascii_strtoll (digits, NULL, 10);
  if ((is_whole && errno == ERANGE) || !isfinite (g_ascii_strtod (digits, NULL)))
    return refuse (self, start, _("a number is too large to keep its value."));
  return TRUE;
}

static gboolean
read_word (Scan *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((gsize) (self->end - self->at) >= strlen (words[i]) && memcmp (self->at, words[i], strlen (words[i])) == 0)
      {
        self->at += strlen (words[i]);
        return TRUE;
      }
  return refuse_character (self, _("a value"));
}

static gboolean
read_name (Scan *self)
{
  GHashTable *seen = g_ptr_array_index (self->names, self->open->len - 1);
  const char *start = self->at;

  if (peek (self) != '"')
    return refuse_character (self, _("a name in double quotes"));
  g_string_truncate (self->name, 0);
  if (!read_string (self, self->name))
    return FALSE;
  if (!g_hash_table_add (seen, g_strndup (self->name->str, self->name->len)))
    {
      g_autofree char *message = g_strdup_printf (_("“%s” comes twice in the same place."), self->name->str);

      return refuse (self, start, message);
    }

  skip_space (self);
  if (peek (self) != ':')
    return refuse_character (self, "“:”");
  self->at++;
  skip_space (self);
  return TRUE;
}

static gboolean
open_level (Scan *self)
{
  guint8 bracket = (guint8) *self->at;

  if (self->open->len == self->max_depth)
    {
      g_autofree char *message
        = g_strdup_printf (_("the values are nested deeper than %u, which no plan is."), self->max_depth);

      return refuse (self, self->at, message);
    }
  self->at++;
  g_byte_array_append (self->open, &bracket, 1);
  if (self->names->len < self->open->len)
    g_ptr_array_add (self->names, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
  return TRUE;
}

static char
closing_bracket (Scan *self)
{
  return self->open->data[self->open->len - 1] == '{' ? '}' : ']';
}

static void
close_level (Scan *self)
{
  self->at++;
  g_hash_table_remove_all (g_ptr_array_index (self->names, self->open->len - 1));
  g_byte_array_set_size (self->open, self->open->len - 1);
}

/* A value, or the beginning of one; @is_open says that another value or a bracket has to follow inside of it. */
static gboolean
read_value (Scan     *self,
            gboolean *is_open)
{
  char c = peek (self);

  *is_open = FALSE;
  if (self->n_values_left-- == 0)
    return refuse (self, self->at, _("there are more values than KLearn reads: split the file."));
  if (c == '"')
    return read_string (self, NULL);
  if (c == '-' || g_ascii_isdigit (c))
    return read_number (self);
  if (c != '{' && c != '[')
    return read_word (self);

  if (!open_level (self))
    return FALSE;
  skip_space (self);
  if (peek (self) == closing_bracket (self))
    close_level (self);
  else
    *is_open = TRUE;
  return !*is_open || c == '[' || read_name (self);
}

/* What comes after a value: to the next one, or to the end of the whole. */
static gboolean
read_on (Scan     *self,
         gboolean *is_done)
{
  *is_done = FALSE;
  skip_space (self);
  while (self->open->len > 0 && peek (self) == closing_bracket (self))
    {
      close_level (self);
      skip_space (self);
    }
  if (self->open->len == 0)
    {
      *is_done = TRUE;
      return self->at == self->end || refuse_character (self, _("nothing more"));
    }
  if (peek (self) != ',')
    return refuse_character (self, closing_bracket (self) == '}' ? _("“,” or “}”") : _("“,” or “]”"));

  self->at++;
  skip_space (self);
  if (peek (self) == closing_bracket (self))
    return refuse (self, self->at, _("nothing follows the last comma: take it away."));
  return closing_bracket (self) == ']' || read_name (self);
}

static gboolean
scan_all (Scan *self)
{
  gboolean is_open;
  gboolean is_done = FALSE;

  if (self->end - self->text >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    return refuse (self, self->text, _("a byte order mark stands before the text: save the file without it."));
  skip_space (self);
  if (self->at == self->end)
    return refuse (self, self->at, _("there is nothing in the file."));
  while (!is_done)
    {
      if (!read_value (self, &is_open))
        return FALSE;
      if (!is_open && !read_on (self, &is_done))
        return FALSE;
    }
  return TRUE;
}

/**
 * kl_json_scan:
 * @text: valid UTF-8, which need not end with NUL
 * @length: of @text, in bytes
 * @max_depth: how deep objects and arrays may be nested
 * @max_values: how many values there may be
 * @error: %KL_EXCHANGE_ERROR_INVALID with the line and what is wrong there
 *
 * Returns: whether @text is one JSON value, with unique names, whole numbers of 64 bits, and others that are finite
 */
gboolean
kl_json_scan (const char  *text,
              gsize        length,
              guint        max_depth,
              guint        max_values,
              GError     **error)
{
  Scan self = { text, text, text + length, max_depth, max_values, NULL, NULL, NULL, error };
  gboolean is_valid;

  self.open = g_byte_array_new ();
  self.names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self.name = g_string_new (NULL);
  is_valid = scan_all (&self);
  g_byte_array_unref (self.open);
  g_ptr_array_unref (self.names);
  g_string_free (self.name, TRUE);
  return is_valid;
}
