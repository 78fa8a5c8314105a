#pragma once

#include <adwaita.h>

#include "transfer/kl-import-preview.h"

G_BEGIN_DECLS

#define KL_TYPE_IMPORT_SUMMARY (kl_import_summary_get_type ())

G_DECLARE_FINAL_TYPE (KlImportSummary, kl_import_summary, KL, IMPORT_SUMMARY, AdwBin)

void kl_import_summary_set_preview (KlImportSummary *self,
                                    KlImportPreview *preview);

G_END_DECLS
