/* kl-apply.c: makes a change from a page, and tells the person how it went */

#include "config.h"

#include "kl-apply.h"

typedef struct
{
  KlPage *page;
  GtkWidget *window; /* a page that deletes what it is about is left before the person is told */
  char *sentence;
  KlApplyFunc done;
  GObject *target;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->page);
  g_clear_object (&job->window);
  g_clear_object (&job->target);
  g_free (job->sentence);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Job) job = user_data;
  g_autoptr(GError) error = NULL;
  GtkWidget *widget = job->window;

  if (!kl_library_apply_finish (KL_LIBRARY (object), result, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
  else if (job->sentence != NULL)
    gtk_widget_activate_action (widget, "win.toast-undo", "s", job->sentence);
  if (job->done != NULL)
    job->done (job->target, error);
  kl_page_end_saving (job->page, error);
}

/**
 * kl_apply:
 * @widget: a page, or something on it
 * @change: (transfer full): what to change
 * @sentence: (nullable): what was done, for a toast with Undo
 * @done: (nullable): called when it is done, or failed
 * @target: (type GObject): an object for @done, kept alive until then
 */
void
kl_apply (GtkWidget   *widget,
          KlChange    *change,
          const char  *sentence,
          KlApplyFunc  done,
          gpointer     target)
{
  g_autoptr(KlChange) owned = change;
  GtkWidget *page = gtk_widget_get_ancestor (widget, KL_TYPE_PAGE);
  GtkRoot *root = gtk_widget_get_root (widget);
  Job *job;

  g_return_if_fail (page != NULL);

  job = g_new0 (Job, 1);
  job->page = KL_PAGE (g_object_ref (page));
  job->window = g_object_ref (root != NULL ? GTK_WIDGET (root) : page);
  job->sentence = g_strdup (sentence);
  job->done = done;
  job->target = target != NULL ? g_object_ref (target) : NULL;
  kl_page_begin_saving (job->page);
  kl_library_apply_async (kl_page_get_library (job->page), owned, -1, NULL, applied_cb, job);
}
