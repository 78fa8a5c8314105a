#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_QUESTION_GROUP (kl_question_group_get_type ())

G_DECLARE_FINAL_TYPE (KlQuestionGroup, kl_question_group, KL, QUESTION_GROUP, AdwPreferencesGroup)

void kl_question_group_set_questions (KlQuestionGroup *self,
                                      GListModel      *questions);

G_END_DECLS
