#pragma once

#include "model/kl-iso-date.h"
#include "model/kl-session-kind.h"
#include "model/kl-verdict-value.h"

G_BEGIN_DECLS

/**
 * KlInsightAttempt:
 * @subject: the number of its subject in the rows
 * @is_assisted: whether the topic was looked at meanwhile
 * @number: the attempt's number
 * @date: when it was; no date where none is known
 * @score: what kl_score_get_value() gives of the score that counts, that of the latest amendment that has one, else the
 *   first; NaN where there is none
 * @guess: the score that the person expected, NaN where they did not say
 * @suggested: the score that KLearn suggested, NaN where it did not
 * @seconds: how long the explanation took, 0 where that is not known
 *
 * What is to be known of an attempt to say how it goes on the whole.
 */
typedef struct
{
  guint     subject;
  gboolean  is_assisted;
  gint64    number;
  KlIsoDate date;
  double    score;
  double    guess;
  double    suggested;
  gint64    seconds;
} KlInsightAttempt;

/**
 * KlInsightSession:
 * @subject: the number of its subject in the rows
 * @started: when it began; no date where that is not known
 * @seconds: how long it was
 *
 * The same of a study session.
 */
typedef struct
{
  guint     subject;
  KlIsoDate started;
  gint64    seconds;
} KlInsightSession;

/**
 * KlInsightVerdict:
 * @day: the day that is written for the attempt, 0 where none is known
 * @number: the number of the attempt
 * @value: the verdict
 *
 * One verdict on a point. They are in the order of the days, then of the numbers.
 */
typedef struct
{
  gint32         day;
  gint64         number;
  KlVerdictValue value;
} KlInsightVerdict;

/**
 * KlInsightPoint:
 * @id: the id of a point that is there
 * @subject: the number of its subject in the rows
 * @text: its words
 * @n_judged: on how many attempts without help there is a verdict of the person on it
 * @n_partly: how many of these say that it was covered in part
 * @n_missed: how many that it was missed
 * @first: the earliest of them
 * @last: the latest of them
 *
 * What the person said of a point over all attempts.
 */
typedef struct
{
  char            *id;
  guint            subject;
  char            *text;
  guint            n_judged;
  guint            n_partly;
  guint            n_missed;
  KlInsightVerdict first;
  KlInsightVerdict last;
} KlInsightPoint;

/**
 * KlInsightCorrection:
 * @subject: the number of the subject in the rows
 * @attempt_id: the id of the attempt that was corrected
 * @number: its number
 * @day: the day that is written for it, 0 where none is known
 * @wrong: what was said
 * @right: what is right
 * @later: (element-type KlInsightExplanation) (nullable): explanations after it, the latest first; %NULL where none
 *   were read
 *
 * A correction with both of its sides.
 */
typedef struct
{
  guint      subject;
  char      *attempt_id;
  gint64     number;
  gint32     day;
  char      *wrong;
  char      *right;
  GPtrArray *later;
} KlInsightCorrection;

/**
 * KlInsightExplanation:
 * @attempt_id: the id of an attempt
 * @number: its number
 * @day: the day that is written for it, 0 where none is known
 * @text: what was explained
 */
typedef struct
{
  char   *attempt_id;
  gint64  number;
  gint32  day;
  char   *text;
} KlInsightExplanation;

/**
 * KlInsightRows:
 * @subject_ids: (element-type utf8): the ids of the subjects of a plan, by their number here, in their order
 * @attempts: (element-type KlInsightAttempt): the attempts at them, in no order
 * @sessions: (element-type KlInsightSession): the study sessions, in no order
 * @points: (element-type KlInsightPoint): the points on which there is a verdict
 * @corrections: (element-type KlInsightCorrection): the corrections, in no order
 * @n_judged: on how many of the suggested verdicts the person gave one
 * @n_kept: how many of these are the suggested ones
 *
 * What a library knows of how it goes with a plan on the whole, apart from the models.
 */
typedef struct
{
  GPtrArray *subject_ids;
  GArray    *attempts;
  GArray    *sessions;
  GPtrArray *points;
  GPtrArray *corrections;
  guint      n_judged;
  guint      n_kept;
} KlInsightRows;

KlInsightRows        *kl_insight_rows_new        (void);
void                  kl_insight_rows_free       (KlInsightRows        *self);
KlInsightPoint       *kl_insight_point_new       (const char           *id,
                                                  guint                 subject,
                                                  const char           *text);
void                  kl_insight_point_free      (KlInsightPoint       *self);
void                  kl_insight_point_add       (KlInsightPoint         *self,
                                                  const KlInsightVerdict *verdict);
KlInsightCorrection  *kl_insight_correction_new  (guint                 subject,
                                                  const char           *attempt_id,
                                                  const char           *wrong,
                                                  const char           *right);
void                  kl_insight_correction_free (KlInsightCorrection  *self);
void                  kl_insight_explanation_free (KlInsightExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlInsightRows, kl_insight_rows_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlInsightPoint, kl_insight_point_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlInsightCorrection, kl_insight_correction_free)

G_END_DECLS
