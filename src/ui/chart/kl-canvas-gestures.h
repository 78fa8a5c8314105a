#pragma once

#include "kl-canvas.h"

G_BEGIN_DECLS

double kl_canvas_gestures_get_notches (double         delta,
                                       GdkScrollUnit  unit);
void   kl_canvas_gestures_attach      (KlCanvas      *canvas);

G_END_DECLS
