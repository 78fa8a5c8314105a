#pragma once

#include "kl-likeness.h"
#include "kl-point-features.h"

G_BEGIN_DECLS

typedef struct _KlComparison KlComparison;

KlComparison *kl_comparison_new         (KlVocabulary    *vocabulary,
                                         KlLikeness      *likeness);
void          kl_comparison_free        (KlComparison    *self);
double       *kl_comparison_look_back   (KlComparison    *self,
                                         const KlWord    *point,
                                         gsize            n_point,
                                         const KlWord    *passage,
                                         gsize            n_passage);
void          kl_comparison_measure     (KlComparison    *self,
                                         const KlWord    *point,
                                         gsize            n_point,
                                         const KlWord    *passage,
                                         gsize            n_passage,
                                         KlPointFeatures *features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlComparison, kl_comparison_free)

G_END_DECLS
