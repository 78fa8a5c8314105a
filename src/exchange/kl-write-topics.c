/* kl-write-topics.c: which topics there are, where they stand, and what they say of themselves */

#include "config.h"

#include "kl-write-topics.h"

#include <string.h>

#include "kl-write-facts.h"
#include "kl-write-items.h"
#include "kl-write-layout.h"
#include "kl-write-notes.h"
#include "kl-write-title.h"
#include "model/kl-gap.h"

/* A heading that holds topics: one that says how far they were studied, the topic that they are a part of, or the
 * document itself. */
typedef struct
{
  int section;
  KlDepth depth;
  guint level;
  gsize owner;
  gsize head;
  GArray *places;
  GPtrArray *records;
} Holder;

typedef struct
{
  KlWriting *writing;
  GArray *holders;
  GHashTable *index_of;   /* section and depth → index of their holder, counted from 1 */
  GHashTable *section_of; /* base subject → index of its own section, counted from 1 */
  GHashTable *holder_of;  /* base subject → index of its holder, counted from 1 */
} Topics;

static void
clear_holder (gpointer data)
{
  Holder *holder = data;

  g_array_unref (holder->places);
  g_ptr_array_unref (holder->records);
}

static const KlSourceSection *
get_section (KlWriting *writing,
             int        index)
{
  return &g_array_index (writing->map->sections, KlSourceSection, index);
}

static guint
find_holder (Topics  *self,
             int      section,
             KlDepth  depth)
{
  const KlSourceSection *found = section >= 0 ? get_section (self->writing, section) : NULL;
  Holder holder = { section, depth, found != NULL ? found->level + 1 : 2, found != NULL ? found->start : 0,
                    found != NULL ? found->own_end : 0, NULL, NULL };

  Holder *added;
  gpointer key = GINT_TO_POINTER ((section + 1) * 4 + (int) depth);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->index_of, key));

  if (known > 0)
    return known - 1;
  g_array_append_val (self->holders, holder);
  added = &g_array_index (self->holders, Holder, self->holders->len - 1);
  added->places = g_array_new (FALSE, FALSE, sizeof (KlWritingPlace));
  added->records = g_ptr_array_new ();
  g_hash_table_insert (self->index_of, key, GUINT_TO_POINTER (self->holders->len));
  return self->holders->len - 1;
}

/* The holder of a section: the next one around it that can hold topics. */
static guint
holder_around (Topics *self,
               int     section)
{
  int around = section;

  while (around >= 0)
    {
      const KlSourceSection *found = get_section (self->writing, around);

      if (found->role == KL_SECTION_DEPTH)
        return find_holder (self, around, found->depth);
      if (found->role == KL_SECTION_TOPIC && found->record != NULL)
        return find_holder (self, around, KL_DEPTH_NONE);
      around = found->parent;
    }
  return find_holder (self, -1, KL_DEPTH_NONE);
}

static void
add_base_place (Topics    *self,
                KlSubject *subject)
{
  guint own = GPOINTER_TO_UINT (g_hash_table_lookup (self->section_of, subject));
  const KlSourceMark *whole = kl_source_map_find (self->writing->map, subject, KL_SOURCE_WHOLE);
  guint index;
  Holder *holder;

  if (kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE || (own == 0 && whole == NULL))
    return;
  if (own > 0)
    index = holder_around (self, get_section (self->writing, (int) own - 1)->parent);
  else
    index = holder_around (self, kl_writing_section_at (self->writing, whole->start));

  g_hash_table_insert (self->holder_of, subject, GUINT_TO_POINTER (index + 1));
  holder = &g_array_index (self->holders, Holder, index);
  if (own > 0)
    {
      const KlSourceSection *section = get_section (self->writing, (int) own - 1);
      KlWritingPlace place = { KL_RECORD (subject), section->start, section->content_end };

      g_array_append_val (holder->places, place);
      holder->level = section->level;
    }
  else
    kl_writing_add_place (holder->places, self->writing, KL_RECORD (subject));
}

/* Where a topic of the plan belongs; -1 for what has no heading of its own: it goes with its topic, or was never
 * more than a score. */
static int
holder_now (Topics    *self,
            KlSubject *now)
{
  KlWriting *writing = self->writing;
  KlSubject *base = kl_writing_base_of (writing, now);
  guint was = GPOINTER_TO_UINT (g_hash_table_lookup (self->holder_of, base));
  KlSubject *parent = kl_subject_get_parent (now) != NULL
                        ? g_hash_table_lookup (writing->by_id, kl_subject_get_parent (now))
                        : NULL;
  KlSubject *base_parent = kl_writing_base_of (writing, parent);
  guint own;

  if (base != NULL && was == 0)
    return -1;
  if (base != NULL && g_strcmp0 (kl_subject_get_parent (base),
                                 base_parent != NULL ? kl_record_get_id (KL_RECORD (base_parent)) : NULL) == 0 &&
      (parent == NULL || base_parent != NULL) &&
      (parent != NULL || !writing->graded || kl_subject_get_depth (base) == kl_subject_get_depth (now)))
    return (int) was - 1;

  if (parent != NULL && base_parent == NULL)
    return -1;
  own = GPOINTER_TO_UINT (g_hash_table_lookup (self->section_of, base_parent));
  if (own > 0)
    return (int) find_holder (self, (int) own - 1, KL_DEPTH_NONE);
  if (!writing->graded)
    return (int) find_holder (self, -1, KL_DEPTH_NONE);
  for (guint i = 0; i < writing->map->sections->len; i++)
    {
      const KlSourceSection *section = get_section (writing, (int) i);

      if (section->role == KL_SECTION_DEPTH && section->depth == kl_subject_get_depth (now))
        return (int) find_holder (self, (int) i, section->depth);
    }
  return (int) find_holder (self, -1, kl_subject_get_depth (now));
}

static void
append_text (GString    *out,
             const char *text)
{
  g_autofree char *stripped = g_strchomp (g_strdup (text));

  g_string_append (out, stripped);
  g_string_append_c (out, '\n');
}

static void
append_topic (KlWriting *writing,
              KlSubject *subject,
              guint      level,
              GString   *out)
{
  enum { DEEPEST = 6 };
  KlDepth depth = writing->graded ? kl_subject_get_depth (subject) : KL_DEPTH_NONE;
  gboolean labelled = writing->graded && depth == KL_DEPTH_DEEP;
  g_autofree char *marks = g_strnfill (MIN (level, DEEPEST), '#');
  g_autofree char *title = kl_writing_dup_title (kl_subject_get_title (subject));
  g_autofree char *status = kl_writing_dup_line (kl_write_layout_get_status (writing, NULL, subject));
  g_autofree char *facts = kl_write_facts_dup (writing, subject);
  g_autofree char *points = kl_write_points_dup (writing, subject, "", depth);
  GListModel *gaps = kl_subject_get_gaps (subject);
  GListModel *subjects = kl_plan_get_subjects (writing->plan);

  g_string_append_printf (out, "%s %s\n", marks, title);
  if (*status != '\0')
    g_string_append_printf (out, "**Status:** %s\n", status);
  g_string_append (out, facts);
  if (*points != '\0' && labelled)
    g_string_append (out, "**Topics covered:**\n");
  else if (*points != '\0' && (*status != '\0' || *facts != '\0'))
    g_string_append_c (out, '\n');
  g_string_append (out, points);
  if (g_list_model_get_n_items (gaps) > 0)
    g_string_append (out, "\n**Gaps identified:**\n");
  for (guint i = 0; i < g_list_model_get_n_items (gaps); i++)
    {
      g_autoptr(KlRecord) gap = g_list_model_get_item (gaps, i);
      g_autofree char *line = kl_write_items_dup (writing, gap, "- ", depth);

      g_string_append (out, line);
    }
  if (kl_subject_get_notes (subject) != NULL && *kl_subject_get_notes (subject) != '\0')
    {
      g_string_append_c (out, '\n');
      append_text (out, kl_subject_get_notes (subject));
    }
  for (guint i = 0; i < g_list_model_get_n_items (subjects) && level < DEEPEST &&
                    g_hash_table_contains (writing->parents, kl_record_get_id (KL_RECORD (subject)));
       i++)
    {
      g_autoptr(KlSubject) part = g_list_model_get_item (subjects, i);

      if (g_strcmp0 (kl_subject_get_parent (part), kl_record_get_id (KL_RECORD (subject))) != 0)
        continue;
      g_string_append_c (out, '\n');
      append_topic (writing, part, level + 1, out);
    }
}

static char *
render_topic (KlWriting *writing,
              KlRecord  *record,
              gpointer   data)
{
  const Holder *holder = data;
  GString *out = g_string_new (NULL);

  append_topic (writing, KL_SUBJECT (record), holder->level, out);
  return g_string_free (out, FALSE);
}

static char *
render_listed_topic (KlWriting *writing,
                     KlRecord  *record,
                     gpointer   data)
{
  g_autofree char *line = kl_write_items_dup (writing, record, "- ", KL_DEPTH_NONE);
  g_autofree char *points = kl_write_points_dup (writing, KL_SUBJECT (record), "  ", KL_DEPTH_NONE);

  return g_strconcat (line, points, NULL);
}

/* A heading goes to another place with all that is below it; an item of a list is written anew as a heading. */
static gboolean
find_section_source (KlWriting *writing,
                     KlRecord  *base,
                     gsize      range[2])
{
  for (guint i = 0; i < writing->map->sections->len; i++)
    {
      const KlSourceSection *section = get_section (writing, (int) i);

      if (section->role != KL_SECTION_TOPIC || section->record != base)
        continue;
      range[0] = section->start;
      range[1] = section->content_end;
      return TRUE;
    }
  return FALSE;
}

static void
set_level (Topics *self,
           guint   index,
           int     shift)
{
  const KlSourceSection *moved = get_section (self->writing, (int) index);

  for (guint i = index; shift != 0 && i < self->writing->map->sections->len; i++)
    {
      const KlSourceSection *section = get_section (self->writing, (int) i);
      int level = CLAMP ((int) section->level + shift, 1, 6);
      g_autofree char *marks = g_strnfill ((gsize) level, '#');

      if (section->start >= moved->end)
        return;
      if (section->atx)
        kl_patch_replace (self->writing->patch, section->start, section->start, section->start + section->level, marks);
    }
}

static void
write_holder (Topics *self,
              Holder *holder)
{
  KlWriting *writing = self->writing;
  const KlWritingPlace *first
    = holder->places->len > 0 ? &g_array_index (holder->places, KlWritingPlace, 0) : NULL;
  gboolean listed = first != NULL && !g_hash_table_contains (self->section_of, first->record);
  gboolean ruled = writing->map->ruled && holder->section >= 0 && holder->depth == KL_DEPTH_DEEP;
  KlWritingList list = { holder->owner, holder->head, "\n", NULL, holder->places, holder->records, NULL, NULL, holder };
  g_autofree char *lead = NULL;

  if (first != NULL && holder->places->len > 1)
    {
      const KlWritingPlace *second = first + 1;

      ruled = first->end < second->start && memchr (writing->text + first->end, '-', second->start - first->end) != NULL
              && kl_writing_is_clear (writing, first->end, second->start);
    }
  if (holder->section < 0 && first == NULL && holder->records->len > 0)
    {
      if (writing->graded)
        {
          lead = kl_write_layout_dup_lead (writing, kl_write_layout_depth_rank (holder->depth), &holder->head);
          holder->level = kl_write_layout_get_level (writing) + 1;
          ruled = holder->depth == KL_DEPTH_DEEP;
          list.lead = lead;
        }
      else
        holder->head = kl_write_layout_find (writing, KL_LAYOUT_DEEP);
      list.head = holder->head;
    }
  list.separator = listed ? NULL : ruled ? "\n---\n\n" : "\n";
  list.render = listed ? render_listed_topic : render_topic;
  list.find_source = listed ? NULL : find_section_source;
  if (first != NULL || holder->records->len > 0)
    kl_writing_list (writing, &list);
}

static gsize
heading_end (KlWriting             *writing,
             const KlSourceSection *section)
{
  if (section->atx)
    return kl_writing_line_end (writing, section->title[1]);
  return kl_writing_line_end (writing, kl_writing_line_end (writing, section->title[0]));
}

static void
write_status (KlWriting             *writing,
              const KlSourceSection *section,
              KlSubject             *base,
              KlSubject             *now)
{
  const KlSourceMark *mark = kl_source_map_find (writing->map, base, KL_SOURCE_VALUE);
  g_autofree char *before = kl_writing_dup_line (kl_subject_get_status (base));
  g_autofree char *after = kl_writing_dup_line (kl_write_layout_get_status (writing, base, now));

  if (g_str_equal (before, after))
    return;
  if (mark != NULL && *after != '\0')
    kl_writing_replace (writing, base, KL_SOURCE_VALUE, after);
  else if (mark != NULL)
    {
      gsize start = mark->start;

      while (start > 0 && writing->text[start - 1] != '\n' && writing->text[start - 1] != '\r')
        start--;
      kl_patch_replace (writing->patch, start, start, kl_writing_line_end (writing, mark->end), "");
    }
  else if (section != NULL)
    {
      g_autofree char *line = g_strdup_printf ("**Status:** %s\n", after);

      kl_patch_insert (writing->patch, section->start, heading_end (writing, section), line);
    }
}

/* A label with nothing left below it goes as well, with the blank lines before it. */
static void
remove_gap_label (KlWriting *writing,
                  KlSubject *base,
                  gsize      owner)
{
  const KlSourceMark *label = kl_source_map_find (writing->map, base, KL_SOURCE_LABEL);
  gsize start = label != NULL ? label->start : 0;

  if (label == NULL)
    return;
  while (start > 0 && g_ascii_isspace (writing->text[start - 1]))
    start--;
  kl_patch_replace (writing->patch, owner, kl_writing_line_end (writing, start),
                    kl_writing_line_end (writing, label->start), "");
}

static void
write_gaps (KlWriting             *writing,
            const KlSourceSection *section,
            KlSubject             *base,
            KlSubject             *now,
            gsize                  head)
{
  GListModel *before = kl_subject_get_gaps (base);
  GListModel *after = kl_subject_get_gaps (now);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (KlWritingPlace));
  g_autoptr(GPtrArray) records = g_ptr_array_new ();
  KlWriteItems items = { section->start, head, "\n**Gaps identified:**\n", places, records, NULL, KL_DEPTH_NONE };

  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr(KlRecord) gap = g_list_model_get_item (before, i);
      KlRecord *found = kl_writing_now_of (writing, gap);

      kl_writing_add_place (places, writing, gap);
      if (found != NULL)
        kl_write_items_update (writing, gap, found, KL_DEPTH_NONE);
    }
  for (guint i = 0; i < g_list_model_get_n_items (after); i++)
    {
      g_autoptr(KlRecord) gap = g_list_model_get_item (after, i);
      KlRecord *was = kl_writing_base_of (writing, gap);

      if (was == NULL || kl_source_map_find (writing->map, was, KL_SOURCE_WHOLE) != NULL)
        g_ptr_array_add (records, gap);
    }
  if (places->len > 0)
    items.head = g_array_index (places, KlWritingPlace, 0).start;
  if (places->len > 0 && records->len == 0)
    remove_gap_label (writing, base, section->start);
  if (places->len > 0 || records->len > 0)
    kl_write_items (writing, &items);
}

static gsize
points_end (KlWriting *writing,
            KlSubject *base,
            gsize      none)
{
  GListModel *points = kl_subject_get_points (base);
  gsize end = none;

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);
      const KlSourceMark *whole = kl_source_map_find (writing->map, point, KL_SOURCE_WHOLE);

      if (whole != NULL)
        end = MAX (end, whole->end);
    }
  return end;
}

static void
update_topic (Topics    *self,
              KlSubject *base,
              KlSubject *now)
{
  KlWriting *writing = self->writing;
  guint own = GPOINTER_TO_UINT (g_hash_table_lookup (self->section_of, base));
  const KlSourceSection *section = own > 0 ? get_section (writing, (int) own - 1) : NULL;
  const KlSourceMark *item = kl_source_map_find (writing->map, base, KL_SOURCE_OWN);
  const KlSourceMark *status = kl_source_map_find (writing->map, base, KL_SOURCE_VALUE);
  KlDepth depth = section != NULL ? section->depth : KL_DEPTH_NONE;
  KlWriteItems points = { 0, 0, "", NULL, NULL, NULL, KL_DEPTH_NONE };
  gboolean is_edited = kl_writing_is_edited (writing, now);
  gsize head;

  kl_write_title_of_subject (writing, base, now);
  if (section == NULL && item == NULL)
    {
      if (is_edited)
        kl_write_points (writing, base, now, &points);
      return;
    }
  if (writing->graded && kl_subject_get_parent (now) == NULL)
    depth = kl_subject_get_depth (now);
  points.depth = depth;
  points.owner = section != NULL ? section->start : item->start;
  points.head = section != NULL ? heading_end (writing, section) : item->end;
  if (section == NULL)
    points.prefix = "  - ";
  if (status != NULL)
    points.head = kl_writing_line_end (writing, status->end);
  if (section != NULL && writing->graded && depth == KL_DEPTH_DEEP)
    points.lead = "**Topics covered:**\n";
  head = points_end (writing, base, points.head);
  write_status (writing, section, base, now);
  if (section != NULL && kl_subject_get_kind (now) == KL_SUBJECT_TOPIC)
    kl_write_facts_update (writing, base, now, section->start, points.head);
  if (is_edited)
    kl_write_points (writing, base, now, &points);
  if (is_edited && section != NULL)
    write_gaps (writing, section, base, now, head);
  if (section != NULL)
    kl_write_notes (writing, KL_RECORD (base), kl_subject_get_notes (base), kl_subject_get_notes (now), section->start,
                    section->own_end);
}

static void
collect_holders (Topics *self)
{
  KlWriting *writing = self->writing;
  GListModel *before = kl_plan_get_subjects (kl_import_get_plan (writing->base));
  GListModel *after = kl_plan_get_subjects (writing->plan);

  for (guint i = 0; i < writing->map->sections->len; i++)
    {
      const KlSourceSection *section = get_section (writing, (int) i);

      if (section->role == KL_SECTION_TOPIC && section->record != NULL)
        g_hash_table_insert (self->section_of, section->record, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (before, i);

      add_base_place (self, subject);
    }
  for (guint i = 0; i < g_list_model_get_n_items (after); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (after, i);
      int index = kl_subject_get_kind (subject) != KL_SUBJECT_EXERCISE ? holder_now (self, subject) : -1;

      if (index >= 0)
        g_ptr_array_add (g_array_index (self->holders, Holder, index).records, subject);
    }
}

/* What the plan's new sections are, comes in the order in which the whole document has them. */
static int
compare_holders (gconstpointer a,
                 gconstpointer b)
{
  const Holder *first = a;
  const Holder *second = b;

  if ((first->section < 0) != (second->section < 0))
    return first->section < 0 ? 1 : -1;
  if (first->section >= 0)
    return first->section < second->section ? -1 : first->section > second->section;
  return first->depth > second->depth ? -1 : first->depth < second->depth;
}

/**
 * kl_write_topics:
 * @writing: a writing
 *
 * Writes the topics of the plan, with their points, gaps and notes.
 */
void
kl_write_topics (KlWriting *writing)
{
  g_autoptr(GArray) holders = g_array_new (FALSE, FALSE, sizeof (Holder));
  g_autoptr(GHashTable) index_of = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) section_of = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) holder_of = g_hash_table_new (NULL, NULL);
  Topics self = { writing, holders, index_of, section_of, holder_of };
  GListModel *before = kl_plan_get_subjects (kl_import_get_plan (writing->base));

  g_array_set_clear_func (holders, clear_holder);
  collect_holders (&self);
  for (guint i = 0; i < holders->len; i++)
    {
      Holder *holder = &g_array_index (holders, Holder, i);

      for (guint j = 0; j < holder->records->len; j++)
        {
          KlSubject *base = kl_writing_base_of (writing, g_ptr_array_index (holder->records, j));
          guint own = base != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (section_of, base)) : 0;
          guint was = base != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (holder_of, base)) : 0;

          if (own > 0 && was != i + 1)
            set_level (&self, own - 1, (int) holder->level - (int) get_section (writing, (int) own - 1)->level);
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (before, i);
      KlSubject *now = kl_writing_now_of (writing, subject);

      if (now != NULL)
        update_topic (&self, subject, now);
    }

  /* Last, since the parts of a topic come behind what it says itself. */
  g_array_sort (holders, compare_holders);
  for (guint i = 0; i < holders->len; i++)
    write_holder (&self, &g_array_index (holders, Holder, i));
}
