/* kl-import-preview.c: what a document would bring into the library, before it does */

#include "config.h"

#include "kl-import-preview.h"

struct _KlImportPreview
{
  GObject parent_instance;

  KlImport *import;
  char *plan_id;
  gboolean is_new;
  KlChange *change;
  gint64 revision;
  KlImportCounts counts;
};

G_DEFINE_FINAL_TYPE (KlImportPreview, kl_import_preview, G_TYPE_OBJECT)

static void
kl_import_preview_finalize (GObject *object)
{
  KlImportPreview *self = KL_IMPORT_PREVIEW (object);

  g_clear_object (&self->import);
  g_clear_object (&self->change);
  g_free (self->plan_id);

  G_OBJECT_CLASS (kl_import_preview_parent_class)->finalize (object);
}

static void
kl_import_preview_class_init (KlImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_import_preview_finalize;
}

static void
kl_import_preview_init (KlImportPreview *self)
{
}

/**
 * kl_import_preview_new:
 * @import: what was read
 * @plan_id: the plan that it goes into
 * @is_new_plan: whether that plan is made by the import
 * @change: what has to be done
 * @revision: of the library that @change was made for, -1 for any
 * @counts: what that amounts to
 *
 * Returns: (transfer full): a preview, which never changes
 */
KlImportPreview *
kl_import_preview_new (KlImport             *import,
                       const char           *plan_id,
                       gboolean              is_new_plan,
                       KlChange             *change,
                       gint64                revision,
                       const KlImportCounts *counts)
{
  KlImportPreview *self = g_object_new (KL_TYPE_IMPORT_PREVIEW, NULL);

  self->import = g_object_ref (import);
  self->plan_id = g_strdup (plan_id);
  self->is_new = is_new_plan;
  self->change = g_object_ref (change);
  self->revision = revision;
  self->counts = *counts;
  return self;
}

/**
 * kl_import_preview_get_import:
 * @self: a preview
 *
 * Returns: (transfer none): what was read, with the plan as the document has it
 */
KlImport *
kl_import_preview_get_import (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return self->import;
}

/**
 * kl_import_preview_get_title:
 * @self: a preview
 *
 * Returns: (transfer none): the title of the plan that the document goes into
 */
const char *
kl_import_preview_get_title (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return kl_plan_get_title (kl_import_get_plan (self->import));
}

/**
 * kl_import_preview_get_plan_id:
 * @self: a preview
 *
 * Returns: (transfer none): the id of that plan, also where the import makes it
 */
const char *
kl_import_preview_get_plan_id (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return self->plan_id;
}

/**
 * kl_import_preview_get_is_new:
 * @self: a preview
 *
 * Returns: whether the import makes the plan
 */
gboolean
kl_import_preview_get_is_new (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), FALSE);

  return self->is_new;
}

/**
 * kl_import_preview_has_changes:
 * @self: a preview
 *
 * Returns: whether applying it does anything
 */
gboolean
kl_import_preview_has_changes (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), FALSE);

  return kl_change_get_n_operations (self->change) > 0;
}

/**
 * kl_import_preview_get_change:
 * @self: a preview
 *
 * Returns: (transfer none): what has to be done to the library
 */
KlChange *
kl_import_preview_get_change (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return self->change;
}

/**
 * kl_import_preview_get_revision:
 * @self: a preview
 *
 * Returns: the revision of the library that the change was made for, -1 for any
 */
gint64
kl_import_preview_get_revision (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), -1);

  return self->revision;
}

/**
 * kl_import_preview_get_counts:
 * @self: a preview
 *
 * Returns: (transfer none): what it amounts to
 */
const KlImportCounts *
kl_import_preview_get_counts (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return &self->counts;
}

/**
 * kl_import_preview_get_notes:
 * @self: a preview
 *
 * Returns: (transfer none) (element-type KlImportNote): what was kept without being understood, by line
 */
GPtrArray *
kl_import_preview_get_notes (KlImportPreview *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_PREVIEW (self), NULL);

  return kl_import_get_notes (self->import);
}
