#pragma once

#include <adwaita.h>

#include "recall/kl-agenda.h"

G_BEGIN_DECLS

void kl_due_dialog_ask (GtkWidget *page,
                        KlAgenda  *agenda,
                        KlSubject *subject);

G_END_DECLS
