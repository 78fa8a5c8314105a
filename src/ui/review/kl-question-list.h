#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_QUESTION_LIST (kl_question_list_get_type ())

G_DECLARE_FINAL_TYPE (KlQuestionList, kl_question_list, KL, QUESTION_LIST, GtkBox)

void   kl_question_list_set_questions (KlQuestionList      *self,
                                       const char *const   *questions);
char **kl_question_list_dup_questions (KlQuestionList      *self);

G_END_DECLS
