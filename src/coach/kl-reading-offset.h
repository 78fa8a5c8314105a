#pragma once

#include "model/kl-suggestion-facts.h"

G_BEGIN_DECLS

/* So many attempts are looked at: who changes their mind about scores is believed. */
#define KL_READING_OFFSET_MEMORY 50

/* The offset is this many points at most, up or down. */
#define KL_READING_OFFSET_MAX 15.0

/**
 * KlReadingOffset:
 * @latest: the latest attempts, oldest first
 * @n: how many there are
 *
 * By how much a person's scores differ from what KLearn's reading leads to.
 */
typedef struct
{
  KlSuggestionFacts latest[KL_READING_OFFSET_MEMORY];
  guint             n;
} KlReadingOffset;

void   kl_reading_offset_init     (KlReadingOffset         *self);
void   kl_reading_offset_add      (KlReadingOffset         *self,
                                   const KlSuggestionFacts *facts);
double kl_reading_offset_get      (const KlReadingOffset   *self);

double kl_reading_offset_get_mean (const KlSuggestionFacts *facts);

G_END_DECLS
