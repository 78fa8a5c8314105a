#pragma once

#include <adwaita.h>

#include "exchange/kl-heading.h"

G_BEGIN_DECLS

#define KL_TYPE_HEADING_ROW (kl_heading_row_get_type ())

G_DECLARE_FINAL_TYPE (KlHeadingRow, kl_heading_row, KL, HEADING_ROW, GtkBox)

GtkWidget *kl_heading_row_new         (void);
void       kl_heading_row_set_heading (KlHeadingRow *self,
                                       KlHeading    *heading);
void       kl_heading_row_open_menu   (KlHeadingRow *self);

G_END_DECLS
