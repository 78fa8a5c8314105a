/* kl-proposal.c: what somebody else says of an explanation, before the person has chosen from it
 *
 * It comes from a second opinion or from text that was pasted. It is a draft of a draft: nothing of it is in the
 * library, or on its way there, until the person takes it over.
 */

#include "config.h"

#include "kl-proposal.h"

typedef struct
{
  KlVerdictValue value;
  char *why;
} ProposedVerdict;

struct _KlProposal
{
  GObject parent_instance;

  char *source;
  GArray *verdicts; /* of ProposedVerdict */
  KlScore score;
  GListStore *feedback;
  GPtrArray *notes; /* ends with NULL */
};

G_DEFINE_FINAL_TYPE (KlProposal, kl_proposal, G_TYPE_OBJECT)

static void
proposed_verdict_clear (gpointer data)
{
  g_free (((ProposedVerdict *) data)->why);
}

static void
kl_proposal_finalize (GObject *object)
{
  KlProposal *self = KL_PROPOSAL (object);

  g_free (self->source);
  g_array_unref (self->verdicts);
  g_object_unref (self->feedback);
  g_ptr_array_unref (self->notes);

  G_OBJECT_CLASS (kl_proposal_parent_class)->finalize (object);
}

static void
kl_proposal_class_init (KlProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_proposal_finalize;
}

static void
kl_proposal_init (KlProposal *self)
{
  self->verdicts = g_array_new (FALSE, TRUE, sizeof (ProposedVerdict));
  g_array_set_clear_func (self->verdicts, proposed_verdict_clear);
  self->score = KL_SCORE_NONE;
  self->feedback = g_list_store_new (KL_TYPE_FEEDBACK);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->notes, NULL);
}

/**
 * kl_proposal_new:
 * @source: whose words these are, for the person
 * @n_points: how many key points there are to judge by
 *
 * Returns: (transfer full): a proposal that says nothing yet
 */
KlProposal *
kl_proposal_new (const char *source,
                 guint       n_points)
{
  KlProposal *self = g_object_new (KL_TYPE_PROPOSAL, NULL);

  self->source = g_strdup (source);
  g_array_set_size (self->verdicts, n_points);
  return self;
}

/**
 * kl_proposal_get_source:
 * @self: a proposal
 *
 * Returns: whose words these are
 */
const char *
kl_proposal_get_source (KlProposal *self)
{
  g_return_val_if_fail (KL_IS_PROPOSAL (self), NULL);

  return self->source;
}

/**
 * kl_proposal_get_n_points:
 * @self: a proposal
 *
 * Returns: how many key points it was made for
 */
guint
kl_proposal_get_n_points (KlProposal *self)
{
  g_return_val_if_fail (KL_IS_PROPOSAL (self), 0);

  return self->verdicts->len;
}

/**
 * kl_proposal_get_verdict:
 * @self: a proposal
 * @point: which key point, from 0
 *
 * Returns: what it says of the point, %KL_VERDICT_UNSET where it says nothing
 */
KlVerdictValue
kl_proposal_get_verdict (KlProposal *self,
                         guint       point)
{
  g_return_val_if_fail (KL_IS_PROPOSAL (self), KL_VERDICT_UNSET);
  g_return_val_if_fail (point < self->verdicts->len, KL_VERDICT_UNSET);

  return g_array_index (self->verdicts, ProposedVerdict, point).value;
}

/**
 * kl_proposal_get_why:
 * @self: a proposal
 * @point: which key point, from 0
 *
 * Returns: (nullable): why it says so
 */
const char *
kl_proposal_get_why (KlProposal *self,
                     guint       point)
{
  g_return_val_if_fail (KL_IS_PROPOSAL (self), NULL);
  g_return_val_if_fail (point < self->verdicts->len, NULL);

  return g_array_index (self->verdicts, ProposedVerdict, point).why;
}

/**
 * kl_proposal_set_verdict:
 * @self: a proposal
 * @point: which key point, from 0
 * @value: what is said of it
 * @why: (nullable): why
 */
void
kl_proposal_set_verdict (KlProposal     *self,
                         guint           point,
                         KlVerdictValue  value,
                         const char     *why)
{
  ProposedVerdict *verdict;

  g_return_if_fail (KL_IS_PROPOSAL (self));
  g_return_if_fail (point < self->verdicts->len);

  verdict = &g_array_index (self->verdicts, ProposedVerdict, point);
  verdict->value = value;
  g_free (verdict->why);
  verdict->why = why != NULL && *why != '\0' ? g_strdup (why) : NULL;
}

/**
 * kl_proposal_get_score:
 * @self: a proposal
 *
 * Returns: the score, %KL_SCORE_NONE where there is none
 */
KlScore
kl_proposal_get_score (KlProposal *self)
{
  g_return_val_if_fail (KL_IS_PROPOSAL (self), KL_SCORE_NONE);

  return self->score;
}

/**
 * kl_proposal_set_score:
 * @self: a proposal
 * @score: within 0–100
 */
void
kl_proposal_set_score (KlProposal *self,
                       KlScore     score)
{
  g_return_if_fail (KL_IS_PROPOSAL (self));

  self->score = score;
}

/**
 * kl_proposal_get_feedback:
 * @self: a proposal
 *
 * Returns: (transfer none): a list of #KlFeedback, detached
 */
GListModel *
kl_proposal_get_feedback (KlProposal *self)
{
  g_return_val_if_fail (KL_IS_PROPOSAL (self), NULL);

  return G_LIST_MODEL (self->feedback);
}

/**
 * kl_proposal_add_feedback:
 * @self: a proposal
 * @item: what is said
 */
void
kl_proposal_add_feedback (KlProposal *self,
                          KlFeedback *item)
{
  g_return_if_fail (KL_IS_PROPOSAL (self));

  g_list_store_append (self->feedback, item);
}

/**
 * kl_proposal_get_notes:
 * @self: a proposal
 *
 * Returns: (array zero-terminated=1): sentences on what was not taken as it was said
 */
const char *const *
kl_proposal_get_notes (KlProposal *self)
{
  g_return_val_if_fail (KL_IS_PROPOSAL (self), NULL);

  return (const char *const *) self->notes->pdata;
}

/**
 * kl_proposal_add_note:
 * @self: a proposal
 * @sentence: what was not taken as it was said
 */
void
kl_proposal_add_note (KlProposal *self,
                      const char *sentence)
{
  g_return_if_fail (KL_IS_PROPOSAL (self));

  g_ptr_array_insert (self->notes, (int) self->notes->len - 1, g_strdup (sentence));
}

/**
 * kl_proposal_is_empty:
 * @self: a proposal
 *
 * Returns: whether it has neither a verdict nor a score nor feedback
 */
gboolean
kl_proposal_is_empty (KlProposal *self)
{
  g_return_val_if_fail (KL_IS_PROPOSAL (self), TRUE);

  for (guint i = 0; i < self->verdicts->len; i++)
    if (g_array_index (self->verdicts, ProposedVerdict, i).value != KL_VERDICT_UNSET)
      return FALSE;
  return !kl_score_is_set (self->score) && g_list_model_get_n_items (G_LIST_MODEL (self->feedback)) == 0;
}
