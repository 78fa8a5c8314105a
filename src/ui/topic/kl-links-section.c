/* kl-links-section.c: what a topic builds on, or an exercise spans: named by title, or chosen from the topics */

#include "config.h"

#include "kl-links-section.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-link-edit.h"
#include "ui/edit/kl-list-edit.h"
#include "ui/edit/kl-section.h"
#include "ui/edit/kl-topic-picker.h"

#include "kl-topic-rows.h"

static KlPage *
get_page (KlSection *section)
{
  return g_object_get_data (G_OBJECT (section), "kl-page");
}

static KlSubject *
get_subject (KlSection *section)
{
  return kl_page_get_subject (get_page (section));
}

static KlLinkKind
get_kind (KlSection *section)
{
  return kl_subject_get_kind (get_subject (section)) == KL_SUBJECT_EXERCISE ? KL_LINK_SPANS : KL_LINK_PREREQUISITE;
}

static KlChange *
new_change (KlSection *section)
{
  return kl_change_new (KL_CHANGE_EDIT_SUBJECT, kl_subject_get_title (get_subject (section)));
}

static void
added_cb (gpointer      target,
          const GError *error)
{
  kl_section_added (target, error == NULL);
}

/* What is not stored comes back into the entry, with a word about it. */
static void
refuse (KlSection  *section,
        const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (section), "win.toast", "s", sentence);
  kl_section_added (section, FALSE);
}

static void
add_cb (KlSection  *section,
        const char *text)
{
  KlSubject *topic = kl_plan_find_topic (kl_page_get_plan (get_page (section)), text);
  g_autofree char *sentence = NULL;

  if (topic == NULL)
    {
      sentence = g_strdup_printf (_("No topic of this plan is called “%s”."), text);
      refuse (section, sentence);
    }
  else if (kl_link_edit_find (get_subject (section), get_kind (section), topic) != NULL)
    {
      sentence = g_strdup_printf (_("“%s” is in the list already."), kl_subject_get_title (topic));
      refuse (section, sentence);
    }
  else
    {
      kl_apply (GTK_WIDGET (section), kl_link_edit_new_toggle (get_subject (section), get_kind (section), topic), NULL,
                added_cb, section);
    }
}

static void
update_picker (KlSection *section)
{
  kl_topic_picker_update (g_object_get_data (G_OBJECT (section), "kl-picker"));
}

static void
picked_cb (KlSection *section,
           KlSubject *topic)
{
  KlChange *change = kl_link_edit_new_toggle (get_subject (section), get_kind (section), topic);

  kl_apply (GTK_WIDGET (section), change, NULL, NULL, NULL);
}

static gboolean
is_chosen (KlSubject *topic,
           gpointer   section)
{
  return kl_link_edit_find (get_subject (section), get_kind (section), topic) != NULL;
}

static void
move_cb (KlSection *section,
         KlRecord  *link,
         int        by)
{
  g_autoptr(KlChange) change = new_change (section);

  if (kl_list_edit_move (change, kl_subject_get_links (get_subject (section)), link, by))
    kl_apply (GTK_WIDGET (section), g_steal_pointer (&change), NULL, NULL, NULL);
}

static void
remove_cb (KlSection *section,
           GPtrArray *links)
{
  guint n_links = links->len;
  KlChange *change = new_change (section);
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("%u topic taken from the list", "%u topics taken from the list", n_links), n_links);

  kl_list_edit_remove (change, links);
  kl_apply (GTK_WIDGET (section), change, sentence, NULL, NULL);
}

static void
set_editable (gpointer row,
              gpointer editable)
{
  gtk_widget_set_visible (g_object_get_data (row, "kl-menu"), GPOINTER_TO_INT (editable));
}

static void
read_only_cb (KlSection *section)
{
  gboolean editable = !kl_library_get_read_only (kl_page_get_library (get_page (section)));

  kl_section_set_can_add (section, editable);
  kl_section_set_arrangeable (section, editable);
  kl_section_foreach (section, set_editable, GINT_TO_POINTER (editable));
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer page)
{
  GtkWidget *row = kl_topic_rows_new_link (kl_page_get_plan (page), item);

  set_editable (row, GINT_TO_POINTER (!kl_library_get_read_only (kl_page_get_library (page))));
  return row;
}

static GtkWidget *
create_chooser (KlSection *section)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *picker = kl_topic_picker_new (kl_page_get_plan (get_page (section)));

  kl_topic_picker_set_marks (KL_TOPIC_PICKER (picker), is_chosen, section);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-list-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), picker);
  gtk_widget_set_tooltip_text (button, _("Choose Topics"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose topics"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (section), "kl-picker", picker);
  g_signal_connect_object (picker, "picked", G_CALLBACK (picked_cb), section, G_CONNECT_SWAPPED);
  return button;
}

/**
 * kl_links_section_new:
 * @page: the page of a subject, which the section will be on
 *
 * Returns: (transfer floating): a #KlSection of the topics that a topic builds on, or that an exercise spans, where
 *   more can be added
 */
GtkWidget *
kl_links_section_new (KlPage *page)
{
  KlSubject *subject = kl_page_get_subject (page);
  gboolean spans = kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE;
  GtkWidget *widget = kl_section_new (spans ? _("Topics It Spans") : _("Prerequisites"),
                                      spans ? _("No topics yet. Name the first one below.")
                                            : _("Nothing comes first. What it builds on can be named below."));
  KlSection *section = KL_SECTION (widget);
  AdwEntryRow *entry;

  /* The page outlives its section. */
  g_object_set_data (G_OBJECT (section), "kl-page", page);
  kl_section_set_model (section, kl_subject_get_links (subject), create_row_cb, page);
  entry = kl_section_set_adding (section, spans ? _("Add a Topic") : _("Add a Prerequisite"));
  adw_entry_row_add_suffix (entry, create_chooser (section));
  g_signal_connect (section, "add", G_CALLBACK (add_cb), NULL);
  g_signal_connect (section, "move", G_CALLBACK (move_cb), NULL);
  g_signal_connect (section, "remove", G_CALLBACK (remove_cb), NULL);
  g_signal_connect_object (kl_subject_get_links (subject), "items-changed", G_CALLBACK (update_picker), section,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_page_get_library (page), "notify::read-only", G_CALLBACK (read_only_cb), section,
                           G_CONNECT_SWAPPED);
  read_only_cb (section);
  return widget;
}
