#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_EVENT_ROWS (kl_event_rows_get_type ())

G_DECLARE_FINAL_TYPE (KlEventRows, kl_event_rows, KL, EVENT_ROWS, AdwPreferencesGroup)

GtkWidget *kl_event_rows_new (KlLibrary *library,
                              KlPlan    *plan);

G_END_DECLS
