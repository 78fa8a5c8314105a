#pragma once

#include "kl-reading.h"

G_BEGIN_DECLS

KlDraftSubject *kl_scored_title_resolve    (KlReading  *reading,
                                            const char *title,
                                            guint       line);
gsize           kl_scored_title_find_name_end (KlReading      *reading,
                                               const char     *title,
                                               KlDraftSubject *subject);
gsize           kl_scored_title_find_score (KlReading  *reading,
                                            const char *title,
                                            char      **name);

G_END_DECLS
