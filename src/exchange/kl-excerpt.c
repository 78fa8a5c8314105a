/* kl-excerpt.c: the sections in which two versions of a document differ, with what those need to be understood
 *
 * A long document in which one line was changed is a long document to read, three times over. What stands below one
 * heading becomes records of its own, though, so that a short document will do: the sections that were changed, the
 * headings around them, and those few sections that have to do with them wherever they stand. Both versions of it are
 * made from the outline of the document as it is, so that only that one is parsed.
 *
 * A heading begins anew whatever stands before it. So the document before has the same blocks outside of the excerpt,
 * as long as its version of the excerpt has the same headings: the one after the change is in it for that.
 */

#include "config.h"

#include "kl-excerpt.h"

#include <string.h>

#include "kl-phrase.h"
#include "kl-section.h"
#include "kl-written-date.h"

/* Past this share of the document the whole of it is as good. */
#define MAX_SHARE   0.25
#define PIECE_BYTES 4096

typedef struct
{
  gsize start;
  gsize end;
  guint section; /* G_MAXUINT for what stands before the first one */
} Piece;

struct _KlExcerpt
{
  KlOutline *outline;
  GArray *sections;
  const char *before;
  gsize growth; /* how many bytes longer the document is now; wraps around where it is shorter */
  guint first;  /* the first section that was changed */
  guint last;
  GArray *pieces;
};

static gsize
section_start (KlExcerpt *self,
               guint      index)
{
  KlSection *section = &g_array_index (self->sections, KlSection, index);

  return kl_outline_get_block (self->outline, section->first - 1)->start;
}

static gsize
section_end (KlExcerpt *self,
             guint      index)
{
  gsize length;

  kl_outline_get_text (self->outline, &length);
  return index + 1 < self->sections->len ? section_start (self, index + 1) : length;
}

/* The last section that starts at or before a byte. */
static guint
find_section (KlExcerpt *self,
              gsize      offset)
{
  guint low = 0;
  guint high = self->sections->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (section_start (self, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gsize
count_same_start (const char *a,
                  const char *b,
                  gsize       length)
{
  gsize same = 0;

  while (length - same >= PIECE_BYTES && memcmp (a + same, b + same, PIECE_BYTES) == 0)
    same += PIECE_BYTES;
  while (same < length && a[same] == b[same])
    same++;
  return same;
}

/* @a and @b are where the two texts end. */
static gsize
count_same_end (const char *a,
                const char *b,
                gsize       length)
{
  gsize same = 0;

  while (length - same >= PIECE_BYTES && memcmp (a - same - PIECE_BYTES, b - same - PIECE_BYTES, PIECE_BYTES) == 0)
    same += PIECE_BYTES;
  while (same < length && a[-1 - (gssize) same] == b[-1 - (gssize) same])
    same++;
  return same;
}

/* Finds the sections in which the two texts differ. */
static gboolean
find_change (KlExcerpt *self)
{
  gsize length;
  const char *now = kl_outline_get_text (self->outline, &length);
  gsize length_before = strlen (self->before);
  gsize shorter = MIN (length, length_before);
  gsize same = count_same_start (now, self->before, shorter);
  gsize same_end = count_same_end (now + length, self->before + length_before, shorter - same);

  if (self->sections->len == 0 || same < section_start (self, 0))
    return FALSE;
  self->growth = length - length_before;
  /* What was taken out right before a heading stood below the one before it. */
  self->first = find_section (self, same > section_start (self, 0) ? same - 1 : same);
  self->last = find_section (self, MAX (length - same_end, same + 1) - 1);
  return TRUE;
}

/* Only what stands below a topic's heading, or below that of its scores, is about that topic alone. */
static gboolean
is_local (KlExcerpt *self)
{
  for (guint i = self->first; i <= self->last; i++)
    {
      KlSectionRole role = g_array_index (self->sections, KlSection, i).role;

      if (role != KL_SECTION_TOPIC && role != KL_SECTION_SCORED)
        return FALSE;
    }
  return TRUE;
}

/* Sections that say something about topics anywhere, or make topics of what is not a heading. */
static gboolean
is_about_all (const KlSection *section)
{
  return section->role == KL_SECTION_TITLE || section->role == KL_SECTION_ASSESSMENT
         || section->role == KL_SECTION_EXERCISES || section->role == KL_SECTION_STRATEGY
         || (section->role == KL_SECTION_DEPTH && section->has_items);
}

static void
choose (KlExcerpt  *self,
        GHashTable *chosen,
        guint       index)
{
  KlSection *section = &g_array_index (self->sections, KlSection, index);

  for (; section != NULL; section = kl_section_get_parent (self->sections, section))
    g_hash_table_add (chosen, GUINT_TO_POINTER (section - &g_array_index (self->sections, KlSection, 0)));
}

static GHashTable *
fold_changed_titles (KlExcerpt *self)
{
  GHashTable *titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = self->first; i <= self->last; i++)
    g_hash_table_add (titles, kl_phrase_fold (g_array_index (self->sections, KlSection, i).title));
  return titles;
}

/* Topics and their scores are known by their titles: what has the same one goes together. */
static GHashTable *
choose_sections (KlExcerpt *self)
{
  g_autoptr(GHashTable) titles = fold_changed_titles (self);
  GHashTable *chosen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->sections->len; i++)
    {
      KlSection *section = &g_array_index (self->sections, KlSection, i);
      gboolean is_near = i >= self->first && i <= self->last + 1;
      g_autofree char *folded = NULL;

      if (!is_near && !is_about_all (section))
        {
          folded = kl_phrase_fold (section->title);
          is_near = g_hash_table_contains (titles, folded);
        }
      if (is_near || is_about_all (section))
        choose (self, chosen, i);
    }
  return chosen;
}

static gboolean
collect_pieces (KlExcerpt *self)
{
  g_autoptr(GHashTable) chosen = choose_sections (self);
  Piece head = { 0, section_start (self, 0), G_MAXUINT };
  gsize length;
  gsize total = head.end;

  kl_outline_get_text (self->outline, &length);
  g_array_append_val (self->pieces, head);
  for (guint i = 0; i < self->sections->len; i++)
    {
      Piece piece = { section_start (self, i), section_end (self, i), i };

      if (!g_hash_table_contains (chosen, GUINT_TO_POINTER (i)))
        continue;
      total += piece.end - piece.start;
      g_array_append_val (self->pieces, piece);
    }
  return (double) total <= MAX_SHARE * (double) length;
}

/**
 * kl_excerpt_new:
 * @outline: a document as it is
 * @sections: (element-type KlSection): its sections
 * @before: the same document as it was
 *
 * Returns: (transfer full) (nullable): where the two differ; %NULL where that is more than a few topics or scores
 */
KlExcerpt *
kl_excerpt_new (KlOutline  *outline,
                GArray     *sections,
                const char *before)
{
  g_autoptr(KlExcerpt) self = g_new0 (KlExcerpt, 1);

  self->outline = outline;
  self->sections = sections;
  self->before = before;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  if (!find_change (self) || !is_local (self) || !collect_pieces (self))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * kl_excerpt_free:
 * @self: (transfer full): an excerpt
 */
void
kl_excerpt_free (KlExcerpt *self)
{
  g_array_unref (self->pieces);
  g_free (self);
}

static GBytes *
join (KlExcerpt *self,
      gboolean   now)
{
  g_autoptr(GByteArray) text = g_byte_array_new ();
  const char *all = kl_outline_get_text (self->outline, NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      Piece *piece = &g_array_index (self->pieces, Piece, i);
      gboolean is_changed = piece->section >= self->first && piece->section <= self->last;

      /* What was changed began at the same byte before, and ended as many bytes earlier as the document grew. */
      if (now || !is_changed)
        g_byte_array_append (text, (const guint8 *) all + piece->start, (guint) (piece->end - piece->start));
      else if (piece->section == self->first)
        g_byte_array_append (text, (const guint8 *) self->before + piece->start,
                             (guint) (section_end (self, self->last) - self->growth - piece->start));
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&text));
}

/**
 * kl_excerpt_dup_now:
 * @self: an excerpt
 *
 * Returns: (transfer full): a short document of the sections as they are
 */
GBytes *
kl_excerpt_dup_now (KlExcerpt *self)
{
  return join (self, TRUE);
}

/**
 * kl_excerpt_dup_before:
 * @self: an excerpt
 *
 * Returns: (transfer full): a short document of the sections as they were
 */
GBytes *
kl_excerpt_dup_before (KlExcerpt *self)
{
  return join (self, FALSE);
}

static gboolean
names_date (const char *text,
            gsize       start,
            gsize       end)
{
  g_autofree char *words = NULL;
  g_autofree char *date = NULL;

  for (gsize at = start; at + strlen ("date") <= end; at++)
    if (g_ascii_tolower (text[at]) == 'd' && g_ascii_strncasecmp (text + at, "date", strlen ("date")) == 0)
      return TRUE;
  words = g_strndup (text + start, end - start);
  date = kl_written_date_dup (words);
  return date != NULL;
}

/* A date that stands among scores is that of those after it, up to the next one. */
static gboolean
changes_date (KlExcerpt *self)
{
  gsize start = section_start (self, self->first);
  gsize end = section_end (self, self->last);

  return names_date (kl_outline_get_text (self->outline, NULL), start, end)
         || names_date (self->before, start, end - self->growth);
}

/* A score has the last date that stands before it. The sections around are in the excerpt, any other is not. */
static gboolean
knows_date (KlExcerpt *self)
{
  const char *text = kl_outline_get_text (self->outline, NULL);
  KlSection *around = &g_array_index (self->sections, KlSection, self->first);

  for (guint i = self->first; i > 0; i--)
    {
      KlSection *before = &g_array_index (self->sections, KlSection, i - 1);

      if (before == kl_section_get_parent (self->sections, around))
        around = before;
      else if (before->role == KL_SECTION_SCORES || before->role == KL_SECTION_DATE)
        return FALSE;
      else if ((before->scored || before->role == KL_SECTION_SCORED || before->role == KL_SECTION_LABEL)
               && names_date (text, section_start (self, i - 1), section_end (self, i - 1)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_alike (const KlSection *a,
          const KlSection *b)
{
  return a->role == b->role && a->level == b->level && a->depth == b->depth && a->graded == b->graded
         && a->choice == b->choice && kl_section_is_group (a) == kl_section_is_group (b)
         && strcmp (a->title, b->title) == 0;
}

/**
 * kl_excerpt_is_faithful:
 * @self: an excerpt
 * @now: (element-type KlSection): the sections of kl_excerpt_dup_now()
 * @before: (element-type KlSection): the sections of kl_excerpt_dup_before()
 *
 * Returns: whether both have the headings that the document has there, and each means what it means in the document
 */
gboolean
kl_excerpt_is_faithful (KlExcerpt *self,
                        GArray    *now,
                        GArray    *before)
{
  gboolean is_scored = FALSE;

  if (now->len != self->pieces->len - 1 || before->len != now->len)
    return FALSE;
  for (guint i = 0; i < now->len; i++)
    {
      guint index = g_array_index (self->pieces, Piece, i + 1).section;
      const KlSection *section = &g_array_index (now, KlSection, i);

      if (!is_alike (section, &g_array_index (self->sections, KlSection, index))
          || !is_alike (section, &g_array_index (before, KlSection, i)))
        return FALSE;
      if (index >= self->first && index <= self->last)
        is_scored = is_scored || section->role == KL_SECTION_SCORED || section->scored
                    || g_array_index (before, KlSection, i).scored;
    }
  return !is_scored || (knows_date (self) && !changes_date (self));
}

/**
 * kl_excerpt_find_line:
 * @self: an excerpt
 * @now: (element-type KlSection): the sections of kl_excerpt_dup_now(), which has to be faithful
 * @line: a line of it, from 1
 *
 * Returns: which line of the document that is
 */
guint
kl_excerpt_find_line (KlExcerpt *self,
                      GArray    *now,
                      guint      line)
{
  for (guint i = now->len; i > 0; i--)
    {
      const KlSection *section = &g_array_index (now, KlSection, i - 1);
      guint index = g_array_index (self->pieces, Piece, i).section;

      if (section->line <= line)
        return g_array_index (self->sections, KlSection, index).line + line - section->line;
    }
  return line;
}
