/* kl-correction-check.c: a correction of an earlier attempt, and which side of it an explanation stands on */

#include "config.h"

#include "kl-correction-check.h"

#include "kl-text-places.h"

#include <glib/gi18n.h>
#include <string.h>

struct _KlCorrectionCheck
{
  GObject parent_instance;

  char *wrong;
  char *right;
  KlCorrectionSide side;
  GArray *places;
};

G_DEFINE_FINAL_TYPE (KlCorrectionCheck, kl_correction_check, G_TYPE_OBJECT)

static void
kl_correction_check_finalize (GObject *object)
{
  KlCorrectionCheck *self = KL_CORRECTION_CHECK (object);

  g_free (self->wrong);
  g_free (self->right);
  g_array_unref (self->places);

  G_OBJECT_CLASS (kl_correction_check_parent_class)->finalize (object);
}

static void
kl_correction_check_class_init (KlCorrectionCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_correction_check_finalize;
}

static void
kl_correction_check_init (KlCorrectionCheck *self)
{
}

/**
 * kl_correction_check_new:
 * @wrong: what was said
 * @right: what is right
 * @side: which of them an explanation says
 * @places: (element-type KlTextPlace): where it says so
 *
 * Returns: (transfer full): what came of looking for the correction
 */
KlCorrectionCheck *
kl_correction_check_new (const char       *wrong,
                         const char       *right,
                         KlCorrectionSide  side,
                         GArray           *places)
{
  KlCorrectionCheck *self = g_object_new (KL_TYPE_CORRECTION_CHECK, NULL);

  self->wrong = g_strdup (wrong);
  self->right = g_strdup (right);
  self->side = side;
  self->places = g_array_ref (places);
  return self;
}

const char *
kl_correction_check_get_wrong (KlCorrectionCheck *self)
{
  g_return_val_if_fail (KL_IS_CORRECTION_CHECK (self), NULL);

  return self->wrong;
}

const char *
kl_correction_check_get_right (KlCorrectionCheck *self)
{
  g_return_val_if_fail (KL_IS_CORRECTION_CHECK (self), NULL);

  return self->right;
}

KlCorrectionSide
kl_correction_check_get_side (KlCorrectionCheck *self)
{
  g_return_val_if_fail (KL_IS_CORRECTION_CHECK (self), KL_SIDE_NEITHER);

  return self->side;
}

const GArray *
kl_correction_check_get_places (KlCorrectionCheck *self)
{
  g_return_val_if_fail (KL_IS_CORRECTION_CHECK (self), NULL);

  return self->places;
}

static int
rank (KlCorrectionSide side)
{
  switch (side)
    {
    case KL_SIDE_WRONG:
      return 0;
    case KL_SIDE_RIGHT:
      return 1;
    case KL_SIDE_NEITHER:
    default:
      return 2;
    }
}

/**
 * kl_correction_check_compare:
 * @a: one
 * @b: another one
 *
 * Returns: less than 0 where @a comes first: what is wrong again, then what is right now, then what was not mentioned
 */
int
kl_correction_check_compare (KlCorrectionCheck *a,
                             KlCorrectionCheck *b)
{
  return rank (a->side) - rank (b->side);
}

/**
 * kl_correction_check_equal:
 * @a: one
 * @b: another one
 *
 * Returns: whether both say the same
 */
gboolean
kl_correction_check_equal (KlCorrectionCheck *a,
                           KlCorrectionCheck *b)
{
  return a->side == b->side && g_str_equal (a->wrong, b->wrong) && g_str_equal (a->right, b->right)
         && a->places->len == b->places->len
         && (a->places->len == 0
             || memcmp (a->places->data, b->places->data, a->places->len * sizeof (KlTextPlace)) == 0);
}

/**
 * kl_correction_check_dup_title:
 * @self: a check
 *
 * Returns: (transfer full): what the explanation does with it, with a sign before it
 */
char *
kl_correction_check_dup_title (KlCorrectionCheck *self)
{
  switch (self->side)
    {
    case KL_SIDE_WRONG:
      /* Translators: %s is what was wrong in an earlier explanation too */
      return g_strdup_printf (_("✗ Stands on the wrong side again: %s"), self->wrong);
    case KL_SIDE_RIGHT:
      /* Translators: %s is what was wrong in an earlier explanation */
      return g_strdup_printf (_("✓ Now right: %s"), self->right);
    case KL_SIDE_NEITHER:
    default:
      /* Translators: %s is what was wrong in an earlier explanation */
      return g_strdup_printf (_("– Not mentioned: %s"), self->right);
    }
}

/**
 * kl_correction_check_dup_other_side:
 * @self: a check
 *
 * Returns: (transfer full): the side of the correction that kl_correction_check_dup_title() does not say
 */
char *
kl_correction_check_dup_other_side (KlCorrectionCheck *self)
{
  if (self->side == KL_SIDE_WRONG)
    /* Translators: %s is what is right */
    return g_strdup_printf (_("Correct: %s"), self->right);
  /* Translators: %s is what was wrong */
  return g_strdup_printf (_("Earlier: %s"), self->wrong);
}
