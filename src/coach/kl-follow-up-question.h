#pragma once

#include "kl-explanation-reading.h"

G_BEGIN_DECLS

/**
 * KlFollowUpKind:
 * @KL_FOLLOW_UP_NONE: the point was covered: there is nothing to ask
 * @KL_FOLLOW_UP_WHY: why it is so; of any point
 * @KL_FOLLOW_UP_WHICH_WAY: which way round it is; it was said the other way
 * @KL_FOLLOW_UP_NUMBER: which number is right; another one was said
 * @KL_FOLLOW_UP_APART: what sets the things apart that the point lists
 * @KL_FOLLOW_UP_WATCHES: who watches the thing that the point is about
 * @KL_FOLLOW_UP_FAILS: what happens if that thing fails
 *
 * What a question goes on to ask.
 */
typedef enum
{
  KL_FOLLOW_UP_NONE,
  KL_FOLLOW_UP_WHY,
  KL_FOLLOW_UP_WHICH_WAY,
  KL_FOLLOW_UP_NUMBER,
  KL_FOLLOW_UP_APART,
  KL_FOLLOW_UP_WATCHES,
  KL_FOLLOW_UP_FAILS,
} KlFollowUpKind;

KlFollowUpKind  kl_follow_up_question_choose (const char                  *point,
                                              const KlPointReading        *reading,
                                              char                       **about);
char           *kl_follow_up_question_new    (const char                  *point,
                                              const KlPointReading        *reading);
char          **kl_follow_up_question_list   (const char *const           *points,
                                              const KlExplanationReading  *reading,
                                              const KlVerdictValue        *given,
                                              const char *const           *asked,
                                              gsize                        max);

G_END_DECLS
