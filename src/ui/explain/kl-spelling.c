/* kl-spelling.c: marks words that no dictionary has, where libspelling is there and has a dictionary of the language
 *
 * Elsewhere it does nothing. The menu of the text offers corrections, other languages, and to switch it off, which is
 * remembered.
 */

#include "config.h"

#include "kl-spelling.h"

#if KL_HAVE_SPELLING

#include "ui/page/kl-settings.h"

#include "kl-spelling-language.h"

#include <libspelling.h>

/* A text of so few characters is looked at again when its writer pauses. */
#define BEGINNING 200
#define LOOK_AGAIN_MS 500

struct _KlSpelling
{
  GObject parent_instance;

  GtkSourceView *view;
  KlPlan *plan;
  GSettings *settings; /* NULL where they are not installed */
  GtkGesture *click;   /* the view's */
  guint look_source;
  SpellingTextBufferAdapter *adapter; /* NULL where there is no dictionary */
};

G_DEFINE_FINAL_TYPE (KlSpelling, kl_spelling, G_TYPE_OBJECT)

/* The code of the dictionary for the plan's texts. */
static char *
dup_language (KlSpelling *self)
{
  SpellingProvider *provider = spelling_provider_get_default ();
  g_autoptr(GListModel) languages = spelling_provider_list_languages (provider);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) codes = NULL;

  for (guint i = 0; languages != NULL && i < g_list_model_get_n_items (languages); i++)
    {
      g_autoptr(SpellingLanguage) language = g_list_model_get_item (languages, i);

      g_strv_builder_add (builder, spelling_language_get_code (language));
    }
  codes = g_strv_builder_end (builder);
  return g_strdup (kl_spelling_language_choose ((const char *const *) codes, kl_plan_get_language (self->plan),
                                                spelling_provider_get_default_code (provider)));
}

/* The corrections in the menu are those of the word that the cursor is at, so that it goes to the one that is asked
 * for. */
static void
pressed_cb (KlSpelling *self,
            int         n_press,
            double      x,
            double      y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (gtk_text_buffer_get_has_selection (buffer))
    return;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return;

  gtk_text_buffer_place_cursor (buffer, &iter);
  spelling_text_buffer_adapter_update_corrections (self->adapter);
}

static gboolean
look_again_cb (gpointer user_data)
{
  KlSpelling *self = user_data;

  self->look_source = 0;
  spelling_text_buffer_adapter_invalidate_all (self->adapter);
  return G_SOURCE_REMOVE;
}

/* libspelling 0.4 may pass over the second word of what is there when it begins or comes to the text as a whole … */
static void
look_again_soon (KlSpelling *self)
{
  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->adapter != NULL)
    self->look_source = g_timeout_add (LOOK_AGAIN_MS, look_again_cb, self);
}

/* … and of what is typed into an empty one. */
static void
changed_cb (KlSpelling    *self,
            GtkTextBuffer *buffer)
{
  if (gtk_text_buffer_get_char_count (buffer) < BEGINNING)
    look_again_soon (self);
}

static void
attach (KlSpelling *self,
        const char *language)
{
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
  g_autoptr(SpellingChecker) checker = spelling_checker_new (spelling_provider_get_default (), language);

  self->adapter = spelling_text_buffer_adapter_new (buffer, checker);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling", G_ACTION_GROUP (self->adapter));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view),
                                spelling_text_buffer_adapter_get_menu_model (self->adapter));
  self->click = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (self->click));
  if (self->settings != NULL)
    g_settings_bind (self->settings, "check-spelling", self->adapter, "enabled", G_SETTINGS_BIND_DEFAULT);
  else
    spelling_text_buffer_adapter_set_enabled (self->adapter, TRUE);
  look_again_soon (self);
}

/* What the adapter has to do yet, it would do without a text, too, unless it is switched off before. */
static void
detach (KlSpelling *self)
{
  if (self->adapter == NULL)
    return;

  g_clear_handle_id (&self->look_source, g_source_remove);
  g_settings_unbind (self->adapter, "enabled");
  spelling_text_buffer_adapter_set_enabled (self->adapter, FALSE);
  gtk_widget_remove_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (self->click));
  self->click = NULL;
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling", NULL);
  g_clear_object (&self->adapter);
}

static void
language_cb (KlSpelling *self)
{
  g_autofree char *language = dup_language (self);

  if (language == NULL)
    detach (self);
  else if (self->adapter == NULL)
    attach (self, language);
  else
    spelling_text_buffer_adapter_set_language (self->adapter, language);
}

static void
kl_spelling_dispose (GObject *object)
{
  KlSpelling *self = KL_SPELLING (object);

  detach (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->plan);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (kl_spelling_parent_class)->dispose (object);
}

static void
kl_spelling_class_init (KlSpellingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_spelling_dispose;
}

static void
kl_spelling_init (KlSpelling *self)
{
  spelling_init ();
}

#else

struct _KlSpelling
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KlSpelling, kl_spelling, G_TYPE_OBJECT)

static void
kl_spelling_class_init (KlSpellingClass *klass)
{
}

static void
kl_spelling_init (KlSpelling *self)
{
}

#endif

/**
 * kl_spelling_new:
 * @view: where an explanation is written; it has its buffer, and that the words that were there before
 * @plan: the plan, whose language it is written in
 *
 * Returns: (transfer full): what checks the spelling, as long as it is held, which is no longer than @view is there
 */
KlSpelling *
kl_spelling_new (GtkSourceView *view,
                 KlPlan        *plan)
{
  KlSpelling *self = g_object_new (KL_TYPE_SPELLING, NULL);

#if KL_HAVE_SPELLING
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  self->view = g_object_ref (view);
  self->plan = g_object_ref (plan);
  self->settings = kl_settings_new (KL_APPLICATION_ID, NULL);
  g_signal_connect_object (buffer, "paste-done", G_CALLBACK (look_again_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "notify::language", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
  language_cb (self);
#endif
  return self;
}
