#pragma once

#include "kl-content.h"
#include "kl-reading.h"
#include "model/kl-feedback.h"
#include "model/kl-verdict.h"

G_BEGIN_DECLS

typedef struct _KlScoreBlock KlScoreBlock;

KlScoreBlock *kl_score_block_new          (KlReading       *reading,
                                           KlDraftSubject  *subject);
void          kl_score_block_free         (KlScoreBlock    *self);
void          kl_score_block_add_score    (KlScoreBlock    *self,
                                           const char      *value,
                                           const KlContent *content);
gboolean      kl_score_block_set_guess     (KlScoreBlock   *self,
                                            const char     *value);
void          kl_score_block_add_step     (KlScoreBlock    *self,
                                           const char      *label,
                                           const char      *text,
                                           const KlContent *content);
KlFeedback   *kl_score_block_add_feedback (KlScoreBlock    *self,
                                           KlFeedbackKind   kind,
                                           const char      *label,
                                           const char      *text);
void          kl_score_block_set_words    (KlScoreBlock    *self,
                                           const char      *words,
                                           gsize            start,
                                           gsize            end);
void          kl_score_block_add_verdict  (KlScoreBlock    *self,
                                           KlVerdict       *verdict);
void          kl_score_block_set_initial  (KlScoreBlock    *self);
gboolean      kl_score_block_has_score    (KlScoreBlock    *self);
void          kl_score_block_close        (KlScoreBlock    *self,
                                           guint            line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlScoreBlock, kl_score_block_free)

G_END_DECLS
