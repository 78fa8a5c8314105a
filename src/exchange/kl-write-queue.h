#pragma once

#include "kl-writing.h"

G_BEGIN_DECLS

void kl_write_queue (KlWriting *writing);

G_END_DECLS
