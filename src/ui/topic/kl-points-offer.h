#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

GtkWidget *kl_points_offer_new (KlPage *page);

G_END_DECLS
