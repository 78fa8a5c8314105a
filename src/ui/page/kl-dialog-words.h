#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void kl_dialog_words_show (AdwMessageDialog *dialog,
                           const char       *heading,
                           const char       *body);

G_END_DECLS
