#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KlImportProgressFunc:
 * @fraction: how much is done, 0–1
 * @user_data: what was given with the function
 *
 * Called in the thread that asked for the import, while it is being read.
 */
typedef void (*KlImportProgressFunc) (double   fraction,
                                      gpointer user_data);

typedef struct _KlImportProgress KlImportProgress;

KlImportProgress *kl_import_progress_new    (KlImportProgressFunc  func,
                                             gpointer              user_data);
KlImportProgress *kl_import_progress_ref    (KlImportProgress     *self);
void              kl_import_progress_unref  (KlImportProgress     *self);
void              kl_import_progress_stop   (KlImportProgress     *self);
void              kl_import_progress_report (double                fraction,
                                             gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlImportProgress, kl_import_progress_unref)

G_END_DECLS
