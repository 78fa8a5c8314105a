/* kl-import.c: what a document became, before it is in the library */

#include "config.h"

#include "kl-import.h"

struct _KlImport
{
  GObject parent_instance;

  KlPlan *plan;
  KlDocument *document;
  GPtrArray *notes;
  KlImport *base;
  char *asked;
  gboolean is_exact;
};

G_DEFINE_FINAL_TYPE (KlImport, kl_import, G_TYPE_OBJECT)

static void
kl_import_finalize (GObject *object)
{
  KlImport *self = KL_IMPORT (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->document);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_object (&self->base);
  g_free (self->asked);

  G_OBJECT_CLASS (kl_import_parent_class)->finalize (object);
}

static void
kl_import_class_init (KlImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_import_finalize;
}

static void
kl_import_init (KlImport *self)
{
}

/**
 * kl_import_new:
 * @plan: a plan that is in no library
 * @document: (nullable): what it was read from, owned by @plan
 * @notes: (element-type KlImportNote): by line
 *
 * Returns: (transfer full): the three together
 */
KlImport *
kl_import_new (KlPlan     *plan,
               KlDocument *document,
               GPtrArray  *notes)
{
  KlImport *self = g_object_new (KL_TYPE_IMPORT, NULL);

  self->plan = g_object_ref (plan);
  self->document = document != NULL ? g_object_ref (document) : NULL;
  self->notes = g_ptr_array_ref (notes);
  return self;
}

/**
 * kl_import_new_exact:
 * @plan: a plan that is in no library, whose records have the ids that they have in a library
 * @document: (nullable): what it was imported from, owned by @plan
 * @notes: (element-type KlImportNote): what a person should know
 *
 * Returns: (transfer full): the three together
 */
KlImport *
kl_import_new_exact (KlPlan     *plan,
                     KlDocument *document,
                     GPtrArray  *notes)
{
  KlImport *self = kl_import_new (plan, document, notes);

  self->is_exact = TRUE;
  return self;
}

/**
 * kl_import_is_exact:
 * @self: an import
 *
 * Returns: whether its records are those of a library, known by their ids, and not what was understood of a document
 */
gboolean
kl_import_is_exact (KlImport *self)
{
  g_return_val_if_fail (KL_IS_IMPORT (self), FALSE);

  return self->is_exact;
}

/**
 * kl_import_get_plan:
 * @self: an import
 *
 * Returns: (transfer none): the plan, with its lists filled; of one with kl_import_get_base() only the part that is in
 *   what was changed
 */
KlPlan *
kl_import_get_plan (KlImport *self)
{
  g_return_val_if_fail (KL_IS_IMPORT (self), NULL);

  return self->plan;
}

/**
 * kl_import_get_document:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the document, byte for byte
 */
KlDocument *
kl_import_get_document (KlImport *self)
{
  g_return_val_if_fail (KL_IS_IMPORT (self), NULL);

  return self->document;
}

/**
 * kl_import_get_base:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the same part of the plan as the document had it before, where only what was
 *   changed has been read; %NULL where the whole document has
 */
KlImport *
kl_import_get_base (KlImport *self)
{
  g_return_val_if_fail (KL_IS_IMPORT (self), NULL);

  return self->base;
}

/**
 * kl_import_set_base:
 * @self: an import that holds only what was changed
 * @base: that as it was before
 */
void
kl_import_set_base (KlImport *self,
                    KlImport *base)
{
  g_return_if_fail (KL_IS_IMPORT (self));

  g_set_object (&self->base, base);
}

/**
 * kl_import_get_notes:
 * @self: an import
 *
 * Returns: (transfer none) (element-type KlImportNote): what was not understood or contradicts itself, by line
 */
GPtrArray *
kl_import_get_notes (KlImport *self)
{
  g_return_val_if_fail (KL_IS_IMPORT (self), NULL);

  return self->notes;
}

/**
 * kl_import_get_asked:
 * @self: an import
 *
 * Returns: (transfer none) (nullable): the title of the plan that the person asked for
 */
const char *
kl_import_get_asked (KlImport *self)
{
  g_return_val_if_fail (KL_IS_IMPORT (self), NULL);

  return self->asked;
}

/**
 * kl_import_ask:
 * @self: an import
 * @title: the title of a plan
 *
 * Gives the plan this title, whatever the document calls itself.
 */
void
kl_import_ask (KlImport   *self,
               const char *title)
{
  char *asked = g_strdup (title);

  g_return_if_fail (KL_IS_IMPORT (self));

  g_free (self->asked);
  self->asked = asked;
  g_object_set (self->plan, "title", title, NULL);
}
