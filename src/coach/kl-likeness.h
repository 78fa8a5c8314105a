#pragma once

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

typedef struct _KlLikeness KlLikeness;

KlLikeness   *kl_likeness_new  (KlVocabulary    *vocabulary,
                                const GArray    *explanation,
                                const KlWordNet *word_net);
void          kl_likeness_free (KlLikeness      *self);
const GArray *kl_likeness_find (KlLikeness      *self,
                                const KlWord    *word);
const char   *kl_likeness_get_word (KlLikeness  *self,
                                    const KlWord *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlLikeness, kl_likeness_free)

G_END_DECLS
