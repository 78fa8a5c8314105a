#pragma once

#include "kl-merge-questions.h"

#include "model/kl-subject.h"

G_BEGIN_DECLS

void  kl_merge_match_versions (GListModel       *before,
                               GListModel       *after,
                               GHashTable       *stored_base,
                               GHashTable       *pairs,
                               KlMergeQuestions *questions);
void  kl_merge_match_stored   (GListModel *stored,
                               GListModel *imported,
                               GHashTable *pairs);
void  kl_merge_match_written  (GListModel *stored,
                               GListModel *written,
                               GHashTable *pairs);
void  kl_merge_match_imported (GListModel *stored,
                               GListModel *imported,
                               GHashTable *base_of,
                               GHashTable *stored_base,
                               GHashTable *from_base,
                               GHashTable *stored_of);
char *kl_merge_match_dup_contents (KlSubject *subject);

G_END_DECLS
