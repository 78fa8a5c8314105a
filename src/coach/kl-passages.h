#pragma once

#include "kl-likeness.h"

G_BEGIN_DECLS

/**
 * KlPassage:
 * @first: its first word
 * @n: how many words it has
 * @gain: how promising it looks, for comparison with others
 *
 * A few sentences of an explanation.
 */
typedef struct
{
  guint  first;
  guint  n;
  double gain;
} KlPassage;

typedef struct _KlPassages KlPassages;

KlPassages *kl_passages_new  (KlVocabulary *vocabulary,
                              const GArray *words);
void        kl_passages_free (KlPassages   *self);
guint       kl_passages_find (KlPassages   *self,
                              KlLikeness   *likeness,
                              const GArray *point,
                              KlPassage    *found,
                              guint         n_most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlPassages, kl_passages_free)

G_END_DECLS
