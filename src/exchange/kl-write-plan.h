#pragma once

#include "kl-writing.h"

G_BEGIN_DECLS

void kl_write_assessment (KlWriting *writing);
void kl_write_strategy   (KlWriting *writing);

G_END_DECLS
