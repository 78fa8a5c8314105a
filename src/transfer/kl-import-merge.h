#pragma once

#include "kl-import-preview.h"

G_BEGIN_DECLS

KlImportPreview *kl_import_merge (KlImport      *import,
                                  KlPlan        *plan,
                                  KlDocument    *document,
                                  gint64         revision,
                                  GCancellable  *cancellable,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
