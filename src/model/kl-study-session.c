/* kl-study-session.c: time spent on a subject */

#include "config.h"

#include "kl-study-session.h"

struct _KlStudySession
{
  KlRecord parent_instance;

  int kind;
  char *started;
  gint64 seconds;
  gint64 minutes;
  char *notes;
};

G_DEFINE_FINAL_TYPE (KlStudySession, kl_study_session, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "kind", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlStudySession, kind), kl_session_kind_get_type },
  { "started", KL_FIELD_STRING, G_STRUCT_OFFSET (KlStudySession, started), NULL },
  { "seconds", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlStudySession, seconds), NULL },
  { "minutes", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlStudySession, minutes), NULL },
  { "notes", KL_FIELD_STRING, G_STRUCT_OFFSET (KlStudySession, notes), NULL },
};

static void
kl_study_session_class_init (KlStudySessionClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_study_session_init (KlStudySession *self)
{
}

KlSessionKind
kl_study_session_get_kind (KlStudySession *self)
{
  g_return_val_if_fail (KL_IS_STUDY_SESSION (self), 0);

  return (KlSessionKind) self->kind;
}

const char *
kl_study_session_get_started (KlStudySession *self)
{
  g_return_val_if_fail (KL_IS_STUDY_SESSION (self), NULL);

  return self->started;
}

gint64
kl_study_session_get_seconds (KlStudySession *self)
{
  g_return_val_if_fail (KL_IS_STUDY_SESSION (self), 0);

  return self->seconds;
}

gint64
kl_study_session_get_minutes (KlStudySession *self)
{
  g_return_val_if_fail (KL_IS_STUDY_SESSION (self), 0);

  return self->minutes;
}

const char *
kl_study_session_get_notes (KlStudySession *self)
{
  g_return_val_if_fail (KL_IS_STUDY_SESSION (self), NULL);

  return self->notes;
}
