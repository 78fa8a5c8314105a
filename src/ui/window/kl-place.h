#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlPlaceKind:
 * @KL_PLACE_TODAY: what there is to do
 * @KL_PLACE_EXERCISES: the list of exercises
 * @KL_PLACE_INSIGHTS: how it goes on the whole
 * @KL_PLACE_MAP: the topics and what they need
 * @KL_PLACE_TOPIC: a subject, with all that stands under it
 * @KL_PLACE_EXPLAIN: explaining a subject
 * @KL_PLACE_REVIEW: reading an explanation back
 * @KL_PLACE_ATTEMPT: a recorded attempt
 * @KL_PLACE_STUDY: a deep dive into a subject
 * @KL_PLACE_RESTUDY: going through what was missed of a subject
 * @KL_PLACE_RESUME: explaining a subject or reading it back, wherever its draft stands
 *
 * Which page.
 */
typedef enum
{
  KL_PLACE_TODAY,
  KL_PLACE_EXERCISES,
  KL_PLACE_INSIGHTS,
  KL_PLACE_MAP,
  KL_PLACE_TOPIC,
  KL_PLACE_EXPLAIN,
  KL_PLACE_REVIEW,
  KL_PLACE_ATTEMPT,
  KL_PLACE_STUDY,
  KL_PLACE_RESTUDY,
  KL_PLACE_RESUME,
} KlPlaceKind;

/**
 * KlPlace:
 * @kind: which page
 * @subject: (nullable): the id of the subject that it is about
 * @attempt: (nullable): the id of the attempt that it is about
 * @begins: whether a study session begins there where none is under way. It is about the way there and not about the
 *   place: neither compared nor written, and whoever comes back begins nothing.
 *
 * A place in a plan that one can go to and come back to.
 */
typedef struct
{
  KlPlaceKind  kind;
  char        *subject;
  char        *attempt;
  gboolean     begins;
} KlPlace;

KlPlace    *kl_place_new        (KlPlaceKind    kind,
                                 const char    *subject,
                                 const char    *attempt);
KlPlace    *kl_place_parse      (const char    *text);
char       *kl_place_print      (const KlPlace *self);
KlPlace    *kl_place_copy       (const KlPlace *self);
gboolean    kl_place_equal      (const KlPlace *self,
                                 const KlPlace *other);
void        kl_place_free       (KlPlace       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlPlace, kl_place_free)

G_END_DECLS
