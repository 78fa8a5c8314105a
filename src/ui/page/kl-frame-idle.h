#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KlFrameIdleFunc:
 * @widget: the widget that was painted
 *
 * What waits for a frame.
 */
typedef void (*KlFrameIdleFunc) (GtkWidget *widget);

void kl_frame_idle_add (GtkWidget       *widget,
                        KlFrameIdleFunc  func);

G_END_DECLS
