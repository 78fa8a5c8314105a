#pragma once

#include "kl-insight-calibration.h"
#include "kl-insight-day.h"
#include "kl-insight-journey.h"
#include "kl-insight-missed.h"
#include "kl-insight-return.h"
#include "kl-insight-span.h"
#include "kl-insight-spread.h"
#include "kl-insight-week.h"
#include "kl-reading-agreement.h"

G_BEGIN_DECLS

/**
 * KlInsightReport:
 * @today: the number of the day that it is of
 * @bands: (element-type KlChartBand): the plan's bands, best first
 * @retained_attempts: how many good attempts on different days make a subject one that is retained
 * @subject_ids: (element-type utf8): the ids of the subjects of the plan, by the number that everything here has of
 * them
 * @n_attempts: how many attempts there are
 * @spread: in which bands the subjects stood, week by week
 * @days: (element-type KlInsightDay): what was done day by day
 * @weeks: (element-type KlInsightWeek): the same, of the latest weeks
 * @calibration: the scores that were expected, against those that it was
 * @suggestions: the scores that KLearn suggested, against those that it was
 * @agreement: what KLearn suggested, against what the person said; attempts with help count as well
 * @missed: (element-type KlInsightPoint): the points that were ever missed, most often first
 * @returns: (element-type KlInsightReturn): the corrections that came back
 * @spans: (element-type KlInsightSpan): how much time went into each subject
 * @journeys: (element-type KlInsightJourney): the way of each subject from its first attempt to the latest
 *
 * How it goes with a plan on the whole, so far. It follows from the library, the plan's wishes and a given day; nothing
 * of it is stored. What was deleted is not there, and counts nowhere.
 */
typedef struct
{
  gint64                today;
  GArray               *bands;
  guint                 retained_attempts;
  GPtrArray            *subject_ids;
  guint                 n_attempts;
  KlInsightSpread      *spread;
  GArray               *days;
  GArray               *weeks;
  KlInsightCalibration *calibration;
  KlInsightCalibration *suggestions;
  KlReadingAgreement    agreement;
  GPtrArray            *missed;
  GPtrArray            *returns;
  GArray               *spans;
  GArray               *journeys;
} KlInsightReport;

/* So many weeks are told apart where it is about what was done. */
#define KL_INSIGHT_REPORT_WEEKS 53

/* And so many of these, the latest, where it is about how much time it took. */
#define KL_INSIGHT_REPORT_TIME_WEEKS 26

KlInsightReport *kl_insight_report_new        (KlInsightRows          *rows,
                                               const KlInsightSetting *setting,
                                               GCancellable           *cancellable);
void             kl_insight_report_free       (KlInsightReport        *self);
guint            kl_insight_report_get_time_begin (const KlInsightReport *self);
const char      *kl_insight_report_get_id     (const KlInsightReport  *self,
                                               guint                   subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlInsightReport, kl_insight_report_free)

G_END_DECLS
