#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_LINES_FIELD (kl_lines_field_get_type ())

G_DECLARE_FINAL_TYPE (KlLinesField, kl_lines_field, KL, LINES_FIELD, GtkBox)

GtkWidget *kl_lines_field_new      (const char   *label,
                                    const char   *hint);
char      *kl_lines_field_dup_text (KlLinesField *self);
void       kl_lines_field_set_text (KlLinesField *self,
                                    const char   *text);
gboolean   kl_lines_field_add_line (KlLinesField *self,
                                    const char   *line);

G_END_DECLS
