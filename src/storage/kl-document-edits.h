#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

/**
 * KlDocumentEdits:
 *
 * Texts of documents that a change replaces.
 */
typedef struct _KlDocumentEdits KlDocumentEdits;

KlDocumentEdits *kl_document_edits_new   (void);
void             kl_document_edits_free  (KlDocumentEdits  *self);
gboolean         kl_document_edits_hold  (KlDocumentEdits  *self,
                                          KlDatabase       *database,
                                          const char       *id,
                                          const char       *text,
                                          gboolean         *is_held,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         kl_document_edits_write (KlDocumentEdits  *self,
                                          KlDatabase       *database,
                                          gint64            number,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         kl_document_edits_turn  (KlDatabase       *database,
                                          gint64            number,
                                          gboolean          inverse,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
guint            kl_document_edits_get_n (KlDocumentEdits  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlDocumentEdits, kl_document_edits_free)

G_END_DECLS
