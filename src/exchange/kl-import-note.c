/* kl-import-note.c: what an import has to say about a line */

#include "config.h"

#include "kl-import-note.h"

G_DEFINE_BOXED_TYPE (KlImportNote, kl_import_note, kl_import_note_copy, kl_import_note_free)

/**
 * kl_import_note_new:
 * @line: from 1, 0 for the whole document
 * @message: a sentence, copied
 *
 * Returns: (transfer full): a note
 */
KlImportNote *
kl_import_note_new (guint       line,
                    const char *message)
{
  KlImportNote *self = g_new (KlImportNote, 1);

  self->line = line;
  self->message = g_strdup (message);
  return self;
}

/**
 * kl_import_note_copy:
 * @self: a note
 *
 * Returns: (transfer full): the same
 */
KlImportNote *
kl_import_note_copy (const KlImportNote *self)
{
  return kl_import_note_new (self->line, self->message);
}

/**
 * kl_import_note_free:
 * @self: (transfer full): a note
 */
void
kl_import_note_free (KlImportNote *self)
{
  g_free (self->message);
  g_free (self);
}
