#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_INSIGHT_STATEMENT (kl_insight_statement_get_type ())

G_DECLARE_FINAL_TYPE (KlInsightStatement, kl_insight_statement, KL, INSIGHT_STATEMENT, GObject)

KlInsightStatement *kl_insight_statement_new            (const char         *text,
                                                         const char         *subject_id,
                                                         const char         *attempt_id);
const char         *kl_insight_statement_get_text       (KlInsightStatement *self);
const char         *kl_insight_statement_get_subject_id (KlInsightStatement *self);
const char         *kl_insight_statement_get_attempt_id (KlInsightStatement *self);

G_END_DECLS
