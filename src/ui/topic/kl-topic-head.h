#pragma once

#include <adwaita.h>

#include "model/kl-plan.h"

G_BEGIN_DECLS

#define KL_TYPE_TOPIC_HEAD (kl_topic_head_get_type ())

G_DECLARE_FINAL_TYPE (KlTopicHead, kl_topic_head, KL, TOPIC_HEAD, GtkBox)

GtkWidget *kl_topic_head_new          (KlPlan      *plan,
                                       KlSubject   *subject,
                                       GtkWidget   *next_focus);
void       kl_topic_head_rename       (KlTopicHead *self);
void       kl_topic_head_edit_minutes (KlTopicHead *self);
void       kl_topic_head_finish       (KlTopicHead *self);

G_END_DECLS
