#pragma once

#include "kl-record.h"

G_BEGIN_DECLS

#define KL_TYPE_FILE_STATE (kl_file_state_get_type ())

G_DECLARE_FINAL_TYPE (KlFileState, kl_file_state, KL, FILE_STATE, KlRecord)

const char *kl_file_state_get_path     (KlFileState *self);
const char *kl_file_state_get_base     (KlFileState *self);
const char *kl_file_state_get_digest   (KlFileState *self);
const char *kl_file_state_get_intended (KlFileState *self);
const char *kl_file_state_get_text     (KlFileState *self);
const char *kl_file_state_get_title    (KlFileState *self);
const char *kl_file_state_get_keys     (KlFileState *self);

G_END_DECLS
