#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

void kl_draft_assist (KlLibrary *library,
                      KlSubject *subject);

G_END_DECLS
