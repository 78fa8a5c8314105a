#pragma once

#include "kl-text-span.h"
#include "kl-vocabulary.h"

G_BEGIN_DECLS

/**
 * KlWord:
 * @span: where it stands, in bytes
 * @id: its stem in the vocabulary
 * @whole: the stem of the identifier that it is a part of, such as that of “kube-proxy” for “proxy”; @id where it is
 * none
 * @kind: what it is
 * @weight: how much it says, from 0 on
 * @clause: which clause it stands in, from 0; a sentence has one or more
 * @sentence: which sentence it stands in, from 0
 *
 * A word in a text.
 */
typedef struct
{
  KlTextSpan span;
  guint      id;
  guint      whole;
  KlWordKind kind;
  double     weight;
  guint      clause;
  guint      sentence;
} KlWord;

GArray *kl_word_list_new (KlVocabulary *vocabulary,
                          const char   *text);

G_END_DECLS
