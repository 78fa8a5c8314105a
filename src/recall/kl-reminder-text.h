#pragma once

#include "kl-due-list.h"

G_BEGIN_DECLS

char *kl_reminder_text_title (KlDueList *due);
char *kl_reminder_text_body  (KlDueList *due);

G_END_DECLS
