#pragma once

#include "kl-import-question.h"
#include "model/kl-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KlMergeQuestions KlMergeQuestions;

KlMergeQuestions *kl_merge_questions_new       (GListModel       *answered);
void              kl_merge_questions_free      (KlMergeQuestions *self);
GListModel       *kl_merge_questions_get_list  (KlMergeQuestions *self);
void              kl_merge_questions_note      (KlMergeQuestions *self,
                                                GPtrArray        *notes);
gboolean          kl_merge_questions_take_file (KlMergeQuestions *self,
                                                KlRecord         *stored,
                                                const char       *field,
                                                const char       *mine,
                                                const char       *file);
gboolean          kl_merge_questions_are_same  (KlMergeQuestions *self,
                                                KlRecord         *before,
                                                KlRecord         *after,
                                                gboolean          certain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlMergeQuestions, kl_merge_questions_free)

G_END_DECLS
