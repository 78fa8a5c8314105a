/* kl-standing.c: how a subject stands: derived from its attempts, never stored */

#include "config.h"

#include "kl-standing.h"

#include <string.h>

struct _KlStanding
{
  GObject parent_instance;

  guint n_attempts;
  KlScore score;
  char *date;
  double *recent;
  gsize n_recent;
  gboolean has_draft;
};

G_DEFINE_FINAL_TYPE (KlStanding, kl_standing, G_TYPE_OBJECT)

static void
kl_standing_finalize (GObject *object)
{
  KlStanding *self = KL_STANDING (object);

  g_free (self->date);
  g_free (self->recent);

  G_OBJECT_CLASS (kl_standing_parent_class)->finalize (object);
}

static void
kl_standing_class_init (KlStandingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_standing_finalize;
}

static void
kl_standing_init (KlStanding *self)
{
}

/**
 * kl_standing_new:
 * @n_attempts: how often the subject was explained
 * @score: the latest score, %KL_SCORE_NONE where it is not assessed
 * @date: (nullable): the day of the latest attempt
 * @recent: (array length=n_recent) (nullable): the latest scores, oldest first
 * @n_recent: how many
 * @has_draft: whether an explanation was begun and not recorded
 *
 * Returns: (transfer full): a standing, which never changes
 */
KlStanding *
kl_standing_new (guint         n_attempts,
                 KlScore       score,
                 const char   *date,
                 const double *recent,
                 gsize         n_recent,
                 gboolean      has_draft)
{
  KlStanding *self = g_object_new (KL_TYPE_STANDING, NULL);

  self->n_attempts = n_attempts;
  self->score = score;
  self->date = g_strdup (date);
  self->recent = g_memdup2 (recent, n_recent * sizeof *recent);
  self->n_recent = n_recent;
  self->has_draft = has_draft;
  return self;
}

/**
 * kl_standing_get_n_attempts:
 * @self: a standing
 *
 * Returns: how often the subject was explained
 */
guint
kl_standing_get_n_attempts (KlStanding *self)
{
  g_return_val_if_fail (KL_IS_STANDING (self), 0);

  return self->n_attempts;
}

/**
 * kl_standing_get_score:
 * @self: a standing
 *
 * Returns: the latest score, not set where the subject is not assessed (which is not the same as 0)
 */
KlScore
kl_standing_get_score (KlStanding *self)
{
  g_return_val_if_fail (KL_IS_STANDING (self), KL_SCORE_NONE);

  return self->score;
}

/**
 * kl_standing_get_date:
 * @self: a standing
 *
 * Returns: (nullable) (transfer none): the day of the latest attempt
 */
const char *
kl_standing_get_date (KlStanding *self)
{
  g_return_val_if_fail (KL_IS_STANDING (self), NULL);

  return self->date;
}

/**
 * kl_standing_get_recent:
 * @self: a standing
 * @n_recent: (out): how many
 *
 * Returns: (array length=n_recent) (transfer none) (nullable): the latest scores, oldest first
 */
const double *
kl_standing_get_recent (KlStanding *self,
                        gsize      *n_recent)
{
  g_return_val_if_fail (KL_IS_STANDING (self), NULL);

  *n_recent = self->n_recent;
  return self->recent;
}

/**
 * kl_standing_get_has_draft:
 * @self: a standing
 *
 * Returns: whether an explanation was begun and not recorded
 */
gboolean
kl_standing_get_has_draft (KlStanding *self)
{
  g_return_val_if_fail (KL_IS_STANDING (self), FALSE);

  return self->has_draft;
}

/**
 * kl_standing_equal:
 * @a: (nullable): a standing
 * @b: (nullable): another
 *
 * Returns: whether both say the same
 */
gboolean
kl_standing_equal (KlStanding *a,
                   KlStanding *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  /* By bytes, so that “not set”, a NaN, equals itself. */
  return a->n_attempts == b->n_attempts && a->has_draft == b->has_draft && a->n_recent == b->n_recent
         && g_strcmp0 (a->date, b->date) == 0
         && memcmp (&a->score, &b->score, sizeof a->score) == 0 /* NOLINT(bugprone-suspicious-memory-comparison) */
         && (a->n_recent == 0 || memcmp (a->recent, b->recent, a->n_recent * sizeof *a->recent) == 0);
}
