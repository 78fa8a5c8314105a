#pragma once

#include "kl-reading.h"

G_BEGIN_DECLS

gboolean   kl_dealings_are_alike     (KlReading *a,
                                      KlReading *b);
GPtrArray *kl_dealings_list_prefixes (KlReading *a,
                                      KlReading *b);

G_END_DECLS
