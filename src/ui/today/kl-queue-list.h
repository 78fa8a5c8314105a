#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

GtkWidget *kl_queue_list_new    (KlPage    *page);
void       kl_queue_list_finish (GtkWidget *list);

G_END_DECLS
