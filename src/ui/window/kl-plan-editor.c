/* kl-plan-editor.c: making, renaming, copying and deleting plans, and making topics, as the window's menus do */

#include "config.h"

#include "kl-plan-editor.h"

#include <glib/gi18n.h>

#include "model/kl-plan-copy.h"
#include "model/kl-study-kind.h"
#include "ui/edit/kl-list-edit.h"

#include "kl-title-dialog.h"

/**
 * Edit:
 * @window: the window that asked
 * @parent: (nullable): the id of what a new topic shall stand under
 * @action: (nullable): the window's action to activate once it is done
 * @target: (nullable): that action's string
 */
typedef struct
{
  GtkWindow *window;
  KlLibrary *library;
  KlPlan *plan;
  char *parent;
  const char *action;
  char *target;
} Edit;

static Edit *
edit_new (GtkWindow *window,
          KlLibrary *library,
          KlPlan    *plan)
{
  Edit *edit = g_new0 (Edit, 1);

  g_set_object (&edit->window, window);
  g_set_object (&edit->library, library);
  g_set_object (&edit->plan, plan);
  return edit;
}

static void
edit_free (Edit *edit)
{
  g_clear_object (&edit->window);
  g_clear_object (&edit->library);
  g_clear_object (&edit->plan);
  g_free (edit->parent);
  g_free (edit->target);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Edit) edit = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_apply_finish (KL_LIBRARY (object), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (edit->window), "win.toast", "s", error->message);
  else if (edit->action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (edit->window), edit->action, "s", edit->target);
}

static void
apply (Edit       *edit,
       KlChange   *change,
       const char *action,
       const char *target)
{
  edit->action = action;
  edit->target = g_strdup (target);
  kl_library_apply_async (edit->library, change, -1, NULL, applied_cb, edit);
}

static void
create_topic_cb (KlTitleDialog *dialog,
                 const char    *response,
                 gpointer       user_data)
{
  g_autoptr(Edit) edit = user_data;
  g_autofree char *title = kl_title_dialog_dup_title (dialog);
  g_autoptr(KlChange) change = NULL;
  g_autoptr(KlRecord) subject = NULL;

  if (!g_str_equal (response, "accept"))
    return;

  subject = g_object_new (KL_TYPE_SUBJECT, "owner", kl_record_get_id (KL_RECORD (edit->plan)),
                          "position", kl_record_find_next_position (kl_plan_get_subjects (edit->plan)),
                          "kind", KL_SUBJECT_TOPIC, "title", title, "depth", kl_title_dialog_get_depth (dialog),
                          "parent", edit->parent, NULL);
  change = kl_change_new (KL_CHANGE_CREATE_SUBJECT, title);
  kl_change_insert (change, subject);
  apply (g_steal_pointer (&edit), change, "win.show-topic", kl_record_get_id (subject));
}

/**
 * kl_plan_editor_create_topic:
 * @window: the window
 * @library: the library
 * @plan: the plan that the topic shall be in
 *
 * Asks for its title and depth, makes the topic and shows it.
 */
void
kl_plan_editor_create_topic (GtkWindow *window,
                             KlLibrary *library,
                             KlPlan    *plan)
{
  KlTitleDialog *dialog = kl_title_dialog_new (window, _("New Topic"), NULL, _("C_reate"));

  kl_title_dialog_show_depth (dialog, KL_DEPTH_NONE);
  g_signal_connect (dialog, "response", G_CALLBACK (create_topic_cb), edit_new (window, library, plan));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * kl_plan_editor_create_subtopic:
 * @window: the window
 * @library: the library
 * @plan: the plan
 * @parent: a topic or group of it
 *
 * Asks for its title and depth, makes the topic under @parent and shows it.
 */
void
kl_plan_editor_create_subtopic (GtkWindow *window,
                                KlLibrary *library,
                                KlPlan    *plan,
                                KlSubject *parent)
{
  KlTitleDialog *dialog = kl_title_dialog_new (window, _("New Subtopic"), NULL, _("C_reate"));
  Edit *edit = edit_new (window, library, plan);

  edit->parent = g_strdup (kl_record_get_id (KL_RECORD (parent)));
  kl_title_dialog_show_depth (dialog, kl_subject_get_depth (parent));
  g_signal_connect (dialog, "response", G_CALLBACK (create_topic_cb), edit);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
append_band (KlRecord   *plan,
             const char *name,
             const char *emoji,
             double      low,
             double      high,
             const char *meaning)
{
  g_autoptr(KlRecord) band = g_object_new (KL_TYPE_BAND, "name", name, "emoji", emoji, "low", low, "high", high,
                                           "meaning", meaning, NULL);

  kl_record_append (plan, band);
}

static void
append_study_kind (KlRecord   *plan,
                   const char *name,
                   const char *meaning)
{
  g_autoptr(KlRecord) kind = g_object_new (KL_TYPE_STUDY_KIND, "name", name, "meaning", meaning, NULL);

  kl_record_append (plan, kind);
}

/* A plan that is begun empty gets the strategy that people start from; it is theirs to change. */
static KlRecord *
create_plan (const char *title)
{
  KlRecord *plan = g_object_new (KL_TYPE_PLAN, "title", title, NULL);

  append_study_kind (plan, _("Deep Dive"), _("30 minutes or more of focused study"));
  append_study_kind (plan, _("Surface Level"), _("Knowing what it is and when it is used"));
  append_study_kind (plan, _("Retention Exercise"), _("Explaining it without notes, then correcting"));
  append_band (plan, _("Strong"), "🟢", 90, 100, _("Clear and complete"));
  append_band (plan, _("Good"), "🟡", 70, 89, _("Sound, with small gaps"));
  append_band (plan, _("Fair"), "🟠", 50, 69, _("The outline is there, details are missing"));
  append_band (plan, _("Needs Review"), "🔴", 0, 49, _("Study it again"));
  return plan;
}

static void
create_plan_cb (KlTitleDialog *dialog,
                const char    *response,
                gpointer       user_data)
{
  g_autoptr(Edit) edit = user_data;
  g_autofree char *title = kl_title_dialog_dup_title (dialog);
  g_autoptr(KlChange) change = NULL;
  g_autoptr(KlRecord) plan = NULL;

  if (!g_str_equal (response, "accept"))
    return;

  plan = create_plan (title);
  change = kl_change_new (KL_CHANGE_CREATE_PLAN, title);
  kl_change_insert_tree (change, plan);
  apply (g_steal_pointer (&edit), change, "win.select-plan", kl_record_get_id (plan));
}

/**
 * kl_plan_editor_create_plan:
 * @window: the window
 * @library: the library
 *
 * Asks for its title, makes the plan and shows it.
 */
void
kl_plan_editor_create_plan (GtkWindow *window,
                            KlLibrary *library)
{
  KlTitleDialog *dialog = kl_title_dialog_new (window, _("New Plan"), NULL, _("C_reate"));

  g_signal_connect (dialog, "response", G_CALLBACK (create_plan_cb), edit_new (window, library, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
rename_plan_cb (KlTitleDialog *dialog,
                const char    *response,
                gpointer       user_data)
{
  g_autoptr(Edit) edit = user_data;
  g_autofree char *title = kl_title_dialog_dup_title (dialog);
  g_autoptr(KlChange) change = NULL;

  if (!g_str_equal (response, "accept") || g_strcmp0 (title, kl_plan_get_title (edit->plan)) == 0)
    return;

  change = kl_change_new (KL_CHANGE_EDIT_PLAN, title);
  kl_change_set_string (change, KL_RECORD (edit->plan), "title", title);
  apply (g_steal_pointer (&edit), change, NULL, NULL);
}

/**
 * kl_plan_editor_rename_plan:
 * @window: the window
 * @library: the library
 * @plan: a plan
 *
 * Asks for another title.
 */
void
kl_plan_editor_rename_plan (GtkWindow *window,
                            KlLibrary *library,
                            KlPlan    *plan)
{
  KlTitleDialog *dialog = kl_title_dialog_new (window, _("Rename Plan"), kl_plan_get_title (plan), _("_Rename"));

  g_signal_connect (dialog, "response", G_CALLBACK (rename_plan_cb), edit_new (window, library, plan));
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
has_title (GListModel *plans,
           const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);

      if (g_strcmp0 (kl_plan_get_title (plan), title) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A title that no plan has: documents find their plan by it. */
static char *
dup_copy_title (GListModel *plans,
                const char *title)
{
  /* Translators: the title of a plan that is a copy of another one */
  char *copy = g_strdup_printf (_("%s (copy)"), title);

  for (guint i = 2; has_title (plans, copy); i++)
    {
      g_free (copy);
      /* Translators: the title of a plan that is one more copy of another one, and its number */
      copy = g_strdup_printf (_("%s (copy %u)"), title, i);
    }

  return copy;
}

static void
apply_copy (Edit       *edit,
            KlPlan     *plan,
            KlDocument *document)
{
  GListModel *plans = kl_library_get_plans (edit->library);
  g_autofree char *title = dup_copy_title (plans, kl_plan_get_title (plan));
  g_autofree char *id = NULL;
  g_autoptr(KlChange) change
    = kl_plan_copy_new_change (plan, document, title, kl_record_find_next_position (plans), &id);

  apply (edit, change, "win.select-plan", id);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Edit) edit = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = kl_library_read_plan_finish (KL_LIBRARY (object), result, &document, NULL, &error);

  if (plan == NULL)
    gtk_widget_activate_action (GTK_WIDGET (edit->window), "win.toast", "s", error->message);
  else
    apply_copy (g_steal_pointer (&edit), plan, document);
}

/**
 * kl_plan_editor_duplicate_plan:
 * @window: the window
 * @library: the library
 * @plan: a plan
 *
 * Makes a copy of it, attempts and all, as one change, and shows the copy.
 */
void
kl_plan_editor_duplicate_plan (GtkWindow *window,
                               KlLibrary *library,
                               KlPlan    *plan)
{
  kl_library_read_plan_async (library, kl_record_get_id (KL_RECORD (plan)), NULL, read_cb,
                              edit_new (window, library, plan));
}

/**
 * kl_plan_editor_delete_plan:
 * @window: the window
 * @library: the library
 * @plan: a plan
 *
 * Deletes it with all that belongs to it and offers to take that back.
 */
void
kl_plan_editor_delete_plan (GtkWindow *window,
                            KlLibrary *library,
                            KlPlan    *plan)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_DELETE_PLAN, kl_plan_get_title (plan));
  g_autofree char *sentence = g_strdup_printf (_("Plan “%s” deleted"), kl_plan_get_title (plan));

  kl_change_remove (change, KL_TYPE_PLAN, kl_record_get_id (KL_RECORD (plan)));
  apply (edit_new (window, library, plan), change, "win.toast-undo", sentence);
}
