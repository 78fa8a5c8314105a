/* kl-subtopics-section.c: the topics under a topic, where there are any, to be opened and arranged */

#include "config.h"

#include "kl-subtopics-section.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-section.h"
#include "model/kl-plan-watch.h"
#include "ui/sidebar/kl-sidebar-batch.h"
#include "ui/sidebar/kl-sidebar-move.h"

#include "kl-topic-rows.h"

static KlPage *
get_page (KlSection *section)
{
  return g_object_get_data (G_OBJECT (section), "kl-page");
}

static void
move_cb (KlSection *section,
         KlRecord  *subtopic,
         int        by)
{
  KlChange *change = kl_sidebar_move_new_step (kl_page_get_plan (get_page (section)), KL_SUBJECT (subtopic),
                                               by < 0 ? KL_SIDEBAR_STEP_UP : KL_SIDEBAR_STEP_DOWN);

  if (change != NULL)
    kl_apply (GTK_WIDGET (section), change, NULL, NULL, NULL);
}

static void
remove_cb (KlSection *section,
           GPtrArray *subtopics)
{
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("%u topic deleted", "%u topics deleted", subtopics->len), subtopics->len);

  kl_apply (GTK_WIDGET (section), kl_sidebar_batch_new_delete (kl_page_get_plan (get_page (section)), subtopics),
            sentence, NULL, NULL);
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

  kl_section_set_arrangeable (section, editable);
  kl_section_foreach (section, set_editable, GINT_TO_POINTER (editable));
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer page)
{
  GtkWidget *row = kl_topic_rows_new_subject (kl_page_get_plan (page), item);

  set_editable (row, GINT_TO_POINTER (!kl_library_get_read_only (kl_page_get_library (page))));
  return row;
}

static gboolean
is_inside (gpointer item,
           gpointer parent)
{
  return g_strcmp0 (kl_subject_get_parent (item), parent) == 0;
}

static void
plan_cb (KlSection *section)
{
  gtk_filter_changed (g_object_get_data (G_OBJECT (section), "kl-inside"), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * kl_subtopics_section_new:
 * @page: the page of a subject, which the section will be on
 *
 * Returns: (transfer floating): a #KlSection of the topics that stand right under it, hidden where there are none
 */
GtkWidget *
kl_subtopics_section_new (KlPage *page)
{
  GtkWidget *widget = kl_section_new (_("Subtopics"), NULL);
  KlSection *section = KL_SECTION (widget);
  const char *id = kl_record_get_id (KL_RECORD (kl_page_get_subject (page)));
  GtkFilter *inside = GTK_FILTER (gtk_custom_filter_new (is_inside, g_strdup (id), g_free));
  GListModel *all = g_object_ref (kl_plan_get_subjects (kl_page_get_plan (page)));
  KlPlanWatch *watch = kl_plan_watch_for (kl_page_get_plan (page));
  g_autoptr(GListModel) subtopics = G_LIST_MODEL (gtk_filter_list_model_new (all, inside));

  /* The page outlives its section. */
  g_object_set_data (G_OBJECT (section), "kl-page", page);
  kl_section_set_model (section, subtopics, create_row_cb, page);
  /* One that is put under another may keep its place in the plan. */
  g_object_set_data_full (G_OBJECT (section), "kl-watch", watch, g_object_unref);
  g_object_set_data_full (G_OBJECT (section), "kl-inside", g_object_ref (inside), g_object_unref);
  g_signal_connect_object (watch, "changed", G_CALLBACK (plan_cb), section, G_CONNECT_SWAPPED);
  g_signal_connect (section, "move", G_CALLBACK (move_cb), NULL);
  g_signal_connect (section, "remove", G_CALLBACK (remove_cb), NULL);
  g_signal_connect_object (kl_page_get_library (page), "notify::read-only", G_CALLBACK (read_only_cb), section,
                           G_CONNECT_SWAPPED);
  read_only_cb (section);
  return widget;
}
