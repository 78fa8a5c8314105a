#pragma once

#include "kl-writing.h"

G_BEGIN_DECLS

void kl_write_notes (KlWriting  *writing,
                     KlRecord   *base,
                     const char *before,
                     const char *after,
                     gsize       owner,
                     gsize       end);

G_END_DECLS
