/* kl-place.c: a place in a plan that one can go to */

#include "config.h"

#include "kl-place.h"

static const char *const names[] = { "today", "exercises", "insights", "map", "topic", "explain", "review", "attempt",
                                     "study", "restudy", "resume" };

/**
 * kl_place_new:
 * @kind: which page
 * @subject: (nullable): the id of the subject that it is about
 * @attempt: (nullable): the id of the attempt that it is about
 *
 * Returns: (transfer full): a place
 */
KlPlace *
kl_place_new (KlPlaceKind  kind,
              const char  *subject,
              const char  *attempt)
{
  KlPlace *self = g_new0 (KlPlace, 1);

  self->kind = kind;
  self->subject = g_strdup (subject);
  self->attempt = g_strdup (attempt);
  return self;
}

/**
 * kl_place_parse:
 * @text: what kl_place_print() gave, or anything else
 *
 * Returns: (transfer full) (nullable): the place, %NULL where @text names none
 */
KlPlace *
kl_place_parse (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", 3);
  guint n_parts = g_strv_length (parts);

  for (guint i = 0; n_parts > 0 && i < G_N_ELEMENTS (names); i++)
    {
      guint n_needed = i < KL_PLACE_TOPIC ? 1 : i == KL_PLACE_ATTEMPT ? 3 : 2;

      if (g_str_equal (parts[0], names[i]))
        return n_parts == n_needed ? kl_place_new ((KlPlaceKind) i, parts[1], n_parts > 2 ? parts[2] : NULL) : NULL;
    }

  return NULL;
}

/**
 * kl_place_print:
 * @self: a place
 *
 * Returns: (transfer full): the place as one word, such as “today” or “topic:ID”
 */
char *
kl_place_print (const KlPlace *self)
{
  return g_strjoin (":", names[self->kind], self->subject, self->attempt, NULL);
}

/**
 * kl_place_copy:
 * @self: a place
 *
 * Returns: (transfer full): the same place
 */
KlPlace *
kl_place_copy (const KlPlace *self)
{
  KlPlace *copy = kl_place_new (self->kind, self->subject, self->attempt);

  copy->begins = self->begins;
  return copy;
}

/**
 * kl_place_equal:
 * @self: a place
 * @other: another
 *
 * Returns: whether they are the same
 */
gboolean
kl_place_equal (const KlPlace *self,
                const KlPlace *other)
{
  return self->kind == other->kind && g_strcmp0 (self->subject, other->subject) == 0
         && g_strcmp0 (self->attempt, other->attempt) == 0;
}

/**
 * kl_place_free:
 * @self: (nullable): a place
 */
void
kl_place_free (KlPlace *self)
{
  if (self == NULL)
    return;

  g_free (self->subject);
  g_free (self->attempt);
  g_free (self);
}
