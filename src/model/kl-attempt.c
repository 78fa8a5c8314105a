/* kl-attempt.c: one explanation from memory, and what it was worth */

#include "config.h"

#include "kl-attempt.h"

#include <string.h>

#include "kl-feedback.h"
#include "kl-verdict.h"
#include "kl-amendment.h"

struct _KlAttempt
{
  KlRecord parent_instance;

  gint64 number;
  char *date;
  double low;
  double high;
  char *label;
  double guess;
  gboolean assisted;
  gint64 seconds;
  char *explanation;
  double suggested;
  char *source;

  GListStore *feedback;
  GListStore *verdicts;
  GListStore *amendments;
};

G_DEFINE_FINAL_TYPE (KlAttempt, kl_attempt, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "number", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlAttempt, number), NULL },
  { "date", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAttempt, date), NULL },
  { "low", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlAttempt, low), NULL },
  { "high", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlAttempt, high), NULL },
  { "label", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAttempt, label), NULL },
  { "guess", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlAttempt, guess), NULL },
  { "assisted", KL_FIELD_BOOLEAN, G_STRUCT_OFFSET (KlAttempt, assisted), NULL },
  { "seconds", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlAttempt, seconds), NULL },
  { "explanation", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAttempt, explanation), NULL },
  { "suggested", KL_FIELD_NUMBER, G_STRUCT_OFFSET (KlAttempt, suggested), NULL },
  { "source", KL_FIELD_STRING, G_STRUCT_OFFSET (KlAttempt, source), NULL },
};

static const KlList lists[] = {
  { "feedback", kl_feedback_get_type, G_STRUCT_OFFSET (KlAttempt, feedback) },
  { "verdicts", kl_verdict_get_type, G_STRUCT_OFFSET (KlAttempt, verdicts) },
  { "amendments", kl_amendment_get_type, G_STRUCT_OFFSET (KlAttempt, amendments) },
};

/* Hardly any attempt has some: no list is made to find that out. */
static GListModel *
peek_amendments (KlAttempt *self)
{
  return kl_record_peek_items (KL_RECORD (self), &lists[G_N_ELEMENTS (lists) - 1]);
}

static void
kl_attempt_class_init (KlAttemptClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
  kl_record_class_install_lists (KL_RECORD_CLASS (klass), lists, G_N_ELEMENTS (lists));
}

static void
kl_attempt_init (KlAttempt *self)
{
}

gint64
kl_attempt_get_number (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), 0);

  return self->number;
}

const char *
kl_attempt_get_date (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), NULL);

  return self->date;
}

double
kl_attempt_get_low (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), 0);

  return self->low;
}

double
kl_attempt_get_high (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), 0);

  return self->high;
}

const char *
kl_attempt_get_label (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), NULL);

  return self->label;
}

double
kl_attempt_get_guess (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), 0);

  return self->guess;
}

gboolean
kl_attempt_get_assisted (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), FALSE);

  return self->assisted;
}

gint64
kl_attempt_get_seconds (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), 0);

  return self->seconds;
}

const char *
kl_attempt_get_explanation (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), NULL);

  return self->explanation;
}

double
kl_attempt_get_suggested (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), 0);

  return self->suggested;
}

const char *
kl_attempt_get_source (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), NULL);

  return self->source;
}

GListModel *
kl_attempt_get_feedback (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[0]));
}

GListModel *
kl_attempt_get_verdicts (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[1]));
}

GListModel *
kl_attempt_get_amendments (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), NULL);

  return G_LIST_MODEL (kl_record_get_list (KL_RECORD (self), &lists[2]));
}

/**
 * kl_attempt_get_first_score:
 * @self: an attempt
 *
 * Returns: the score that was recorded, which never changes
 */
KlScore
kl_attempt_get_first_score (KlAttempt *self)
{
  g_return_val_if_fail (KL_IS_ATTEMPT (self), KL_SCORE_NONE);

  return (KlScore) { self->low, self->high };
}

/**
 * kl_attempt_has_other_score:
 * @self: an attempt with its amendments
 *
 * Returns: whether an amendment says another score than the first; not all amendments are about the score
 */
gboolean
kl_attempt_has_other_score (KlAttempt *self)
{
  GListModel *amendments = peek_amendments (self);

  for (guint i = 0; i < g_list_model_get_n_items (amendments); i++)
    {
      g_autoptr(KlAmendment) amendment = g_list_model_get_item (amendments, i);

      if (kl_score_is_set ((KlScore) { kl_amendment_get_low (amendment), kl_amendment_get_high (amendment) }))
        return TRUE;
    }

  return FALSE;
}

/**
 * kl_attempt_dup_first_amendment:
 * @self: an attempt with its amendments
 * @item: the id of something that was said about it
 *
 * Returns: (transfer full) (nullable): the first amendment of @item, which has its first words, or none where it was
 *   added later; %NULL where it is as it was recorded
 */
KlAmendment *
kl_attempt_dup_first_amendment (KlAttempt  *self,
                                const char *item)
{
  GListModel *amendments = peek_amendments (self);

  for (guint i = 0; i < g_list_model_get_n_items (amendments); i++)
    {
      g_autoptr(KlAmendment) amendment = g_list_model_get_item (amendments, i);

      if (g_strcmp0 (kl_amendment_get_item (amendment), item) == 0)
        return g_steal_pointer (&amendment);
    }

  return NULL;
}

/**
 * kl_attempt_get_score:
 * @self: an attempt with its amendments
 *
 * Returns: the score that counts: the latest amendment that has one, else the first
 */
KlScore
kl_attempt_get_score (KlAttempt *self)
{
  GListModel *amendments = peek_amendments (self);

  for (guint i = g_list_model_get_n_items (amendments); i > 0; i--)
    {
      g_autoptr(KlAmendment) amendment = g_list_model_get_item (amendments, i - 1);
      KlScore score = { kl_amendment_get_low (amendment), kl_amendment_get_high (amendment) };

      if (kl_score_is_set (score))
        return score;
    }

  return kl_attempt_get_first_score (self);
}

/**
 * kl_attempt_compare:
 * @a: an attempt
 * @b: another of the same subject
 *
 * Orders attempts by their day, then by their number: several can share one date, and a date need not have a time.
 *
 * Returns: below 0, 0 or above 0 as @a comes before, with or after @b
 */
int
kl_attempt_compare (KlAttempt *a,
                    KlAttempt *b)
{
  const gsize length_of_day = strlen ("2025-10-10");
  int by_day = strncmp (a->date != NULL ? a->date : "", b->date != NULL ? b->date : "", length_of_day);

  if (by_day != 0)
    return by_day;
  return (a->number > b->number) - (a->number < b->number);
}
