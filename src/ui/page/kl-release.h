#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

void kl_release (gpointer object);

G_END_DECLS
