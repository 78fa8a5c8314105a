#pragma once

#include "kl-language.h"

G_BEGIN_DECLS

/**
 * KlWordKind:
 * @KL_WORD_FUNCTION: says little by itself, such as “the”
 * @KL_WORD_NEGATION: turns what is said into its contrary, such as “not”
 * @KL_WORD_NUMBER: has a digit
 * @KL_WORD_GIVEN: stands in what was asked, so that saying it proves little
 *
 * What a word is, any of them together.
 */
typedef enum
{
  KL_WORD_PLAIN = 0,
  KL_WORD_FUNCTION = 1 << 0,
  KL_WORD_NEGATION = 1 << 1,
  KL_WORD_NUMBER = 1 << 2,
  KL_WORD_GIVEN = 1 << 3,
} KlWordKind;

typedef struct _KlVocabulary KlVocabulary;

KlVocabulary     *kl_vocabulary_new          (const KlLanguage *language);
void              kl_vocabulary_free         (KlVocabulary     *self);
const KlLanguage *kl_vocabulary_get_language (KlVocabulary     *self);
gboolean          kl_vocabulary_is_negation  (KlVocabulary     *self,
                                              const char       *word,
                                              gsize             length);
guint             kl_vocabulary_add          (KlVocabulary     *self,
                                              const char       *word,
                                              gsize             length);
void              kl_vocabulary_give         (KlVocabulary     *self,
                                              guint             id);
guint             kl_vocabulary_get_size     (KlVocabulary     *self);
const char       *kl_vocabulary_get_stem     (KlVocabulary     *self,
                                              guint             id);
const char       *kl_vocabulary_get_word     (KlVocabulary     *self,
                                              guint             id);
guint             kl_vocabulary_get_length   (KlVocabulary     *self,
                                              guint             id);
guint32           kl_vocabulary_get_letters  (KlVocabulary     *self,
                                              guint             id);
KlWordKind        kl_vocabulary_get_kind     (KlVocabulary     *self,
                                              guint             id);
double            kl_vocabulary_get_weight   (KlVocabulary     *self,
                                              guint             id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlVocabulary, kl_vocabulary_free)

G_END_DECLS
