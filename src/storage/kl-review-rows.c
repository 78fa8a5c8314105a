/* kl-review-rows.c: what a library knows of when subjects were explained and studied */

#include "config.h"

#include "kl-review-rows.h"

/* Facts of one size, each of a subject; grouped, those of one subject stand together. */
typedef struct
{
  GArray *facts;
  GArray *subjects; /* of guint: whose each is */
  GArray *begins;   /* of guint, by subject, and one more: where those of each begin */
} Facts;

struct _KlReviewRows
{
  gatomicrefcount ref_count;

  GPtrArray *ids;
  Facts attempts;
  Facts sessions;
};

static void
facts_init (Facts *self,
            guint  size)
{
  self->facts = g_array_new (FALSE, FALSE, size);
  self->subjects = g_array_new (FALSE, FALSE, sizeof (guint));
  self->begins = g_array_new (FALSE, TRUE, sizeof (guint));
}

static void
facts_clear (Facts *self)
{
  g_array_unref (self->facts);
  g_array_unref (self->subjects);
  g_array_unref (self->begins);
}

static void
facts_add (Facts         *self,
           guint          subject,
           gconstpointer  fact)
{
  g_array_append_vals (self->facts, fact, 1);
  g_array_append_val (self->subjects, subject);
}

/* Those of a subject keep their order. */
static void
facts_group (Facts *self,
             guint  n_subjects)
{
  gsize size = g_array_get_element_size (self->facts);
  GArray *grouped = g_array_sized_new (FALSE, FALSE, (guint) size, self->facts->len);
  g_autofree guint *next = g_new (guint, n_subjects);

  g_array_set_size (self->begins, n_subjects + 1);
  for (guint i = 0; i < self->subjects->len; i++)
    g_array_index (self->begins, guint, g_array_index (self->subjects, guint, i) + 1)++;
  for (guint i = 0; i < n_subjects; i++)
    {
      next[i] = g_array_index (self->begins, guint, i);
      g_array_index (self->begins, guint, i + 1) += next[i];
    }

  g_array_set_size (grouped, self->facts->len);
  for (guint i = 0; i < self->subjects->len; i++)
    {
      guint place = next[g_array_index (self->subjects, guint, i)]++;

      memcpy (grouped->data + size * place, self->facts->data + size * i, size);
    }
  g_array_unref (self->facts);
  self->facts = grouped;
  g_array_set_size (self->subjects, 0);
}

static gconstpointer
facts_get (const Facts *self,
           guint        subject,
           gsize       *n_facts)
{
  guint begin = g_array_index (self->begins, guint, subject);

  *n_facts = g_array_index (self->begins, guint, subject + 1) - begin;
  return self->facts->data + (gsize) g_array_get_element_size (self->facts) * begin;
}

/**
 * kl_review_rows_new:
 *
 * Returns: (transfer full): rows without a subject
 */
KlReviewRows *
kl_review_rows_new (void)
{
  KlReviewRows *self = g_new0 (KlReviewRows, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  facts_init (&self->attempts, sizeof (KlAttemptFacts));
  facts_init (&self->sessions, sizeof (KlSessionFacts));
  return self;
}

/**
 * kl_review_rows_ref:
 * @self: rows
 *
 * Returns: (transfer full): @self
 */
KlReviewRows *
kl_review_rows_ref (KlReviewRows *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * kl_review_rows_unref:
 * @self: (transfer full): rows
 */
void
kl_review_rows_unref (KlReviewRows *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->ids);
  facts_clear (&self->attempts);
  facts_clear (&self->sessions);
  g_free (self);
}

/**
 * kl_review_rows_add_subject:
 * @self: rows that are being filled
 * @id: the id of a subject that is not there yet
 *
 * Returns: its number in these rows
 */
guint
kl_review_rows_add_subject (KlReviewRows *self,
                            const char   *id)
{
  g_ptr_array_add (self->ids, g_strdup (id));
  return self->ids->len - 1;
}

/**
 * kl_review_rows_add_attempt:
 * @self: rows that are being filled
 * @subject: a subject's number
 * @attempt: an attempt at it
 */
void
kl_review_rows_add_attempt (KlReviewRows         *self,
                            guint                 subject,
                            const KlAttemptFacts *attempt)
{
  facts_add (&self->attempts, subject, attempt);
}

/**
 * kl_review_rows_add_session:
 * @self: rows that are being filled
 * @subject: a subject's number
 * @session: a session in which it was studied
 */
void
kl_review_rows_add_session (KlReviewRows         *self,
                            guint                 subject,
                            const KlSessionFacts *session)
{
  facts_add (&self->sessions, subject, session);
}

/**
 * kl_review_rows_group:
 * @self: rows with everything in them
 *
 * Brings together what is of one subject, in the order in which it was added. Only then can it be read.
 */
void
kl_review_rows_group (KlReviewRows *self)
{
  facts_group (&self->attempts, self->ids->len);
  facts_group (&self->sessions, self->ids->len);
}

/**
 * kl_review_rows_get_n_subjects:
 * @self: rows
 *
 * Returns: how many subjects there are
 */
guint
kl_review_rows_get_n_subjects (const KlReviewRows *self)
{
  return self->ids->len;
}

/**
 * kl_review_rows_get_subject_id:
 * @self: rows
 * @subject: a subject's number
 *
 * Returns: (transfer none): its id
 */
const char *
kl_review_rows_get_subject_id (const KlReviewRows *self,
                               guint               subject)
{
  return g_ptr_array_index (self->ids, subject);
}

/**
 * kl_review_rows_get_attempts:
 * @self: rows
 * @subject: a subject's number
 * @n_attempts: (out): how many
 *
 * Returns: (array length=n_attempts) (transfer none): the attempts at it, in no particular order
 */
const KlAttemptFacts *
kl_review_rows_get_attempts (const KlReviewRows *self,
                             guint               subject,
                             gsize              *n_attempts)
{
  return facts_get (&self->attempts, subject, n_attempts);
}

/**
 * kl_review_rows_get_sessions:
 * @self: rows
 * @subject: a subject's number
 * @n_sessions: (out): how many
 *
 * Returns: (array length=n_sessions) (transfer none): when it was studied, in no particular order
 */
const KlSessionFacts *
kl_review_rows_get_sessions (const KlReviewRows *self,
                             guint               subject,
                             gsize              *n_sessions)
{
  return facts_get (&self->sessions, subject, n_sessions);
}
