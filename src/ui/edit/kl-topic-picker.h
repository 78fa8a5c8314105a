#pragma once

#include <gtk/gtk.h>

#include "model/kl-plan.h"

G_BEGIN_DECLS

#define KL_TYPE_TOPIC_PICKER (kl_topic_picker_get_type ())

G_DECLARE_FINAL_TYPE (KlTopicPicker, kl_topic_picker, KL, TOPIC_PICKER, GtkPopover)

/**
 * KlTopicPickerMarkFunc:
 * @subject: a topic
 * @user_data: data
 *
 * Returns: whether @subject is one of those that were chosen
 */
typedef gboolean (*KlTopicPickerMarkFunc) (KlSubject *subject,
                                           gpointer   user_data);

GtkWidget *kl_topic_picker_new       (KlPlan                *plan);
void       kl_topic_picker_set_marks (KlTopicPicker         *self,
                                      KlTopicPickerMarkFunc  func,
                                      gpointer               user_data);
void       kl_topic_picker_update    (KlTopicPicker         *self);

G_END_DECLS
