#pragma once

#include "storage/kl-library.h"

#include "kl-import-preview.h"
#include "storage/kl-progress.h"

G_BEGIN_DECLS

#define KL_TYPE_IMPORTER (kl_importer_get_type ())

G_DECLARE_FINAL_TYPE (KlImporter, kl_importer, KL, IMPORTER, GObject)

KlImporter      *kl_importer_new              (KlLibrary             *library);

void             kl_importer_read_async       (KlImporter            *self,
                                               GFile                 *file,
                                               const char            *plan_title,
                                               KlProgressFunc         progress,
                                               gpointer               progress_data,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
void             kl_importer_read_bytes_async (KlImporter            *self,
                                               GBytes                *bytes,
                                               const char            *name,
                                               const char            *plan_title,
                                               KlProgressFunc         progress,
                                               gpointer               progress_data,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
void             kl_importer_reread_async     (KlImporter            *self,
                                               KlImportPreview       *preview,
                                               GListModel            *headings,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
KlImportPreview *kl_importer_read_finish      (KlImporter            *self,
                                               GAsyncResult          *result,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;

void             kl_importer_apply_async      (KlImporter            *self,
                                               KlImportPreview       *preview,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
KlImportPreview *kl_importer_apply_finish     (KlImporter            *self,
                                               GAsyncResult          *result,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
