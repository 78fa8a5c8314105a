/* kl-attempt-target.c: from a mark of a chart to the attempt that it is about */

#include "config.h"

#include "kl-attempt-target.h"

#include "recall/kl-insight-target.h"

/* A way to an attempt, as long as its subject is loaded. */
typedef struct
{
  KlPage *page;
  KlSubject *subject;
  gint64 number;
} Way;

static void
way_free (Way *way)
{
  g_object_unref (way->page);
  g_object_unref (way->subject);
  g_free (way);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Way, way_free)

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Way) way = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_loaded = kl_library_load_subject_finish (KL_LIBRARY (object), result, &error);
  GtkWidget *page = GTK_WIDGET (way->page);
  const char *id = kl_record_get_id (KL_RECORD (way->subject));
  KlAttempt *attempt = is_loaded ? kl_subject_find_attempt (way->subject, way->number) : NULL;

  /* Who went elsewhere meanwhile stays there. */
  if (!gtk_widget_get_mapped (page))
    return;

  if (!is_loaded)
    gtk_widget_activate_action (page, "win.toast", "s", error->message);
  else if (attempt != NULL)
    gtk_widget_activate_action (page, "win.show-attempt", "(ss)", id, kl_record_get_id (KL_RECORD (attempt)));
  else
    gtk_widget_activate_action (page, "win.show-topic", "s", id);
}

/**
 * kl_attempt_target_follow:
 * @page: a page of a plan
 * @target: a kl_insight_target_new() of the plan
 *
 * Goes to the attempt, or to its subject where the attempt is gone.
 */
void
kl_attempt_target_follow (KlPage     *page,
                          const char *target)
{
  gint64 number;
  g_autofree char *id = kl_insight_target_parse (target, &number);
  KlSubject *subject = kl_plan_find_subject (kl_page_get_plan (page), id);
  Way *way;

  if (subject == NULL)
    return;

  way = g_new0 (Way, 1);
  way->page = g_object_ref (page);
  way->subject = g_object_ref (subject);
  way->number = number;
  kl_library_load_subject_async (kl_page_get_library (page), subject, NULL, loaded_cb, way);
}
