/* kl-canvas.c: what is looked at closer, moved and walked through */

#include "config.h"

#include "kl-canvas.h"

G_DEFINE_INTERFACE (KlCanvas, kl_canvas, GTK_TYPE_WIDGET)

static void
kl_canvas_default_init (KlCanvasInterface *iface)
{
}
