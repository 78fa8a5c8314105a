/* kl-correction-list.c: earlier corrections of a topic, and on which side of each an explanation stands
 *
 * What is wrong again comes first; Return, or its button, asks to note the correction again (“again”). Where the
 * keyboard is, is what is looked at (“selected”).
 */

#include "config.h"

#include "kl-correction-list.h"

#include "ui/page/kl-list-group.h"

#include <glib/gi18n.h>

/* So many are shown. */
#define MAX_SHOWN 12

struct _KlCorrectionList
{
  AdwBin parent_instance;

  KlListGroup *group;
};

G_DEFINE_FINAL_TYPE (KlCorrectionList, kl_correction_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_AGAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define CHECK_KEY "kl-check"

static void
entered_cb (GtkWidget *row)
{
  KlCorrectionList *self = KL_CORRECTION_LIST (gtk_widget_get_ancestor (row, KL_TYPE_CORRECTION_LIST));

  if (self != NULL)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0, g_object_get_data (G_OBJECT (row), CHECK_KEY));
}

static void
again_cb (GtkWidget *row)
{
  KlCorrectionList *self = KL_CORRECTION_LIST (gtk_widget_get_ancestor (row, KL_TYPE_CORRECTION_LIST));

  if (self != NULL)
    g_signal_emit (self, signals[SIGNAL_AGAIN], 0, g_object_get_data (G_OBJECT (row), CHECK_KEY));
}

static void
add_button (AdwActionRow *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Note the Correction Again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Note the Correction Again"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (again_cb), row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  KlCorrectionCheck *check = item;
  g_autofree char *title = kl_correction_check_dup_title (check);
  g_autofree char *subtitle = kl_correction_check_dup_other_side (check);
  GtkWidget *row = kl_list_group_row (title, subtitle);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_data_full (G_OBJECT (row), CHECK_KEY, g_object_ref (check), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  if (kl_correction_check_get_side (check) == KL_SIDE_WRONG)
    add_button (ADW_ACTION_ROW (row));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), row);
  gtk_widget_add_controller (row, focus);
  return row;
}

static void
kl_correction_list_class_init (KlCorrectionListClass *klass)
{
  /* Another correction is looked at. */
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", KL_TYPE_CORRECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, KL_TYPE_CORRECTION_CHECK);
  /* A correction is to be noted again. */
  signals[SIGNAL_AGAIN] = g_signal_new ("again", KL_TYPE_CORRECTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, KL_TYPE_CORRECTION_CHECK);
}

static void
kl_correction_list_init (KlCorrectionList *self)
{
  self->group = g_object_new (KL_TYPE_LIST_GROUP, "title", _("Earlier Corrections"), NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  g_object_bind_property (self->group, "visible", self, "visible", G_BINDING_SYNC_CREATE);
}

/**
 * kl_correction_list_set_checks:
 * @self: a list
 * @checks: (element-type KlCorrectionCheck): what is shown, kept up to date
 */
void
kl_correction_list_set_checks (KlCorrectionList *self,
                               GListModel       *checks)
{
  g_return_if_fail (KL_IS_CORRECTION_LIST (self));

  kl_list_group_bind (self->group, checks, MAX_SHOWN, create_row_cb, self);
}
