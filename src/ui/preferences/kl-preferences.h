#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

GtkWidget *kl_preferences_new (GtkWindow *parent,
                               KlLibrary *library);

G_END_DECLS
