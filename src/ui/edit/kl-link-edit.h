#pragma once

#include "model/kl-change.h"
#include "model/kl-link.h"
#include "model/kl-subject.h"

G_BEGIN_DECLS

KlLink   *kl_link_edit_find       (KlSubject  *subject,
                                   KlLinkKind  kind,
                                   KlSubject  *topic);
KlChange *kl_link_edit_new_toggle (KlSubject  *subject,
                                   KlLinkKind  kind,
                                   KlSubject  *topic);

G_END_DECLS
