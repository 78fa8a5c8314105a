#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint kl_day_order_find         (const GArray *self,
                                 gsize         offset,
                                 int           day);
guint kl_day_order_find_nearest (const GArray *self,
                                 gsize         offset,
                                 int           day);

G_END_DECLS
