/* kl-application.c: one window, one library */

#include "config.h"

#include "kl-application.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "ui/page/kl-settings.h"
#include "ui/reminder/kl-due-reminder.h"
#include "ui/window/kl-window.h"

#include "kl-accelerators.h"
#include "kl-library-holder.h"

struct _KlApplication
{
  AdwApplication parent_instance;

  KlLibraryHolder *holder;
  GSettings *settings;
  GSettings *library_settings;
  KlWindow *window;
  KlDueReminder *reminder;
  guint care_timeout;
  guint present_timeout;
  guint rest_timeout;
};

/* A library is nearly always open before; the window is then shown with what is in it, and not empty first. */
#define PRESENT_DELAY_MILLISECONDS 200

/* Until the person has begun with what they came for. */
#define CARE_DELAY_SECONDS 10

/* Without a window: until it is clear that nobody asks for one. */
#define REST_DELAY_SECONDS 10

G_DEFINE_FINAL_TYPE (KlApplication, kl_application, ADW_TYPE_APPLICATION)

static void
present (KlApplication *self)
{
  g_clear_handle_id (&self->present_timeout, g_source_remove);
  if (self->window != NULL)
    gtk_window_present (GTK_WINDOW (self->window));
}

static gboolean
present_cb (gpointer user_data)
{
  KlApplication *self = user_data;

  self->present_timeout = 0;
  present (self);
  return G_SOURCE_REMOVE;
}

static void
tell (KlApplication *self,
      const char    *sentence)
{
  if (self->window != NULL && sentence != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "s", sentence);
}

static void
cared_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlApplication) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_look_after_finish (KL_LIBRARY (object), result, &error)
      && kl_library_holder_get_library (self->holder) == KL_LIBRARY (object))
    tell (self, error->message);
}

static gboolean
care_cb (gpointer user_data)
{
  KlApplication *self = user_data;

  self->care_timeout = 0;
  kl_library_look_after_async (kl_library_holder_get_library (self->holder), NULL, cared_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
update_window (KlApplication *self)
{
  const GError *failure = kl_library_holder_get_failure (self->holder);

  if (self->window == NULL)
    return;

  if (failure != NULL)
    {
      kl_window_show_failure (self->window, kl_library_holder_get_path (self->holder), failure);
    }
  else if (kl_library_holder_is_open (self->holder))
    {
      kl_window_set_library (self->window, kl_library_holder_get_library (self->holder));
      g_clear_handle_id (&self->care_timeout, g_source_remove);
      self->care_timeout = g_timeout_add_seconds (CARE_DELAY_SECONDS, care_cb, self);
    }
}

static void
let_go (KlApplication *self)
{
  g_clear_handle_id (&self->care_timeout, g_source_remove);
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  if (self->reminder != NULL)
    kl_due_reminder_set_library (self->reminder, NULL);
  kl_library_holder_let_go (self->holder);
}

static void
opened_cb (KlApplication *self)
{
  update_window (self);
  if (self->present_timeout != 0)
    present (self);
  if (self->reminder != NULL && kl_library_holder_is_open (self->holder))
    kl_due_reminder_set_library (self->reminder, kl_library_holder_get_library (self->holder));
  if (kl_library_holder_is_open (self->holder))
    return;

  if (self->window == NULL)
    let_go (self);
  if (self->reminder != NULL)
    kl_due_reminder_give_up (self->reminder);
}

/* The plan that the window will show is read while the window is built. */
static void
open_library (KlApplication *self)
{
  g_autofree char *last_plan = NULL;

  if (self->library_settings != NULL)
    last_plan = g_settings_get_string (self->library_settings, "last-plan");
  let_go (self);
  kl_library_holder_open (self->holder, last_plan);
}

/* What the window held is not kept by what goes on without it. */
static gboolean
rest_cb (gpointer user_data)
{
  KlApplication *self = user_data;

  self->rest_timeout = 0;
  if (self->window != NULL)
    return G_SOURCE_REMOVE;

  let_go (self);
  if (self->reminder != NULL)
    kl_due_reminder_look (self->reminder);
  return G_SOURCE_REMOVE;
}

/* A library that is not there is made for a window, and for nothing else. */
static void
looked_cb (KlApplication *self)
{
  if (!kl_due_reminder_needs_library (self->reminder))
    {
      if (self->window == NULL && kl_library_holder_get_library (self->holder) != NULL && self->rest_timeout == 0)
        self->rest_timeout = g_timeout_add_seconds (REST_DELAY_SECONDS, rest_cb, self);
      return;
    }

  if (kl_library_holder_get_library (self->holder) != NULL)
    return;
  if (kl_library_holder_exists (self->holder))
    open_library (self);
  else
    kl_due_reminder_give_up (self->reminder);
}

static void
open_library_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  open_library (user_data);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  KlApplication *self = user_data;

  adw_show_about_window (GTK_WINDOW (self->window),
                         "application-name", _("KLearn"),
                         "application-icon", KL_APPLICATION_ID,
                         "version", KL_VERSION,
                         "developer-name", _("The KLearn contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Explain topics back from memory, get feedback, and watch what stays"),
                         /* Translators: write your names here, one a line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  KlApplication *self = user_data;

  /* The window first saves what is being written. */
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

static void
create_window (KlApplication *self)
{
  KlWindow *window = kl_window_new (GTK_APPLICATION (self), self->settings, self->library_settings);

  g_set_weak_pointer (&self->window, window);
}

static void
show_cb (KlApplication *self,
         const char    *plan_id,
         const char    *subject_id)
{
  gboolean is_new = self->window == NULL;

  if (is_new)
    create_window (self);
  kl_window_go_to (self->window, plan_id, subject_id);
  if (is_new)
    update_window (self);
  g_application_activate (G_APPLICATION (self));
}

static void
today_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  show_cb (user_data, NULL, NULL);
}

static void
kl_application_activate (GApplication *application)
{
  KlApplication *self = KL_APPLICATION (application);

  if (self->window == NULL)
    {
      create_window (self);
      update_window (self);
    }
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  if (kl_library_holder_get_library (self->holder) == NULL)
    open_library (self);

  if (kl_library_holder_is_open (self->holder) || kl_library_holder_get_failure (self->holder) != NULL
      || gtk_widget_get_visible (GTK_WIDGET (self->window)))
    present (self);
  else if (self->present_timeout == 0)
    self->present_timeout = g_timeout_add (PRESENT_DELAY_MILLISECONDS, present_cb, self);
}

static void
kl_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  KlApplication *self = KL_APPLICATION (application);

  g_application_activate (application);
  for (int i = 0; i < n_files; i++)
    kl_window_import_file (self->window, files[i]);
}

/* A plan is in its reader's language, into which KLearn may not be translated: GTK would not mirror the window then, as
 * it shows its own words in English. Its translators say what the language asks for. */
static void
follow_reading_direction (void)
{
  static const char direction[] = "default:LTR";

  if (g_str_equal (dgettext ("gtk40", direction), "default:RTL"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

static void
add_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/com/example/KLearn/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* The window's own things go with it; what is in the library then is let go of. */
static void
kl_application_window_removed (GtkApplication *application,
                               GtkWindow      *window)
{
  KlApplication *self = KL_APPLICATION (application);

  GTK_APPLICATION_CLASS (kl_application_parent_class)->window_removed (application, window);
  if (window != (GtkWindow *) self->window)
    return;

  g_clear_weak_pointer (&self->window);
  g_clear_handle_id (&self->present_timeout, g_source_remove);
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  self->rest_timeout = g_idle_add (rest_cb, self);
}

/* Another library is another application, which no desktop file names: nobody could start it from a reminder. */
static void
start_reminder (KlApplication *self)
{
  if (!kl_library_holder_is_usual (self->holder) || self->settings == NULL)
    return;

  self->reminder = kl_due_reminder_new (G_APPLICATION (self), self->settings,
                                        kl_library_holder_get_clock (self->holder));
  g_signal_connect_object (self->reminder, "show", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reminder, "looked", G_CALLBACK (looked_cb), self, G_CONNECT_SWAPPED);
  kl_due_reminder_look (self->reminder);
}

static void
kl_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "today", .activate = today_cb },
    { .name = "open-library", .activate = open_library_cb },
  };
  KlApplication *self = KL_APPLICATION (application);
  g_autofree char *name = kl_library_holder_dup_name (self->holder);
  g_autofree char *settings_path = g_strdup_printf ("/com/example/KLearn/%s/", name);

  self->settings = kl_settings_new (KL_APPLICATION_ID, NULL);
  self->library_settings = kl_settings_new (KL_APPLICATION_ID ".Library", settings_path);
  /* The worker reads while GTK starts. A library that is not there is made only where there is a window for it. */
  if (kl_library_holder_exists (self->holder))
    open_library (self);

  /* The locale is set, and the worker goes by it already. */
  gtk_disable_setlocale ();
  /* GTK would end the program as well, with a warning for programmers. */
  if (!gtk_init_check ())
    {
      g_printerr ("klearn: %s\n",
                  _("There is no display for the window. “klearn --help” says what works without one."));
      kl_library_holder_close (self->holder);
      exit (EXIT_FAILURE);
    }

  /* GTK reads all icons in a thread of its own, from its first question for them, and again when a folder of icons is
   * added later. So libadwaita, which adds one, comes first, and KLearn has none among its resources. */
  adw_init ();
  G_APPLICATION_CLASS (kl_application_parent_class)->startup (application);
  follow_reading_direction ();

  add_style ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  kl_accelerators_install (GTK_APPLICATION (self));
  start_reminder (self);
}

static void
kl_application_shutdown (GApplication *application)
{
  KlApplication *self = KL_APPLICATION (application);

  g_clear_handle_id (&self->present_timeout, g_source_remove);
  g_clear_object (&self->reminder);
  G_APPLICATION_CLASS (kl_application_parent_class)->shutdown (application);

  let_go (self);
  kl_library_holder_close (self->holder);
}

/* One instance a library: another library's window is another application to the session bus. */
static void
choose_library (KlApplication *self,
                const char    *path)
{
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  kl_library_holder_set_path (self->holder, path);
  if (kl_library_holder_is_usual (self->holder))
    return;

  name = kl_library_holder_dup_name (self->holder);
  id = g_strdup_printf (KL_APPLICATION_ID ".%s", name);
  g_application_set_application_id (G_APPLICATION (self), id);
}

static int
kl_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  const char *path;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("KLearn %s\n", KL_VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (options, "library", "^&ay", &path))
    choose_library (KL_APPLICATION (application), path);
  return -1;
}

static void
kl_application_dispose (GObject *object)
{
  KlApplication *self = KL_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->reminder);
  g_clear_object (&self->holder);
  g_clear_object (&self->settings);
  g_clear_object (&self->library_settings);

  g_clear_handle_id (&self->care_timeout, g_source_remove);
  g_clear_handle_id (&self->present_timeout, g_source_remove);
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  G_OBJECT_CLASS (kl_application_parent_class)->dispose (object);
}

static void
kl_application_class_init (KlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_application_dispose;
  application_class->activate = kl_application_activate;
  application_class->open = kl_application_open;
  application_class->startup = kl_application_startup;
  application_class->shutdown = kl_application_shutdown;
  application_class->handle_local_options = kl_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = kl_application_window_removed;
}

static void
kl_application_init (KlApplication *self)
{
  self->holder = kl_library_holder_new ();
  g_signal_connect_object (self->holder, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_application_add_main_option (G_APPLICATION (self), "library", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME,
                                 _("Use another library"), _("FILE"));
  g_application_add_main_option (G_APPLICATION (self), "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Print the version and exit"), NULL);
}

/**
 * kl_application_new:
 *
 * Returns: (transfer full): the application
 */
KlApplication *
kl_application_new (void)
{
  KlApplication *self = g_object_new (KL_TYPE_APPLICATION,
                                      "application-id", KL_APPLICATION_ID,
                                      "flags", G_APPLICATION_HANDLES_OPEN,
                                      NULL);

  g_application_set_resource_base_path (G_APPLICATION (self), NULL);
  return self;
}
