/* kl-write-layout.c: where the parts of a plan stand in a document that does not have them yet */

#include "config.h"

#include "kl-write-layout.h"

#include "model/kl-subject.h"

static const char *const headings[] = {
  "Deep Dives Completed ✅",
  "Surface-Level Knowledge (No Deep Dive Yet) 📖",
  "Not Yet Covered ⏳",
  "Next Deep Dive",
  "Retention Scores 📊",
  "Overall Assessment",
  "Learning Strategy",
};

/**
 * kl_write_layout_depth_rank:
 * @depth: how far topics were studied
 *
 * Returns: the part of a plan that holds them
 */
KlLayoutRank
kl_write_layout_depth_rank (KlDepth depth)
{
  return depth == KL_DEPTH_DEEP ? KL_LAYOUT_DEEP : depth == KL_DEPTH_SURFACE ? KL_LAYOUT_SURFACE : KL_LAYOUT_NONE;
}

static KlLayoutRank
rank_of (const KlSourceSection *section)
{
  switch (section->role)
    {
    case KL_SECTION_DEPTH:
      return kl_write_layout_depth_rank (section->depth);

    case KL_SECTION_QUEUE:
      return KL_LAYOUT_QUEUE;

    case KL_SECTION_SCORES:
    case KL_SECTION_DATE:
    case KL_SECTION_SCORED:
      return KL_LAYOUT_SCORES;

    case KL_SECTION_ASSESSMENT:
    case KL_SECTION_EXERCISES:
      return KL_LAYOUT_ASSESSMENT;

    case KL_SECTION_STRATEGY:
      return KL_LAYOUT_STRATEGY;

    case KL_SECTION_TITLE:
    case KL_SECTION_TOPIC:
    case KL_SECTION_LABEL:
    case KL_SECTION_POINTS:
    case KL_SECTION_NOTE:
    case KL_SECTION_SKIP:
    default:
      return KL_LAYOUT_DEEP;
    }
}

static gboolean
is_outer (KlWriting             *writing,
          const KlSourceSection *section)
{
  if (section->role == KL_SECTION_TITLE)
    return FALSE;
  return section->parent < 0 ||
         g_array_index (writing->map->sections, KlSourceSection, section->parent).role == KL_SECTION_TITLE;
}

/**
 * kl_write_layout_get_level:
 * @writing: a writing
 *
 * Returns: the level of the headings that part a plan
 */
guint
kl_write_layout_get_level (KlWriting *writing)
{
  for (guint i = 0; i < writing->map->sections->len; i++)
    {
      const KlSourceSection *section = &g_array_index (writing->map->sections, KlSourceSection, i);

      if (is_outer (writing, section))
        return section->level;
    }
  return 2;
}

/* The end of what comes before the part; whether anything but the title does. */
static gboolean
find_before (KlWriting    *writing,
             KlLayoutRank  rank,
             gsize        *at)
{
  GArray *sections = writing->map->sections;
  const KlSourceSection *title = NULL;
  gboolean found = FALSE;
  gboolean later = FALSE;

  for (guint i = 0; i < sections->len; i++)
    {
      const KlSourceSection *section = &g_array_index (sections, KlSourceSection, i);

      if (section->role == KL_SECTION_TITLE)
        title = section;
      if (!is_outer (writing, section))
        continue;
      if (rank_of (section) <= rank)
        {
          *at = section->content_end;
          found = TRUE;
        }
      else
        later = TRUE;
    }
  if (!found)
    *at = title != NULL && later ? title->own_end : writing->map->content_end;
  return found;
}

/**
 * kl_write_layout_find:
 * @writing: a writing
 * @rank: a part of a plan
 *
 * Returns: where it would stand
 */
gsize
kl_write_layout_find (KlWriting    *writing,
                      KlLayoutRank  rank)
{
  gsize at;

  find_before (writing, rank, &at);
  return at;
}

/**
 * kl_write_layout_dup_lead:
 * @writing: a writing
 * @rank: a part of a plan that the document does not have
 * @at: (out): where it goes
 *
 * Returns: (transfer full): its heading, with what parts it from what comes before
 */
char *
kl_write_layout_dup_lead (KlWriting    *writing,
                          KlLayoutRank  rank,
                          gsize        *at)
{
  gboolean follows = find_before (writing, rank, at) || writing->n_added > 0;
  guint level = kl_write_layout_get_level (writing);
  g_autofree char *marks = g_strnfill (rank == KL_LAYOUT_ASSESSMENT && writing->scored ? level + 1 : level, '#');

  writing->n_added++;
  return g_strdup_printf ("%s%s %s\n\n", writing->map->ruled && follows ? "\n---\n\n" : "\n", marks, headings[rank]);
}

/**
 * kl_write_layout_get_status:
 * @writing: a writing
 * @base: (nullable): a subject of the document
 * @now: what it is now
 *
 * Returns: (transfer none) (nullable): its status in words; where no heading says how far it was studied, they do
 */
const char *
kl_write_layout_get_status (KlWriting *writing,
                            KlSubject *base,
                            KlSubject *now)
{
  static const char *const words[] = { "Not covered yet", "Surface level", "Deep dive complete" };
  KlDepth depth = kl_subject_get_depth (now);
  const char *status = kl_subject_get_status (now);
  gboolean same = base != NULL && g_strcmp0 (kl_subject_get_status (base), status) == 0;

  if (writing->graded || kl_subject_get_kind (now) == KL_SUBJECT_GROUP)
    return status;
  if (base != NULL ? same && kl_subject_get_depth (base) != depth : status == NULL && depth != KL_DEPTH_NONE)
    return words[depth];
  return status;
}
