#pragma once

#include "model/kl-feedback.h"

G_BEGIN_DECLS

#define KL_TYPE_ACTION_ITEM (kl_action_item_get_type ())

G_DECLARE_FINAL_TYPE (KlActionItem, kl_action_item, KL, ACTION_ITEM, GObject)

KlActionItem *kl_action_item_new               (KlFeedback   *feedback,
                                                const char   *subject,
                                                const char   *title);
KlFeedback   *kl_action_item_get_feedback      (KlActionItem *self);
const char   *kl_action_item_get_subject       (KlActionItem *self);
const char   *kl_action_item_get_subject_title (KlActionItem *self);

G_END_DECLS
