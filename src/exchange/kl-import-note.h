#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlImportNote:
 * @line: of the document, from 1; 0 where it is about the whole of it
 * @message: a sentence for the person who imports
 *
 * What was kept without being understood, or contradicts another part of the document.
 */
typedef struct
{
  guint  line;
  char  *message;
} KlImportNote;

#define KL_TYPE_IMPORT_NOTE (kl_import_note_get_type ())
GType         kl_import_note_get_type (void);

KlImportNote *kl_import_note_new      (guint               line,
                                       const char         *message);
KlImportNote *kl_import_note_copy     (const KlImportNote *self);
void          kl_import_note_free     (KlImportNote       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlImportNote, kl_import_note_free)

G_END_DECLS
