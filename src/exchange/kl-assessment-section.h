#pragma once

#include "kl-reading.h"
#include "kl-section.h"

G_BEGIN_DECLS

void kl_assessment_section_read (KlReading  *reading,
                                 KlSection  *section,
                                 const char *heading);

G_END_DECLS
