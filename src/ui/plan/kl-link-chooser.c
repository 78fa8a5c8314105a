/* kl-link-chooser.c: the person chooses the file that a plan is linked to */

#include "config.h"

#include "kl-link-chooser.h"

#include <glib/gi18n.h>

#include "transfer/kl-plan-link.h"
#include "ui/page/kl-file-name.h"
#include "ui/page/kl-save-chooser.h"

typedef struct
{
  KlLibrary *library;
  KlPlan *plan;
  KlFollow follow;
} Choice;

static void
choice_free (Choice *choice)
{
  g_clear_object (&choice->library);
  g_clear_object (&choice->plan);
  g_free (choice);
}

static void
linked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autofree char *path = kl_plan_link_finish (result, &error);

  if (path != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Choice *choice = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *path = kl_save_chooser_ask_finish (result, &error);

  if (path == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* The chooser has asked whether a file of that name may be replaced. */
  kl_plan_link_async (choice->library, kl_record_get_id (KL_RECORD (choice->plan)), path, choice->follow, TRUE, NULL,
                      linked_cb, g_object_ref (task));
}

static char *
dup_name (KlPlan *plan)
{
  const char *title = kl_plan_get_title (plan);

  return kl_file_name_new (title != NULL && *title != '\0' ? title : _("Plan"), ".md");
}

/**
 * kl_link_chooser_ask_async:
 * @window: the window that asks
 * @library: its library
 * @plan: a plan of it
 * @link: (nullable): the file that it has, or came from
 * @follow: when the new one is to be written
 * @callback: called when the plan is linked
 * @user_data: for @callback
 *
 * Asks for a file and links the plan to it. Nothing is written yet.
 */
void
kl_link_chooser_ask_async (GtkWindow           *window,
                           KlLibrary           *library,
                           KlPlan              *plan,
                           KlDocument          *link,
                           KlFollow             follow,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  const char *path = link != NULL ? kl_document_get_path (link) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : dup_name (plan);
  GtkFileChooserNative *chooser = kl_save_chooser_new (window, _("The Plan’s File"), _("_Link"), name);
  GTask *task = g_task_new (library, NULL, callback, user_data);
  Choice *choice = g_new0 (Choice, 1);

  choice->library = g_object_ref (library);
  choice->plan = g_object_ref (plan);
  choice->follow = follow;
  g_task_set_source_tag (task, kl_link_chooser_ask_async);
  g_task_set_task_data (task, choice, (GDestroyNotify) choice_free);
  if (path != NULL && g_path_is_absolute (path))
    {
      g_autofree char *folder = g_path_get_dirname (path);
      g_autoptr(GFile) file = g_file_new_for_path (folder);

      /* A folder that is not there any more is no reason not to ask. */
      (void) gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), file, NULL);
    }
  kl_save_chooser_ask_async (chooser, chosen_cb, task);
}

/**
 * kl_link_chooser_ask_finish:
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED where the person chose none, or as kl_plan_link_finish()
 *
 * Returns: whether the plan is linked
 */
gboolean
kl_link_chooser_ask_finish (GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
