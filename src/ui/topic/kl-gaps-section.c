/* kl-gaps-section.c: what is known to be missing from a subject, to be ticked off and arranged */

#include "config.h"

#include "kl-gaps-section.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-list-edit.h"
#include "ui/edit/kl-section.h"

#include "kl-check-row.h"
#include "kl-topic-edit.h"

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
  kl_apply (GTK_WIDGET (section), kl_topic_edit_new_child (get_subject (section), KL_TYPE_GAP, text), NULL, added_cb,
            section);
}

static void
move_cb (KlSection *section,
         KlRecord  *gap,
         int        by)
{
  KlSubject *subject = get_subject (section);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, kl_subject_get_title (subject));

  if (kl_list_edit_move (change, kl_subject_get_gaps (subject), gap, by))
    kl_apply (GTK_WIDGET (section), g_steal_pointer (&change), NULL, NULL, NULL);
}

static void
remove_cb (KlSection *section,
           GPtrArray *gaps)
{
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, kl_subject_get_title (get_subject (section)));
  g_autofree char *sentence = g_strdup_printf (ngettext ("%u gap deleted", "%u gaps deleted", gaps->len), gaps->len);

  kl_list_edit_remove (change, gaps);
  kl_apply (GTK_WIDGET (section), change, sentence, NULL, NULL);
}

static void
read_only_cb (KlSection *section)
{
  gboolean editable = !kl_library_get_read_only (kl_page_get_library (get_page (section)));

  kl_section_set_can_add (section, editable);
  kl_section_set_arrangeable (section, editable);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  GtkWidget *row = kl_check_row_new_for_gap (item);

  g_object_bind_property (kl_page_get_library (user_data), "read-only", row, "editable",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  return row;
}

/**
 * kl_gaps_section_new:
 * @page: the page of a subject, which the section will be on
 *
 * Returns: (transfer floating): a #KlSection of the subject's gaps, where more can be added
 */
GtkWidget *
kl_gaps_section_new (KlPage *page)
{
  GtkWidget *section = kl_section_new (_("Gaps"), _("No gaps noted. What is still missing can be written below."));

  /* The page outlives its section. */
  g_object_set_data (G_OBJECT (section), "kl-page", page);
  kl_section_set_model (KL_SECTION (section), kl_subject_get_gaps (kl_page_get_subject (page)), create_row_cb, page);
  kl_section_set_adding (KL_SECTION (section), _("Add a Gap"));
  g_signal_connect (section, "add", G_CALLBACK (add_cb), NULL);
  g_signal_connect (section, "move", G_CALLBACK (move_cb), NULL);
  g_signal_connect (section, "remove", G_CALLBACK (remove_cb), NULL);
  g_signal_connect_object (kl_page_get_library (page), "notify::read-only", G_CALLBACK (read_only_cb), section,
                           G_CONNECT_SWAPPED);
  read_only_cb (KL_SECTION (section));
  return section;
}
