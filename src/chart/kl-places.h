#pragma once

#include <glib.h>

G_BEGIN_DECLS

void kl_places_spread (double       *places,
                       const double *offsets,
                       guint         n_places,
                       double        first,
                       double        last);

G_END_DECLS
