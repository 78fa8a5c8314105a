#pragma once

#include <adwaita.h>

#include "opinion/kl-key-store.h"

#include "kl-opinion-settings.h"

G_BEGIN_DECLS

#define KL_TYPE_OPINION_ROWS (kl_opinion_rows_get_type ())

G_DECLARE_FINAL_TYPE (KlOpinionRows, kl_opinion_rows, KL, OPINION_ROWS, AdwPreferencesGroup)

GtkWidget *kl_opinion_rows_new (KlOpinionSettings *settings,
                                KlKeyStore        *keys);

G_END_DECLS
