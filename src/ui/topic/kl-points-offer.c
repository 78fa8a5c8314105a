/* kl-points-offer.c: offers to suggest key points where a subject has none, and there is something to suggest them from
 *
 * Where it has some, its menu offers the same.
 */

#include "config.h"

#include "kl-points-offer.h"

#include <glib/gi18n.h>

#include "recall/kl-suggested-points.h"

#define ACTION "topic.suggest-points"

static void
update (GtkWidget *self)
{
  KlPage *page = g_object_get_data (G_OBJECT (self), "kl-page");
  KlSubject *subject = kl_page_get_subject (page);
  gboolean can_suggest = !kl_library_get_read_only (kl_page_get_library (page))
                         && kl_suggested_points_have_source (subject);

  gtk_widget_action_set_enabled (GTK_WIDGET (page), ACTION, can_suggest);
  gtk_widget_set_visible (self, can_suggest && g_list_model_get_n_items (kl_subject_get_points (subject)) == 0);
}

static void
touched_cb (GtkWidget          *self,
            const char *const  *subject_ids)
{
  KlPage *page = g_object_get_data (G_OBJECT (self), "kl-page");
  const char *id = kl_record_get_id (KL_RECORD (kl_page_get_subject (page)));

  if (subject_ids == NULL || g_strv_contains (subject_ids, id))
    update (self);
}

/**
 * kl_points_offer_new:
 * @page: the page of a subject, which the button will be on, with the action “topic.suggest-points”
 *
 * Returns: (transfer floating): a button, to be seen where it is of use; the action is enabled where there is something
 *   to suggest from
 */
GtkWidget *
kl_points_offer_new (KlPage *page)
{
  KlSubject *subject = kl_page_get_subject (page);
  GtkWidget *self = gtk_button_new_with_mnemonic (_("Suggest _Points…"));

  /* The page outlives its button. */
  g_object_set_data (G_OBJECT (self), "kl-page", page);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), ACTION);
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  g_signal_connect_object (kl_page_get_library (page), "touched", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_page_get_library (page), "notify::read-only", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_subject_get_points (subject), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_subject_get_attempts (subject), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (subject, "notify::notes", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
