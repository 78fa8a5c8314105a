#pragma once

#include <adwaita.h>

#include "model/kl-plan.h"

G_BEGIN_DECLS

#define KL_TYPE_SUBJECT_ROW (kl_subject_row_get_type ())

G_DECLARE_FINAL_TYPE (KlSubjectRow, kl_subject_row, KL, SUBJECT_ROW, AdwActionRow)

GtkWidget *kl_subject_row_new         (KlPlan     *plan,
                                       KlSubject  *subject,
                                       const char *action_label);
char      *kl_subject_row_dup_details (KlPlan     *plan,
                                       KlSubject  *subject);

void       kl_subject_row_set_note    (KlSubjectRow *self,
                                       const char   *beside,
                                       const char   *note);

G_END_DECLS
