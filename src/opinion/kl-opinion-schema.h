#pragma once

#include "exchange/kl-json-writer.h"
#include "model/kl-feedback-kind.h"
#include "model/kl-verdict-value.h"

G_BEGIN_DECLS

void     kl_opinion_schema_add          (KlJsonWriter   *writer,
                                         const char     *name);
gboolean kl_opinion_schema_find_verdict (const char     *name,
                                         KlVerdictValue *value);
gboolean kl_opinion_schema_find_kind    (const char     *name,
                                         KlFeedbackKind *kind);

G_END_DECLS
