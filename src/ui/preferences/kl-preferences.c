/* kl-preferences.c: what the person wishes of KLearn itself, whatever the plan */

#include "config.h"

#include "kl-preferences.h"

#include <glib/gi18n.h>

#include "opinion/kl-keyring.h"
#include "ui/opinion/kl-opinion-rows.h"
#include "ui/reminder/kl-reminder-rows.h"

#include "kl-reading-rows.h"

/**
 * kl_preferences_new:
 * @parent: the window that asks
 * @library: its library
 *
 * Returns: (transfer none): a window, not shown yet
 */
GtkWidget *
kl_preferences_new (GtkWindow *parent,
                    KlLibrary *library)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  g_autoptr(KlReminders) reminders = kl_reminders_for (library);
  g_autoptr(KlOpinionSettings) opinion = kl_opinion_settings_new ();
  g_autoptr(KlKeyStore) keys = kl_keyring_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (kl_reminder_rows_new (reminders)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (kl_reading_rows_new (library)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (kl_opinion_rows_new (opinion, keys)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_title (GTK_WINDOW (window), _("Preferences"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  gtk_widget_set_size_request (window, 340, 280);
  return window;
}
