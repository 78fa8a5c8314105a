/* kl-report.c: what a report says, from the first block to the last, and its sections
 *
 * It knows nothing of pages.
 */

#include "config.h"

#include "kl-report.h"

struct _KlReport
{
  GObject parent_instance;

  char *title;
  int day;
  gboolean right_to_left;
  GPtrArray *blocks;
  GArray *sections;
  GHashTable *by_name; /* → its index */
  guint n_begun; /* sections that have their block */
};

G_DEFINE_FINAL_TYPE (KlReport, kl_report, G_TYPE_OBJECT)

#define CONTENTS_STEP 14
#define PAGE_WIDTH 48

static void
clear_section (gpointer data)
{
  KlReportSection *section = data;

  g_free (section->name);
  g_free (section->title);
}

static void
kl_report_finalize (GObject *object)
{
  KlReport *self = KL_REPORT (object);

  g_free (self->title);
  g_hash_table_unref (self->by_name);
  g_array_unref (self->sections);
  g_ptr_array_unref (self->blocks);

  G_OBJECT_CLASS (kl_report_parent_class)->finalize (object);
}

static void
kl_report_class_init (KlReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_report_finalize;
}

static void
kl_report_init (KlReport *self)
{
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_report_block_free);
  self->sections = g_array_new (FALSE, TRUE, sizeof (KlReportSection));
  g_array_set_clear_func (self->sections, clear_section);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * kl_report_new:
 * @title: what it is of
 * @day: the day that it is of, as in #GDate
 * @right_to_left: whether it is read from the right
 *
 * Returns: (transfer full): a report that says nothing yet
 */
KlReport *
kl_report_new (const char *title,
               int         day,
               gboolean    right_to_left)
{
  KlReport *self = g_object_new (KL_TYPE_REPORT, NULL);

  self->title = g_strdup (title);
  self->day = day;
  self->right_to_left = right_to_left;
  return self;
}

/**
 * kl_report_get_title:
 * @self: a report
 *
 * Returns: (transfer none): what it is of
 */
const char *
kl_report_get_title (KlReport *self)
{
  g_return_val_if_fail (KL_IS_REPORT (self), NULL);

  return self->title;
}

/**
 * kl_report_get_day:
 * @self: a report
 *
 * Returns: the day that it is of, as in #GDate
 */
int
kl_report_get_day (KlReport *self)
{
  g_return_val_if_fail (KL_IS_REPORT (self), 0);

  return self->day;
}

/**
 * kl_report_get_right_to_left:
 * @self: a report
 *
 * Returns: whether it is read from the right
 */
gboolean
kl_report_get_right_to_left (KlReport *self)
{
  g_return_val_if_fail (KL_IS_REPORT (self), FALSE);

  return self->right_to_left;
}

/**
 * kl_report_begin_section:
 * @self: a report
 * @name: a name that no other section has
 * @title: its heading
 * @level: how far in it stands in the contents, 0 for a chapter
 *
 * Begins a section with the block that is added next.
 */
void
kl_report_begin_section (KlReport   *self,
                         const char *name,
                         const char *title,
                         guint       level)
{
  KlReportSection section = { g_strdup (name), g_strdup (title), level, NULL };

  g_return_if_fail (KL_IS_REPORT (self));

  g_hash_table_insert (self->by_name, g_strdup (name), GUINT_TO_POINTER (self->sections->len));
  g_array_append_val (self->sections, section);
}

/**
 * kl_report_add:
 * @self: a report
 * @block: (transfer full): what comes next
 *
 * Returns: (transfer none): @block
 */
KlReportBlock *
kl_report_add (KlReport      *self,
               KlReportBlock *block)
{
  g_return_val_if_fail (KL_IS_REPORT (self), NULL);

  for (; self->n_begun < self->sections->len; self->n_begun++)
    {
      KlReportSection *section = &g_array_index (self->sections, KlReportSection, self->n_begun);

      section->block = block;
      g_free (block->section);
      block->section = g_strdup (section->name);
    }
  g_ptr_array_add (self->blocks, block);
  return block;
}

static KlReportBlock *
create_entry (const KlReportSection *section)
{
  KlReportBlock *block = kl_report_block_new ();
  KlReportStyle style = section->level == 0 ? KL_REPORT_STYLE_STRONG : KL_REPORT_STYLE_BODY;
  KlReportCell *cell;

  cell = kl_report_block_add (block, kl_report_text_new (section->title, style, NULL), CONTENTS_STEP * section->level,
                              -PAGE_WIDTH - CONTENTS_STEP);
  cell->target = g_strdup (section->name);
  cell = kl_report_block_add (block, kl_report_text_new ("0", style, NULL), -PAGE_WIDTH, 0);
  cell->target = g_strdup (section->name);
  cell->shows_page = TRUE;
  cell->align = KL_REPORT_ALIGN_END;
  block->above = section->level == 0 ? 9 : 2;
  return block;
}

/**
 * kl_report_put_contents:
 * @self: a report that says everything
 * @place: before which block
 * @heading: the heading of the contents
 *
 * Puts the table of contents in, beginning a page.
 */
void
kl_report_put_contents (KlReport   *self,
                        guint       place,
                        const char *heading)
{
  g_autoptr(GPtrArray) blocks = NULL;
  KlReportBlock *head = kl_report_block_new ();

  g_return_if_fail (KL_IS_REPORT (self));

  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_report_block_free);
  kl_report_block_add (head, kl_report_text_new (heading, KL_REPORT_STYLE_CHAPTER, NULL), 0, 0);
  head->begins_page = TRUE;
  head->keeps_next = TRUE;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      if (i == place)
        {
          g_ptr_array_add (blocks, head);
          for (guint j = 0; j < self->sections->len; j++)
            g_ptr_array_add (blocks, create_entry (kl_report_get_section (self, j)));
        }
      g_ptr_array_add (blocks, g_ptr_array_index (self->blocks, i));
    }
  g_ptr_array_set_free_func (self->blocks, NULL);
  g_ptr_array_unref (self->blocks);
  self->blocks = g_steal_pointer (&blocks);
}

/**
 * kl_report_get_n_blocks:
 * @self: a report
 *
 * Returns: of how many blocks it is
 */
guint
kl_report_get_n_blocks (KlReport *self)
{
  g_return_val_if_fail (KL_IS_REPORT (self), 0);

  return self->blocks->len;
}

/**
 * kl_report_get_block:
 * @self: a report
 * @index: which one
 *
 * Returns: (transfer none): one of its blocks
 */
KlReportBlock *
kl_report_get_block (KlReport *self,
                     guint     index)
{
  return g_ptr_array_index (self->blocks, index);
}

/**
 * kl_report_get_n_sections:
 * @self: a report
 *
 * Returns: how many sections it has
 */
guint
kl_report_get_n_sections (KlReport *self)
{
  g_return_val_if_fail (KL_IS_REPORT (self), 0);

  return self->sections->len;
}

/**
 * kl_report_get_section:
 * @self: a report
 * @index: which one
 *
 * Returns: (transfer none): one of its sections
 */
const KlReportSection *
kl_report_get_section (KlReport *self,
                       guint     index)
{
  return &g_array_index (self->sections, KlReportSection, index);
}

/**
 * kl_report_find_section:
 * @self: a report
 * @name: the name of a section
 *
 * Returns: its index, -1 where there is none of that name
 */
int
kl_report_find_section (KlReport   *self,
                        const char *name)
{
  gpointer index;

  g_return_val_if_fail (KL_IS_REPORT (self), -1);

  return g_hash_table_lookup_extended (self->by_name, name, NULL, &index) ? (int) GPOINTER_TO_UINT (index) : -1;
}
