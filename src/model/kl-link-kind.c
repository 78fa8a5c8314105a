#include "config.h"

#include "kl-link-kind.h"

G_DEFINE_ENUM_TYPE (KlLinkKind, kl_link_kind,
                    G_DEFINE_ENUM_VALUE (KL_LINK_PREREQUISITE, "prerequisite"),
                    G_DEFINE_ENUM_VALUE (KL_LINK_SPANS, "spans"))
