#pragma once

#include "kl-reading.h"
#include "model/kl-feedback.h"

G_BEGIN_DECLS

typedef struct _KlScoreEntry KlScoreEntry;

KlScoreEntry *kl_score_entry_new          (KlReading      *reading,
                                           KlDraftSubject *subject);
void          kl_score_entry_free         (KlScoreEntry   *self);
void          kl_score_entry_add_score    (KlScoreEntry   *self,
                                           const char     *value,
                                           guint           line);
void          kl_score_entry_add_step     (KlScoreEntry   *self,
                                           const char     *label,
                                           const char     *text,
                                           guint           line);
KlFeedback   *kl_score_entry_add_feedback (KlScoreEntry   *self,
                                           KlFeedbackKind  kind,
                                           const char     *label,
                                           const char     *text);
void          kl_score_entry_set_initial  (KlScoreEntry   *self);
gboolean      kl_score_entry_has_score    (KlScoreEntry   *self);
void          kl_score_entry_close        (KlScoreEntry   *self,
                                           guint           line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlScoreEntry, kl_score_entry_free)

G_END_DECLS
