#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KlReportWait:
 *
 * Says that a report is being written, where that takes long enough to be told, and lets the person stop it.
 */
typedef struct _KlReportWait KlReportWait;

KlReportWait *kl_report_wait_new             (GtkWindow    *window);
void          kl_report_wait_free            (KlReportWait *self);
GCancellable *kl_report_wait_get_cancellable (KlReportWait *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlReportWait, kl_report_wait_free)

G_END_DECLS
