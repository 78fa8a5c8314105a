#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KlProgressFunc:
 * @fraction: how much is done, 0–1
 * @user_data: what was given with the function
 *
 * Called in the thread that asked for the work, while it is done.
 */
typedef void (*KlProgressFunc) (double   fraction,
                                gpointer user_data);

typedef struct _KlProgress KlProgress;

KlProgress *kl_progress_new    (KlProgressFunc  func,
                                gpointer        user_data);
KlProgress *kl_progress_ref    (KlProgress     *self);
void        kl_progress_unref  (KlProgress     *self);
void        kl_progress_stop   (KlProgress     *self);
void        kl_progress_report (double          fraction,
                                gpointer        user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlProgress, kl_progress_unref)

G_END_DECLS
