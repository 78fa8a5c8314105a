#pragma once

#include "kl-data-chart.h"

G_BEGIN_DECLS

#define KL_TYPE_CALENDAR_CHART (kl_calendar_chart_get_type ())

G_DECLARE_FINAL_TYPE (KlCalendarChart, kl_calendar_chart, KL, CALENDAR_CHART, KlDataChart)

KlCalendarChart *kl_calendar_chart_new (void);

G_END_DECLS
