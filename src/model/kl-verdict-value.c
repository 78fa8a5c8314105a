#include "config.h"

#include "kl-verdict-value.h"

G_DEFINE_ENUM_TYPE (KlVerdictValue, kl_verdict_value,
                    G_DEFINE_ENUM_VALUE (KL_VERDICT_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (KL_VERDICT_COVERED, "covered"),
                    G_DEFINE_ENUM_VALUE (KL_VERDICT_PARTLY, "partly"),
                    G_DEFINE_ENUM_VALUE (KL_VERDICT_MISSED, "missed"))
