#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

void kl_plan_editor_create_topic    (GtkWindow *window,
                                     KlLibrary *library,
                                     KlPlan    *plan);
void kl_plan_editor_create_subtopic (GtkWindow *window,
                                     KlLibrary *library,
                                     KlPlan    *plan,
                                     KlSubject *parent);
void kl_plan_editor_create_plan     (GtkWindow *window,
                                     KlLibrary *library);
void kl_plan_editor_rename_plan     (GtkWindow *window,
                                     KlLibrary *library,
                                     KlPlan    *plan);
void kl_plan_editor_duplicate_plan  (GtkWindow *window,
                                     KlLibrary *library,
                                     KlPlan    *plan);
void kl_plan_editor_delete_plan     (GtkWindow *window,
                                     KlLibrary *library,
                                     KlPlan    *plan);

G_END_DECLS
