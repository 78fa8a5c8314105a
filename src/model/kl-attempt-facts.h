#pragma once

#include "kl-iso-date.h"
#include "kl-session-kind.h"

G_BEGIN_DECLS

/**
 * KlAttemptFacts:
 * @number: the attempt's number
 * @score: what kl_score_get_value() gives of the score that counts, that of the latest amendment that has one, else the
 *   first; NaN where there is none
 * @date: when it was; no date where none is known
 * @assisted: whether the topic was looked at meanwhile
 *
 * What an attempt has to do with when to explain its subject again: all of a library's attempts fit into memory so.
 */
typedef struct
{
  gint64    number;
  double    score;
  KlIsoDate date;
  gboolean  assisted;
} KlAttemptFacts;

/**
 * KlSessionFacts:
 * @started: when it began; no date where that is not known
 * @kind: what was studied
 *
 * The same of a study session.
 */
typedef struct
{
  KlIsoDate     started;
  KlSessionKind kind;
} KlSessionFacts;

G_END_DECLS
