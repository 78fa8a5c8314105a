#pragma once

#include <glib.h>

#include "model/kl-score.h"

G_BEGIN_DECLS

/**
 * KlChartDate:
 * @KL_CHART_DATE_FULL: “10 October 2025”
 * @KL_CHART_DATE_DAY_FULL: “10 October”
 * @KL_CHART_DATE_YEAR: “10 Oct 2025”
 * @KL_CHART_DATE_DAY: “10 Oct”
 * @KL_CHART_DATE_MONTH: “Oct 2025”
 * @KL_CHART_DATE_MONTH_ONLY: “Oct”
 * @KL_CHART_DATE_YEAR_ONLY: “2025”
 */
typedef enum
{
  KL_CHART_DATE_FULL,
  KL_CHART_DATE_DAY_FULL,
  KL_CHART_DATE_YEAR,
  KL_CHART_DATE_DAY,
  KL_CHART_DATE_MONTH,
  KL_CHART_DATE_MONTH_ONLY,
  KL_CHART_DATE_YEAR_ONLY,
} KlChartDate;

char *kl_chart_text_day            (int          day,
                                    KlChartDate  form);
char *kl_chart_text_number         (double       value);
char *kl_chart_text_percent        (double       value);
char *kl_chart_text_span           (double       seconds);
char *kl_chart_text_score          (KlScore      score);
char *kl_chart_text_join_sentences (const char  *first,
                                    const char  *second);

G_END_DECLS
