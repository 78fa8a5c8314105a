/* kl-point-list.c: nested list items as nested points, each with its own depth */

#include "config.h"

#include "kl-point-list.h"

#include <string.h>

#include "kl-figure.h"
#include "kl-phrase.h"
#include "kl-source-map.h"

typedef struct
{
  guint depth;
  KlPoint *point;
} Level;

struct _KlPointList
{
  KlReading *reading;
  KlDepth depth;
  gboolean graded;
  GArray *levels;
  KlPoint *noted;
  GString *note;
};

static const char *const none_words[] = { "not covered", "not yet", "uncovered", "not studied", "unknown", NULL };
static const char *const surface_words[] = {
  "covered basics", "covered", "mentioned", "basics", "surface", "touched", "explored", "seen", NULL,
};
static const char *const deep_words[] = { "deep dive", "deep dived", "mastered", "covered in depth", NULL };

/* A note grows piece by piece, and is set once. */
static void
flush_note (KlPointList *self)
{
  if (self->noted != NULL)
    g_object_set (self->noted, "note", self->note->str, NULL);
  self->noted = NULL;
}

static gboolean
begins_any (const char        *folded,
            const char *const *choices)
{
  for (; *choices != NULL; choices++)
    if (kl_phrase_begins (folded, *choices))
      return TRUE;
  return FALSE;
}

/**
 * kl_point_list_read_depth:
 * @words: what stands behind a point
 * @depth: (out): how deeply it is known by that
 *
 * Returns: whether they say it
 */
gboolean
kl_point_list_read_depth (const char *words,
                          KlDepth    *depth)
{
  g_autofree char *folded = kl_phrase_fold (words);

  if (begins_any (folded, deep_words))
    *depth = KL_DEPTH_DEEP;
  else if (begins_any (folded, none_words))
    *depth = KL_DEPTH_NONE;
  else if (begins_any (folded, surface_words))
    *depth = KL_DEPTH_SURFACE;
  else
    return FALSE;
  return TRUE;
}

/**
 * kl_point_list_get_depth_words:
 * @depth: a depth
 *
 * Returns: (transfer none): what a document says behind a point that is known so deeply
 */
const char *
kl_point_list_get_depth_words (KlDepth depth)
{
  switch (depth)
    {
    case KL_DEPTH_NONE:
      return ": Not covered";

    case KL_DEPTH_SURFACE:
      return ": Covered basics";

    case KL_DEPTH_DEEP:
      return ": Deep dive complete";

    default:
      g_return_val_if_reached ("");
    }
}

/**
 * kl_point_list_dup_tail:
 * @note: what somebody wrote about a point
 * @depth: how deeply it is known
 *
 * Returns: (transfer full): what a document says behind the point, beginning with its depth, so that it is read as that
 *   again
 */
char *
kl_point_list_dup_tail (const char *note,
                        KlDepth     depth)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (note), "\r\n", ' '));
  KlDepth said;

  if (kl_point_list_read_depth (line, &said) && said == depth)
    return g_strconcat (": ", line, NULL);
  return g_strconcat (kl_point_list_get_depth_words (depth), ", ", line, NULL);
}

/* “NodePort: Mentioned, explored in …”: the words after the colon are about the point, not a part of it. */
static gboolean
read_own_depth (const char  *text,
                KlDepth     *depth,
                const char **note)
{
  const char *colon = strstr (text, ": ");

  if (colon == NULL || colon == text || !kl_point_list_read_depth (colon + 2, depth))
    return FALSE;
  *note = colon + 2;
  return TRUE;
}

/* What KLearn itself wrote behind a point is read anywhere. */
static gboolean
read_written_depth (const char  *text,
                    KlDepth     *depth,
                    const char **note)
{
  for (KlDepth written = KL_DEPTH_NONE; written <= KL_DEPTH_DEEP; written++)
    {
      const char *words = kl_point_list_get_depth_words (written);

      if (!g_str_has_suffix (text, words) || strlen (text) == strlen (words))
        continue;
      *depth = written;
      *note = text + strlen (text) - strlen (words) + strlen (": ");
      return TRUE;
    }
  return FALSE;
}

/**
 * kl_point_list_new:
 * @reading: the document
 * @depth: of points that say nothing of their own
 * @graded: whether words of a point may name its depth
 *
 * Returns: (transfer full): a reader of list items
 */
KlPointList *
kl_point_list_new (KlReading *reading,
                   KlDepth    depth,
                   gboolean   graded)
{
  KlPointList *self = g_new0 (KlPointList, 1);

  self->reading = reading;
  self->depth = depth;
  self->graded = graded;
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  self->note = g_string_new (NULL);
  return self;
}

/**
 * kl_point_list_free:
 * @self: (transfer full): a reader of list items
 */
void
kl_point_list_free (KlPointList *self)
{
  flush_note (self);
  g_string_free (self->note, TRUE);
  g_array_unref (self->levels);
  g_free (self);
}

/**
 * kl_point_list_restart:
 * @self: a reader of list items
 *
 * The next item begins a list of its own.
 */
void
kl_point_list_restart (KlPointList *self)
{
  g_array_set_size (self->levels, 0);
}

/* The words for its own depth stand at the end of the item: “: Covered basics”. */
static void
mark_point (KlPointList     *self,
            KlPoint         *point,
            const KlContent *item,
            const char      *note)
{
  KlItemSpan span = kl_outline_find_item (self->reading->outline, item->block);
  gsize length = note != NULL ? strlen (note) + strlen (": ") : 0;
  const char *text = kl_outline_get_text (self->reading->outline, NULL);

  kl_reading_mark_item (self->reading, point, item->block);
  if (length > 0 && span.end - span.start > length && strncmp (text + span.end - length + 2, note, length - 2) == 0)
    kl_reading_mark (self->reading, point, KL_SOURCE_NOTE, span.end - length, span.end);
}

/**
 * kl_point_list_add:
 * @self: a reader of list items
 * @topic: whose point it is
 * @item: an item
 */
void
kl_point_list_add (KlPointList     *self,
                   KlDraftSubject  *topic,
                   const KlContent *item)
{
  gboolean task = FALSE;
  gboolean done = FALSE;
  g_autofree char *text = kl_outline_dup_item (self->reading->outline, item->block, &task, &done);
  g_autofree char *name = NULL;
  const char *note = NULL;
  KlDepth depth = self->depth;
  KlPoint *parent = NULL;
  Level level = { item->depth, NULL };

  while (self->levels->len > 0 && g_array_index (self->levels, Level, self->levels->len - 1).depth >= item->depth)
    g_array_set_size (self->levels, self->levels->len - 1);
  if (self->levels->len > 0)
    parent = g_array_index (self->levels, Level, self->levels->len - 1).point;
  if (*text == '\0')
    return;

  if (task)
    depth = done ? KL_DEPTH_DEEP : KL_DEPTH_NONE;
  else if ((self->graded && read_own_depth (text, &depth, &note)) || read_written_depth (text, &depth, &note))
    name = g_strndup (text, (gsize) (note - text) - 2);
  else
    kl_figure_find_depth_mark (text, TRUE, &depth);

  level.point = kl_reading_add_point (self->reading, topic, parent, depth, name != NULL ? name : text, note);
  g_array_append_val (self->levels, level);
  mark_point (self, level.point, item, note);
}

/**
 * kl_point_list_extend:
 * @self: a reader of list items
 * @content: text that stands after an item
 *
 * Keeps text inside of an item as that point's note.
 *
 * Returns: whether it did
 */
gboolean
kl_point_list_extend (KlPointList     *self,
                      const KlContent *content)
{
  g_autofree char *text = NULL;
  KlPoint *point = NULL;

  for (guint i = 0; i < self->levels->len; i++)
    if (g_array_index (self->levels, Level, i).depth <= content->depth)
      point = g_array_index (self->levels, Level, i).point;
  if (content->depth == 0 || point == NULL)
    return FALSE;

  text = kl_content_dup_text (self->reading->outline, content->start, content->end);
  if (self->noted != point)
    {
      flush_note (self);
      self->noted = point;
      g_string_assign (self->note, kl_point_get_note (point) != NULL ? kl_point_get_note (point) : "");
    }
  if (self->note->len > 0)
    g_string_append (self->note, "\n\n");
  g_string_append (self->note, text);
  return TRUE;
}

/**
 * kl_point_list_nest:
 * @self: a reader of list items
 * @point: a point
 *
 * The items that come are points in it.
 */
void
kl_point_list_nest (KlPointList *self,
                    KlPoint     *point)
{
  Level level = { 0, point };

  g_array_set_size (self->levels, 0);
  g_array_append_val (self->levels, level);
}

static void
add_part (GPtrArray  *parts,
          const char *start,
          const char *end)
{
  g_autofree char *part = g_strstrip (g_strndup (start, (gsize) (end - start)));

  if (*part != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&part));
}

/**
 * kl_point_list_split:
 * @text: several points in one line
 *
 * Returns: (transfer full) (element-type utf8): what stands between its commas; commas in brackets do not count
 */
GPtrArray *
kl_point_list_split (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  guint brackets = 0;
  const char *start = text;
  const char *at;

  for (at = text; *at != '\0'; at++)
    {
      if (*at == '(' || *at == '[')
        brackets++;
      else if ((*at == ')' || *at == ']') && brackets > 0)
        brackets--;
      else if (brackets == 0 && (*at == ',' || *at == ';') && (at[1] == ' ' || at[1] == '\0'))
        {
          add_part (parts, start, at);
          start = at + 1;
        }
    }
  add_part (parts, start, at);
  return parts;
}
