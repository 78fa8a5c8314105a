#pragma once

#include <adwaita.h>

#include "recall/kl-agenda.h"

G_BEGIN_DECLS

#define KL_TYPE_FORECAST_ROW (kl_forecast_row_get_type ())

G_DECLARE_FINAL_TYPE (KlForecastRow, kl_forecast_row, KL, FORECAST_ROW, AdwExpanderRow)

GtkWidget *kl_forecast_row_new (KlPlan   *plan,
                                KlAgenda *agenda);

G_END_DECLS
