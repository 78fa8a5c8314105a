/* kl-agreement-line.c: how often what KLearn suggested for a topic was what the person said, in one quiet line */

#include "config.h"

#include "kl-agreement-line.h"

#include "recall/kl-reading-agreement.h"

static KlSubject *
get_subject (GtkLabel *self)
{
  return g_object_get_data (G_OBJECT (self), "kl-subject");
}

static void
update (GtkLabel *self)
{
  GListModel *attempts = kl_subject_get_attempts (get_subject (self));
  KlReadingAgreement agreement = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (attempts); i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);

      kl_reading_agreement_add_attempt (&agreement, attempt);
    }
  text = kl_reading_agreement_to_text (&agreement);
  gtk_label_set_text (self, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

static void
touched_cb (GtkLabel           *self,
            const char *const  *subject_ids)
{
  if (subject_ids == NULL || g_strv_contains (subject_ids, kl_record_get_id (KL_RECORD (get_subject (self)))))
    update (self);
}

/**
 * kl_agreement_line_new:
 * @page: a page about a subject
 *
 * Returns: (transfer floating): a line that follows its attempts; not to be seen where nothing was suggested
 */
GtkWidget *
kl_agreement_line_new (KlPage *page)
{
  KlSubject *subject = kl_page_get_subject (page);
  GtkWidget *self = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (self), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self), 0);
  gtk_widget_add_css_class (self, "caption");
  gtk_widget_add_css_class (self, "dim-label");
  g_object_set_data_full (G_OBJECT (self), "kl-subject", g_object_ref (subject), g_object_unref);
  g_signal_connect_object (kl_page_get_library (page), "touched", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_subject_get_attempts (subject), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (GTK_LABEL (self));
  return self;
}
