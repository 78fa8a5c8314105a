#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kl_question_sheet_add (GtkTextBuffer     *buffer,
                            const char *const *questions);

G_END_DECLS
