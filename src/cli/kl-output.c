/* kl-output.c: what a command prints, gathered and then written with every error noticed
 *
 * Nothing is written before a command is through, so that a command that fails prints its error and nothing else.
 */

#include "config.h"

#include "kl-output.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

struct _KlOutput
{
  int fd;
  gboolean styled;
  GString *text;
};

/* What a person wrote may hold anything; a terminal must not take it for a command. */
static void
append_harmless (GString    *string,
                 const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_find_next_char (p, NULL))
    {
      gunichar c = g_utf8_get_char (p);

      /* An override would turn round the rest of the line, a table's other columns too. */
      if (c == '\n' || c == '\t' || (!g_unichar_iscntrl (c) && c != 0x202d && c != 0x202e))
        g_string_append_unichar (string, c);
      else if (c != '\r')
        g_string_append_unichar (string, 0xfffd);
    }
}

/**
 * kl_output_new:
 * @fd: where to write; stays open
 *
 * Returns: (transfer full): an empty output, styled where @fd is a terminal and `NO_COLOR` is not set
 */
KlOutput *
kl_output_new (int fd)
{
  KlOutput *self = g_new0 (KlOutput, 1);
  const char *no_color = g_getenv ("NO_COLOR");

  self->fd = fd;
  self->styled = isatty (fd) && (no_color == NULL || *no_color == '\0') && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  self->text = g_string_new (NULL);
  return self;
}

/**
 * kl_output_free:
 * @self: (transfer full): an output; what was not written is dropped
 */
void
kl_output_free (KlOutput *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * kl_output_add:
 * @self: an output
 * @style: how to set the text off
 * @text: UTF-8
 */
void
kl_output_add (KlOutput   *self,
               KlStyle     style,
               const char *text)
{
  if (self->styled && style == KL_STYLE_HEADING)
    g_string_append (self->text, "\033[1m");
  else if (self->styled && style == KL_STYLE_FAINT)
    g_string_append (self->text, "\033[2m");

  append_harmless (self->text, text);

  if (self->styled && style != KL_STYLE_PLAIN)
    g_string_append (self->text, "\033[0m");
}

/**
 * kl_output_add_line:
 * @self: an output
 * @text: UTF-8, which a newline is put after
 */
void
kl_output_add_line (KlOutput   *self,
                    const char *text)
{
  kl_output_add (self, KL_STYLE_PLAIN, text);
  g_string_append_c (self->text, '\n');
}

/**
 * kl_output_add_format:
 * @self: an output
 * @format: as for printf()
 *
 * Like kl_output_add_line(), with values put in.
 */
void
kl_output_add_format (KlOutput   *self,
                      const char *format,
                      ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  kl_output_add_line (self, text);
}

/**
 * kl_output_add_indented:
 * @self: an output
 * @columns: how far to move each line to the right
 * @text: UTF-8 of one line or several
 */
void
kl_output_add_indented (KlOutput   *self,
                        guint       columns,
                        const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);

  while (n_lines > 1 && *lines[n_lines - 1] == '\0')
    n_lines--;

  for (guint i = 0; i < n_lines; i++)
    {
      if (*lines[i] != '\0')
        g_string_append_printf (self->text, "%*s", (int) columns, "");
      kl_output_add_line (self, lines[i]);
    }
}

/**
 * kl_output_add_raw:
 * @self: an output
 * @text: what to write, byte for byte
 */
void
kl_output_add_raw (KlOutput   *self,
                   const char *text)
{
  g_string_append (self->text, text);
}

/**
 * kl_output_write:
 * @self: an output
 * @error: return location for an error
 *
 * Writes what was gathered, all of it.
 *
 * Returns: whether every byte was taken
 */
gboolean
kl_output_write (KlOutput  *self,
                 GError   **error)
{
  gsize done = 0;

  while (done < self->text->len)
    {
      gssize written = write (self->fd, self->text->str + done, self->text->len - done);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        {
          int code = written < 0 ? errno : EIO;

          g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
                       _("The output could not be written: %s."), g_strerror (code));
          return FALSE;
        }
      done += (gsize) written;
    }

  g_string_truncate (self->text, 0);
  return TRUE;
}

/**
 * kl_output_complain:
 * @text: UTF-8
 *
 * Writes one line to standard error at once, in UTF-8 whatever the locale says. Where that fails nobody can be told.
 */
void
kl_output_complain (const char *text)
{
  g_autoptr(KlOutput) output = kl_output_new (STDERR_FILENO);
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r", ' ');
  g_autoptr(GError) error = NULL;

  kl_output_add_line (output, line);
  if (!kl_output_write (output, &error))
    g_debug ("%s", error->message);
}
