/* kl-dive.c: a topic that is worth a deep dive, with why */

#include "config.h"

#include "kl-dive.h"

struct _KlDive
{
  GObject parent_instance;

  KlQueueEntry *entry;
  KlSubject *subject;
  char *why;
};

G_DEFINE_FINAL_TYPE (KlDive, kl_dive, G_TYPE_OBJECT)

static void
kl_dive_finalize (GObject *object)
{
  KlDive *self = KL_DIVE (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->subject);
  g_free (self->why);

  G_OBJECT_CLASS (kl_dive_parent_class)->finalize (object);
}

static void
kl_dive_class_init (KlDiveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_dive_finalize;
}

static void
kl_dive_init (KlDive *self)
{
}

/**
 * kl_dive_new:
 * @entry: (nullable): the entry of the study queue that names it
 * @subject: (nullable): the topic, %NULL where the entry names none
 * @why: why, in one sentence
 *
 * Returns: (transfer full): a dive; it never changes
 */
KlDive *
kl_dive_new (KlQueueEntry *entry,
             KlSubject    *subject,
             const char   *why)
{
  KlDive *self = g_object_new (KL_TYPE_DIVE, NULL);

  g_set_object (&self->entry, entry);
  g_set_object (&self->subject, subject);
  self->why = g_strdup (why);
  return self;
}

/**
 * kl_dive_get_entry:
 * @self: a dive
 *
 * Returns: (transfer none) (nullable): the entry of the study queue that names it
 */
KlQueueEntry *
kl_dive_get_entry (KlDive *self)
{
  g_return_val_if_fail (KL_IS_DIVE (self), NULL);

  return self->entry;
}

/**
 * kl_dive_get_subject:
 * @self: a dive
 *
 * Returns: (transfer none) (nullable): the topic, where the plan has it
 */
KlSubject *
kl_dive_get_subject (KlDive *self)
{
  g_return_val_if_fail (KL_IS_DIVE (self), NULL);

  return self->subject;
}

/**
 * kl_dive_get_title:
 * @self: a dive
 *
 * Returns: (transfer none): what it is called: as the queue has it, else as the topic is called
 */
const char *
kl_dive_get_title (KlDive *self)
{
  const char *title = NULL;

  g_return_val_if_fail (KL_IS_DIVE (self), "");

  if (self->entry != NULL)
    title = kl_queue_entry_get_title (self->entry);
  if (title == NULL && self->subject != NULL)
    title = kl_subject_get_title (self->subject);
  return title != NULL ? title : "";
}

/**
 * kl_dive_get_minutes:
 * @self: a dive
 *
 * Returns: how long it shall take, 0 where nothing is said
 */
gint64
kl_dive_get_minutes (KlDive *self)
{
  gint64 minutes = 0;

  g_return_val_if_fail (KL_IS_DIVE (self), 0);

  if (self->entry != NULL)
    minutes = kl_queue_entry_get_minutes (self->entry);
  if (minutes == 0 && self->subject != NULL)
    minutes = kl_subject_get_minutes (self->subject);
  return MAX (minutes, 0);
}

const char *
kl_dive_get_why (KlDive *self)
{
  g_return_val_if_fail (KL_IS_DIVE (self), NULL);

  return self->why;
}

/**
 * kl_dive_equal:
 * @self: a dive
 * @other: another
 *
 * Returns: whether both say the same
 */
gboolean
kl_dive_equal (KlDive *self,
               KlDive *other)
{
  return self->entry == other->entry && self->subject == other->subject && g_strcmp0 (self->why, other->why) == 0;
}
