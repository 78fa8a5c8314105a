#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_SUGGESTED_POINT_ROW (kl_suggested_point_row_get_type ())

G_DECLARE_FINAL_TYPE (KlSuggestedPointRow, kl_suggested_point_row, KL, SUGGESTED_POINT_ROW, GtkListBoxRow)

GtkWidget *kl_suggested_point_row_new        (const char          *text,
                                              const char          *source);
void       kl_suggested_point_row_set_chosen (KlSuggestedPointRow *self,
                                              gboolean             chosen);
char      *kl_suggested_point_row_dup_chosen (KlSuggestedPointRow *self);

G_END_DECLS
