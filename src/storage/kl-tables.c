/* kl-tables.c: the tables of all record classes */

#include "config.h"

#include "kl-tables.h"

#include "model/kl-amendment.h"
#include "model/kl-assessment.h"
#include "model/kl-attempt.h"
#include "model/kl-band.h"
#include "model/kl-document.h"
#include "model/kl-draft.h"
#include "model/kl-feedback.h"
#include "model/kl-file-state.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-plan.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"
#include "model/kl-study-clock.h"
#include "model/kl-study-kind.h"
#include "model/kl-study-session.h"
#include "model/kl-subject.h"
#include "model/kl-verdict.h"

struct _KlTables
{
  GObject parent_instance;

  GPtrArray *tables;
  GHashTable *by_type;
};

G_DEFINE_FINAL_TYPE (KlTables, kl_tables, G_TYPE_OBJECT)

static void
kl_tables_finalize (GObject *object)
{
  KlTables *self = KL_TABLES (object);

  g_hash_table_unref (self->by_type);
  g_ptr_array_unref (self->tables);

  G_OBJECT_CLASS (kl_tables_parent_class)->finalize (object);
}

static void
kl_tables_class_init (KlTablesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_tables_finalize;
}

static void
kl_tables_init (KlTables *self)
{
  /* Owners before what belongs to them. */
  const GType types[] = {
    KL_TYPE_PLAN,   KL_TYPE_SUBJECT, KL_TYPE_POINT,     KL_TYPE_GAP,           KL_TYPE_LINK,  KL_TYPE_QUEUE_ENTRY,
    KL_TYPE_ATTEMPT, KL_TYPE_FEEDBACK, KL_TYPE_VERDICT, KL_TYPE_AMENDMENT,     KL_TYPE_STUDY_SESSION, KL_TYPE_DRAFT,
    KL_TYPE_STUDY_KIND, KL_TYPE_BAND, KL_TYPE_ASSESSMENT, KL_TYPE_DOCUMENT,
    KL_TYPE_FILE_STATE, KL_TYPE_STUDY_CLOCK,
  };

  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_table_free);
  self->by_type = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      KlTable *table = kl_table_new (types[i]);

      g_ptr_array_add (self->tables, table);
      g_hash_table_insert (self->by_type, GSIZE_TO_POINTER (types[i]), table);
    }
}

/**
 * kl_tables_new:
 *
 * Returns: (transfer full): the tables of all record classes; they never change, so that threads can share them
 */
KlTables *
kl_tables_new (void)
{
  return g_object_new (KL_TYPE_TABLES, NULL);
}

/**
 * kl_tables_lookup:
 * @self: the tables
 * @type: a record class
 *
 * Returns: (transfer none): its table
 */
const KlTable *
kl_tables_lookup (KlTables *self,
                  GType     type)
{
  return g_hash_table_lookup (self->by_type, GSIZE_TO_POINTER (type));
}

/**
 * kl_tables_get_n:
 * @self: the tables
 *
 * Returns: how many there are
 */
guint
kl_tables_get_n (KlTables *self)
{
  return self->tables->len;
}

/**
 * kl_tables_get:
 * @self: the tables
 * @index: below kl_tables_get_n()
 *
 * Returns: (transfer none): a table; owners come before what belongs to them
 */
const KlTable *
kl_tables_get (KlTables *self,
               guint     index)
{
  return g_ptr_array_index (self->tables, index);
}
