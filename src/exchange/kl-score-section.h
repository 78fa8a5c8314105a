#pragma once

#include "kl-reading.h"
#include "kl-section.h"

G_BEGIN_DECLS

gboolean kl_score_section_is_label  (const char *label,
                                     const char *value);
void     kl_score_section_read      (KlReading  *reading,
                                     GArray     *sections,
                                     KlSection  *section);
void     kl_score_section_read_head (KlReading  *reading,
                                     KlSection  *section);

G_END_DECLS
