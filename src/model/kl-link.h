#pragma once

#include "kl-record.h"
#include "kl-link-kind.h"

G_BEGIN_DECLS

#define KL_TYPE_LINK (kl_link_get_type ())

G_DECLARE_FINAL_TYPE (KlLink, kl_link, KL, LINK, KlRecord)

KlLinkKind  kl_link_get_kind   (KlLink *self);
const char *kl_link_get_target (KlLink *self);
const char *kl_link_get_text   (KlLink *self);
const char *kl_link_get_source (KlLink *self);

G_END_DECLS
