#pragma once

#include <adwaita.h>

#include "model/kl-point.h"
#include "model/kl-verdict-value.h"

G_BEGIN_DECLS

#define KL_TYPE_VERDICT_ROW (kl_verdict_row_get_type ())

G_DECLARE_FINAL_TYPE (KlVerdictRow, kl_verdict_row, KL, VERDICT_ROW, GtkListBoxRow)

GtkWidget     *kl_verdict_row_new            (KlPoint        *point,
                                              guint           level);
KlPoint       *kl_verdict_row_get_point      (KlVerdictRow   *self);
KlVerdictValue kl_verdict_row_get_value      (KlVerdictRow   *self);
void           kl_verdict_row_set_value      (KlVerdictRow   *self,
                                              KlVerdictValue  value);
void           kl_verdict_row_set_suggestion (KlVerdictRow   *self,
                                              KlVerdictValue  value,
                                              const char     *why,
                                              const char     *quote);

const char    *kl_verdict_row_get_key        (KlVerdictValue  value);

G_END_DECLS
