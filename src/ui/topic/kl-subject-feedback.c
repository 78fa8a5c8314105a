/* kl-subject-feedback.c: what was said about any attempt on a subject */

#include "config.h"

#include "kl-subject-feedback.h"

#include "model/kl-attempt.h"
#include "model/kl-feedback.h"

static gpointer
map_to_feedback_cb (gpointer item,
                    gpointer user_data)
{
  g_autoptr(KlAttempt) attempt = item;

  return g_object_ref (kl_attempt_get_feedback (attempt));
}

static gboolean
match_kinds_cb (gpointer item,
                gpointer user_data)
{
  return (GPOINTER_TO_UINT (user_data) & (1u << kl_feedback_get_kind (item))) != 0;
}

/**
 * kl_subject_feedback_new:
 * @subject: a subject
 * @kinds: a bit for each #KlFeedbackKind that is wanted
 *
 * Returns: (transfer full): the feedback of these kinds on all attempts, in their order; kept up to date
 */
GListModel *
kl_subject_feedback_new (KlSubject *subject,
                         guint      kinds)
{
  GListModel *attempts = g_object_ref (kl_subject_get_attempts (subject));
  GtkMapListModel *lists = gtk_map_list_model_new (attempts, map_to_feedback_cb, NULL, NULL);
  GtkFlattenListModel *items = gtk_flatten_list_model_new (G_LIST_MODEL (lists));
  GtkCustomFilter *filter = gtk_custom_filter_new (match_kinds_cb, GUINT_TO_POINTER (kinds), NULL);

  return G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (items), GTK_FILTER (filter)));
}
