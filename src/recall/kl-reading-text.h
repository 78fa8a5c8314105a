#pragma once

#include "coach/kl-point-reading.h"

G_BEGIN_DECLS

char *kl_reading_text_why   (const KlPointReading *self);
char *kl_reading_text_quote (const GArray         *evidence,
                             const char           *explanation);

G_END_DECLS
