/* kl-proposal-verdict-row.c: what somebody else says of a key point, beside what is said of it already */

#include "config.h"

#include "kl-proposal-verdict-row.h"

#include <glib/gi18n.h>

#include "ui/page/kl-control-name.h"

/* As the choices stand in the row. */
static const KlVerdictValue values[] = { KL_VERDICT_COVERED, KL_VERDICT_PARTLY, KL_VERDICT_MISSED };

struct _KlProposalVerdictRow
{
  AdwActionRow parent_instance;

  guint point;
  char *why;
  GtkCheckButton *check;
  GtkDropDown *choice;
};

G_DEFINE_FINAL_TYPE (KlProposalVerdictRow, kl_proposal_verdict_row, ADW_TYPE_ACTION_ROW)

static const char *
get_name (KlVerdictValue value)
{
  switch (value)
    {
    case KL_VERDICT_COVERED:
      return _("covered");

    case KL_VERDICT_PARTLY:
      return _("partly");

    case KL_VERDICT_MISSED:
      return _("missed");

    case KL_VERDICT_UNSET:
    default:
      return NULL;
    }
}

static void
kl_proposal_verdict_row_finalize (GObject *object)
{
  g_free (KL_PROPOSAL_VERDICT_ROW (object)->why);

  G_OBJECT_CLASS (kl_proposal_verdict_row_parent_class)->finalize (object);
}

static void
kl_proposal_verdict_row_class_init (KlProposalVerdictRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_proposal_verdict_row_finalize;
}

static void
kl_proposal_verdict_row_init (KlProposalVerdictRow *self)
{
  const char *names[G_N_ELEMENTS (values) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    names[i] = get_name (values[i]);
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (names));
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->choice), GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->choice));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  /* Words from elsewhere are words. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  /* The keyboard goes to what can be changed. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * kl_proposal_verdict_row_new:
 * @point: which key point, from 0
 * @text: its words
 * @value: what is said of it
 * @why: (nullable): why
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
kl_proposal_verdict_row_new (guint           point,
                             const char     *text,
                             KlVerdictValue  value,
                             const char     *why)
{
  KlProposalVerdictRow *self = g_object_new (KL_TYPE_PROPOSAL_VERDICT_ROW, NULL);
  /* Translators: the words of a key point; ticked, the verdict on it is taken over */
  g_autofree char *name = g_strdup_printf (_("Take over: %s"), text);
  g_autofree char *verdict_name = g_strdup_printf (_("Verdict: %s"), text);

  self->point = point;
  self->why = g_strdup (why);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i] == value)
      gtk_drop_down_set_selected (self->choice, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  kl_control_name_set (GTK_WIDGET (self->choice), verdict_name);
  kl_proposal_verdict_row_compare (self, KL_VERDICT_UNSET, KL_VERDICT_UNSET);
  return GTK_WIDGET (self);
}

/**
 * kl_proposal_verdict_row_compare:
 * @self: a row
 * @own: what the person says
 * @suggested: what the first reading says
 *
 * Shows what is said already. What the person says stays unless they tick the row.
 */
void
kl_proposal_verdict_row_compare (KlProposalVerdictRow *self,
                                 KlVerdictValue        own,
                                 KlVerdictValue        suggested)
{
  g_autoptr(GString) words = g_string_new (NULL);

  g_return_if_fail (KL_IS_PROPOSAL_VERDICT_ROW (self));

  if (own != KL_VERDICT_UNSET)
    /* Translators: such as “You: partly” */
    g_string_append_printf (words, _("You: %s"), get_name (own));
  if (suggested != KL_VERDICT_UNSET)
    {
      g_string_append (words, words->len > 0 ? " · " : "");
      /* Translators: such as “First reading: partly” */
      g_string_append_printf (words, _("First reading: %s"), get_name (suggested));
    }
  if (self->why != NULL)
    {
      g_string_append (words, words->len > 0 ? "\n" : "");
      g_string_append (words, self->why);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words->str);
  gtk_check_button_set_active (self->check, own == KL_VERDICT_UNSET);
}

/**
 * kl_proposal_verdict_row_get_chosen:
 * @self: a row
 *
 * Returns: whether the person ticked it
 */
gboolean
kl_proposal_verdict_row_get_chosen (KlProposalVerdictRow *self)
{
  g_return_val_if_fail (KL_IS_PROPOSAL_VERDICT_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

/**
 * kl_proposal_verdict_row_get_point:
 * @self: a row
 *
 * Returns: which key point, from 0
 */
guint
kl_proposal_verdict_row_get_point (KlProposalVerdictRow *self)
{
  g_return_val_if_fail (KL_IS_PROPOSAL_VERDICT_ROW (self), 0);

  return self->point;
}

/**
 * kl_proposal_verdict_row_get_value:
 * @self: a row
 *
 * Returns: what it says of the point, as the person left it
 */
KlVerdictValue
kl_proposal_verdict_row_get_value (KlProposalVerdictRow *self)
{
  guint selected;

  g_return_val_if_fail (KL_IS_PROPOSAL_VERDICT_ROW (self), KL_VERDICT_UNSET);

  selected = gtk_drop_down_get_selected (self->choice);
  return selected < G_N_ELEMENTS (values) ? values[selected] : KL_VERDICT_UNSET;
}
