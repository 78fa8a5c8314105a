#pragma once

#include <gtk/gtk.h>

#include "model/kl-plan.h"

G_BEGIN_DECLS

#define KL_TYPE_EXERCISE_ROW (kl_exercise_row_get_type ())

G_DECLARE_FINAL_TYPE (KlExerciseRow, kl_exercise_row, KL, EXERCISE_ROW, GtkListBoxRow)

GtkWidget *kl_exercise_row_new          (KlPlan        *plan,
                                         KlSubject     *exercise);
void       kl_exercise_row_set_editable (KlExerciseRow *self,
                                         gboolean       editable);
void       kl_exercise_row_finish       (KlExerciseRow *self);

G_END_DECLS
