/* kl-sidebar-block.c: a plan's flat list of subjects, cut into what stays together */

#include "config.h"

#include "kl-sidebar-block.h"

#include <math.h>

typedef struct
{
  KlSidebarBlock *block;
  guint level;
} Place;

static KlSidebarBlock *
block_new (KlSubject *first,
           guint      index)
{
  KlSidebarBlock *self = g_new0 (KlSidebarBlock, 1);

  self->subjects = g_ptr_array_new_with_free_func (g_object_unref);
  self->levels = g_array_new (FALSE, FALSE, sizeof (guint));
  self->depth = kl_subject_get_depth (first);
  self->lowest = (double) NAN;
  self->index = index;
  return self;
}

static void
block_free (gpointer data)
{
  KlSidebarBlock *self = data;

  g_ptr_array_unref (self->subjects);
  g_array_unref (self->levels);
  g_free (self->key);
  g_free (self);
}

static void
block_add (KlSidebarBlock *self,
           KlSubject      *subject,
           guint           level)
{
  KlStanding *standing = kl_subject_get_standing (subject);
  KlSubject *first;

  g_ptr_array_add (self->subjects, g_object_ref (subject));
  g_array_append_val (self->levels, level);

  /* A heading has no depth of its own: it stands where the deepest of its topics does. */
  first = self->subjects->pdata[0];
  if (kl_subject_get_kind (first) == KL_SUBJECT_GROUP && kl_subject_get_depth (subject) > self->depth)
    self->depth = kl_subject_get_depth (subject);

  if (standing == NULL)
    return;

  self->has_draft |= kl_standing_get_has_draft (standing);
  self->lowest = fmin (self->lowest, kl_score_get_value (kl_standing_get_score (standing)));
}

/**
 * kl_sidebar_blocks_new:
 * @plan: a plan
 *
 * Takes time in proportion to the number of subjects. A subject whose parent is not before it in the plan counts as one
 * of the first level: whatever the list holds, every topic is in it once.
 *
 * Returns: (transfer full) (element-type KlSidebarBlock): topics and groups with all that is under them, in the plan's
 *   order; exercises are left out
 */
GPtrArray *
kl_sidebar_blocks_new (KlPlan *plan)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  guint n_subjects = g_list_model_get_n_items (subjects);
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree Place *memory = g_new0 (Place, n_subjects);

  for (guint i = 0; i < n_subjects; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      const char *parent_id = kl_subject_get_parent (subject);
      Place *parent = parent_id != NULL ? g_hash_table_lookup (places, parent_id) : NULL;
      Place *place = &memory[i];

      if (kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE)
        continue;

      if (parent != NULL)
        {
          *place = (Place) { parent->block, parent->level + 1 };
        }
      else
        {
          *place = (Place) { block_new (subject, blocks->len), 0 };
          g_ptr_array_add (blocks, place->block);
        }

      block_add (place->block, subject, place->level);
      g_hash_table_insert (places, g_strdup (kl_record_get_id (KL_RECORD (subject))), place);
    }

  return blocks;
}

/**
 * kl_sidebar_block_make_key:
 * @block: (type KlSidebarBlock): a block
 * @unused: nothing: this is a #GFunc
 *
 * Works out what the block's title sorts by, which only an order by name asks for.
 */
void
kl_sidebar_block_make_key (gpointer block,
                           gpointer unused)
{
  KlSidebarBlock *self = block;
  const char *title = kl_subject_get_title (self->subjects->pdata[0]);
  g_autofree char *folded = g_utf8_casefold (title != NULL ? title : "", -1);

  g_free (self->key);
  self->key = g_utf8_collate_key (folded, -1);
}
