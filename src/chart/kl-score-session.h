#pragma once

#include "model/kl-study-session.h"

G_BEGIN_DECLS

/**
 * KlScoreSession:
 * @day: the day on which was studied, as in #GDate
 * @kind: what was studied
 * @seconds: how long, 0 where nobody knows
 */
typedef struct
{
  int           day;
  KlSessionKind kind;
  gint64        seconds;
} KlScoreSession;

GArray *kl_score_sessions_new          (GPtrArray            *items);
guint   kl_score_sessions_find_nearest (const GArray         *self,
                                        int                   day);
char   *kl_score_sessions_dup_summary  (const GArray         *self);
char   *kl_score_session_dup_text      (const KlScoreSession *self);
char   *kl_score_session_dup_words     (const KlScoreSession *self);

G_END_DECLS
