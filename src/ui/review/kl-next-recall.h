#pragma once

#include <gtk/gtk.h>

#include "model/kl-plan.h"

G_BEGIN_DECLS

void kl_next_recall_say (GtkWidget  *page,
                         KlPlan     *plan,
                         KlSubject  *subject,
                         KlScore     score);

G_END_DECLS
