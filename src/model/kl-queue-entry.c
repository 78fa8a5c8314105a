/* kl-queue-entry.c: what to dive into next, and why */

#include "config.h"

#include "kl-queue-entry.h"

struct _KlQueueEntry
{
  KlRecord parent_instance;

  char *subject;
  char *title;
  gint64 minutes;
  char *why;
  char *prerequisites;
  char *source;
};

G_DEFINE_FINAL_TYPE (KlQueueEntry, kl_queue_entry, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "subject", KL_FIELD_REFERENCE, G_STRUCT_OFFSET (KlQueueEntry, subject), NULL },
  { "title", KL_FIELD_STRING, G_STRUCT_OFFSET (KlQueueEntry, title), NULL },
  { "minutes", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlQueueEntry, minutes), NULL },
  { "why", KL_FIELD_STRING, G_STRUCT_OFFSET (KlQueueEntry, why), NULL },
  { "prerequisites", KL_FIELD_STRING, G_STRUCT_OFFSET (KlQueueEntry, prerequisites), NULL },
  { "source", KL_FIELD_STRING, G_STRUCT_OFFSET (KlQueueEntry, source), NULL },
};

static void
kl_queue_entry_class_init (KlQueueEntryClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_queue_entry_init (KlQueueEntry *self)
{
}

const char *
kl_queue_entry_get_subject (KlQueueEntry *self)
{
  g_return_val_if_fail (KL_IS_QUEUE_ENTRY (self), NULL);

  return self->subject;
}

const char *
kl_queue_entry_get_title (KlQueueEntry *self)
{
  g_return_val_if_fail (KL_IS_QUEUE_ENTRY (self), NULL);

  return self->title;
}

gint64
kl_queue_entry_get_minutes (KlQueueEntry *self)
{
  g_return_val_if_fail (KL_IS_QUEUE_ENTRY (self), 0);

  return self->minutes;
}

const char *
kl_queue_entry_get_why (KlQueueEntry *self)
{
  g_return_val_if_fail (KL_IS_QUEUE_ENTRY (self), NULL);

  return self->why;
}

const char *
kl_queue_entry_get_prerequisites (KlQueueEntry *self)
{
  g_return_val_if_fail (KL_IS_QUEUE_ENTRY (self), NULL);

  return self->prerequisites;
}

const char *
kl_queue_entry_get_source (KlQueueEntry *self)
{
  g_return_val_if_fail (KL_IS_QUEUE_ENTRY (self), NULL);

  return self->source;
}
