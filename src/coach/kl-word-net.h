#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlWordNetPart:
 *
 * The parts of speech, each of which is an index and the data that it points into.
 */
typedef enum
{
  KL_WORD_NET_NOUN,
  KL_WORD_NET_VERB,
  KL_WORD_NET_ADJECTIVE,
  KL_WORD_NET_ADVERB,
  KL_WORD_NET_N_PARTS,
} KlWordNetPart;

/**
 * KlMeaning:
 * @synset: a set of words that can mean the same
 * @steps: how far from the word it is: 0 where the word is in it, 1 where it is related to one that the word is in
 *
 * Something that a word can mean, or that is close to it.
 */
typedef struct
{
  guint64 synset;
  guint   steps;
} KlMeaning;

typedef struct _KlWordNet KlWordNet;

#define KL_TYPE_WORD_NET (kl_word_net_get_type ())
GType kl_word_net_get_type (void);

KlWordNet *kl_word_net_new       (GBytes *const   *indexes,
                                  GBytes *const   *data);
KlWordNet *kl_word_net_ref       (KlWordNet       *self);
void       kl_word_net_unref     (KlWordNet       *self);
GArray    *kl_word_net_find      (const KlWordNet *self,
                                  const char      *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlWordNet, kl_word_net_unref)

G_END_DECLS
