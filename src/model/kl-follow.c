#include "config.h"

#include "kl-follow.h"

G_DEFINE_ENUM_TYPE (KlFollow, kl_follow,
                    G_DEFINE_ENUM_VALUE (KL_FOLLOW_NOT, "not"),
                    G_DEFINE_ENUM_VALUE (KL_FOLLOW_REQUEST, "request"),
                    G_DEFINE_ENUM_VALUE (KL_FOLLOW_CHANGES, "changes"))
