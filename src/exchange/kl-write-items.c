/* kl-write-items.c: list items: points, gaps, exercises, feedback, assessments, study kinds and bands */

#include "config.h"

#include "kl-write-items.h"

#include <math.h>
#include <string.h>

#include "kl-correction.h"
#include "kl-explanation-text.h"
#include "kl-figure.h"
#include "kl-point-list.h"
#include "model/kl-assessment.h"
#include "model/kl-band.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-study-kind.h"

#define SAME_SCORE 1e-6

/* The lowest band of “<50%” and “50-69%” ends where the next one begins, that of “0-49%” and “50-69%” does not. */
static gboolean
ends_below (KlBand     *band,
            GListModel *bands)
{
  guint n_bands = kl_band_get_low (band) > 0 ? 0 : g_list_model_get_n_items (bands);

  for (guint i = 0; i < n_bands; i++)
    {
      g_autoptr(KlBand) other = g_list_model_get_item (bands, i);

      if (kl_band_get_low (other) > 0 && fabs (kl_band_get_low (other) - kl_band_get_high (band)) < SAME_SCORE)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_band_text (KlBand     *band,
               GListModel *bands)
{
  double low = kl_band_get_low (band);
  double high = kl_band_get_high (band);
  const char *emoji = kl_band_get_emoji (band);
  g_autofree char *range = ends_below (band, bands) ? g_strdup_printf ("<%.4g%%", high)
                                                    : g_strdup_printf ("%.4g-%.4g%%", low, high);
  g_autofree char *name = kl_writing_dup_line (kl_band_get_name (band));
  g_autofree char *meaning = kl_writing_dup_line (kl_band_get_meaning (band));

  return g_strdup_printf ("%s%s**%s (%s)**%s%s", emoji != NULL ? emoji : "", emoji != NULL ? " " : "", name, range,
                          *meaning != '\0' ? ": " : "", meaning);
}

static char *
dup_feedback_text (KlFeedback *feedback)
{
  const char *text = kl_feedback_get_text (feedback);
  const char *wrong = kl_feedback_get_wrong (feedback);
  const char *right = kl_feedback_get_right (feedback);
  g_auto(KlCorrection) read = { NULL, NULL, FALSE };
  g_autofree char *line = NULL;

  /* What a document says so by itself is left in its own words. */
  if (kl_feedback_get_kind (feedback) != KL_FEEDBACK_CORRECTION || wrong == NULL || right == NULL ||
      (text != NULL && kl_correction_read (text, FALSE, &read)))
    return kl_writing_dup_item (text);
  line = g_strdup_printf ("❌ %s → ✅ %s", wrong, right);
  return kl_writing_dup_line (line);
}

static char *
dup_text (KlWriting *writing,
          KlRecord  *record)
{
  if (KL_IS_POINT (record))
    return kl_writing_dup_item (kl_point_get_text (KL_POINT (record)));
  if (KL_IS_GAP (record))
    return kl_writing_dup_item (kl_gap_get_text (KL_GAP (record)));
  if (KL_IS_SUBJECT (record))
    return kl_writing_dup_item (kl_subject_get_title (KL_SUBJECT (record)));
  if (KL_IS_FEEDBACK (record))
    return dup_feedback_text (KL_FEEDBACK (record));
  if (KL_IS_VERDICT (record))
    return kl_explanation_text_format (KL_VERDICT (record));
  if (KL_IS_ASSESSMENT (record))
    return kl_writing_dup_item (kl_assessment_get_text (KL_ASSESSMENT (record)));
  if (KL_IS_BAND (record))
    return dup_band_text (KL_BAND (record), kl_plan_get_bands (writing->plan));
  if (KL_IS_STUDY_KIND (record))
    {
      g_autofree char *name = kl_writing_dup_line (kl_study_kind_get_name (KL_STUDY_KIND (record)));
      g_autofree char *meaning = kl_writing_dup_line (kl_study_kind_get_meaning (KL_STUDY_KIND (record)));

      return g_strdup_printf ("**%s** = %s", name, meaning);
    }
  g_return_val_if_reached (g_strdup (""));
}

static gboolean
has_note (KlPoint *point)
{
  const char *note = kl_point_get_note (point);

  return note != NULL && *note != '\0';
}

/* A document that does not say how deeply its topics are known ticks its points off. */
static gboolean
is_ticked (KlWriting *writing,
           KlPoint   *point,
           KlDepth    depth)
{
  return !writing->graded && kl_point_get_depth (point) == KL_DEPTH_DEEP && depth != KL_DEPTH_DEEP;
}

/* How deep a point is that has no words about it: as its mark says, or else its list. */
static KlDepth
get_said_depth (KlPoint *point,
                KlDepth  depth)
{
  const char *text = kl_point_get_text (point);

  if (text != NULL)
    kl_figure_find_depth_mark (text, TRUE, &depth);
  return depth;
}

/* What follows a new point: its own words, or those for a depth of its own. One without a depth has that of its list.
 */
static char *
dup_point_tail (KlWriting *writing,
                KlPoint   *point,
                KlDepth    depth)
{
  KlDepth own = kl_point_get_depth (point);

  if (has_note (point) && writing->graded)
    return kl_point_list_dup_tail (kl_point_get_note (point), own);
  if (own == get_said_depth (point, depth) || is_ticked (writing, point, depth)
      || (own == KL_DEPTH_NONE && kl_point_get_source (point) == NULL))
    return g_strdup ("");
  return g_strdup (kl_point_list_get_depth_words (own));
}

static const char *
get_box (KlRecord *record)
{
  gboolean closed = (KL_IS_GAP (record) && !kl_gap_get_open (KL_GAP (record))) ||
                    (KL_IS_FEEDBACK (record) && kl_feedback_get_done (KL_FEEDBACK (record)));

  return closed ? "[x] " : "";
}

/* A correction on two lines is two items, one wrong and one right. */
static char *
dup_pair (KlFeedback *feedback,
          const char *prefix)
{
  const char *text = kl_feedback_get_text (feedback);
  const char *right = text != NULL ? strstr (text, "\n✅") : NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (right == NULL)
    return NULL;
  wrong = g_strndup (text, (gsize) (right - text));
  first = kl_writing_dup_line (wrong);
  second = kl_writing_dup_line (right);
  return g_strconcat (first, "\n", prefix, second, NULL);
}

/**
 * kl_write_items_dup:
 * @writing: a writing
 * @record: a record
 * @prefix: indentation and bullet
 * @depth: of points that say nothing of their own
 *
 * Returns: (transfer full): the record as one line
 */
char *
kl_write_items_dup (KlWriting  *writing,
                    KlRecord   *record,
                    const char *prefix,
                    KlDepth     depth)
{
  g_autofree char *pair = KL_IS_FEEDBACK (record) ? dup_pair (KL_FEEDBACK (record), prefix) : NULL;
  g_autofree char *text = pair != NULL ? g_steal_pointer (&pair) : dup_text (writing, record);
  g_autofree char *tail = KL_IS_POINT (record) ? dup_point_tail (writing, KL_POINT (record), depth) : NULL;
  const char *box = KL_IS_POINT (record) && is_ticked (writing, KL_POINT (record), depth) ? "[x] " : get_box (record);

  return g_strconcat (prefix, box, text, tail != NULL ? tail : "", "\n", NULL);
}

static gboolean
is_equal (KlRecord      *base,
          KlRecord      *now,
          const KlField *field)
{
  switch (field->kind)
    {
    case KL_FIELD_STRING:
      return g_strcmp0 (kl_record_get_string (base, field), kl_record_get_string (now, field)) == 0;

    case KL_FIELD_INTEGER:
    case KL_FIELD_BOOLEAN:
    case KL_FIELD_CHOICE:
      return kl_record_get_integer (base, field) == kl_record_get_integer (now, field);

    case KL_FIELD_REFERENCE: /* to ids that a document does not have */
      return TRUE;

    case KL_FIELD_NUMBER:
    default:
      return FALSE;
    }
}

/* Most items are as they were, and need not be written out to find that they say the same. */
static gboolean
is_as_it_was (KlRecord *base,
              KlRecord *now)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (base);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!is_equal (base, now, &klass->fields[i]))
      return FALSE;

  return TRUE;
}

static gboolean
differs (KlWriting *writing,
         KlRecord  *base,
         KlRecord  *now)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (is_as_it_was (base, now))
    return FALSE;

  before = dup_text (writing, base);
  after = dup_text (writing, now);
  return !g_str_equal (before, after);
}

/* Words about another depth than the point has by now are not kept, unless somebody wrote them since. */
static gboolean
keeps_note (KlPoint *base,
            KlPoint *now)
{
  KlDepth said;

  if (!has_note (now))
    return FALSE;
  return g_strcmp0 (kl_point_get_note (base), kl_point_get_note (now)) != 0
         || (kl_point_list_read_depth (kl_point_get_note (now), &said) && said == kl_point_get_depth (now));
}

static void
update_point_tail (KlWriting *writing,
                   KlPoint   *base,
                   KlPoint   *now,
                   KlDepth    depth)
{
  const KlSourceMark *box = kl_source_map_find (writing->map, base, KL_SOURCE_BOX);
  const KlSourceMark *text = kl_source_map_find (writing->map, base, KL_SOURCE_TEXT);
  const KlSourceMark *note = kl_source_map_find (writing->map, base, KL_SOURCE_NOTE);
  KlDepth own = kl_point_get_depth (now);
  gboolean boxed = box->end > box->start || (!writing->graded && own != KL_DEPTH_SURFACE);
  g_autofree char *words = NULL;

  if (writing->graded && box->end == box->start && keeps_note (base, now))
    words = kl_point_list_dup_tail (kl_point_get_note (now), own);
  else
    words = g_strdup (own == get_said_depth (now, depth) || (boxed && own != KL_DEPTH_SURFACE)
                        ? ""
                        : kl_point_list_get_depth_words (own));

  if (boxed && own != kl_point_get_depth (base))
    kl_writing_replace (writing, base, KL_SOURCE_BOX,
                        own == KL_DEPTH_DEEP ? "[x] " : own == KL_DEPTH_NONE ? "[ ] " : "");
  if (note != NULL)
    kl_writing_replace (writing, base, KL_SOURCE_NOTE, words);
  else if (*words != '\0')
    kl_patch_replace (writing->patch, text->start, text->end, text->end, words);
}

static void
update_point (KlWriting *writing,
              KlPoint   *base,
              KlPoint   *now,
              KlDepth    depth)
{
  const KlSourceMark *text = kl_source_map_find (writing->map, base, KL_SOURCE_TEXT);
  const KlSourceMark *note = kl_source_map_find (writing->map, base, KL_SOURCE_NOTE);

  if (text == NULL)
    return;
  if (differs (writing, KL_RECORD (base), KL_RECORD (now)))
    {
      g_autofree char *words = dup_text (writing, KL_RECORD (now));

      kl_patch_replace (writing->patch, text->start, text->start, note != NULL ? note->start : text->end, words);
    }
  if (kl_point_get_depth (base) != kl_point_get_depth (now)
      || (writing->graded && g_strcmp0 (kl_point_get_note (base), kl_point_get_note (now)) != 0))
    update_point_tail (writing, base, now, depth);
}

/**
 * kl_write_items_update:
 * @writing: a writing
 * @base: a record of the document
 * @now: what it is now
 * @depth: of points that say nothing of their own
 *
 * Changes the words and the box of an item where they are others now.
 */
void
kl_write_items_update (KlWriting *writing,
                       KlRecord  *base,
                       KlRecord  *now,
                       KlDepth    depth)
{
  const KlSourceMark *box = kl_source_map_find (writing->map, base, KL_SOURCE_BOX);

  if (KL_IS_POINT (base))
    {
      update_point (writing, KL_POINT (base), KL_POINT (now), depth);
      return;
    }
  if (differs (writing, base, now))
    {
      g_autofree char *text = dup_text (writing, now);

      kl_writing_replace (writing, base, KL_SOURCE_TEXT, text);
    }
  if (box != NULL && !g_str_equal (get_box (base), get_box (now)))
    {
      gboolean had_box = box->end > box->start;

      kl_writing_replace (writing, base, KL_SOURCE_BOX, *get_box (now) == '\0' && had_box ? "[ ] " : get_box (now));
    }
}

/* A number counts on. */
static char *
dup_next_prefix (const char *prefix)
{
  gsize digits = strcspn (prefix, "0123456789");
  g_autofree char *indent = g_strndup (prefix, digits);
  const char *rest = prefix + digits + strspn (prefix + digits, "0123456789");

  if (prefix[digits] == '\0')
    return g_strdup (prefix);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT "%s", indent, g_ascii_strtoll (prefix + digits, NULL, 10) + 1, rest);
}

/* Indentation and bullet of the next item of a list: what stands before the box of the last. */
static char *
dup_prefix (KlWriting *writing,
            GArray    *places)
{
  const KlWritingPlace *last = &g_array_index (places, KlWritingPlace, places->len - 1);
  const KlSourceMark *box = kl_source_map_find (writing->map, last->record, KL_SOURCE_BOX);
  g_autofree char *prefix = NULL;

  if (box == NULL)
    return g_strdup ("- ");
  prefix = g_strndup (writing->text + last->start, box->start - last->start);
  return dup_next_prefix (prefix);
}

typedef struct
{
  char *prefix;
  KlDepth depth;
} ItemStyle;

static char *
render_item (KlWriting *writing,
             KlRecord  *record,
             gpointer   data)
{
  ItemStyle *style = data;
  char *line = kl_write_items_dup (writing, record, style->prefix, style->depth);
  char *next = dup_next_prefix (style->prefix);

  g_free (style->prefix);
  style->prefix = next;
  return line;
}

static void
write_items (KlWriting          *writing,
             const KlWriteItems *items,
             KlWritingRender     render)
{
  ItemStyle style = { NULL, items->depth };
  KlWritingList list = { items->owner, items->head, items->lead, NULL, items->places, items->records, render, NULL,
                         &style };

  if (items->places->len > 0)
    style.prefix = dup_prefix (writing, items->places);
  else
    style.prefix = g_strdup (items->prefix != NULL ? items->prefix : "- ");
  kl_writing_list (writing, &list);
  g_free (style.prefix);
}

/**
 * kl_write_items:
 * @writing: a writing
 * @items: items that have none of their own below them
 *
 * Writes which items there are, in their order. Their words are kl_write_items_update()'s.
 */
void
kl_write_items (KlWriting          *writing,
                const KlWriteItems *items)
{
  write_items (writing, items, render_item);
}

static void
append_points (KlWriting  *writing,
               KlSubject  *subject,
               const char *parent,
               const char *indent,
               KlDepth     depth,
               guint       level,
               GString    *out)
{
  enum { DEEPEST = 60 };
  GListModel *points = kl_subject_get_points (subject);
  g_autofree char *prefix = g_strconcat (indent, "- ", NULL);
  g_autofree char *inner = g_strconcat (indent, "  ", NULL);

  for (guint i = 0; i < g_list_model_get_n_items (points) && level < DEEPEST; i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);
      g_autofree char *line = NULL;

      if (g_strcmp0 (kl_point_get_parent (point), parent) != 0)
        continue;
      line = kl_write_items_dup (writing, KL_RECORD (point), prefix, depth);
      g_string_append (out, line);
      append_points (writing, subject, kl_record_get_id (KL_RECORD (point)), inner, depth, level + 1, out);
    }
}

/**
 * kl_write_points_dup:
 * @writing: a writing
 * @subject: a subject of the plan
 * @indent: blanks before each point
 * @depth: of points that say nothing of their own
 *
 * Returns: (transfer full): all of its points as lines
 */
char *
kl_write_points_dup (KlWriting  *writing,
                     KlSubject  *subject,
                     const char *indent,
                     KlDepth     depth)
{
  GString *out = g_string_new (NULL);

  append_points (writing, subject, NULL, indent, depth, 0, out);
  return g_string_free (out, FALSE);
}

static char *
render_point (KlWriting *writing,
              KlRecord  *record,
              gpointer   data)
{
  const ItemStyle *style = data;
  KlSubject *subject
    = kl_record_get_owner (record) != NULL ? g_hash_table_lookup (writing->by_id, kl_record_get_owner (record)) : NULL;
  g_autofree char *line = kl_write_items_dup (writing, record, style->prefix, style->depth);
  gsize blanks = strspn (style->prefix, " ");
  g_autofree char *indent = g_strnfill (blanks + 2, ' ');
  g_autoptr(GString) out = g_string_new (line);

  if (subject != NULL)
    append_points (writing, subject, kl_record_get_id (record), indent, style->depth, 1, out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const char *
get_parent_id (KlPoint *point)
{
  return point != NULL ? kl_record_get_id (KL_RECORD (point)) : NULL;
}

/* The points of one parent, in the document and now. What the document only implies has no line to change. */
static void
write_level (KlWriting          *writing,
             KlSubject          *base,
             KlSubject          *now,
             KlPoint            *base_parent,
             const KlWriteItems *root)
{
  GListModel *before = kl_subject_get_points (base);
  GListModel *after = kl_subject_get_points (now);
  KlPoint *parent = kl_writing_now_of (writing, base_parent);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (KlWritingPlace));
  g_autoptr(GPtrArray) records = g_ptr_array_new ();
  g_autofree char *prefix = NULL;
  KlWriteItems items = *root;

  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr(KlRecord) point = g_list_model_get_item (before, i);

      if (g_strcmp0 (kl_point_get_parent (KL_POINT (point)), get_parent_id (base_parent)) == 0)
        kl_writing_add_place (places, writing, point);
    }
  for (guint i = 0; i < g_list_model_get_n_items (after); i++)
    {
      g_autoptr(KlRecord) point = g_list_model_get_item (after, i);
      KlRecord *was = kl_writing_base_of (writing, point);

      if (g_strcmp0 (kl_point_get_parent (KL_POINT (point)), get_parent_id (parent)) == 0 &&
          (was == NULL || kl_source_map_find (writing->map, was, KL_SOURCE_WHOLE) != NULL))
        g_ptr_array_add (records, point);
    }

  items.places = places;
  items.records = records;
  if (base_parent != NULL)
    {
      const KlSourceMark *own = kl_source_map_find (writing->map, base_parent, KL_SOURCE_OWN);
      const KlSourceMark *box = kl_source_map_find (writing->map, base_parent, KL_SOURCE_BOX);

      if (own == NULL)
        return;
      items.owner = own->start;
      items.head = own->end;
      items.lead = "";
      if (places->len == 0)
        {
          g_autofree char *indent = g_strnfill (box->start - own->start, ' ');

          prefix = g_strconcat (indent, "- ", NULL);
          items.prefix = prefix;
        }
    }
  if (places->len > 0 || records->len > 0)
    write_items (writing, &items, render_point);
}

static void
collect_parents (GListModel *points,
                 GHashTable *parents)
{
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);

      if (kl_point_get_parent (point) != NULL)
        g_hash_table_add (parents, g_strdup (kl_point_get_parent (point)));
    }
}

/**
 * kl_write_points:
 * @writing: a writing
 * @base: a subject of the document
 * @now: what it is now
 * @root: where its list of points is, or goes; places and records are not looked at
 *
 * Writes which points there are, in their order, and what they say.
 */
void
kl_write_points (KlWriting          *writing,
                 KlSubject          *base,
                 KlSubject          *now,
                 const KlWriteItems *root)
{
  GListModel *points = kl_subject_get_points (base);
  g_autoptr(GHashTable) parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect_parents (points, parents);
  collect_parents (kl_subject_get_points (now), parents);
  write_level (writing, base, now, NULL, root);
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);
      KlPoint *found = kl_writing_now_of (writing, point);

      if (found == NULL)
        continue;
      kl_write_items_update (writing, KL_RECORD (point), KL_RECORD (found), root->depth);
      if (g_hash_table_contains (parents, kl_record_get_id (KL_RECORD (point))) ||
          g_hash_table_contains (parents, kl_record_get_id (KL_RECORD (found))))
        write_level (writing, base, now, point, root);
    }
}
