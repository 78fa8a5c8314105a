/* kl-window-file.c: the file of the plan that is shown: saved, and what becomes of a change made elsewhere */

#include "config.h"

#include "kl-window-private.h"

#include <glib/gi18n.h>

#include "exchange/kl-document-file.h"
#include "transfer/kl-plan-link.h"
#include "ui/plan/kl-link-chooser.h"

static const char *
get_plan_id (KlWindow *self)
{
  KlPlan *plan = kl_navigator_get_plan (self->navigator);

  return plan != NULL ? kl_record_get_id (KL_RECORD (plan)) : NULL;
}

static KlDocument *
find_link (KlWindow *self)
{
  return self->follower != NULL ? kl_plan_follower_find_link (self->follower, get_plan_id (self)) : NULL;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean wrote = FALSE;

  /* What went wrong is in the bar, which may have been closed. */
  if (kl_plan_follower_save_finish (KL_PLAN_FOLLOWER (source), result, &wrote, &error))
    kl_window_show_toast (self, wrote ? _("Saved to the file") : _("The file is as the plan is already"));
  else
    kl_window_show_toast (self, error->message);
}

static void
save (KlWindow *self)
{
  if (self->follower != NULL && get_plan_id (self) != NULL)
    kl_plan_follower_save_async (self->follower, get_plan_id (self), saved_cb, g_object_ref (self));
}

static void
linked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = kl_plan_link_finish (result, &error);

  if (path != NULL)
    save (self);
  else
    kl_window_show_toast (self, error->message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (kl_link_chooser_ask_finish (result, &error))
    save (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    kl_window_show_toast (self, error->message);
}

static void
choose (KlWindow *self)
{
  KlDocument *link = find_link (self);
  KlFollow follow = link != NULL ? kl_document_get_follow (link) : KL_FOLLOW_NOT;

  kl_link_chooser_ask_async (GTK_WINDOW (self), self->library, kl_navigator_get_plan (self->navigator), link,
                             follow != KL_FOLLOW_NOT ? follow : KL_FOLLOW_REQUEST, chosen_cb, g_object_ref (self));
}

static void
answered_cb (KlWindow   *self,
             const char *response)
{
  if (self->library == NULL || get_plan_id (self) == NULL)
    return;
  if (g_str_equal (response, "choose"))
    choose (self);
  else if (g_str_equal (response, "link"))
    kl_plan_link_async (self->library, get_plan_id (self), NULL, KL_FOLLOW_REQUEST, FALSE, NULL, linked_cb,
                        g_object_ref (self));
}

/* Which file is written is the person's choice, also where there is just one that it can be. */
static void
ask_to_link (KlWindow   *self,
             const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  /* Translators: %s is a file. */
  g_autofree char *body
    = g_strdup_printf (_("The plan was imported from %s. What you change in KLearn is written there when you save, and "
                         "nothing else in the file changes."),
                       shown);
  GtkWidget *widget = adw_message_dialog_new (GTK_WINDOW (self), _("Link the Plan to Its File?"), body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "choose", _("Choose _Another…"), "link",
                                    _("_Link and Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "link", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "link");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_file_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  KlWindow *self = user_data;
  KlDocument *link = find_link (self);
  const char *path = link != NULL ? kl_document_get_path (link) : NULL;

  if (link != NULL && kl_document_get_follow (link) != KL_FOLLOW_NOT)
    save (self);
  else if (path != NULL && g_path_is_absolute (path) && kl_document_file_has_markdown_name (path))
    ask_to_link (self, path);
  else
    choose (self);
}

static void
choose_file_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  choose (user_data);
}

static void
import_change_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  KlWindow *self = user_data;
  KlDocument *link = find_link (self);
  g_autoptr(GFile) file = NULL;

  if (link == NULL || kl_document_get_path (link) == NULL)
    return;
  file = g_file_new_for_path (kl_document_get_path (link));
  kl_window_import_file (self, file);
}

static const GActionEntry entries[] = {
  { .name = "save-file", .activate = save_file_cb },
  { .name = "choose-file", .activate = choose_file_cb },
  { .name = "import-change", .activate = import_change_cb },
};

void
kl_window_install_file (KlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* What is the matter with the file of the plan that is shown. */
void
kl_window_update_file (KlWindow *self)
{
  const GError *trouble
    = self->follower != NULL ? kl_plan_follower_find_trouble (self->follower, get_plan_id (self)) : NULL;

  kl_file_bar_show (self->file_bar, trouble);
}

void
kl_window_drop_follower (KlWindow *self)
{
  if (self->follower == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->follower, self);
  g_clear_object (&self->follower);
}

void
kl_window_follow_files (KlWindow *self)
{
  kl_window_drop_follower (self);
  self->follower = kl_plan_follower_new (self->library);
  g_signal_connect_swapped (self->follower, "changed", G_CALLBACK (kl_window_update_file), self);
}
