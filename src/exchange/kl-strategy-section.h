#pragma once

#include "kl-reading.h"
#include "kl-section.h"

G_BEGIN_DECLS

void kl_strategy_section_read  (KlReading *reading,
                                KlSection *section);
void kl_strategy_section_check (KlReading *reading);

G_END_DECLS
