/* kl-assessment-list.c: what the person notes about how it goes, of one kind, to be seen and arranged */

#include "config.h"

#include "kl-assessment-list.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-list-edit.h"
#include "ui/edit/kl-section.h"

#include "kl-assessment-row.h"

static KlPage *
get_page (KlSection *section)
{
  return g_object_get_data (G_OBJECT (section), "kl-page");
}

static KlAssessmentKind
get_kind (KlSection *section)
{
  return (KlAssessmentKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (section), "kl-kind"));
}

static KlChange *
new_change (KlSection *section)
{
  return kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (kl_page_get_plan (get_page (section))));
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
  KlPlan *plan = kl_page_get_plan (get_page (section));
  KlChange *change = new_change (section);
  g_autoptr(KlRecord) note = g_object_new (KL_TYPE_ASSESSMENT,
                                           "owner", kl_record_get_id (KL_RECORD (plan)),
                                           "position", kl_record_find_next_position (kl_plan_get_assessments (plan)),
                                           "kind", get_kind (section),
                                           "text", text,
                                           NULL);

  kl_change_insert (change, note);
  kl_apply (GTK_WIDGET (section), change, NULL, added_cb, section);
}

static void
move_cb (KlSection *section,
         KlRecord  *note,
         int        by)
{
  g_autoptr(KlChange) change = new_change (section);

  if (kl_list_edit_move (change, g_object_get_data (G_OBJECT (section), "kl-notes"), note, by))
    kl_apply (GTK_WIDGET (section), g_steal_pointer (&change), NULL, NULL, NULL);
}

static void
remove_cb (KlSection *section,
           GPtrArray *notes)
{
  KlChange *change = new_change (section);
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("%u note deleted", "%u notes deleted", notes->len), notes->len);

  kl_list_edit_remove (change, notes);
  kl_apply (GTK_WIDGET (section), change, sentence, NULL, NULL);
}

static void
set_editable (gpointer row,
              gpointer editable)
{
  kl_assessment_row_set_editable (row, GPOINTER_TO_INT (editable));
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
create_row (gpointer item,
            gpointer page)
{
  GtkWidget *row = kl_assessment_row_new (kl_page_get_plan (page), item);

  kl_assessment_row_set_editable (KL_ASSESSMENT_ROW (row), !kl_library_get_read_only (kl_page_get_library (page)));
  return row;
}

static gboolean
is_of_kind (gpointer item,
            gpointer kind)
{
  return (gint) kl_assessment_get_kind (item) == GPOINTER_TO_INT (kind);
}

/**
 * kl_assessment_list_new:
 * @page: the page that the list will be on
 * @kind: which notes
 * @title: the heading
 *
 * Returns: (transfer floating): a #KlSection of the plan's notes of that kind, where more can be added
 */
GtkWidget *
kl_assessment_list_new (KlPage           *page,
                        KlAssessmentKind  kind,
                        const char       *title)
{
  GtkWidget *widget = kl_section_new (title, _("Nothing yet. Write the first note below."));
  KlSection *section = KL_SECTION (widget);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_of_kind, GINT_TO_POINTER (kind), NULL));
  GListModel *all = g_object_ref (kl_plan_get_assessments (kl_page_get_plan (page)));
  GListModel *notes = G_LIST_MODEL (gtk_filter_list_model_new (all, filter));

  /* The page outlives its section. */
  g_object_set_data (G_OBJECT (section), "kl-page", page);
  g_object_set_data (G_OBJECT (section), "kl-kind", GINT_TO_POINTER (kind));
  g_object_set_data_full (G_OBJECT (section), "kl-notes", notes, g_object_unref);
  kl_section_set_model (section, notes, create_row, page);
  kl_section_set_adding (section, _("Add a Note"));
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
  kl_assessment_row_finish (row);
}

/**
 * kl_assessment_list_finish:
 * @list: such a list
 *
 * Keeps what is being written, as when the page is left.
 */
void
kl_assessment_list_finish (GtkWidget *list)
{
  kl_section_foreach (KL_SECTION (list), finish_row, NULL);
  kl_section_finish_adding (KL_SECTION (list));
}
