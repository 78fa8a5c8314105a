#pragma once

#include "kl-map-view.h"

G_BEGIN_DECLS

void kl_map_gestures_attach (KlMapView *view);

G_END_DECLS
