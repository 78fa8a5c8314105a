#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

GtkWidget *kl_agreement_line_new (KlPage *page);

G_END_DECLS
