/* kl-write-title.c: what a plan and its topics are called, wherever the document says so */

#include "config.h"

#include "kl-write-title.h"

#include <string.h>

#include "kl-phrase.h"

/* An underlined heading becomes one behind `#`: its line would have to grow with it. */
static void
replace_heading (KlWriting             *writing,
                 const KlSourceSection *section,
                 const char            *text)
{
  gsize end = kl_writing_line_end (writing, section->title[1]);
  gboolean closed
    = section->atx && memchr (writing->text + section->title[1], '#', end - section->title[1]) != NULL;
  g_autofree char *words = closed ? kl_writing_dup_line (text) : kl_writing_dup_title (text);
  g_autoptr(GString) title = g_string_new (words);
  g_autofree char *marks = NULL;
  g_autofree char *heading = NULL;

  if (section->atx)
    {
      /* A heading without words may be nothing but its marks, and is none where words stand right at them. */
      if (section->title[0] > 0 && writing->text[section->title[0] - 1] == '#')
        g_string_prepend_c (title, ' ');
      if (closed && section->title[0] == section->title[1])
        g_string_append_c (title, ' ');
      kl_patch_replace (writing->patch, section->start, section->title[0], section->title[1], title->str);
      return;
    }
  marks = g_strnfill (section->level, '#');
  heading = g_strdup_printf ("%s %s\n", marks, words);
  end = kl_writing_line_end (writing, kl_writing_line_end (writing, section->title[0]));
  kl_patch_replace (writing->patch, section->start, section->title[0], end, heading);
}

/* Front matter takes a value as it stands, but for what would end it or begin something else. */
static char *
dup_front_value (const char *title)
{
  const char quote = strchr (title, '"') == NULL ? '"' : '\'';

  if (strpbrk (title, ":#\"'[]{}&*!|>%@`,") == NULL && *title != '-' && *title != '?')
    return g_strdup (title);
  return g_strdup_printf ("%c%s%c", quote, title, quote);
}

/**
 * kl_write_title_of_plan:
 * @writing: a writing
 * @document: (nullable): what the plan was imported from
 *
 * Writes the plan's title if it was renamed in KLearn: into the heading or the front matter that has it, else above
 * everything else.
 */
void
kl_write_title_of_plan (KlWriting  *writing,
                        KlDocument *document)
{
  const KlSourceSection *section = kl_writing_find_section (writing, KL_SECTION_TITLE);
  KlRecord *base = KL_RECORD (kl_import_get_plan (writing->base));
  const KlSourceMark *front = kl_source_map_find (writing->map, base, KL_SOURCE_TEXT);
  const char *before = document != NULL ? kl_document_get_title (document) : NULL;
  const char *after = kl_plan_get_title (writing->plan);
  g_autofree char *title = kl_writing_dup_title (after);

  if (before == NULL || *title == '\0' || g_strcmp0 (before, after) == 0 ||
      g_strcmp0 (kl_plan_get_title (KL_PLAN (base)), after) == 0)
    return;
  if (section != NULL && section->title[0] < section->title[1])
    replace_heading (writing, section, after);
  else if (front != NULL)
    {
      g_autofree char *line = kl_writing_dup_line (after);
      g_autofree char *value = dup_front_value (line);

      kl_patch_replace (writing->patch, 0, front->start, front->end, value);
    }
  else
    {
      g_autofree char *lines = g_strdup_printf ("# %s\n\n", title);

      /* The byte order mark is not a line of its own. */
      kl_patch_replace (writing->patch, 0, writing->map->body_start, writing->map->body_start, lines);
    }
}

/* A score's heading may call its topic by another name, with another number before it or none. */
static void
replace_name (KlWriting             *writing,
              const KlSourceSection *section,
              const char            *written,
              KlSubject             *base,
              KlSubject             *now)
{
  const char *old = kl_subject_get_title (base);
  const char *title = kl_subject_get_title (now);
  gsize number = (gsize) (kl_phrase_skip_ordinal (written) - written);
  gboolean is_numbered = kl_phrase_skip_ordinal (old) != old;
  g_autofree char *line = kl_writing_dup_line (number == 0 && is_numbered ? kl_phrase_skip_ordinal (title) : title);

  kl_patch_replace (writing->patch, section->start, section->title[0] + (is_numbered ? 0 : number), section->title[1],
                    line);
}

/**
 * kl_write_title_of_subject:
 * @writing: a writing
 * @base: a subject of the document
 * @now: what it is now
 *
 * Writes the title of a topic, a group or an exercise into all headings and items that have it.
 */
void
kl_write_title_of_subject (KlWriting *writing,
                           KlSubject *base,
                           KlSubject *now)
{
  g_autofree char *line = kl_writing_dup_item (kl_subject_get_title (now));
  g_autofree char *old = kl_phrase_fold (kl_subject_get_title (base));

  if (g_strcmp0 (kl_subject_get_title (base), kl_subject_get_title (now)) == 0 || *line == '\0')
    return;
  kl_writing_replace (writing, base, KL_SOURCE_TEXT, line);
  for (guint i = 0; i < writing->map->sections->len; i++)
    {
      const KlSourceSection *section = &g_array_index (writing->map->sections, KlSourceSection, i);
      g_autofree char *written = NULL;
      g_autofree char *folded = NULL;

      if (section->record != KL_RECORD (base))
        continue;
      written = g_strndup (writing->text + section->title[0], section->title[1] - section->title[0]);
      folded = kl_phrase_fold (written);
      if (!section->atx || g_str_equal (folded, old))
        replace_heading (writing, section, kl_subject_get_title (now));
      else if (section->role == KL_SECTION_SCORED)
        replace_name (writing, section, written, base, now);
    }
}
