#pragma once

#include "recall/kl-insight-topics.h"

#include "kl-report-facts.h"
#include "kl-report.h"

G_BEGIN_DECLS

/**
 * KlReportWriting:
 * @report: what is written
 * @facts: what it is written from
 * @insights: how it goes on the whole
 * @topics: the subjects that @insights is about
 * @bands: (element-type KlChartBand): the plan's bands, best first
 * @subjects: the subjects of the plan, by their ids
 *
 * A report while it is written.
 */
typedef struct
{
  KlReport            *report;
  const KlReportFacts *facts;
  KlInsightReport     *insights;
  KlInsightTopics     *topics;
  const GArray        *bands;
  GHashTable          *subjects;
} KlReportWriting;

/* The parts of a report, in their order. */
void  kl_report_writing_add_cover    (KlReportWriting *self);
void  kl_report_writing_add_standing (KlReportWriting *self);
void  kl_report_writing_add_insights (KlReportWriting *self);
void  kl_report_writing_add_subjects (KlReportWriting *self,
                                      GCancellable    *cancellable);
void  kl_report_writing_add_notes    (KlReportWriting *self);

GPtrArray *kl_report_writing_sort_attempts (KlSubject *subject);
KlScore    kl_report_writing_find_score    (GPtrArray *attempts);
char      *kl_report_writing_dup_title     (KlSubject *subject);
guint      kl_report_writing_get_level     (KlReportWriting *self,
                                            KlSubject       *subject);
KlSubject *kl_report_writing_find       (KlReportWriting *self,
                                         const char      *subject_id);
gboolean   kl_report_writing_has_page      (KlSubject *subject);

KlReport  *kl_report_writing_run           (KlReportFacts *facts,
                                            gboolean       right_to_left,
                                            GCancellable  *cancellable);

G_END_DECLS
