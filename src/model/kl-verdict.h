#pragma once

#include "kl-record.h"
#include "kl-verdict-value.h"

G_BEGIN_DECLS

#define KL_TYPE_VERDICT (kl_verdict_get_type ())

G_DECLARE_FINAL_TYPE (KlVerdict, kl_verdict, KL, VERDICT, KlRecord)

const char    *kl_verdict_get_point     (KlVerdict *self);
const char    *kl_verdict_get_text      (KlVerdict *self);
KlVerdictValue kl_verdict_get_value     (KlVerdict *self);
KlVerdictValue kl_verdict_get_suggested (KlVerdict *self);
gboolean       kl_verdict_is_changed    (KlVerdict *self);

G_END_DECLS
