/* kl-writing.c: what the writers of a document's parts share */

#include "config.h"

#include "kl-writing.h"

#include <string.h>

/**
 * kl_writing_now_of:
 * @self: a writing
 * @base: (nullable): a record of the document
 *
 * Returns: (transfer none) (nullable): what it is in the plan now
 */
gpointer
kl_writing_now_of (KlWriting     *self,
                   gpointer  base)
{
  return base != NULL ? g_hash_table_lookup (self->now_of, base) : NULL;
}

/**
 * kl_writing_base_of:
 * @self: a writing
 * @now: (nullable): a record of the plan
 *
 * Returns: (transfer none) (nullable): what it was in the document
 */
gpointer
kl_writing_base_of (KlWriting     *self,
                    gpointer  now)
{
  return now != NULL ? g_hash_table_lookup (self->base_of, now) : NULL;
}

/**
 * kl_writing_is_edited:
 * @self: a writing
 * @now: a subject of the plan
 *
 * Returns: whether it, or what belongs to it, may be other than in the document
 */
gboolean
kl_writing_is_edited (KlWriting *self,
                      KlSubject *now)
{
  return self->edited == NULL || g_hash_table_contains (self->edited, kl_record_get_id (KL_RECORD (now)));
}

/**
 * kl_writing_add_place:
 * @places: (element-type KlWritingPlace): takes the place
 * @self: a writing
 * @base: a record of the document; one that has no lines of its own has no place
 */
void
kl_writing_add_place (GArray    *places,
                      KlWriting *self,
                      KlRecord  *base)
{
  GArray *marks = kl_source_map_get_marks (self->map, base);
  KlWritingPlace place = { base, G_MAXSIZE, 0 };

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const KlSourceMark *mark = &g_array_index (marks, KlSourceMark, i);

      if (!g_str_equal (mark->part, KL_SOURCE_WHOLE) && !g_str_equal (mark->part, KL_SOURCE_OWN))
        continue;
      place.start = MIN (place.start, mark->start);
      place.end = MAX (place.end, mark->end);
    }
  if (place.end > 0)
    g_array_append_val (places, place);
}

/**
 * kl_writing_replace:
 * @self: a writing
 * @base: a record of the document
 * @part: a part of it
 * @text: what it should say
 *
 * Changes all places of that part.
 */
void
kl_writing_replace (KlWriting     *self,
                    gpointer  base,
                    const char    *part,
                    const char    *text)
{
  GArray *marks = kl_source_map_get_marks (self->map, base);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const KlSourceMark *mark = &g_array_index (marks, KlSourceMark, i);

      if (g_str_equal (mark->part, part))
        kl_patch_replace (self->patch, mark->start, mark->start, mark->end, text);
    }
}

/**
 * kl_writing_is_clear:
 * @self: a writing
 * @start: a byte of the document
 * @end: one past another
 *
 * Returns: whether only blank lines and rules stand between the two
 */
gboolean
kl_writing_is_clear (KlWriting *self,
                     gsize      start,
                     gsize      end)
{
  for (gsize at = start; at < end; at++)
    if (strchr (" \t\r\n-*_", self->text[at]) == NULL)
      return FALSE;
  return start <= end;
}

/**
 * kl_writing_line_end:
 * @self: a writing
 * @at: a byte of the document
 *
 * Returns: one past the line that it stands on, its line break included
 */
gsize
kl_writing_line_end (KlWriting *self,
                     gsize      at)
{
  while (at < self->length && self->text[at] != '\n' && self->text[at] != '\r')
    at++;
  if (at < self->length && self->text[at] == '\r')
    at++;
  if (at < self->length && self->text[at] == '\n')
    at++;
  return at;
}

/**
 * kl_writing_dup_line:
 * @text: (nullable): words of a person
 *
 * Returns: (transfer full): the words on one line
 */
char *
kl_writing_dup_line (const char *text)
{
  char *line = g_strdup (text != NULL ? text : "");

  g_strdelimit (line, "\r\n", ' ');
  return g_strstrip (line);
}

/**
 * kl_writing_dup_title:
 * @text: (nullable): words of a person
 *
 * Returns: (transfer full): the words as a heading; `#` at their end are kept by others behind them
 */
char *
kl_writing_dup_title (const char *text)
{
  char *line = kl_writing_dup_line (text);
  gsize end = strlen (line);
  gsize hashes = end;
  char *closed;

  while (hashes > 0 && line[hashes - 1] == '#')
    hashes--;
  if (hashes == end || (hashes > 0 && line[hashes - 1] != ' ' && line[hashes - 1] != '\t'))
    return line;
  closed = g_strconcat (line, " #", NULL);
  g_free (line);
  return closed;
}

/**
 * kl_writing_dup_item:
 * @text: (nullable): words of a person
 *
 * Returns: (transfer full): the words as the text of a list item; what would open another block there is escaped
 */
char *
kl_writing_dup_item (const char *text)
{
  g_autofree char *line = kl_writing_dup_line (text);
  gboolean bullet = *line != '\0' && strchr ("-+*", *line) != NULL && (line[1] == ' ' || line[1] == '\0');
  gboolean box = line[0] == '[' && line[1] != '\0' && line[2] == ']';

  if (bullet || box || *line == '#' || *line == '>')
    return g_strconcat ("\\", line, NULL);
  return g_steal_pointer (&line);
}

/* Which of @indices form the longest row that only rises: as many records as can be stay where they are. */
static void
find_rising (GArray   *indices,
             gboolean *stays)
{
  g_autofree guint *tails = g_new (guint, indices->len + 1);
  g_autofree int *before = g_new (int, indices->len + 1);
  guint length = 0;

  for (guint i = 0; i < indices->len; i++)
    {
      int value = g_array_index (indices, int, i);
      guint low = 0;
      guint high = length;

      stays[i] = FALSE;
      before[i] = -1;
      if (value < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (indices, int, tails[middle]) < value)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (int) tails[low - 1] : -1;
      tails[low] = i;
      length = MAX (length, low + 1);
    }
  for (int i = length > 0 ? (int) tails[length - 1] : -1; i >= 0; i = before[i])
    stays[i] = TRUE;
}

static const KlWritingPlace *
get_place (const KlWritingList *list,
           guint                index)
{
  return &g_array_index (list->places, KlWritingPlace, index);
}

/**
 * kl_writing_section_at:
 * @self: a writing
 * @at: a byte of the document
 *
 * Returns: the index of the section that it stands in, -1 for none
 */
int
kl_writing_section_at (KlWriting *self,
                       gsize      at)
{
  GArray *sections = self->map->sections;
  guint low = 0;
  guint high = sections->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (sections, KlSourceSection, middle).start <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low - 1;
}

/**
 * kl_writing_find_section:
 * @self: a writing
 * @role: what a heading makes of a section
 *
 * Returns: (transfer none) (nullable): the first section of that role
 */
const KlSourceSection *
kl_writing_find_section (KlWriting     *self,
                         KlSectionRole  role)
{
  for (guint i = 0; i < self->map->sections->len; i++)
    if (g_array_index (self->map->sections, KlSourceSection, i).role == role)
      return &g_array_index (self->map->sections, KlSourceSection, i);
  return NULL;
}

/**
 * kl_writing_remove:
 * @self: a writing
 * @list: a list of the document; only its places count
 * @kept: for each place whether it stays
 *
 * What goes takes along what parts it from the one before; the first ones what parts them from the next.
 */
void
kl_writing_remove (KlWriting           *self,
                   const KlWritingList *list,
                   const gboolean      *kept)
{
  gboolean any_kept = FALSE;
  gboolean kept_before = FALSE;

  for (guint i = 0; i < list->places->len; i++)
    any_kept = any_kept || kept[i];
  for (guint i = 0; i < list->places->len; i++)
    {
      const KlWritingPlace *place = get_place (list, i);
      gsize start = place->start;
      gsize end = place->end;
      gsize border = i > 0 ? get_place (list, i - 1)->end : list->head;

      kept_before = kept_before || kept[i];
      if (kept[i])
        continue;
      if (kept_before || !any_kept)
        start = border <= start && kl_writing_is_clear (self, border, start) ? border : start;
      else if (i + 1 < list->places->len && kl_writing_is_clear (self, end, get_place (list, i + 1)->start))
        end = get_place (list, i + 1)->start;
      kl_patch_replace (self->patch, list->owner, start, end, "");
    }
}

typedef struct
{
  gsize at;
  const char *before;
  const char *after;
} Spot;

static void
put (KlWriting           *self,
     const KlWritingList *list,
     KlRecord            *record,
     const KlWritingPlace *place,
     const Spot          *spot)
{
  KlRecord *base = kl_writing_base_of (self, record);
  gsize range[2] = { 0, 0 };
  g_autofree char *lines = NULL;
  g_autofree char *all = NULL;

  if (place != NULL)
    {
      range[0] = place->start;
      range[1] = place->end;
    }
  else if (base == NULL || list->find_source == NULL || !list->find_source (self, base, range))
    range[1] = 0;

  if (range[1] > 0)
    {
      kl_patch_move (self->patch, list->owner, spot->at, spot->before, range[0], range[1], spot->after);
      return;
    }
  lines = list->render (self, record, list->data);
  all = g_strconcat (spot->before, lines, spot->after, NULL);
  kl_patch_insert (self->patch, list->owner, spot->at, all);
}

/**
 * kl_writing_list:
 * @self: a writing
 * @list: a list of the document
 *
 * Takes out of the document what the list no longer has, puts in what is new, and moves as little as can be.
 */
void
kl_writing_list (KlWriting           *self,
                 const KlWritingList *list)
{
  g_autoptr(GHashTable) index_of = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) indices = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree gboolean *stays = g_new0 (gboolean, list->records->len + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, list->places->len + 1);
  const char *separator = list->separator;
  const KlWritingPlace *anchor = NULL;
  const KlWritingPlace *first = NULL;
  gboolean begun = FALSE;

  if (separator == NULL)
    separator = list->places->len > 1 && get_place (list, 0)->end < get_place (list, 1)->start ? "\n" : "";
  for (guint i = 0; i < list->places->len; i++)
    g_hash_table_insert (index_of, get_place (list, i)->record, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < list->records->len; i++)
    {
      KlRecord *base = kl_writing_base_of (self, g_ptr_array_index (list->records, i));
      int index = base != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (index_of, base)) - 1 : -1;

      g_array_append_val (indices, index);
    }

  find_rising (indices, stays);
  for (guint i = 0; i < indices->len; i++)
    if (stays[i])
      kept[g_array_index (indices, int, i)] = TRUE;
  for (guint i = list->places->len; i > 0; i--)
    if (kept[i - 1])
      first = get_place (list, i - 1);
  kl_writing_remove (self, list, kept);

  for (guint i = 0; i < indices->len; i++)
    {
      int index = g_array_index (indices, int, i);
      const KlWritingPlace *place = index >= 0 ? get_place (list, (guint) index) : NULL;
      Spot spot = { list->head, begun ? separator : list->lead, "" };

      if (stays[i])
        {
          anchor = place;
          continue;
        }
      if (anchor != NULL)
        spot = (Spot) { anchor->end, separator, "" };
      else if (first != NULL)
        spot = (Spot) { first->start, "", separator };
      put (self, list, g_ptr_array_index (list->records, i), place, &spot);
      begun = TRUE;
    }
}
