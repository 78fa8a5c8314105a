/* kl-queue-list.c: the study queue of a plan, to be seen and arranged */

#include "config.h"

#include "kl-queue-list.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-list-edit.h"
#include "ui/edit/kl-section.h"
#include "ui/edit/kl-topic-picker.h"

#include "kl-queue-row.h"
#include "kl-queue-text.h"

static KlPlan *
get_plan (KlSection *section)
{
  return kl_page_get_plan (g_object_get_data (G_OBJECT (section), "kl-page"));
}

static KlChange *
new_change (KlSection *section)
{
  return kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (get_plan (section)));
}

static KlChange *
new_entry (KlSection  *section,
           const char *title,
           KlSubject  *topic)
{
  KlPlan *plan = get_plan (section);
  KlChange *change = new_change (section);
  g_autoptr(KlRecord) entry = g_object_new (KL_TYPE_QUEUE_ENTRY,
                                            "owner", kl_record_get_id (KL_RECORD (plan)),
                                            "position", kl_record_find_next_position (kl_plan_get_queue (plan)),
                                            "title", title,
                                            "subject", topic != NULL ? kl_record_get_id (KL_RECORD (topic)) : NULL,
                                            "minutes", topic != NULL ? kl_subject_get_minutes (topic) : (gint64) 0,
                                            NULL);

  kl_change_insert (change, entry);
  return change;
}

static void
added_cb (gpointer      target,
          const GError *error)
{
  kl_section_added (target, error == NULL);
}

static void
add_cb (KlSection  *section,
        const char *text)
{
  KlSubject *topic = kl_plan_find_topic (get_plan (section), text);

  kl_apply (GTK_WIDGET (section), new_entry (section, text, topic), NULL, added_cb, section);
}

static void
picked_cb (KlSection *section,
           KlSubject *topic)
{
  kl_apply (GTK_WIDGET (section), new_entry (section, kl_subject_get_title (topic), topic), NULL, NULL, NULL);
}

static void
move_cb (KlSection *section,
         KlRecord  *entry,
         int        by)
{
  g_autoptr(KlChange) change = new_change (section);

  if (kl_list_edit_move (change, kl_plan_get_queue (get_plan (section)), entry, by))
    kl_apply (GTK_WIDGET (section), g_steal_pointer (&change), NULL, NULL, NULL);
}

static void
remove_cb (KlSection *section,
           GPtrArray *entries)
{
  KlChange *change = new_change (section);
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("%u entry deleted", "%u entries deleted", entries->len), entries->len);

  kl_list_edit_remove (change, entries);
  kl_apply (GTK_WIDGET (section), change, sentence, NULL, NULL);
}

static void
set_editable (gpointer row,
              gpointer editable)
{
  kl_queue_row_set_editable (row, GPOINTER_TO_INT (editable));
}

static void
read_only_cb (KlSection *section)
{
  KlPage *page = g_object_get_data (G_OBJECT (section), "kl-page");
  gboolean editable = !kl_library_get_read_only (kl_page_get_library (page));

  kl_section_set_can_add (section, editable);
  kl_section_set_arrangeable (section, editable);
  kl_section_foreach (section, set_editable, GINT_TO_POINTER (editable));
}

static GtkWidget *
create_row (gpointer item,
            gpointer page)
{
  GtkWidget *row = kl_queue_row_new (kl_page_get_plan (page), item);

  kl_queue_row_set_editable (KL_QUEUE_ROW (row), !kl_library_get_read_only (kl_page_get_library (page)));
  return row;
}

static GtkWidget *
create_chooser (KlSection *section)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *picker = kl_topic_picker_new (get_plan (section));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-list-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), picker);
  gtk_widget_set_tooltip_text (button, _("Choose a Topic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a topic"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), section, G_CONNECT_SWAPPED);
  return button;
}

/**
 * kl_queue_list_new:
 * @page: the page that the list will be on
 *
 * Returns: (transfer floating): a #KlSection of the queue's entries, where more can be added
 */
GtkWidget *
kl_queue_list_new (KlPage *page)
{
  GtkWidget *widget = kl_section_new (_("Next Deep Dives"), _("Nothing planned. Name what comes next below."));
  KlSection *section = KL_SECTION (widget);
  AdwEntryRow *entry;

  /* The page outlives its section. */
  g_object_set_data (G_OBJECT (section), "kl-page", page);
  kl_section_set_model (section, kl_plan_get_queue (kl_page_get_plan (page)), create_row, page);
  entry = kl_section_set_adding (section, _("Add a Deep Dive"));
  adw_entry_row_add_suffix (entry, create_chooser (section));
  g_signal_connect (section, "add", G_CALLBACK (add_cb), NULL);
  g_signal_connect (section, "move", G_CALLBACK (move_cb), NULL);
  g_signal_connect (section, "remove", G_CALLBACK (remove_cb), NULL);
  g_signal_connect_object (kl_page_get_library (page), "notify::read-only", G_CALLBACK (read_only_cb), section,
                           G_CONNECT_SWAPPED);
  read_only_cb (section);
  return widget;
}

static void
finish_row (gpointer row,
            gpointer user_data)
{
  kl_queue_row_finish (row);
}

/**
 * kl_queue_list_finish:
 * @list: such a list
 *
 * Keeps what is being written, as when the page is left.
 */
void
kl_queue_list_finish (GtkWidget *list)
{
  kl_section_foreach (KL_SECTION (list), finish_row, NULL);
  kl_section_finish_adding (KL_SECTION (list));
}
