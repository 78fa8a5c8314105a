#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

GtkWidget *kl_study_weeks_new    (KlPage    *page);
void       kl_study_weeks_reload (GtkWidget *self);

G_END_DECLS
