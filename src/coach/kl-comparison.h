#pragma once

#include "kl-point-features.h"
#include "kl-word-list.h"
#include "kl-word-net.h"

G_BEGIN_DECLS

/**
 * KlAlike:
 * @id: a word of the explanation
 * @strength: how much it stands for the other, 0–1
 */
typedef struct
{
  guint  id;
  double strength;
} KlAlike;

typedef struct _KlComparison KlComparison;

KlComparison *kl_comparison_new     (KlVocabulary     *vocabulary,
                                     const GArray     *prompt,
                                     const GArray     *explanation,
                                     const KlWordNet  *word_net);
const GArray *kl_comparison_get_alike (KlComparison *self, const KlWord *word);
gboolean kl_comparison_is_new (KlComparison *self, const KlWord *word);
void          kl_comparison_free    (KlComparison     *self);
void          kl_comparison_measure (KlComparison     *self,
                                     const KlWord     *point,
                                     gsize             n_point,
                                     const KlWord     *passage,
                                     gsize             n_passage,
                                     KlPointFeatures  *features);
void          kl_comparison_set_passage (KlComparison     *self,
                                     const KlWord     *passage,
                                     gsize             n_passage);
double       *kl_comparison_look_back (KlComparison     *self,
                                     const KlWord     *point,
                                     gsize             n_point,
                                     const KlWord     *passage,
                                     gsize             n_passage);
double        kl_comparison_match   (KlComparison     *self,
                                     const KlWord     *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlComparison, kl_comparison_free)

G_END_DECLS
