/* kl-explanation.c: what a person explains, from standard input */

#include "config.h"

#include "kl-explanation.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kl-cli-error.h"
#include "model/kl-blank.h"

#define PIECE_BYTES 65536

static GString *
read_bytes (int      fd,
            GError **error)
{
  g_autoptr(GString) bytes = g_string_new (NULL);
  g_autofree char *piece = g_malloc (PIECE_BYTES);

  while (bytes->len <= KL_EXPLANATION_MAX_BYTES)
    {
      gssize n = read (fd, piece, PIECE_BYTES);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          int code = errno;

          g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
                       _("The explanation could not be read from standard input: %s."), g_strerror (code));
          return NULL;
        }
      if (n == 0)
        return g_steal_pointer (&bytes);
      g_string_append_len (bytes, piece, n);
    }

  g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
               _("The explanation is longer than %u MiB. Nothing was stored."),
               KL_EXPLANATION_MAX_BYTES / 1024u / 1024u);
  return NULL;
}

static gboolean
is_regular (int fd)
{
  struct stat status;

  return fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
}

/**
 * kl_explanation_read:
 * @fd: where it comes from
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the explanation, UTF-8 and not empty, without the newlines at its end
 */
char *
kl_explanation_read (int      fd,
                     GError **error)
{
  g_autoptr(GString) bytes = read_bytes (fd, error);
  const char *end;

  if (bytes == NULL)
    return NULL;

  if (!g_utf8_validate_len (bytes->str, bytes->len, &end))
    {
      gsize offset = (gsize) (end - bytes->str);

      if (*end == '\0')
        g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                     _("The explanation has a NUL byte at byte %zu: it is no text. Nothing was stored."), offset + 1);
      else
        g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                     _("The explanation is not valid UTF-8 at byte %zu. Nothing was stored."), offset + 1);
      return NULL;
    }

  while (bytes->len > 0 && (bytes->str[bytes->len - 1] == '\n' || bytes->str[bytes->len - 1] == '\r'))
    g_string_truncate (bytes, bytes->len - 1);
  if (kl_is_blank (bytes->str))
    {
      g_set_error_literal (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                           _("The explanation is empty: write it to standard input. Nothing was stored."));
      return NULL;
    }

  return g_string_free (g_steal_pointer (&bytes), FALSE);
}

/**
 * kl_explanation_rescue:
 * @fd: where the explanation came from
 * @text: the explanation
 * @folder: where a file may be put
 *
 * Writes an explanation that the library did not take into a file of its own, unless it came from one.
 *
 * Returns: (transfer full) (nullable) (type filename): the file, %NULL where none was needed or could be written
 */
char *
kl_explanation_rescue (int         fd,
                       const char *text,
                       const char *folder)
{
  const char *folders[] = { folder, g_get_tmp_dir () };

  if (is_regular (fd))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "explanation-XXXXXX.md", NULL);
      int file = g_mkstemp_full (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      gboolean written;

      if (file < 0)
        continue;
      written = write (file, text, strlen (text)) == (gssize) strlen (text) && fsync (file) == 0;
      if (close (file) == 0 && written)
        return g_steal_pointer (&path);
      (void) g_unlink (path);
    }

  return NULL;
}
