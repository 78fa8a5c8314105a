/* kl-duty.c: one thing that there is to do on a day, with why */

#include "config.h"

#include "kl-duty.h"

struct _KlDuty
{
  GObject parent_instance;

  KlSubject *subject;
  KlDutyKind kind;
  gint64 due;
  gboolean has_expectation;
  KlExpectation expectation;
  char *why;
};

G_DEFINE_FINAL_TYPE (KlDuty, kl_duty, G_TYPE_OBJECT)

static void
kl_duty_finalize (GObject *object)
{
  KlDuty *self = KL_DUTY (object);

  g_clear_object (&self->subject);
  g_free (self->why);

  G_OBJECT_CLASS (kl_duty_parent_class)->finalize (object);
}

static void
kl_duty_class_init (KlDutyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_duty_finalize;
}

static void
kl_duty_init (KlDuty *self)
{
}

/**
 * kl_duty_new:
 * @prospect: how it goes on with a subject
 * @kind: what of it there is to do: its kind, or %KL_DUTY_RESTUDY
 * @why: why, in one sentence
 *
 * Returns: (transfer full): what there is to do; it never changes
 */
KlDuty *
kl_duty_new (const KlProspect *prospect,
             KlDutyKind        kind,
             const char       *why)
{
  KlDuty *self = g_object_new (KL_TYPE_DUTY, NULL);

  self->subject = g_object_ref (prospect->subject);
  self->kind = kind;
  self->due = kind == KL_DUTY_RESTUDY ? prospect->restudy : prospect->due;
  self->has_expectation = prospect->is_assessed;
  self->expectation = prospect->expectation;
  self->why = g_strdup (why);
  return self;
}

/**
 * kl_duty_get_subject:
 * @self: a duty
 *
 * Returns: (transfer none): what it is about
 */
KlSubject *
kl_duty_get_subject (KlDuty *self)
{
  g_return_val_if_fail (KL_IS_DUTY (self), NULL);

  return self->subject;
}

KlDutyKind
kl_duty_get_kind (KlDuty *self)
{
  g_return_val_if_fail (KL_IS_DUTY (self), KL_DUTY_TOPIC);

  return self->kind;
}

/**
 * kl_duty_get_due:
 * @self: a duty
 *
 * Returns: the number of the day since which it is due, 0 where it may be done on any day
 */
gint64
kl_duty_get_due (KlDuty *self)
{
  g_return_val_if_fail (KL_IS_DUTY (self), 0);

  return self->due;
}

/**
 * kl_duty_get_expectation:
 * @self: a duty
 *
 * Returns: (transfer none) (nullable): what is expected of an explanation now, %NULL where the subject is not assessed
 */
const KlExpectation *
kl_duty_get_expectation (KlDuty *self)
{
  g_return_val_if_fail (KL_IS_DUTY (self), NULL);

  return self->has_expectation ? &self->expectation : NULL;
}

const char *
kl_duty_get_why (KlDuty *self)
{
  g_return_val_if_fail (KL_IS_DUTY (self), NULL);

  return self->why;
}

/**
 * kl_duty_equal:
 * @self: a duty
 * @other: another
 *
 * Returns: whether both say the same
 */
gboolean
kl_duty_equal (KlDuty *self,
               KlDuty *other)
{
  return self->subject == other->subject && self->kind == other->kind && self->due == other->due
         && self->has_expectation == other->has_expectation
         && (!self->has_expectation
             || (self->expectation.score >= other->expectation.score
                 && self->expectation.score <= other->expectation.score))
         && g_strcmp0 (self->why, other->why) == 0;
}
