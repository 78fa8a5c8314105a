#pragma once

#include "storage/kl-insight-rows.h"

G_BEGIN_DECLS

/* From fewer attempts nothing is said of how sure somebody is: of a subject, and of all together. */
#define KL_INSIGHT_BIAS_MIN 3
#define KL_INSIGHT_CALIBRATION_MIN 5

/* So many of the latest pairs are kept, for a picture of them. */
#define KL_INSIGHT_MAX_PAIRS 200

#define KL_INSIGHT_N_BINS 10

/**
 * KlInsightSource:
 * @KL_INSIGHT_SOURCE_PERSON: the person, before they explained: the score that they expected
 * @KL_INSIGHT_SOURCE_READING: KLearn's reading of the explanation: the score that it suggested
 *
 * Who said a score that is compared with the recorded one.
 */
typedef enum
{
  KL_INSIGHT_SOURCE_PERSON,
  KL_INSIGHT_SOURCE_READING,
} KlInsightSource;

/**
 * KlInsightBias:
 * @subject: the number of a subject in the rows
 * @n: how many attempts it is from
 * @bias: the mean of what was said less what it was, in percentage points: more than 0 is too sure, or too generous
 *
 * How far off somebody was on a subject.
 */
typedef struct
{
  guint  subject;
  guint  n;
  double bias;
} KlInsightBias;

/**
 * KlInsightPair:
 * @subject: the number of its subject in the rows
 * @day: the day that is written for the attempt, 0 where none is known
 * @number: its number
 * @guess: the score that was said
 * @score: the score that it was
 */
typedef struct
{
  guint  subject;
  gint32 day;
  gint64 number;
  double guess;
  double score;
} KlInsightPair;

/**
 * KlInsightBin:
 * @n: how many attempts
 * @guess: the mean of the scores that were said
 * @score: the mean of those that it was
 */
typedef struct
{
  guint  n;
  double guess;
  double score;
} KlInsightBin;

/**
 * KlInsightCalibration:
 * @source: who said the scores
 * @n: how many attempts there are with such a score
 * @bias: the mean of what was said less what it was, NaN where there is no attempt
 * @distance: the mean of how far both were apart
 * @bins: the attempts by the score that was said: 0–9 %, 10–19 %, …, 90–100 %
 * @subjects: (element-type KlInsightBias): subjects with enough attempts, the largest bias first
 * @pairs: (element-type KlInsightPair): the latest attempts, the latest first
 *
 * The scores that a person expected before they explained something, or that KLearn suggested, against the recorded
 * ones. An attempt counts that has both and is not deleted; amended ones with their latest score, ranges as their
 * midpoint. With help nobody can say how it will be, so such attempts count for suggestions only: help changes what is
 * explained, not how it is judged.
 */
typedef struct
{
  KlInsightSource source;
  guint           n;
  double          bias;
  double          distance;
  KlInsightBin    bins[KL_INSIGHT_N_BINS];
  GArray         *subjects;
  GArray         *pairs;
} KlInsightCalibration;

KlInsightCalibration *kl_insight_calibration_new  (const KlInsightRows        *rows,
                                                   KlInsightSource             source);
void                  kl_insight_calibration_free (KlInsightCalibration       *self);
char                 *kl_insight_calibration_say  (const KlInsightCalibration *self,
                                                   double                      bias);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlInsightCalibration, kl_insight_calibration_free)

G_END_DECLS
