/* kl-proposal-view.c: what somebody else proposes, to choose from and to change */

#include "config.h"

#include "kl-proposal-view.h"

#include <glib/gi18n.h>

#include "model/kl-point.h"
#include "ui/score/kl-score-entry.h"

#include "kl-proposal-item-row.h"
#include "kl-proposal-verdict-row.h"

struct _KlProposalView
{
  GtkBox parent_instance;

  KlProposal *proposal;
  GPtrArray *points; /* of KlPoint */
  GtkWidget *verdicts;
  GtkWidget *score_group;
  GtkCheckButton *score_check;
  KlScoreEntry *score;
  GtkWidget *items;
};

G_DEFINE_FINAL_TYPE (KlProposalView, kl_proposal_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (KlProposalView *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
kl_proposal_view_dispose (GObject *object)
{
  KlProposalView *self = KL_PROPOSAL_VIEW (object);

  g_clear_object (&self->proposal);
  g_clear_pointer (&self->points, g_ptr_array_unref);

  G_OBJECT_CLASS (kl_proposal_view_parent_class)->dispose (object);
}

static void
kl_proposal_view_class_init (KlProposalViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_proposal_view_dispose;

  /* The person changed something: whether it is valid may be otherwise. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_PROPOSAL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_proposal_view_init (KlProposalView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

static void
append_words (KlProposalView *self,
              const char     *words,
              const char     *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
}

static GtkWidget *
append_list (KlProposalView *self,
             const char     *title)
{
  GtkWidget *list = gtk_list_box_new ();

  append_words (self, title, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self), list);
  return list;
}

static void
show_verdicts (KlProposalView *self)
{
  for (guint i = 0; i < kl_proposal_get_n_points (self->proposal) && i < self->points->len; i++)
    {
      const char *text = kl_point_get_text (g_ptr_array_index (self->points, i));
      KlVerdictValue value = kl_proposal_get_verdict (self->proposal, i);

      if (value == KL_VERDICT_UNSET)
        continue;
      if (self->verdicts == NULL)
        self->verdicts = append_list (self, _("Key Points"));
      gtk_list_box_append (GTK_LIST_BOX (self->verdicts),
                           kl_proposal_verdict_row_new (i, text != NULL ? text : "", value,
                                                        kl_proposal_get_why (self->proposal, i)));
    }
}

static void
show_score (KlProposalView *self,
            KlPlan         *plan)
{
  KlScore score = kl_proposal_get_score (self->proposal);
  GtkWidget *line;

  if (!kl_score_is_set (score))
    return;
  append_words (self, _("Score"), "heading");
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->score_check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->score = KL_SCORE_ENTRY (kl_score_entry_new ());
  kl_score_entry_set_plan (self->score, plan);
  kl_score_entry_set_label (self->score, _("Score"));
  kl_score_entry_set_score (self->score, score);
  gtk_check_button_set_active (self->score_check, TRUE);
  gtk_widget_set_margin_start (line, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->score_check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Take over the score"), -1);
  g_signal_connect_object (self->score, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->score_check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->score_check));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->score));
  gtk_box_append (GTK_BOX (self), line);
}

static void
show_items (KlProposalView *self)
{
  GListModel *feedback = kl_proposal_get_feedback (self->proposal);

  for (guint i = 0; i < g_list_model_get_n_items (feedback); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, i);

      if (self->items == NULL)
        self->items = append_list (self, _("Feedback"));
      gtk_list_box_append (GTK_LIST_BOX (self->items), kl_proposal_item_row_new (item));
    }
}

static void
clear (KlProposalView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  self->verdicts = self->items = NULL;
  self->score_check = NULL;
  self->score = NULL;
}

/**
 * kl_proposal_view_show:
 * @self: a view
 * @proposal: what is proposed
 * @plan: the plan of the subject
 * @points: (element-type KlPoint): the key points that @proposal was made for
 *
 * Shows @proposal, with everything chosen that has its place.
 */
void
kl_proposal_view_show (KlProposalView *self,
                       KlProposal     *proposal,
                       KlPlan         *plan,
                       GPtrArray      *points)
{
  const char *const *notes;

  g_return_if_fail (KL_IS_PROPOSAL_VIEW (self));

  clear (self);
  g_set_object (&self->proposal, proposal);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  self->points = g_ptr_array_ref (points);

  append_words (self, kl_proposal_get_source (proposal), "title-4");
  append_words (self,
                _("A draft: what you tick goes into your own form, where you can change it. Nothing is recorded."),
                "dim-label");
  notes = kl_proposal_get_notes (proposal);
  for (guint i = 0; notes[i] != NULL; i++)
    append_words (self, notes[i], "caption");
  show_verdicts (self);
  show_score (self, plan);
  show_items (self);
}

/**
 * kl_proposal_view_compare:
 * @self: a view that shows a proposal
 * @own: (nullable): the verdicts that the person gave
 * @suggested: (nullable): those of the first reading
 * @own_score: the score that the person set
 *
 * Shows what is said already. What the person said is not chosen to be replaced.
 */
void
kl_proposal_view_compare (KlProposalView *self,
                          KlVerdictTally *own,
                          KlVerdictTally *suggested,
                          KlScore         own_score)
{
  GtkWidget *row;

  g_return_if_fail (KL_IS_PROPOSAL_VIEW (self));

  for (row = self->verdicts != NULL ? gtk_widget_get_first_child (self->verdicts) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      KlProposalVerdictRow *verdict_row = KL_PROPOSAL_VERDICT_ROW (row);
      KlRecord *point = g_ptr_array_index (self->points, kl_proposal_verdict_row_get_point (verdict_row));
      const char *id = kl_record_get_id (point);

      kl_proposal_verdict_row_compare (verdict_row, own != NULL ? kl_verdict_tally_get (own, id) : KL_VERDICT_UNSET,
                                       suggested != NULL ? kl_verdict_tally_get (suggested, id) : KL_VERDICT_UNSET);
    }
  if (self->score_check != NULL)
    gtk_check_button_set_active (self->score_check, !kl_score_is_set (own_score));
}

/**
 * kl_proposal_view_get_valid:
 * @self: a view that shows a proposal
 *
 * Returns: whether what is chosen can be taken over
 */
gboolean
kl_proposal_view_get_valid (KlProposalView *self)
{
  g_return_val_if_fail (KL_IS_PROPOSAL_VIEW (self), FALSE);

  return self->score == NULL || !gtk_check_button_get_active (self->score_check)
         || kl_score_entry_get_valid (self->score);
}

/**
 * kl_proposal_view_dup_chosen:
 * @self: a view that shows a proposal
 *
 * Returns: (transfer full): what the person chose of it, as they changed it; each piece of feedback is of the kind of
 *   its field in the form
 */
KlProposal *
kl_proposal_view_dup_chosen (KlProposalView *self)
{
  KlProposal *chosen;
  GtkWidget *row;

  g_return_val_if_fail (KL_IS_PROPOSAL_VIEW (self), NULL);

  chosen = kl_proposal_new (kl_proposal_get_source (self->proposal), kl_proposal_get_n_points (self->proposal));
  for (row = self->verdicts != NULL ? gtk_widget_get_first_child (self->verdicts) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (kl_proposal_verdict_row_get_chosen (KL_PROPOSAL_VERDICT_ROW (row)))
      kl_proposal_set_verdict (chosen, kl_proposal_verdict_row_get_point (KL_PROPOSAL_VERDICT_ROW (row)),
                               kl_proposal_verdict_row_get_value (KL_PROPOSAL_VERDICT_ROW (row)), NULL);
  if (self->score != NULL && gtk_check_button_get_active (self->score_check))
    kl_proposal_set_score (chosen, kl_score_entry_get_score (self->score));
  for (row = self->items != NULL ? gtk_widget_get_first_child (self->items) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autoptr(KlFeedback) item = kl_proposal_item_row_dup_chosen (KL_PROPOSAL_ITEM_ROW (row));

      if (item != NULL)
        kl_proposal_add_feedback (chosen, item);
    }
  return chosen;
}
