#pragma once

#include "kl-writing.h"

G_BEGIN_DECLS

void kl_write_topics (KlWriting *writing);

G_END_DECLS
