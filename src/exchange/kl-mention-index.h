#pragma once

#include "kl-draft-subject.h"

G_BEGIN_DECLS

/**
 * KlMentionIndex:
 * @words: what the tables are found by
 * @topics: (element-type KlDraftSubject): all topics, in the order of the document
 * @titles: folded title → topic
 * @exercises: folded title → exercise
 * @phrases: of the first @n_phrased topics: what each may be called, see kl_mention_index_get_phrases()
 * @n_phrased: how many topics have their phrases in the table
 * @points: a whole point → its topic, %NULL where there are several; empty where no exercise could mention one
 *
 * Which topic or exercise words of a document mean.
 */
typedef struct
{
  GStringChunk *words;
  GPtrArray    *topics;
  GHashTable   *titles;
  GHashTable   *exercises;
  GHashTable   *phrases;
  guint         n_phrased;
  GHashTable   *points;
} KlMentionIndex;

char           *kl_mention_fold                 (const char     *text);

KlMentionIndex *kl_mention_index_new            (void);
void            kl_mention_index_free           (KlMentionIndex *self);
void            kl_mention_index_add            (KlMentionIndex *self,
                                                 KlDraftSubject *draft,
                                                 const char     *folded);
void            kl_mention_index_add_point      (KlMentionIndex *self,
                                                 KlDraftSubject *draft,
                                                 const char     *text);
GHashTable     *kl_mention_index_get_phrases    (KlMentionIndex *self);
KlDraftSubject *kl_mention_index_find_topic     (KlMentionIndex *self,
                                                 const char     *title);
KlDraftSubject *kl_mention_index_find_exercise  (KlMentionIndex *self,
                                                 const char     *title);
GPtrArray      *kl_mention_index_list_mentioned (KlMentionIndex *self,
                                                 const char     *text);

G_END_DECLS
