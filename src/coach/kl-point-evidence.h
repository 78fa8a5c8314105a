#pragma once

#include "kl-comparison.h"
#include "kl-likeness.h"

G_BEGIN_DECLS

GArray *kl_point_evidence_find         (KlComparison *comparison,
                                        const GArray *point,
                                        const KlWord *passage,
                                        gsize         n_passage);
char  **kl_point_evidence_list_missing (KlLikeness   *likeness,
                                        const char   *text,
                                        const GArray *point);

G_END_DECLS
