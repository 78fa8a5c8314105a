#pragma once

#include "recall/kl-agenda.h"
#include "recall/kl-insight-due.h"
#include "recall/kl-insight-setting.h"

G_BEGIN_DECLS

/**
 * KlReportOutlook:
 * @prospect: how it goes on with a subject
 * @schedule: its schedule, where @has_schedule
 * @has_schedule: whether it has one
 */
typedef struct
{
  KlProspect prospect;
  KlSchedule schedule;
  gboolean   has_schedule;
} KlReportOutlook;

/**
 * KlReportFacts:
 * @plan: the plan with everything, detached
 * @rows: how it went with the plan so far, until they are taken
 * @setting: what that is seen by
 * @scheduler: the plan's scheduler
 * @outlooks: subject's id → #KlReportOutlook
 * @due: what is due in the coming weeks
 * @forecast: (nullable): what is expected on the day that is learned for, in words
 *
 * All that a report is written from, as it was at one moment. Nothing of it belongs to the main loop.
 */
typedef struct
{
  KlPlan           *plan;
  KlInsightRows    *rows;
  KlInsightSetting  setting;
  KlScheduler       scheduler;
  GHashTable       *outlooks;
  KlInsightDue      due;
  char             *forecast;
} KlReportFacts;

KlReportFacts         *kl_report_facts_new         (KlPlan              *plan,
                                                    KlInsightRows       *rows,
                                                    KlAgenda            *agenda,
                                                    GDateTime           *now);
void                   kl_report_facts_free        (KlReportFacts       *self);
const KlReportOutlook *kl_report_facts_get_outlook (const KlReportFacts *self,
                                                    KlSubject           *subject);
GDateTime             *kl_report_facts_dup_today   (const KlReportFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlReportFacts, kl_report_facts_free)

G_END_DECLS
