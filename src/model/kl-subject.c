/* kl-subject.c: what can be explained: a topic, a subtopic, or an exercise over several topics */

#include "config.h"

#include "kl-subject.h"

#include "kl-point.h"
#include "kl-gap.h"
#include "kl-link.h"
#include "kl-attempt.h"
#include "kl-draft.h"
#include "kl-study-session.h"

struct _KlSubject
{
  KlRecord parent_instance;

  int kind;
  char *parent;
  char *title;
  int depth;
  char *status;
  gint64 minutes;
  char *notes;
  char *source;
  char *due;
  gint64 due_attempts;

  GListStore *points;
  GListStore *gaps;
  GListStore *links;
  GListStore *attempts;
  GListStore *sessions;
  GListStore *drafts;

  KlStanding *standing;
};

G_DEFINE_FINAL_TYPE (KlSubject, kl_subject, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "kind", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlSubject, kind), kl_subject_kind_get_type },
  { "parent", KL_FIELD_REFERENCE, G_STRUCT_OFFSET (KlSubject, parent), NULL },
  { "title", KL_FIELD_STRING, G_STRUCT_OFFSET (KlSubject, title), NULL },
  { "depth", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlSubject, depth), kl_depth_get_type },
  { "status", KL_FIELD_STRING, G_STRUCT_OFFSET (KlSubject, status), NULL },
  { "minutes", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlSubject, minutes), NULL },
  { "notes", KL_FIELD_STRING, G_STRUCT_OFFSET (KlSubject, notes), NULL },
  { "source", KL_FIELD_STRING, G_STRUCT_OFFSET (KlSubject, source), NULL },
  { "due", KL_FIELD_STRING, G_STRUCT_OFFSET (KlSubject, due), NULL },
  { "due-attempts", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlSubject, due_attempts), NULL },
};

static const KlList lists[] = {
  { "points", kl_point_get_type, G_STRUCT_OFFSET (KlSubject, points) },
  { "gaps", kl_gap_get_type, G_STRUCT_OFFSET (KlSubject, gaps) },
  { "links", kl_link_get_type, G_STRUCT_OFFSET (KlSubject, links) },
  { "attempts", kl_attempt_get_type, G_STRUCT_OFFSET (KlSubject, attempts) },
  { "sessions", kl_study_session_get_type, G_STRUCT_OFFSET (KlSubject, sessions) },
  { "drafts", kl_draft_get_type, G_STRUCT_OFFSET (KlSubject, drafts) },
};

/* After the numbers that the base class gives to fields and lists. */
enum
{
  PROP_STANDING = 100,
};

static GParamSpec *standing_pspec;

static void
kl_subject_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (prop_id == PROP_STANDING)
    g_value_set_object (value, KL_SUBJECT (object)->standing);
  else
    G_OBJECT_CLASS (kl_subject_parent_class)->get_property (object, prop_id, value, pspec);
}

static void
kl_subject_finalize (GObject *object)
{
  KlSubject *self = KL_SUBJECT (object);

  g_clear_object (&self->standing);

  G_OBJECT_CLASS (kl_subject_parent_class)->finalize (object);
}

static void
kl_subject_class_init (KlSubjectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_subject_finalize;

  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
  kl_record_class_install_lists (KL_RECORD_CLASS (klass), lists, G_N_ELEMENTS (lists));
  G_OBJECT_CLASS (klass)->get_property = kl_subject_get_property;

  standing_pspec = g_param_spec_object ("standing", NULL, NULL, KL_TYPE_STANDING,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_STANDING, standing_pspec);
}

static void
kl_subject_init (KlSubject *self)
{
}

KlSubjectKind
kl_subject_get_kind (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), 0);

  return (KlSubjectKind) self->kind;
}

const char *
kl_subject_get_parent (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return self->parent;
}

const char *
kl_subject_get_title (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return self->title;
}

KlDepth
kl_subject_get_depth (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), 0);

  return (KlDepth) self->depth;
}

const char *
kl_subject_get_status (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return self->status;
}

gint64
kl_subject_get_minutes (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), 0);

  return self->minutes;
}

const char *
kl_subject_get_notes (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return self->notes;
}

const char *
kl_subject_get_source (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return self->source;
}

/**
 * kl_subject_get_due:
 * @self: a subject
 *
 * Returns: (nullable): the day that the person wants to explain it on, whatever the scheduler says; it counts until the
 *   next attempt, as long as there are no more attempts than kl_subject_get_due_attempts()
 */
const char *
kl_subject_get_due (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return self->due;
}

/**
 * kl_subject_get_due_attempts:
 * @self: a subject
 *
 * Returns: how many attempts counted when the day was set
 */
gint64
kl_subject_get_due_attempts (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), 0);

  return self->due_attempts;
}

GListModel *
kl_subject_get_points (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[0]));
}

GListModel *
kl_subject_get_gaps (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[1]));
}

GListModel *
kl_subject_get_links (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[2]));
}

GListModel *
kl_subject_get_attempts (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[3]));
}

/**
 * kl_subject_find_attempt:
 * @self: a subject, loaded
 * @number: the number of an attempt, which no other of the subject has
 *
 * Returns: (transfer none) (nullable): the attempt
 */
KlAttempt *
kl_subject_find_attempt (KlSubject *self,
                         gint64     number)
{
  GListModel *attempts = kl_subject_get_attempts (self);

  for (guint i = 0; i < g_list_model_get_n_items (attempts); i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);

      /* The subject's list keeps it alive. */
      if (kl_attempt_get_number (attempt) == number)
        return attempt;
    }
  return NULL;
}

GListModel *
kl_subject_get_sessions (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[4]));
}

/**
 * kl_subject_get_drafts:
 * @self: a subject
 *
 * Returns: (transfer none): the explanation that is being written, if there is one; filled where a whole plan was read
 *   detached, and nowhere else, for it changes with every word
 */
GListModel *
kl_subject_get_drafts (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[5]));
}

/**
 * kl_subject_get_standing:
 * @self: a subject
 *
 * Returns: (nullable) (transfer none): how it stands, %NULL until the library has looked
 */
KlStanding *
kl_subject_get_standing (KlSubject *self)
{
  g_return_val_if_fail (KL_IS_SUBJECT (self), NULL);

  return self->standing;
}

/**
 * kl_subject_set_standing:
 * @self: a subject
 * @standing: (nullable): how it stands, as derived from its attempts
 */
void
kl_subject_set_standing (KlSubject  *self,
                         KlStanding *standing)
{
  g_return_if_fail (KL_IS_SUBJECT (self));

  if (kl_standing_equal (self->standing, standing))
    return;

  g_set_object (&self->standing, standing);
  g_object_notify_by_pspec (G_OBJECT (self), standing_pspec);
}
