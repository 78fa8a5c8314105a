#pragma once

#include "kl-likeness.h"
#include "kl-point-reading.h"

G_BEGIN_DECLS

KlReadingReason kl_contradiction_find (KlLikeness   *likeness,
                                       const KlWord *point,
                                       gsize         n_point,
                                       const KlWord *passage,
                                       gsize         n_passage);

G_END_DECLS
