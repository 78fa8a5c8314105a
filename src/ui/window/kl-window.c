/* kl-window.c: the one window: which library and plan, the list and the page, and the actions of both */

#include "config.h"

#include "kl-window.h"

#include <glib/gi18n.h>

#include "ui/first-run/kl-first-run.h"
#include "ui/first-run/kl-library-failure.h"
#include "ui/page/kl-dialog-words.h"
#include "ui/page/kl-frame-idle.h"
#include "ui/page/kl-toast.h"
#include "ui/reminder/kl-reminders.h"

#include "kl-window-private.h"

/* How long the files of plans may take to be written when the window closes. */
#define CLOSE_SECONDS 10

G_DEFINE_FINAL_TYPE (KlWindow, kl_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_showing_plan (KlWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "plan") == 0;
}

static void
update_cb (KlWindow *self)
{
  kl_window_update_actions (self);
}

void
kl_window_update_title (KlWindow *self)
{
  KlPage *page = kl_navigator_get_page (self->navigator);
  const char *title = page != NULL && is_showing_plan (self) ? kl_page_get_title (page) : NULL;
  /* Translators: the window's title; %s is that of the page. */
  g_autofree char *full = title != NULL ? g_strdup_printf (_("%s – KLearn"), title) : g_strdup (_("KLearn"));

  gtk_window_set_title (GTK_WINDOW (self), full);
}

static void
save_place (KlWindow *self)
{
  const KlPlace *place = kl_navigator_get_place (self->navigator);
  g_autofree char *text = place != NULL ? kl_place_print (place) : NULL;

  if (self->library_settings == NULL || text == NULL)
    return;

  g_settings_set_string (self->library_settings, "last-plan", self->plan_id != NULL ? self->plan_id : "");
  g_settings_set_string (self->library_settings, "last-page", text);
}

static const char *
find_sidebar_action (const KlPlace *place,
                     KlSubject     *subject)
{
  if (subject != NULL && kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE)
    return "win.show-exercises";

  switch (place->kind)
    {
    case KL_PLACE_TODAY:
      return "win.show-today";
    case KL_PLACE_EXERCISES:
      return "win.show-exercises";
    case KL_PLACE_INSIGHTS:
      return "win.show-insights";
    case KL_PLACE_MAP:
    case KL_PLACE_TOPIC:
    case KL_PLACE_EXPLAIN:
    case KL_PLACE_REVIEW:
    case KL_PLACE_ATTEMPT:
    case KL_PLACE_STUDY:
    case KL_PLACE_RESTUDY:
    case KL_PLACE_RESUME:
    default:
      return NULL;
    }
}

/* As after the first import, when what had the keyboard is gone: GTK then takes the window's next button, or none. */
static void
focus_cb (GtkWidget *widget)
{
  KlWindow *self = KL_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!is_showing_plan (self)
      || (focus != NULL && gtk_widget_get_mapped (focus)
          && (!self->has_come || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->navigator)))))
    return;

  self->has_come = FALSE;

  if (adw_leaflet_get_folded (self->leaflet)
      && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->navigator))
    gtk_widget_child_focus (GTK_WIDGET (self->navigator), GTK_DIR_TAB_FORWARD);
  else
    kl_sidebar_focus_list (self->sidebar);
}

static void
place_cb (KlWindow *self)
{
  const KlPlace *place = kl_navigator_get_place (self->navigator);
  KlPage *page = kl_navigator_get_page (self->navigator);
  KlPlan *plan = kl_navigator_get_plan (self->navigator);
  const char *action_name;

  if (place == NULL || page == NULL)
    return;

  if (!is_showing_plan (self))
    {
      gtk_stack_set_visible_child_name (self->stack, "plan");
      self->has_come = TRUE;
    }
  kl_sidebar_set_plan (self->sidebar, self->library, plan);
  action_name = find_sidebar_action (place, kl_page_get_subject (page));
  kl_sidebar_set_current (self->sidebar, action_name, action_name == NULL ? place->subject : NULL);
  kl_sidebar_set_explained (self->sidebar, place->kind == KL_PLACE_EXPLAIN ? place->subject : NULL);

  g_signal_connect_object (page, "notify::title", G_CALLBACK (kl_window_update_title), self, G_CONNECT_SWAPPED);
  kl_window_update_title (self);
  kl_window_update_actions (self);
  kl_window_update_file (self);
  kl_study_bar_set_place (self->study_bar, self->library, plan,
                          place->kind == KL_PLACE_STUDY || place->kind == KL_PLACE_RESTUDY ? kl_page_get_subject (page)
                                                                                           : NULL);
  save_place (self);
  kl_frame_idle_add (GTK_WIDGET (self), focus_cb);
}

static void
undo_name_cb (KlWindow *self)
{
  kl_sidebar_set_undo (self->sidebar, kl_library_get_undo_name (self->library),
                       kl_library_get_redo_name (self->library));
  kl_window_update_actions (self);
}

static gboolean
spinner_cb (gpointer user_data)
{
  KlWindow *self = user_data;

  self->spinner_timeout = 0;
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static gboolean
is_text (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget);
}

/* In a text field, Ctrl+Z is the text's own, also when the text has nothing to take back. */
static gboolean
undo_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (focus == NULL || !is_text (focus))
    gtk_widget_activate_action (widget, user_data, NULL);

  return TRUE;
}

/* What is pasted where no text has the keyboard is a plan. */
static gboolean
paste_key_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   user_data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  return (focus == NULL || !is_text (focus)) && gtk_widget_activate_action (widget, user_data, NULL);
}

/* Accelerators of the application would take the keys away from text fields. */
static void
add_key (GtkWidgetClass  *widget_class,
         guint            key,
         GdkModifierType  modifiers,
         GtkShortcutFunc  func,
         const char      *action_name)
{
  GtkShortcutAction *action = gtk_callback_action_new (func, g_strdup (action_name), g_free);
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action);

  gtk_widget_class_add_shortcut (widget_class, shortcut);
  g_object_unref (shortcut);
}

static void
save_size (KlWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
}

static void
restore_size (KlWindow *self)
{
  int width = 1000, height = 720;

  if (self->settings != NULL)
    {
      width = g_settings_get_int (self->settings, "window-width");
      height = g_settings_get_int (self->settings, "window-height");
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
}

static void
not_saved_cb (KlWindow   *self,
              const char *response)
{
  self->is_closing = FALSE;
  if (g_str_equal (response, "cancel"))
    return;

  self->may_close = g_str_equal (response, "close");
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_to_close (KlWindow     *self,
              const GError *error)
{
  /* Translators: %s is a sentence that says why. */
  g_autofree char *body = g_strdup_printf (_("%s The words are still in the window."), error->message);
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  kl_dialog_words_show (dialog, _("Your Explanation Is Not Saved"), body);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "close", _("Close _Without Saving"), "retry",
                                    _("_Try Again"), NULL);
  adw_message_dialog_set_default_response (dialog, "retry");
  adw_message_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (not_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A file that cannot be reached, as on a network that is gone, keeps nobody here. */
static gboolean
close_anyway_cb (gpointer user_data)
{
  KlWindow *self = user_data;

  self->close_timeout = 0;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
files_flushed_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;

  kl_plan_follower_flush_finish (KL_PLAN_FOLLOWER (object), result);
  if (self->close_timeout == 0)
    return;

  g_clear_handle_id (&self->close_timeout, g_source_remove);
  close_anyway_cb (self);
}

static void
flushed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_navigator_flush_finish (KL_NAVIGATOR (object), result, &error))
    {
      ask_to_close (self, error);
      return;
    }

  /* The files of plans that follow get the last change too. */
  if (self->follower == NULL)
    {
      close_anyway_cb (self);
      return;
    }
  self->close_timeout = g_timeout_add_seconds (CLOSE_SECONDS, close_anyway_cb, self);
  kl_plan_follower_flush_async (self->follower, files_flushed_cb, g_object_ref (self));
}

static gboolean
kl_window_close_request (GtkWindow *window)
{
  KlWindow *self = KL_WINDOW (window);

  save_size (self);
  if (!self->may_close && kl_navigator_get_page (self->navigator) != NULL)
    {
      if (self->is_closing)
        return TRUE;
      self->is_closing = TRUE;
      kl_navigator_flush_async (self->navigator, flushed_cb, g_object_ref (self));
      return TRUE;
    }

  return GTK_WINDOW_CLASS (kl_window_parent_class)->close_request (window);
}

static void
drop_library (KlWindow *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  kl_window_drop_follower (self);
  if (self->library == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->library, self);
  g_signal_handlers_disconnect_by_data (kl_library_get_plans (self->library), self);
  g_clear_object (&self->library);
}

static void
kl_window_dispose (GObject *object)
{
  KlWindow *self = KL_WINDOW (object);

  drop_library (self);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_clear_handle_id (&self->close_timeout, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->library_settings);
  g_queue_clear_full (&self->wanted_files, g_object_unref);
  g_clear_weak_pointer (&self->import_dialog);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_WINDOW);

  G_OBJECT_CLASS (kl_window_parent_class)->dispose (object);
}

static void
kl_window_finalize (GObject *object)
{
  KlWindow *self = KL_WINDOW (object);

  g_free (self->plan_id);
  g_free (self->wanted_plan_id);
  g_clear_pointer (&self->wanted_place, kl_place_free);

  G_OBJECT_CLASS (kl_window_parent_class)->finalize (object);
}

static void
kl_window_class_init (KlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kl_window_dispose;
  object_class->finalize = kl_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = kl_window_close_request;

  g_type_ensure (KL_TYPE_SIDEBAR);
  g_type_ensure (KL_TYPE_NAVIGATOR);
  g_type_ensure (KL_TYPE_LIBRARY_BAR);
  g_type_ensure (KL_TYPE_FILE_BAR);
  g_type_ensure (KL_TYPE_STUDY_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/window/kl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KlWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, KlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KlWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, KlWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KlWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KlWindow, navigator);
  gtk_widget_class_bind_template_child (widget_class, KlWindow, library_bar);
  gtk_widget_class_bind_template_child (widget_class, KlWindow, file_bar);
  gtk_widget_class_bind_template_child (widget_class, KlWindow, study_bar);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);

  add_key (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_key_cb, "win.undo");
  add_key (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, undo_key_cb, "win.redo");
  add_key (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, paste_key_cb, "win.paste-plan");
}

static void
kl_window_init (KlWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kl_window_install_actions (self);
  kl_window_install_import (self);
  kl_window_install_file (self);
  kl_sidebar_set_undo (self->sidebar, NULL, NULL);
  kl_window_update_actions (self);
  self->spinner_timeout = g_timeout_add_seconds (3, spinner_cb, self);
}

/**
 * kl_window_new:
 * @application: the application
 * @settings: (nullable): what is kept between two starts
 * @library_settings: (nullable): what is kept of the library that it will get
 *
 * Returns: (transfer none): a window that waits for its library
 */
KlWindow *
kl_window_new (GtkApplication *application,
               GSettings      *settings,
               GSettings      *library_settings)
{
  KlWindow *self = g_object_new (KL_TYPE_WINDOW, "application", application, NULL);

  g_set_object (&self->settings, settings);
  g_set_object (&self->library_settings, library_settings);
  restore_size (self);
  if (settings != NULL)
    {
      g_autofree char *sort = g_settings_get_string (settings, "sidebar-sort");

      g_action_group_change_action_state (G_ACTION_GROUP (self), "sort", g_variant_new_string (sort));
    }
  return self;
}

/**
 * kl_window_set_library:
 * @self: the window
 * @library: a library, open
 */
void
kl_window_set_library (KlWindow  *self,
                       KlLibrary *library)
{
  GListModel *plans = kl_library_get_plans (library);
  g_autoptr(KlReminders) reminders = kl_reminders_for (library);

  g_return_if_fail (KL_IS_WINDOW (self));

  drop_library (self);
  self->library = g_object_ref (library);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_spinner_stop (self->spinner);
  g_clear_pointer (&self->plan_id, g_free);

  kl_sidebar_set_plans (self->sidebar, plans);
  g_signal_connect_swapped (plans, "items-changed", G_CALLBACK (kl_window_follow_plans), self);
  g_signal_connect_swapped (library, "notify::undo-name", G_CALLBACK (undo_name_cb), self);
  g_signal_connect_swapped (library, "notify::redo-name", G_CALLBACK (undo_name_cb), self);
  g_signal_connect_swapped (library, "notify::read-only", G_CALLBACK (kl_window_update_actions), self);
  undo_name_cb (self);
  kl_library_bar_set_library (self->library_bar, library);
  kl_window_follow_files (self);
  kl_window_follow_plans (self);
  kl_reminders_look (reminders);

  kl_window_import_wanted (self);
}

/* Most windows never show these pages, so they are made when they are due. */
static void
show_status (KlWindow   *self,
             GType       page_type,
             const char *name)
{
  if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
    gtk_stack_add_named (self->stack, g_object_new (page_type, NULL), name);
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* What a library without a plan shows. */
void
kl_window_show_first_run (KlWindow *self)
{
  show_status (self, KL_TYPE_FIRST_RUN, "first-run");
  kl_window_update_title (self);
  kl_window_update_actions (self);
}

/**
 * kl_window_show_failure:
 * @self: the window
 * @path: where the library lies
 * @error: why it cannot be opened
 */
void
kl_window_show_failure (KlWindow     *self,
                        const char   *path,
                        const GError *error)
{
  g_return_if_fail (KL_IS_WINDOW (self));

  drop_library (self);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_spinner_stop (self->spinner);
  show_status (self, KL_TYPE_LIBRARY_FAILURE, "failure");
  kl_library_failure_show (KL_LIBRARY_FAILURE (gtk_stack_get_visible_child (self->stack)), path, error);
  kl_window_update_actions (self);
  kl_window_update_title (self);
}

/* A sentence that goes away by itself. */
void
kl_window_show_toast (KlWindow   *self,
                      const char *sentence)
{
  kl_toast_say (self->toast_overlay, sentence);
}
