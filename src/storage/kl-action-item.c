/* kl-action-item.c: something to do that an attempt brought up, and what the attempt was about */

#include "config.h"

#include "kl-action-item.h"

struct _KlActionItem
{
  GObject parent_instance;

  KlFeedback *feedback;
  char *subject;
  char *title;
};

G_DEFINE_FINAL_TYPE (KlActionItem, kl_action_item, G_TYPE_OBJECT)

static void
kl_action_item_finalize (GObject *object)
{
  KlActionItem *self = KL_ACTION_ITEM (object);

  g_object_unref (self->feedback);
  g_free (self->subject);
  g_free (self->title);

  G_OBJECT_CLASS (kl_action_item_parent_class)->finalize (object);
}

static void
kl_action_item_class_init (KlActionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_action_item_finalize;
}

static void
kl_action_item_init (KlActionItem *self)
{
}

/**
 * kl_action_item_new:
 * @feedback: the action item, detached
 * @subject: the id of the subject whose attempt brought it up
 * @title: (nullable): the subject's title
 *
 * Returns: (transfer full): an item, which never changes
 */
KlActionItem *
kl_action_item_new (KlFeedback *feedback,
                    const char *subject,
                    const char *title)
{
  KlActionItem *self = g_object_new (KL_TYPE_ACTION_ITEM, NULL);

  self->feedback = g_object_ref (feedback);
  self->subject = g_strdup (subject);
  self->title = g_strdup (title);
  return self;
}

/**
 * kl_action_item_get_feedback:
 * @self: an item
 *
 * Returns: (transfer none): the record, as it was when it was read
 */
KlFeedback *
kl_action_item_get_feedback (KlActionItem *self)
{
  g_return_val_if_fail (KL_IS_ACTION_ITEM (self), NULL);

  return self->feedback;
}

/**
 * kl_action_item_get_subject:
 * @self: an item
 *
 * Returns: (transfer none): the id of the subject whose attempt brought it up
 */
const char *
kl_action_item_get_subject (KlActionItem *self)
{
  g_return_val_if_fail (KL_IS_ACTION_ITEM (self), NULL);

  return self->subject;
}

/**
 * kl_action_item_get_subject_title:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): that subject's title
 */
const char *
kl_action_item_get_subject_title (KlActionItem *self)
{
  g_return_val_if_fail (KL_IS_ACTION_ITEM (self), NULL);

  return self->title;
}
