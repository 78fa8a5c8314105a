#pragma once

#include "kl-file-state.h"
#include "kl-follow.h"
#include "kl-record.h"

G_BEGIN_DECLS

#define KL_TYPE_DOCUMENT (kl_document_get_type ())

G_DECLARE_FINAL_TYPE (KlDocument, kl_document, KL, DOCUMENT, KlRecord)

const char  *kl_document_get_path       (KlDocument  *self);
const char  *kl_document_get_text       (KlDocument  *self);
const char  *kl_document_get_digest     (KlDocument  *self);
const char  *kl_document_get_imported   (KlDocument  *self);
const char  *kl_document_get_title      (KlDocument  *self);
KlFollow     kl_document_get_follow     (KlDocument  *self);
const char  *kl_document_get_headings   (KlDocument  *self);
KlFileState *kl_document_get_file_state (KlDocument  *self);
void         kl_document_set_file_state (KlDocument  *self,
                                         KlFileState *state);

G_END_DECLS
