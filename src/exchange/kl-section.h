#pragma once

#include "kl-heading-choices.h"
#include "kl-outline.h"
#include "kl-reading.h"
#include "model/kl-depth.h"

G_BEGIN_DECLS

typedef enum
{
  KL_SECTION_TITLE,
  KL_SECTION_DEPTH,
  KL_SECTION_QUEUE,
  KL_SECTION_SCORES,
  KL_SECTION_DATE,
  KL_SECTION_ASSESSMENT,
  KL_SECTION_EXERCISES,
  KL_SECTION_STRATEGY,
  KL_SECTION_TOPIC,
  KL_SECTION_SCORED,
  KL_SECTION_LABEL,
  KL_SECTION_POINTS,
  KL_SECTION_NOTE,
  KL_SECTION_SKIP,
} KlSectionRole;

/**
 * KlSection:
 * @role: what its heading makes of it
 * @depth: how far its topics were studied
 * @level: of the heading
 * @line: of the heading
 * @first: index of the first block below the heading
 * @end: one past the last block before the next heading
 * @parent: index of the section around it, -1 for none
 * @choice: what the person wants it to become; it holds for the headings below too, if that is points, notes or nothing
 * @title: of the heading, as written
 * @draft: the subject that it became
 * @name_end: of a score: where that part of @title ends that names the topic, in bytes; 0 for any other heading
 * @graded: whether a section named that depth, so that its points may have words for their own
 * @has_items: whether list items stand right below it
 * @has_labels: whether paragraphs with labels stand right below it
 * @has_topics: whether topics lie in it
 * @is_contents: whether what is listed there are the headings of the document
 * @is_bands: whether what is listed there are the bands of scores
 * @scored: whether a score stands right below it
 *
 * A heading and what is below it, up to the next heading. A document may be nothing but headings, so it is small.
 */
typedef struct
{
  KlSectionRole   role;
  KlDepth         depth;
  guint           level;
  guint           line;
  guint           first;
  guint           end;
  int             parent;
  KlHeadingKind   choice;
  char           *title;
  KlDraftSubject *draft;
  guint           name_end;
  guint           graded : 1;
  guint           has_items : 1;
  guint           has_labels : 1;
  guint           has_topics : 1;
  guint           is_contents : 1;
  guint           is_bands : 1;
  guint           scored : 1;
} KlSection;

GArray    *kl_section_read_all   (KlOutline     *outline,
                                  const char    *choices);
gboolean   kl_section_is_group   (const KlSection *section);
KlHeadingKind kl_section_get_kind (GArray       *sections,
                                  KlSection     *section);
gsize      kl_section_find_grade_mark (const char *text);
gboolean   kl_section_is_guess   (const char    *label);
gboolean   kl_section_is_score   (const char    *label,
                                  const char    *value);
KlSection *kl_section_get_parent (GArray        *sections,
                                  KlSection     *section);

G_END_DECLS
