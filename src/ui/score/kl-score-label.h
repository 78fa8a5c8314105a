#pragma once

#include <gtk/gtk.h>

#include "model/kl-score.h"

G_BEGIN_DECLS

void kl_score_label_show (GtkLabel     *label,
                          const GArray *bands,
                          KlScore       score);

G_END_DECLS
