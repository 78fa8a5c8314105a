#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KlHeadingKind:
 * @KL_HEADING_AUTO: as the reader sees fit; a choice only
 * @KL_HEADING_GROUP: a group, whose topics are the headings below it
 * @KL_HEADING_TOPIC: a topic, in its group if it has one
 * @KL_HEADING_SUBTOPIC: a part of the topic around it, or of the one before it
 * @KL_HEADING_POINTS: a point of the topic around it, with what is listed below it as its own points
 * @KL_HEADING_NOTE: notes of the topic around it, or of the plan
 * @KL_HEADING_SKIP: nothing; it stays in the document
 * @KL_HEADING_PLAN: the plan's title; no choice
 * @KL_HEADING_PART: a part of the plan that has a meaning of its own, such as its scores; no choice
 * @KL_HEADING_ATTEMPT: attempts on a topic; no choice
 *
 * What a heading of a document becomes.
 */
typedef enum
{
  KL_HEADING_AUTO,
  KL_HEADING_GROUP,
  KL_HEADING_TOPIC,
  KL_HEADING_SUBTOPIC,
  KL_HEADING_POINTS,
  KL_HEADING_NOTE,
  KL_HEADING_SKIP,
  KL_HEADING_PLAN,
  KL_HEADING_PART,
  KL_HEADING_ATTEMPT,
} KlHeadingKind;

#define KL_TYPE_HEADING_KIND (kl_heading_kind_get_type ())
GType kl_heading_kind_get_type (void);

#define KL_TYPE_HEADING (kl_heading_get_type ())

G_DECLARE_FINAL_TYPE (KlHeading, kl_heading, KL, HEADING, GObject)

KlHeading     *kl_heading_new         (const char    *title,
                                       guint          number,
                                       guint          line,
                                       guint          level,
                                       KlHeadingKind  becomes,
                                       KlHeadingKind  choice);
const char    *kl_heading_get_title   (KlHeading     *self);
guint          kl_heading_get_number  (KlHeading     *self);
guint          kl_heading_get_line    (KlHeading     *self);
guint          kl_heading_get_level   (KlHeading     *self);
KlHeadingKind  kl_heading_get_becomes (KlHeading     *self);
void           kl_heading_set_becomes (KlHeading     *self,
                                       KlHeadingKind  becomes);
KlHeadingKind  kl_heading_get_choice  (KlHeading     *self);
void           kl_heading_set_choice  (KlHeading     *self,
                                       KlHeadingKind  choice);

G_END_DECLS
