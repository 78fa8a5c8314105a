/* kl-document-file.c: the bytes of a document, and whether they are text */

#include "config.h"

#include "kl-document-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE_BYTES (1024u * 1024u)

static char *
dup_display_name (GFile *file)
{
  g_autofree char *parse_name = g_file_get_parse_name (file);

  return g_filename_display_name (parse_name);
}

static gboolean
set_error_from_errno (GError     **error,
                      int          saved_errno,
                      const char  *name)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), _("“%s” cannot be read: %s."), name,
               g_strerror (saved_errno));
  return FALSE;
}

static gboolean
set_too_large (GError     **error,
               const char  *name,
               guint64      size,
               gsize        max_bytes)
{
  g_autofree char *is = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);
  g_autofree char *may_be = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_TOO_LARGE,
               _("“%s” is too large for a plan (%s, at most %s). Split it, or choose another file."), name, is, may_be);
  return FALSE;
}

static gboolean
check_kind (int         fd,
            const char *name,
            gsize       max_bytes,
            GError    **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return set_error_from_errno (error, errno, name);
  if (S_ISDIR (status.st_mode))
    {
      g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_A_FILE,
                   _("“%s” is a folder. Choose a Markdown file in it."), name);
      return FALSE;
    }
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_A_FILE,
                   _("“%s” is not an ordinary file. Choose a Markdown file."), name);
      return FALSE;
    }
  if (status.st_size > 0 && (guint64) status.st_size > max_bytes)
    return set_too_large (error, name, (guint64) status.st_size, max_bytes);
  return TRUE;
}

static GBytes *
read_all (int            fd,
          const char    *name,
          gsize          max_bytes,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);

  while (TRUE)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = read (fd, piece, PIECE_BYTES);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_error_from_errno (error, errno, name);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      /* A file may grow while it is read. */
      if (bytes->len + (gsize) n > max_bytes)
        {
          set_too_large (error, name, bytes->len + (gsize) n, max_bytes);
          return NULL;
        }
      g_byte_array_append (bytes, piece, (guint) n);
    }
}

/**
 * kl_document_file_load:
 * @file: a file
 * @max_bytes: how many bytes it may have
 * @cancellable: (nullable): stops between pieces
 * @error: %KL_EXCHANGE_ERROR or %G_IO_ERROR, with a sentence that names @file
 *
 * Reads an ordinary file. A pipe or a device is refused without waiting for anything to come out of it.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
kl_document_file_load (GFile         *file,
                       gsize          max_bytes,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = dup_display_name (file);
  GBytes *bytes = NULL;
  int fd;

  if (path == NULL)
    {
      g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_A_FILE,
                   _("“%s” is not on this computer. Copy it here first."), name);
      return NULL;
    }

  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    {
      set_error_from_errno (error, errno, name);
      return NULL;
    }
  if (check_kind (fd, name, max_bytes, error))
    bytes = read_all (fd, name, max_bytes, cancellable, error);
  close (fd);
  return bytes;
}

/**
 * kl_document_file_save:
 * @path: a file, there already or not; a symbolic link is followed
 * @bytes: what it should hold
 * @error: %KL_EXCHANGE_ERROR_WRITE or %KL_EXCHANGE_ERROR_NOT_A_FILE
 *
 * Writes the bytes aside, syncs them and only then puts them in the file's place, which keeps its permissions.
 *
 * Returns: whether the file holds @bytes now; if not, it is as it was
 */
gboolean
kl_document_file_save (const char  *path,
                       GBytes      *bytes,
                       GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *target = realpath (path, NULL);
  g_autoptr(GError) reason = NULL;
  struct stat status = { 0 };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean is_there = stat (path, &status) == 0;
  int mode = is_there ? (int) (status.st_mode & 0777) : 0666;

  if (is_there && !S_ISREG (status.st_mode))
    {
      g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_A_FILE,
                   _("“%s” is not an ordinary file: choose another name."), shown);
      return FALSE;
    }
  if (g_file_set_contents_full (target != NULL ? target : path, length > 0 ? data : "", (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &reason))
    return TRUE;
  g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE, _("“%s” was not saved: %s"), shown, reason->message);
  return FALSE;
}

/**
 * kl_document_file_check_size:
 * @bytes: a document that was not read from a file
 * @name: (nullable): what to call it in the error
 * @max_bytes: how many bytes it may have
 * @error: %KL_EXCHANGE_ERROR_TOO_LARGE
 *
 * Returns: whether it has no more
 */
gboolean
kl_document_file_check_size (GBytes      *bytes,
                             const char  *name,
                             gsize        max_bytes,
                             GError     **error)
{
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : _("The document"));

  return length <= max_bytes || set_too_large (error, shown, length, max_bytes);
}

static guint
line_of (const char *text,
         gsize       offset)
{
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n'))
      line++;
  return line;
}

/**
 * kl_document_file_check:
 * @bytes: a document
 * @name: (nullable): what to call it in the error
 * @error: %KL_EXCHANGE_ERROR with a sentence that names the line
 *
 * Returns: whether @bytes is UTF-8 text with something in it
 */
gboolean
kl_document_file_check (GBytes      *bytes,
                        const char  *name,
                        GError     **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : _("The document"));
  const char *bad = NULL;

  if (length == 0 || (length == 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0))
    {
      g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_EMPTY,
                   _("“%s” is empty. Choose a file with a plan in it."), shown);
      return FALSE;
    }
  if (g_utf8_validate_len (text, length, &bad))
    return TRUE;

  if (*bad == '\0')
    g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_TEXT,
                 _("“%s” is not a text file: line %u has a NUL byte."), shown, line_of (text, (gsize) (bad - text)));
  else
    g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_TEXT,
                 _("“%s” is not UTF-8 text: line %u has a byte that cannot be read. Save it as UTF-8 and try again."),
                 shown, line_of (text, (gsize) (bad - text)));
  return FALSE;
}

/**
 * kl_document_file_get_markdown_suffixes:
 *
 * Returns: (transfer none) (array zero-terminated=1): what the names of Markdown and of plain text end in, after a dot,
 *   the usual one first
 */
const char *const *
kl_document_file_get_markdown_suffixes (void)
{
  static const char *const suffixes[]
    = { "md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdtxt", "text", "txt", NULL };

  return suffixes;
}

/**
 * kl_document_file_has_markdown_name:
 * @path: a file
 *
 * What a plan is kept in by itself has such a name: a library that somebody else made may name any file, and what lies
 * in files of other names may be read as orders by other programs.
 *
 * Returns: whether its name ends as those of Markdown and of plain text do
 */
gboolean
kl_document_file_has_markdown_name (const char *path)
{
  const char *const *suffixes = kl_document_file_get_markdown_suffixes ();
  const char *dot = strrchr (path, '.');

  for (gsize i = 0; dot != NULL && suffixes[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, suffixes[i]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * kl_document_file_check_name:
 * @path: a file that a plan shall be kept in
 * @error: %KL_EXCHANGE_ERROR_WRITE
 *
 * Returns: kl_document_file_has_markdown_name()
 */
gboolean
kl_document_file_check_name (const char  *path,
                             GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (kl_document_file_has_markdown_name (path))
    return TRUE;

  g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_WRITE,
               _("A plan is kept in a Markdown file: let the name “%s” end in .md."), shown);
  return FALSE;
}
