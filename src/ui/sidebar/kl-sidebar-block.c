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

  self->first = first;
  self->depth = kl_subject_get_depth (first);
  self->lowest = (double) NAN;
  self->index = index;
  return self;
}

static void
block_free (gpointer data)
{
  KlSidebarBlock *self = data;

  g_clear_pointer (&self->under, g_array_unref);
  g_free (self->key);
  g_free (self);
}

static void
block_add (KlSidebarBlock *self,
           KlSubject      *subject,
           guint           level)
{
  const KlSidebarUnder under = { subject, level };

  if (self->under == NULL)
    self->under = g_array_new (FALSE, FALSE, sizeof (KlSidebarUnder));
  g_array_append_val (self->under, under);

  /* A heading has no depth of its own: it stands where the deepest of its topics does. */
  if (kl_subject_get_kind (self->first) == KL_SUBJECT_GROUP && kl_subject_get_depth (subject) > self->depth)
    self->depth = kl_subject_get_depth (subject);
}

static void
block_count (KlSidebarBlock *self,
             KlSubject      *subject)
{
  KlStanding *standing = kl_subject_get_standing (subject);

  if (standing == NULL)
    return;

  self->has_draft |= kl_standing_get_has_draft (standing);
  self->lowest = fmin (self->lowest, kl_score_get_value (kl_standing_get_score (standing)));
}

/* Of the many subjects of a plan only these have to be found again. */
static GHashTable *
collect_parents (GPtrArray *subjects)
{
  GHashTable *parents = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < subjects->len; i++)
    {
      const char *parent_id = kl_subject_get_parent (subjects->pdata[i]);

      if (parent_id != NULL)
        g_hash_table_add (parents, (gpointer) (guintptr) parent_id);
    }

  return parents;
}

/**
 * kl_sidebar_blocks_new:
 * @subjects: (element-type KlSubject): those of a plan
 *
 * Takes time in proportion to the number of subjects. A subject whose parent is not before it in the plan counts as one
 * of the first level: whatever the list holds, every topic is in it once.
 *
 * Returns: (transfer full) (element-type KlSidebarBlock): topics and groups with all that is under them, in the plan's
 *   order; exercises are left out. They shall not outlive @subjects.
 */
GPtrArray *
kl_sidebar_blocks_new (GPtrArray *subjects)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  g_autoptr(GHashTable) parents = collect_parents (subjects);
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < subjects->len; i++)
    {
      KlSubject *subject = subjects->pdata[i];
      const char *id = kl_record_get_id (KL_RECORD (subject));
      const char *parent_id = kl_subject_get_parent (subject);
      Place *parent = parent_id != NULL ? g_hash_table_lookup (places, parent_id) : NULL;
      Place place;

      if (kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE)
        continue;

      if (parent != NULL)
        {
          place = (Place) { parent->block, parent->level + 1 };
          block_add (place.block, subject, place.level);
        }
      else
        {
          place = (Place) { block_new (subject, blocks->len), 0 };
          g_ptr_array_add (blocks, place.block);
        }

      block_count (place.block, subject);
      if (g_hash_table_size (parents) > 0 && g_hash_table_contains (parents, id))
        g_hash_table_insert (places, (gpointer) (guintptr) id, g_memdup2 (&place, sizeof place));
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
  const char *title = kl_subject_get_title (self->first);
  g_autofree char *folded = g_utf8_casefold (title != NULL ? title : "", -1);

  g_free (self->key);
  self->key = g_utf8_collate_key (folded, -1);
}
