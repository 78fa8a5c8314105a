#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KlWait:
 *
 * Says that something is being made, where that takes long enough to be told, and lets the person stop it.
 */
typedef struct _KlWait KlWait;

KlWait       *kl_wait_new             (GtkWindow  *window,
                                       const char *title);
void          kl_wait_free            (KlWait     *self);
GCancellable *kl_wait_get_cancellable (KlWait     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlWait, kl_wait_free)

G_END_DECLS
