#pragma once

#include "model/kl-verdict-value.h"

G_BEGIN_DECLS

const char *kl_verdict_text_get_glyph (KlVerdictValue value);
const char *kl_verdict_text_get_word  (KlVerdictValue value);

G_END_DECLS
