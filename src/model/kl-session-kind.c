#include "config.h"

#include "kl-session-kind.h"

G_DEFINE_ENUM_TYPE (KlSessionKind, kl_session_kind,
                    G_DEFINE_ENUM_VALUE (KL_SESSION_DEEP_DIVE, "deep-dive"),
                    G_DEFINE_ENUM_VALUE (KL_SESSION_RESTUDY, "restudy"))
