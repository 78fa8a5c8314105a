#pragma once

#include "kl-reading.h"
#include "kl-section.h"

G_BEGIN_DECLS

void kl_queue_section_read (KlReading *reading,
                            KlSection *section);

G_END_DECLS
