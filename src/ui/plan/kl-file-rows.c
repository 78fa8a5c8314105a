/* kl-file-rows.c: which file a plan is written back to, and when, in the preferences of the plan */

#include "config.h"

#include "kl-file-rows.h"

#include <glib/gi18n.h>

#include "transfer/kl-plan-link.h"

#include "kl-link-chooser.h"

struct _KlFileRows
{
  AdwBin parent_instance;

  AdwActionRow *file;
  AdwComboRow *follow;
  KlLibrary *library;
  KlPlan *plan;
  KlDocument *link; /* without its text */
  gboolean is_showing;
};

enum
{
  SIGNAL_SAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlFileRows, kl_file_rows, ADW_TYPE_BIN)

static KlFollow
get_follow (KlFileRows *self)
{
  return self->link != NULL ? kl_document_get_follow (self->link) : KL_FOLLOW_NOT;
}

static void
show (KlFileRows *self)
{
  const char *path = self->link != NULL ? kl_document_get_path (self->link) : NULL;
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *markup = shown != NULL ? g_markup_escape_text (shown, -1) : NULL;

  self->is_showing = TRUE;
  adw_action_row_set_subtitle (self->file, markup != NULL ? markup : _("None: the plan was made in KLearn"));
  adw_combo_row_set_selected (self->follow, (guint) get_follow (self));
  self->is_showing = FALSE;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlFileRows) self = user_data;
  g_autoptr(GListModel) links = kl_library_load_links_finish (KL_LIBRARY (source), result, NULL);

  if (links == NULL || self->plan == NULL)
    return;

  g_clear_object (&self->link);
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(KlDocument) link = g_list_model_get_item (links, i);

      if (g_strcmp0 (kl_record_get_owner (KL_RECORD (link)), kl_record_get_id (KL_RECORD (self->plan))) == 0)
        g_set_object (&self->link, link);
    }
  show (self);
}

static void
load (KlFileRows *self)
{
  kl_library_load_links_async (self->library, NULL, loaded_cb, g_object_ref (self));
}

static void
tell (KlFileRows   *self,
      const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_SAY], 0, error->message);
  /* The rows show what is, whatever was chosen. */
  if (self->library != NULL)
    load (self);
}

static void
linked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlFileRows) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = kl_plan_link_finish (result, &error);

  tell (self, path == NULL ? error : NULL);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlFileRows) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean linked = kl_link_chooser_ask_finish (result, &error);

  tell (self, linked ? NULL : error);
}

static void
choose (KlFileRows *self,
        KlFollow    follow)
{
  kl_link_chooser_ask_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->library, self->plan,
                             self->link, follow, chosen_cb, g_object_ref (self));
}

static void
choose_cb (KlFileRows *self)
{
  choose (self, get_follow (self) != KL_FOLLOW_NOT ? get_follow (self) : KL_FOLLOW_REQUEST);
}

static void
follow_cb (KlFileRows *self)
{
  KlFollow follow = (KlFollow) adw_combo_row_get_selected (self->follow);

  if (self->is_showing || follow == get_follow (self))
    return;

  if (self->link == NULL || kl_document_get_path (self->link) == NULL)
    choose (self, follow);
  else
    kl_plan_link_async (self->library, kl_record_get_id (KL_RECORD (self->plan)), NULL, follow, FALSE, NULL, linked_cb,
                        g_object_ref (self));
}

static void
kl_file_rows_dispose (GObject *object)
{
  KlFileRows *self = KL_FILE_ROWS (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);
  g_clear_object (&self->plan);
  g_clear_object (&self->link);

  G_OBJECT_CLASS (kl_file_rows_parent_class)->dispose (object);
}

static void
kl_file_rows_class_init (KlFileRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_file_rows_dispose;

  /**
   * KlFileRows::say:
   * @self: the rows
   * @sentence: why something could not be done
   */
  signals[SIGNAL_SAY] = g_signal_new ("say", KL_TYPE_FILE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                      G_TYPE_STRING);
}

static GtkWidget *
create_button (KlFileRows *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Choose a File…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a File…"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
  return button;
}

static void
kl_file_rows_init (KlFileRows *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *file = adw_action_row_new ();
  GtkWidget *follow = adw_combo_row_new ();
  GtkWidget *button = create_button (self);
  /* In the order of KlFollow. */
  const char *const names[] = { _("Not linked"), _("When I save"), _("As the plan changes"), NULL };
  g_autoptr(GtkStringList) model = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (file), _("File"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (file), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (file), button);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (follow), _("Written Back"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (follow), _("Never over a change made elsewhere"));
  adw_combo_row_set_model (ADW_COMBO_ROW (follow), G_LIST_MODEL (model));
  g_signal_connect_swapped (follow, "notify::selected", G_CALLBACK (follow_cb), self);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The plan’s file"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), file);
  gtk_list_box_append (GTK_LIST_BOX (list), follow);
  adw_bin_set_child (ADW_BIN (self), list);
  self->file = ADW_ACTION_ROW (file);
  self->follow = ADW_COMBO_ROW (follow);
}

/**
 * kl_file_rows_new:
 * @library: a library, open
 * @plan: a plan of it
 *
 * Returns: (transfer none): rows that show the plan's file and change it at once
 */
GtkWidget *
kl_file_rows_new (KlLibrary *library,
                  KlPlan    *plan)
{
  KlFileRows *self = g_object_new (KL_TYPE_FILE_ROWS, NULL);

  self->library = g_object_ref (library);
  self->plan = g_object_ref (plan);
  g_signal_connect_swapped (library, "notify::revision", G_CALLBACK (load), self);
  load (self);
  return GTK_WIDGET (self);
}
