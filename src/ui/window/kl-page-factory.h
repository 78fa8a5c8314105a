#pragma once

#include "ui/page/kl-page.h"

#include "kl-place.h"

G_BEGIN_DECLS

KlPage *kl_page_factory_create (const KlPlace *place,
                                KlLibrary     *library,
                                KlPlan        *plan,
                                KlSubject     *subject);

G_END_DECLS
