#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

#define KL_TYPE_EXERCISES_PAGE (kl_exercises_page_get_type ())

G_DECLARE_FINAL_TYPE (KlExercisesPage, kl_exercises_page, KL, EXERCISES_PAGE, KlPage)

GtkWidget *kl_exercises_page_new (KlLibrary *library,
                                  KlPlan    *plan);

G_END_DECLS
