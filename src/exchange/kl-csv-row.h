#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kl_csv_row_add_text   (GString    *out,
                            const char *text);
void kl_csv_row_add_number (GString    *out,
                            double      value);
void kl_csv_row_end        (GString    *out);

G_END_DECLS
