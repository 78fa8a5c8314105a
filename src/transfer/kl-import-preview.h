#pragma once

#include "exchange/kl-import.h"
#include "model/kl-change.h"

G_BEGIN_DECLS

/**
 * KlImportCounts:
 * @topics: topics and subtopics that are new
 * @points: key points that are new
 * @gaps: gaps that are new
 * @attempts: attempts that are new
 * @exercises: exercises that are new
 * @changed: records of the plan that become what the document says now
 * @unchanged: records of the plan that the document says nothing new about
 *
 * What an import does to the library.
 */
typedef struct
{
  guint topics;
  guint points;
  guint gaps;
  guint attempts;
  guint exercises;
  guint changed;
  guint unchanged;
} KlImportCounts;

#define KL_TYPE_IMPORT_PREVIEW (kl_import_preview_get_type ())

G_DECLARE_FINAL_TYPE (KlImportPreview, kl_import_preview, KL, IMPORT_PREVIEW, GObject)

KlImportPreview      *kl_import_preview_new          (KlImport             *import,
                                                      const char           *plan_id,
                                                      gboolean              is_new_plan,
                                                      KlChange             *change,
                                                      gint64                revision,
                                                      const KlImportCounts *counts);
KlImport             *kl_import_preview_get_import   (KlImportPreview      *self);
const char           *kl_import_preview_get_title    (KlImportPreview      *self);
const char           *kl_import_preview_get_plan_id  (KlImportPreview      *self);
gboolean              kl_import_preview_get_is_new   (KlImportPreview      *self);
gboolean              kl_import_preview_has_changes  (KlImportPreview      *self);
KlChange             *kl_import_preview_get_change   (KlImportPreview      *self);
gint64                kl_import_preview_get_revision (KlImportPreview      *self);
const KlImportCounts *kl_import_preview_get_counts   (KlImportPreview      *self);
GPtrArray            *kl_import_preview_get_notes    (KlImportPreview      *self);

G_END_DECLS
