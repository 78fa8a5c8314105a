#pragma once

#include <adwaita.h>

#include "model/kl-record.h"

G_BEGIN_DECLS

#define KL_TYPE_STRATEGY_ROW (kl_strategy_row_get_type ())

G_DECLARE_FINAL_TYPE (KlStrategyRow, kl_strategy_row, KL, STRATEGY_ROW, AdwExpanderRow)

GtkWidget *kl_strategy_row_new       (KlRecord      *record);
KlRecord  *kl_strategy_row_get_record (KlStrategyRow *self);
void       kl_strategy_row_set_range (KlStrategyRow *self,
                                      int            lowest,
                                      int            highest);

G_END_DECLS
