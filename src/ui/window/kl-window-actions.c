/* kl-window-actions.c: what can be done in the window, by key, menu and page */

#include "config.h"

#include "kl-window-private.h"

#include <glib/gi18n.h>

#include "ui/page/kl-toast.h"
#include "ui/plan/kl-plan-preferences.h"
#include "ui/preferences/kl-preferences.h"
#include "ui/report/kl-report-printer.h"
#include "ui/report/kl-report-saver.h"

#include "kl-plan-editor.h"
#include "kl-plan-saver.h"

static void
set_enabled (KlWindow   *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Which actions make sense now. */
void
kl_window_update_actions (KlWindow *self)
{
  static const char *const in_plan[] = { "show-topic", "show-attempt", "show-today", "show-exercises",
                                         "show-insights", "show-map", "search", "toggle-list", "export-plan",
                                         "print-report", "save-report" };
  static const char *const edits[] = { "new-topic", "new-subtopic", "rename-plan", "duplicate-plan", "delete-plan",
                                       "plan-preferences", "save-file", "choose-file", "import-change",
                                       "explain", "edit-explanation", "review", "study", "restudy" };
  gboolean shows_plan = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "plan") == 0;
  gboolean is_open = self->library != NULL;
  gboolean can_edit = is_open && !kl_library_get_read_only (self->library);
  gboolean shows_list = adw_leaflet_get_folded (self->leaflet)
                        && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->sidebar);
  KlPage *page = kl_navigator_get_page (self->navigator);
  KlSubject *subject = page != NULL ? kl_page_get_subject (page) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (in_plan); i++)
    set_enabled (self, in_plan[i], shows_plan);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    set_enabled (self, edits[i], shows_plan && can_edit);
  set_enabled (self, "new-plan", can_edit);
  set_enabled (self, "import", can_edit);
  set_enabled (self, "import-example", can_edit);
  set_enabled (self, "paste-plan", can_edit);
  set_enabled (self, "select-plan", is_open);
  set_enabled (self, "preferences", is_open);
  set_enabled (self, "explain-current", shows_plan && can_edit && subject != NULL
                                        && kl_subject_get_kind (subject) != KL_SUBJECT_GROUP);
  set_enabled (self, "undo", can_edit && kl_library_get_undo_name (self->library) != NULL);
  set_enabled (self, "redo", can_edit && kl_library_get_redo_name (self->library) != NULL);
  set_enabled (self, "back", shows_plan && !shows_list
                             && (kl_navigator_can_go_back (self->navigator) || adw_leaflet_get_folded (self->leaflet)));
}

static void
go (KlWindow    *self,
    KlPlaceKind  kind,
    const char  *subject,
    const char  *attempt)
{
  g_autoptr(KlPlace) place = kl_place_new (kind, subject, attempt);

  place->begins = kind == KL_PLACE_STUDY || kind == KL_PLACE_RESTUDY;
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->navigator));
  kl_navigator_go (self->navigator, place);
}

static void
show_today_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  go (user_data, KL_PLACE_TODAY, NULL, NULL);
}

static void
show_exercises_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  go (user_data, KL_PLACE_EXERCISES, NULL, NULL);
}

static void
show_insights_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  go (user_data, KL_PLACE_INSIGHTS, NULL, NULL);
}

static void
show_map_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  go (user_data, KL_PLACE_MAP, NULL, NULL);
}

static void
show_topic_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  go (user_data, KL_PLACE_TOPIC, g_variant_get_string (parameter, NULL), NULL);
}

static void
explain_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  go (user_data, KL_PLACE_RESUME, g_variant_get_string (parameter, NULL), NULL);
}

static void
edit_explanation_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  go (user_data, KL_PLACE_EXPLAIN, g_variant_get_string (parameter, NULL), NULL);
}

static void
explain_current_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  KlWindow *self = user_data;
  KlPage *page = kl_navigator_get_page (self->navigator);

  if (page != NULL && kl_page_get_subject (page) != NULL)
    go (self, KL_PLACE_RESUME, kl_record_get_id (KL_RECORD (kl_page_get_subject (page))), NULL);
}

static void
review_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  go (user_data, KL_PLACE_REVIEW, g_variant_get_string (parameter, NULL), NULL);
}

static void
study_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  go (user_data, KL_PLACE_STUDY, g_variant_get_string (parameter, NULL), NULL);
}

static void
restudy_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  go (user_data, KL_PLACE_RESTUDY, g_variant_get_string (parameter, NULL), NULL);
}

static void
show_attempt_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  const char *subject, *attempt;

  g_variant_get (parameter, "(&s&s)", &subject, &attempt);
  go (user_data, KL_PLACE_ATTEMPT, subject, attempt);
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  KlWindow *self = user_data;

  if (!kl_navigator_go_back (self->navigator))
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
}

static void
toggle_list_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  KlWindow *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_in_list = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar));

  if (adw_leaflet_get_folded (self->leaflet))
    is_in_list = adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->sidebar);

  adw_leaflet_set_visible_child (self->leaflet,
                                 is_in_list ? GTK_WIDGET (self->navigator) : GTK_WIDGET (self->sidebar));
  if (!is_in_list)
    kl_sidebar_focus_list (self->sidebar);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->navigator), GTK_DIR_TAB_FORWARD);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  KlWindow *self = user_data;

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
  kl_sidebar_start_search (self->sidebar);
}

static void
toast_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  kl_window_show_toast (user_data, g_variant_get_string (parameter, NULL));
}

static void
toast_undo_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_toast_offer_undo (self->toast_overlay, g_variant_get_string (parameter, NULL), "win.undo");
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = kl_library_undo_finish (KL_LIBRARY (object), result, &error);
  /* Translators: %s names a change, such as “Deletion of “Pod Networking””. */
  g_autofree char *sentence = name != NULL ? g_strdup_printf (_("Undone: %s"), name) : NULL;

  kl_window_show_toast (self, sentence != NULL ? sentence : error->message);
}

static void
redone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = kl_library_redo_finish (KL_LIBRARY (object), result, &error);
  /* Translators: %s names a change, such as “Deletion of “Pod Networking””. */
  g_autofree char *sentence = name != NULL ? g_strdup_printf (_("Done again: %s"), name) : NULL;

  kl_window_show_toast (self, sentence != NULL ? sentence : error->message);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_toast_withdraw_undo (self->toast_overlay);
  kl_library_undo_async (self->library, NULL, undone_cb, g_object_ref (self));
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_library_redo_async (self->library, NULL, redone_cb, g_object_ref (self));
}

static void
new_topic_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_plan_editor_create_topic (GTK_WINDOW (self), self->library, kl_navigator_get_plan (self->navigator));
}

static void
new_subtopic_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  KlWindow *self = user_data;
  KlPlan *plan = kl_navigator_get_plan (self->navigator);
  KlSubject *parent = plan != NULL ? kl_plan_find_subject (plan, g_variant_get_string (parameter, NULL)) : NULL;

  if (parent != NULL)
    kl_plan_editor_create_subtopic (GTK_WINDOW (self), self->library, plan, parent);
}

static void
new_plan_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_plan_editor_create_plan (GTK_WINDOW (self), self->library);
}

static void
rename_plan_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_plan_editor_rename_plan (GTK_WINDOW (self), self->library, kl_navigator_get_plan (self->navigator));
}

static void
duplicate_plan_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_plan_editor_duplicate_plan (GTK_WINDOW (self), self->library, kl_navigator_get_plan (self->navigator));
}

static void
export_plan_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_plan_saver_ask (GTK_WINDOW (self), self->library, kl_navigator_get_plan (self->navigator));
}

static void
print_report_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_report_printer_print (GTK_WINDOW (self), self->library, kl_navigator_get_plan (self->navigator));
}

static void
save_report_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_report_saver_ask (GTK_WINDOW (self), self->library, kl_navigator_get_plan (self->navigator));
}

static void
delete_plan_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  KlWindow *self = user_data;

  kl_plan_editor_delete_plan (GTK_WINDOW (self), self->library, kl_navigator_get_plan (self->navigator));
}

static void
plan_preferences_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  KlWindow *self = user_data;

  gtk_window_present (GTK_WINDOW (kl_plan_preferences_new (GTK_WINDOW (self), self->library,
                                                           kl_navigator_get_plan (self->navigator))));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  KlWindow *self = user_data;

  gtk_window_present (GTK_WINDOW (kl_preferences_new (GTK_WINDOW (self), self->library)));
}

static void
select_plan_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  kl_window_select_plan (user_data, g_variant_get_string (parameter, NULL));
}

static void
order_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       user_data)
{
  KlWindow *self = user_data;
  g_autoptr(GVariant) sort = NULL;
  g_autoptr(GVariant) filter = NULL;

  g_simple_action_set_state (action, state);
  sort = g_action_group_get_action_state (G_ACTION_GROUP (self), "sort");
  filter = g_action_group_get_action_state (G_ACTION_GROUP (self), "filter");
  kl_sidebar_set_order (self->sidebar, g_variant_get_string (sort, NULL), g_variant_get_string (filter, NULL));
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "sidebar-sort", g_variant_get_string (sort, NULL));
}

/* GTK would build this window with ours, before the first frame; hardly anybody opens it. */
static void
show_help_overlay_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/com/example/KLearn/application/kl-shortcuts.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (user_data));
  gtk_window_present (overlay);
}

static const GActionEntry entries[] = {
  { .name = "show-help-overlay", .activate = show_help_overlay_cb },
  { .name = "show-today", .activate = show_today_cb },
  { .name = "show-exercises", .activate = show_exercises_cb },
  { .name = "show-insights", .activate = show_insights_cb },
  { .name = "show-map", .activate = show_map_cb },
  { .name = "show-topic", .activate = show_topic_cb, .parameter_type = "s" },
  { .name = "explain", .activate = explain_cb, .parameter_type = "s" },
  { .name = "edit-explanation", .activate = edit_explanation_cb, .parameter_type = "s" },
  { .name = "explain-current", .activate = explain_current_cb },
  { .name = "review", .activate = review_cb, .parameter_type = "s" },
  { .name = "study", .activate = study_cb, .parameter_type = "s" },
  { .name = "restudy", .activate = restudy_cb, .parameter_type = "s" },
  { .name = "show-attempt", .activate = show_attempt_cb, .parameter_type = "(ss)" },
  { .name = "back", .activate = back_cb },
  { .name = "toggle-list", .activate = toggle_list_cb },
  { .name = "search", .activate = search_cb },
  { .name = "toast", .activate = toast_cb, .parameter_type = "s" },
  { .name = "toast-undo", .activate = toast_undo_cb, .parameter_type = "s" },
  { .name = "undo", .activate = undo_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "new-topic", .activate = new_topic_cb },
  { .name = "new-subtopic", .activate = new_subtopic_cb, .parameter_type = "s" },
  { .name = "new-plan", .activate = new_plan_cb },
  { .name = "rename-plan", .activate = rename_plan_cb },
  { .name = "duplicate-plan", .activate = duplicate_plan_cb },
  { .name = "export-plan", .activate = export_plan_cb },
  { .name = "print-report", .activate = print_report_cb },
  { .name = "save-report", .activate = save_report_cb },
  { .name = "delete-plan", .activate = delete_plan_cb },
  { .name = "plan-preferences", .activate = plan_preferences_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "select-plan", .activate = select_plan_cb, .parameter_type = "s", .state = "''" },
  { .name = "sort", .parameter_type = "s", .state = "'plan'", .change_state = order_cb },
  { .name = "filter", .parameter_type = "s", .state = "'all'", .change_state = order_cb },
};

/* Those of the window's menus, keys and pages. */
void
kl_window_install_actions (KlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
