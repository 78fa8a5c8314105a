#pragma once

#include "kl-writing.h"

G_BEGIN_DECLS

void kl_write_scores (KlWriting *writing);

G_END_DECLS
