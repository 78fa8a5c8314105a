#pragma once

#include "model/kl-verdict.h"

G_BEGIN_DECLS

gboolean  kl_explanation_text_is_label     (const char     *label);
gboolean  kl_explanation_text_judges       (const char     *label);
char     *kl_explanation_text_quote        (const char     *words);
char     *kl_explanation_text_unquote      (const char     *text);
char     *kl_explanation_text_format       (KlVerdict      *verdict);
gboolean  kl_explanation_text_read_verdict (const char     *text,
                                            KlVerdictValue *value,
                                            const char    **point);

G_END_DECLS
