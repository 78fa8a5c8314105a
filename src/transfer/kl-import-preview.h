#pragma once

#include "exchange/kl-import.h"
#include "exchange/kl-merge.h"

G_BEGIN_DECLS

#define KL_TYPE_IMPORT_PREVIEW (kl_import_preview_get_type ())

G_DECLARE_FINAL_TYPE (KlImportPreview, kl_import_preview, KL, IMPORT_PREVIEW, GObject)

KlImportPreview     *kl_import_preview_new          (KlImport        *import,
                                                     KlMerge         *merge,
                                                     gboolean         is_new,
                                                     gint64           revision);
KlImport            *kl_import_preview_get_import   (KlImportPreview *self);
KlDocument          *kl_import_preview_get_document (KlImportPreview *self);
const char          *kl_import_preview_get_title    (KlImportPreview *self);
const char          *kl_import_preview_get_plan_id  (KlImportPreview *self);
gboolean             kl_import_preview_get_is_new   (KlImportPreview *self);
gboolean             kl_import_preview_has_changes  (KlImportPreview *self);
KlChange            *kl_import_preview_get_change   (KlImportPreview *self);
gint64               kl_import_preview_get_revision (KlImportPreview *self);
const KlMergeCounts *kl_import_preview_get_counts   (KlImportPreview *self);
GPtrArray           *kl_import_preview_get_notes    (KlImportPreview *self);
GListModel          *kl_import_preview_get_questions (KlImportPreview *self);
gboolean             kl_import_preview_is_settled   (KlImportPreview *self);

G_END_DECLS
