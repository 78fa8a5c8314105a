#pragma once

#include "model/kl-verdict-value.h"

#include "kl-text-span.h"

G_BEGIN_DECLS

/**
 * KlReadingReason:
 * @KL_READING_WORDS: the words of the point that are there, and those that are not
 * @KL_READING_NOTHING: nothing of the point was found, or next to nothing
 * @KL_READING_NEGATED: its words are there, but the explanation says the contrary
 * @KL_READING_SWAPPED: its words are there, but who does what to whom is the other way round
 * @KL_READING_NUMBER: its words are there, but a number or a unit is another one
 *
 * What most decided the verdict on a point.
 */
typedef enum
{
  KL_READING_WORDS,
  KL_READING_NOTHING,
  KL_READING_NEGATED,
  KL_READING_SWAPPED,
  KL_READING_NUMBER,
} KlReadingReason;

/**
 * KlPointReading:
 * @verdict: what is suggested: covered, partly or missed
 * @score: how much speaks for the point, 0–1; where it is cued, in what was answered
 * @reason: what most decided the verdict
 * @is_cued: whether what speaks for it was said only after a question (kl_cued_recall_read())
 * @evidence: (element-type KlTextSpan): places in the explanation that speak for the point, in order, apart from each
 *   other; empty where nothing does
 * @missing: (array zero-terminated=1): words of the point that were not found, as it writes them, the rarest first
 *
 * What an explanation did with one key point, as far as a program can tell.
 */
typedef struct
{
  KlVerdictValue  verdict;
  double          score;
  KlReadingReason reason;
  gboolean        is_cued;
  GArray         *evidence;
  char          **missing;
} KlPointReading;

G_END_DECLS
