#pragma once

#include "recall/kl-insight-report.h"

G_BEGIN_DECLS

/* Rows that are made up, and what they are seen by: for tests only. It is Wednesday, 25 November 2026. */
KlInsightRows    *insight_fixture_new_rows   (guint             n_subjects);
void              insight_fixture_set        (KlInsightSetting *setting);
KlInsightAttempt *insight_fixture_add        (KlInsightRows    *rows,
                                              guint             subject,
                                              const char       *date,
                                              double            score);
void              insight_fixture_study      (KlInsightRows    *rows,
                                              guint             subject,
                                              const char       *date,
                                              gint64            seconds);
void              insight_fixture_judge      (KlInsightRows    *rows,
                                              guint             subject,
                                              const char       *text,
                                              const char       *values);
KlInsightCorrection *insight_fixture_correct (KlInsightRows    *rows,
                                              guint             subject,
                                              const char       *attempt_id,
                                              const char       *date,
                                              const char       *wrong);
gint64            insight_fixture_day        (const char       *date);

G_END_DECLS
