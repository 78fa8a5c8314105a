/* kl-source-map.c: where in a document its records stand
 *
 * The reader fills it, only when it is asked to: the writer changes a document in these places and in no other.
 */

#include "config.h"

#include "kl-source-map.h"

/* As many as most records have. */
#define N_USUAL_MARKS 4

/**
 * kl_source_map_new:
 *
 * Returns: (transfer full): a map without marks
 */
KlSourceMap *
kl_source_map_new (void)
{
  KlSourceMap *self = g_new0 (KlSourceMap, 1);

  self->sections = g_array_new (FALSE, TRUE, sizeof (KlSourceSection));
  self->marks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

/**
 * kl_source_map_free:
 * @self: (transfer full): a map
 */
void
kl_source_map_free (KlSourceMap *self)
{
  g_array_unref (self->sections);
  g_hash_table_unref (self->marks);
  g_free (self->date);
  g_free (self);
}

/**
 * kl_source_map_add:
 * @self: a map
 * @record: what stands there
 * @part: which part of it, a static string; one part may stand in several places
 * @start: the first byte
 * @end: one past the last
 */
void
kl_source_map_add (KlSourceMap   *self,
                   gpointer  record,
                   const char    *part,
                   gsize          start,
                   gsize          end)
{
  GArray *marks = g_hash_table_lookup (self->marks, record);
  KlSourceMark mark = { part, start, end };

  if (marks == NULL)
    {
      marks = g_array_sized_new (FALSE, FALSE, sizeof (KlSourceMark), N_USUAL_MARKS);
      g_hash_table_insert (self->marks, record, marks);
    }
  g_array_append_val (marks, mark);
}

/**
 * kl_source_map_shorten:
 * @self: a map
 * @record: what stands there
 * @part: which part of it, which was marked
 * @end: one past the last byte that is still that part
 */
void
kl_source_map_shorten (KlSourceMap *self,
                       gpointer     record,
                       const char  *part,
                       gsize        end)
{
  GArray *marks = g_hash_table_lookup (self->marks, record);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      KlSourceMark *mark = &g_array_index (marks, KlSourceMark, i);

      if (g_str_equal (mark->part, part) && mark->start < end && end < mark->end)
        mark->end = end;
    }
}

/* One past the last line that says something before @end; line breaks belong to their line. */
static gsize
trim_lines (const char *text,
            gsize       start,
            gsize       end)
{
  gsize at = end;

  while (at > start && g_ascii_isspace (text[at - 1]))
    at--;
  while (at < end && text[at] != '\n' && text[at] != '\r')
    at++;
  if (at < end && text[at] == '\r')
    at++;
  if (at < end && text[at] == '\n')
    at++;
  return at;
}

/**
 * kl_source_map_add_item:
 * @self: a map
 * @record: what a list item became
 * @outline: the document
 * @block: the item, a block of @outline
 *
 * Marks the item, its text and its box.
 */
void
kl_source_map_add_item (KlSourceMap   *self,
                        gpointer  record,
                        KlOutline     *outline,
                        const KlBlock *block)
{
  const char *text = kl_outline_get_text (outline, NULL);
  const KlBlock *last = kl_outline_get_block (outline, kl_outline_get_n_blocks (outline) - 1);
  const KlBlock *next = block + 1;
  KlItemSpan span = kl_outline_find_item (outline, block);

  while (next <= last && (next->depth > block->depth || (next->depth == block->depth && next->kind != KL_BLOCK_ITEM)))
    next++;
  kl_source_map_add (self, record, KL_SOURCE_WHOLE, block->start, trim_lines (text, block->start, next[-1].end));
  kl_source_map_add (self, record, KL_SOURCE_OWN, block->start, trim_lines (text, block->start, block->end));
  kl_source_map_add (self, record, KL_SOURCE_BOX, span.box, span.start);
  kl_source_map_add (self, record, KL_SOURCE_TEXT, span.start, span.end);
}

/**
 * kl_source_map_add_lines:
 * @self: a map
 * @record: what stands there
 * @part: which part of it
 * @outline: the document
 * @start: the first byte of a line
 * @end: somewhere in the last line
 */
void
kl_source_map_add_lines (KlSourceMap   *self,
                         gpointer  record,
                         const char    *part,
                         KlOutline     *outline,
                         gsize          start,
                         gsize          end)
{
  gsize length;
  const char *text = kl_outline_get_text (outline, &length);

  while (end < length && text[end] != '\n' && text[end] != '\r')
    end++;
  if (end < length && text[end] == '\r')
    end++;
  if (end < length && text[end] == '\n')
    end++;
  kl_source_map_add (self, record, part, start, end);
}

/* Without the rules that part it from what comes next. */
static gsize
find_content_end (KlOutline *outline,
                  guint      first,
                  guint      end)
{
  const char *text = kl_outline_get_text (outline, NULL);
  gsize start = kl_outline_get_block (outline, first)->start;

  while (end > first + 1 && kl_outline_get_block (outline, end - 1)->kind == KL_BLOCK_RULE &&
         kl_outline_get_block (outline, end - 1)->depth == 0)
    end--;
  return trim_lines (text, start, kl_outline_get_block (outline, end - 1)->end);
}

/**
 * kl_source_map_add_sections:
 * @self: a map
 * @outline: the document
 * @sections: (element-type KlSection): its sections, read
 */
void
kl_source_map_add_sections (KlSourceMap *self,
                            KlOutline   *outline,
                            GArray      *sections)
{
  guint n_blocks = kl_outline_get_n_blocks (outline);

  self->body_start = kl_outline_get_body_start (outline);
  self->content_end = find_content_end (outline, 0, n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    if (kl_outline_get_block (outline, i)->kind == KL_BLOCK_RULE && kl_outline_get_block (outline, i)->depth == 0)
      self->ruled = TRUE;

  for (guint i = 0; i < sections->len; i++)
    {
      const KlSection *section = &g_array_index (sections, KlSection, i);
      const KlBlock *heading = kl_outline_get_block (outline, section->first - 1);
      guint last = i + 1;
      guint end;
      KlSourceSection found = { section->role, section->depth, section->level, heading->start, 0, 0, 0, { 0, 0 }, FALSE,
                                section->parent, section->draft != NULL ? KL_RECORD (section->draft->subject) : NULL };

      while (last < sections->len && g_array_index (sections, KlSection, last).level > section->level)
        last++;
      end = last < sections->len ? g_array_index (sections, KlSection, last).first - 1 : n_blocks;
      found.own_end = find_content_end (outline, section->first - 1, section->end);
      found.content_end = find_content_end (outline, section->first - 1, end);
      found.end = kl_outline_get_block (outline, end - 1)->end;
      found.atx = kl_outline_find_heading (outline, heading, found.title);
      if (found.atx && section->name_end > 0)
        found.title[1] = found.title[0] + section->name_end;
      g_array_append_val (self->sections, found);
    }
}

/**
 * kl_source_map_find:
 * @self: a map
 * @record: what is looked for
 * @part: which part of it
 *
 * Returns: (transfer none) (nullable): the first place of it
 */
const KlSourceMark *
kl_source_map_find (KlSourceMap   *self,
                    gpointer  record,
                    const char    *part)
{
  GArray *marks = g_hash_table_lookup (self->marks, record);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    if (g_str_equal (g_array_index (marks, KlSourceMark, i).part, part))
      return &g_array_index (marks, KlSourceMark, i);
  return NULL;
}

/**
 * kl_source_map_get_marks:
 * @self: a map
 * @record: what is looked for
 *
 * Returns: (transfer none) (nullable) (element-type KlSourceMark): all places of it
 */
GArray *
kl_source_map_get_marks (KlSourceMap   *self,
                         gpointer  record)
{
  return g_hash_table_lookup (self->marks, record);
}
