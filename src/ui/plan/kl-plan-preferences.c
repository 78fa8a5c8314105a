/* kl-plan-preferences.c: a plan's own values: title, language, ways of studying, bands
 *
 * Each change is made at once, as one change that the window's Undo takes back.
 */

#include "config.h"

#include "kl-plan-preferences.h"

#include <glib/gi18n.h>

#include "coach/kl-language.h"
#include "model/kl-study-kind.h"
#include "ui/edit/kl-list-edit.h"
#include "ui/edit/kl-section.h"
#include "ui/page/kl-toast.h"

#include "kl-band-edit.h"
#include "kl-event-rows.h"
#include "kl-file-rows.h"
#include "kl-fitting-rows.h"
#include "kl-strategy-row.h"
#include "kl-wish-rows.h"

struct _KlPlanPreferences
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkBox *column;
  GtkEditable *title;
  AdwComboRow *language;
  KlSection *kinds;
  KlSection *bands;

  KlLibrary *library;
  KlPlan *plan;
  GPtrArray *languages; /* const KlLanguage, in the order of the row */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (KlPlanPreferences, kl_plan_preferences, ADW_TYPE_WINDOW)

static void
say (KlPlanPreferences *self,
     const char        *sentence)
{
  if (self->toast_overlay != NULL)
    kl_toast_say (self->toast_overlay, sentence);
}

static void update_cb (KlPlanPreferences *self);

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(KlPlanPreferences) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_apply_finish (KL_LIBRARY (object), result, &error))
    say (self, error->message);
  if (self->plan != NULL && self->title != NULL)
    update_cb (self);
}

static void
apply (KlPlanPreferences *self,
       KlChange          *change)
{
  kl_library_apply_async (self->library, change, -1, NULL, applied_cb, g_object_ref (self));
}

static void
set_string (KlPlanPreferences *self,
            KlRecord          *record,
            const char        *field,
            const char        *value)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (self->plan));

  kl_change_set_string (change, record, field, value);
  apply (self, change);
}

static void
title_cb (KlPlanPreferences *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));

  if (*text == '\0')
    gtk_editable_set_text (self->title, kl_plan_get_title (self->plan));
  else if (g_strcmp0 (text, kl_plan_get_title (self->plan)) != 0)
    set_string (self, KL_RECORD (self->plan), "title", text);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const KlLanguage *const *x = a;
  const KlLanguage *const *y = b;

  return g_utf8_collate ((*x)->name, (*y)->name);
}

/* All that explanations can be read in, by what those who speak them call them. */
static GPtrArray *
list_languages (void)
{
  GPtrArray *languages = g_ptr_array_new ();
  gsize n;
  const KlLanguage *all = kl_language_list (&n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (languages, (gpointer) (guintptr) &all[i]);
  g_ptr_array_sort (languages, compare_names);
  return languages;
}

/* As the row lists them: not set, those above, and what else the plan says. */
static guint
find_language (KlPlanPreferences *self)
{
  const char *code = kl_plan_get_language (self->plan);
  guint place;

  if (code == NULL || *code == '\0')
    return 0;
  return g_ptr_array_find (self->languages, kl_language_find (code), &place) ? place + 1 : self->languages->len + 1;
}

static void
language_cb (KlPlanPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->language);
  const KlLanguage *language = NULL;

  if (self->is_showing || selected > self->languages->len || selected == find_language (self))
    return;

  if (selected > 0)
    language = g_ptr_array_index (self->languages, selected - 1);
  set_string (self, KL_RECORD (self->plan), "language", language != NULL ? language->code : NULL);
}

static void
range_cb (gpointer row,
          gpointer user_data)
{
  KlPlanPreferences *self = user_data;
  int lowest, highest;

  kl_band_edit_get_range (self->plan, KL_BAND (kl_strategy_row_get_record (row)), &lowest, &highest);
  kl_strategy_row_set_range (row, lowest, highest);
}

static void
update_cb (KlPlanPreferences *self)
{
  self->is_showing = TRUE;
  gtk_editable_set_text (self->title, kl_plan_get_title (self->plan));
  adw_combo_row_set_selected (self->language, find_language (self));
  kl_section_foreach (self->bands, range_cb, self);
  self->is_showing = FALSE;
}

static void
edit_cb (KlPlanPreferences *self,
         const char        *field,
         const char        *text,
         KlStrategyRow     *row)
{
  set_string (self, kl_strategy_row_get_record (row), field, *text != '\0' ? text : NULL);
}

static void
low_cb (KlPlanPreferences *self,
        int                low,
        KlStrategyRow     *row)
{
  g_autoptr(KlChange) change = kl_band_edit_new_low (self->plan, KL_BAND (kl_strategy_row_get_record (row)), low);

  if (change != NULL)
    apply (self, change);
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlPlanPreferences) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = kl_library_undo_finish (KL_LIBRARY (object), result, &error);
  g_autofree char *sentence = name != NULL ? g_strdup_printf (_("Undone: %s"), name) : NULL;

  say (self, sentence != NULL ? sentence : error->message);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KlPlanPreferences *self = KL_PLAN_PREFERENCES (widget);

  if (kl_library_get_undo_name (self->library) != NULL)
    kl_library_undo_async (self->library, NULL, undone_cb, g_object_ref (self));
}

static void
redone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlPlanPreferences) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = kl_library_redo_finish (KL_LIBRARY (object), result, &error);
  g_autofree char *sentence = name != NULL ? g_strdup_printf (_("Done again: %s"), name) : NULL;

  say (self, sentence != NULL ? sentence : error->message);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  KlPlanPreferences *self = KL_PLAN_PREFERENCES (widget);

  if (kl_library_get_redo_name (self->library) != NULL)
    kl_library_redo_async (self->library, NULL, redone_cb, g_object_ref (self));
}

static void
say_deleted (KlPlanPreferences *self,
             KlRecord          *record)
{
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;

  g_object_get (record, "name", &name, NULL);
  sentence = g_strdup_printf (_("“%s” deleted"), name != NULL ? name : "");
  kl_toast_offer_undo (self->toast_overlay, sentence, "preferences.undo");
}

static void
remove_record (KlPlanPreferences *self,
               KlRecord          *record)
{
  g_autoptr(KlChange) change = NULL;

  if (KL_IS_BAND (record))
    {
      change = kl_band_edit_new_remove (self->plan, KL_BAND (record));
    }
  else
    {
      change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (self->plan));
      kl_change_remove (change, G_OBJECT_TYPE (record), kl_record_get_id (record));
    }
  apply (self, change);
  say_deleted (self, record);
}

static void
remove_cb (KlPlanPreferences *self,
           KlStrategyRow     *row)
{
  remove_record (self, kl_strategy_row_get_record (row));
}

/* One at a time: what is left of the bands follows from each. */
static void
remove_item_cb (KlPlanPreferences *self,
                GPtrArray         *records)
{
  if (records->len > 0)
    remove_record (self, records->pdata[0]);
}

static void
move_cb (KlPlanPreferences *self,
         KlRecord          *record,
         int                by)
{
  GListModel *records = KL_IS_BAND (record) ? kl_plan_get_bands (self->plan) : kl_plan_get_study_kinds (self->plan);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (self->plan));

  if (kl_list_edit_move (change, records, record, by))
    apply (self, change);
}

static void
add_band_cb (KlPlanPreferences *self,
             const char        *name)
{
  g_autoptr(KlChange) change = kl_band_edit_new_add (self->plan, name);

  if (change == NULL)
    {
      say (self, _("There is no room for another band."));
      kl_section_added (self->bands, FALSE);
      return;
    }
  apply (self, change);
  kl_section_added (self->bands, TRUE);
}

static void
add_kind_cb (KlPlanPreferences *self,
             const char        *name)
{
  GListModel *kinds = kl_plan_get_study_kinds (self->plan);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (self->plan));
  g_autoptr(KlRecord) kind = g_object_new (KL_TYPE_STUDY_KIND, "owner", kl_record_get_id (KL_RECORD (self->plan)),
                                           "position", kl_record_find_next_position (kinds),
                                           "name", name, NULL);

  kl_change_insert (change, kind);
  apply (self, change);
  kl_section_added (self->kinds, TRUE);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  KlPlanPreferences *self = user_data;
  GtkWidget *row = kl_strategy_row_new (item);

  g_signal_connect_object (row, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "low", G_CALLBACK (low_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static KlSection *
append_section (KlPlanPreferences *self,
                const char        *title,
                const char        *empty,
                const char        *add,
                GCallback          add_func)
{
  KlSection *section = KL_SECTION (kl_section_new (title, empty));

  kl_section_set_adding (section, add);
  kl_section_set_arrangeable (section, TRUE);
  g_signal_connect_object (section, "add", add_func, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (section, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (section, "remove", G_CALLBACK (remove_item_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->column, GTK_WIDGET (section));
  return section;
}

static void
append_plan (KlPlanPreferences *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *title = adw_entry_row_new ();
  GtkWidget *language = adw_combo_row_new ();
  const char *code = kl_plan_get_language (self->plan);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Not set"));
  for (guint i = 0; i < self->languages->len; i++)
    gtk_string_list_append (names, ((const KlLanguage *) g_ptr_array_index (self->languages, i))->name);
  if (find_language (self) > self->languages->len)
    gtk_string_list_append (names, code);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (title), _("Title"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (title), TRUE);
  g_signal_connect_object (title, "apply", G_CALLBACK (title_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (language), _("Language"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (language), _("In which explanations are written"));
  adw_combo_row_set_model (ADW_COMBO_ROW (language), G_LIST_MODEL (names));
  g_signal_connect_object (language, "notify::selected", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Plan"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), title);
  gtk_list_box_append (GTK_LIST_BOX (list), language);
  gtk_box_append (self->column, list);
  self->title = GTK_EDITABLE (title);
  self->language = ADW_COMBO_ROW (language);
}

static void
append_file (KlPlanPreferences *self)
{
  GtkWidget *rows = kl_file_rows_new (self->library, self->plan);

  g_signal_connect_object (rows, "say", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->column, rows);
}

static void
append_fitting (KlPlanPreferences *self)
{
  GtkWidget *rows = kl_fitting_rows_new (self->library, self->plan);

  g_signal_connect_object (rows, "say", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->column, rows);
}

static void
append_schedule (KlPlanPreferences *self)
{
  GtkWidget *groups[] = { kl_wish_rows_new (self->library, self->plan), kl_event_rows_new (self->library, self->plan) };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_signal_connect_object (groups[i], "say", G_CALLBACK (say), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->column, groups[i]);
    }
}

static void
kl_plan_preferences_dispose (GObject *object)
{
  KlPlanPreferences *self = KL_PLAN_PREFERENCES (object);

  if (self->plan != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->plan, self);
      g_signal_handlers_disconnect_by_data (kl_plan_get_bands (self->plan), self);
    }
  g_clear_object (&self->plan);
  g_clear_object (&self->library);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  self->title = NULL;
  self->toast_overlay = NULL;

  G_OBJECT_CLASS (kl_plan_preferences_parent_class)->dispose (object);
}

static void
kl_plan_preferences_class_init (KlPlanPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GdkModifierType redo = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  G_OBJECT_CLASS (klass)->dispose = kl_plan_preferences_dispose;

  gtk_widget_class_install_action (widget_class, "preferences.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "preferences.redo", NULL, redo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "preferences.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, redo, "preferences.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kl_plan_preferences_init (KlPlanPreferences *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->languages = list_languages ();
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_set_margin_top (GTK_WIDGET (self->column), 24);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->column), 24);
  gtk_widget_set_margin_start (GTK_WIDGET (self->column), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->column), 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->column));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  self->toast_overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toast_overlay, scrolled);
  gtk_widget_set_vexpand (GTK_WIDGET (self->toast_overlay), TRUE);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toast_overlay));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Plan Preferences"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 640);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 280);
}

/**
 * kl_plan_preferences_new:
 * @parent: the window that asks
 * @library: its library
 * @plan: a plan, loaded
 *
 * Returns: (transfer none): a window, not shown yet
 */
GtkWidget *
kl_plan_preferences_new (GtkWindow *parent,
                         KlLibrary *library,
                         KlPlan    *plan)
{
  KlPlanPreferences *self = g_object_new (KL_TYPE_PLAN_PREFERENCES, "transient-for", parent, NULL);

  self->library = g_object_ref (library);
  self->plan = g_object_ref (plan);
  append_plan (self);
  append_file (self);
  append_schedule (self);
  append_fitting (self);
  self->kinds = append_section (self, _("Ways of Studying"), _("None yet. Name the first one below."),
                                _("Add a Way of Studying"), G_CALLBACK (add_kind_cb));
  self->bands = append_section (self, _("Bands"), _("None yet: scores stand without a word. Name the first one below."),
                                _("Add a Band"), G_CALLBACK (add_band_cb));
  kl_section_set_model (self->kinds, kl_plan_get_study_kinds (plan), create_row_cb, self);
  kl_section_set_model (self->bands, kl_plan_get_bands (plan), create_row_cb, self);
  g_signal_connect_swapped (plan, "notify", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (kl_plan_get_bands (plan), "items-changed", G_CALLBACK (update_cb), self);
  update_cb (self);
  return GTK_WIDGET (self);
}
