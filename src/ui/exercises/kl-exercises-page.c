/* kl-exercises-page.c: the prompts that span several topics */

#include "config.h"

#include "kl-exercises-page.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-list-edit.h"
#include "ui/edit/kl-section.h"

#include "kl-exercise-row.h"

struct _KlExercisesPage
{
  KlPage parent_instance;

  GtkBox *column;
  GtkLabel *more;
  KlSection *exercises;

  GListModel *all;
};

G_DEFINE_FINAL_TYPE (KlExercisesPage, kl_exercises_page, KL_TYPE_PAGE)

/* A boxed list is not for more; search finds the others. */
#define LIMIT 200

static GtkWidget *
create_row (gpointer item,
            gpointer page)
{
  KlLibrary *library = kl_page_get_library (page);
  GtkWidget *row = kl_exercise_row_new (kl_page_get_plan (page), item);

  /* The row shows what the exercise spans when that is there; without it, it is as good a row. */
  if (!kl_library_has_loaded (library, item))
    kl_library_load_subject_async (library, item, NULL, NULL, NULL);
  kl_exercise_row_set_editable (KL_EXERCISE_ROW (row), !kl_library_get_read_only (library));
  return row;
}

static void
added_cb (gpointer      target,
          const GError *error)
{
  kl_section_added (target, error == NULL);
}

static void
add_cb (KlExercisesPage *self,
        const char      *text)
{
  KlPlan *plan = kl_page_get_plan (KL_PAGE (self));
  KlChange *change = kl_change_new (KL_CHANGE_CREATE_SUBJECT, text);
  g_autoptr(KlRecord) exercise = g_object_new (KL_TYPE_SUBJECT,
                                               "owner", kl_record_get_id (KL_RECORD (plan)),
                                               "position", kl_record_find_next_position (kl_plan_get_subjects (plan)),
                                               "kind", KL_SUBJECT_EXERCISE,
                                               "title", text,
                                               NULL);

  kl_change_insert (change, exercise);
  kl_apply (GTK_WIDGET (self), change, NULL, added_cb, self->exercises);
}

static void
move_cb (KlExercisesPage *self,
         KlRecord        *exercise,
         int              by)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_MOVE_SUBJECT, kl_subject_get_title (KL_SUBJECT (exercise)));

  if (kl_list_edit_move (change, self->all, exercise, by))
    kl_apply (GTK_WIDGET (self), g_steal_pointer (&change), NULL, NULL, NULL);
}

static void
remove_cb (KlExercisesPage *self,
           GPtrArray       *exercises)
{
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("%u exercise deleted", "%u exercises deleted", exercises->len), exercises->len);
  g_autofree char *number = g_strdup_printf (ngettext ("%u exercise", "%u exercises", exercises->len), exercises->len);
  const char *title = exercises->len == 1 ? kl_subject_get_title (exercises->pdata[0]) : number;
  KlChange *change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, title);

  kl_list_edit_remove (change, exercises);
  kl_apply (GTK_WIDGET (self), change, sentence, NULL, NULL);
}

static void
count_cb (KlExercisesPage *self)
{
  guint n_all = g_list_model_get_n_items (self->all);
  guint n_more = n_all > LIMIT ? n_all - LIMIT : 0;
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

  gtk_label_set_text (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
}

static void
set_editable (gpointer row,
              gpointer editable)
{
  kl_exercise_row_set_editable (row, GPOINTER_TO_INT (editable));
}

static void
read_only_cb (KlExercisesPage *self)
{
  gboolean editable = !kl_library_get_read_only (kl_page_get_library (KL_PAGE (self)));

  kl_section_set_can_add (self->exercises, editable);
  kl_section_set_arrangeable (self->exercises, editable);
  kl_section_foreach (self->exercises, set_editable, GINT_TO_POINTER (editable));
}

static gboolean
is_exercise (gpointer item,
             gpointer user_data)
{
  return kl_subject_get_kind (item) == KL_SUBJECT_EXERCISE;
}

static void
kl_exercises_page_constructed (GObject *object)
{
  KlExercisesPage *self = KL_EXERCISES_PAGE (object);
  GListModel *subjects = kl_plan_get_subjects (kl_page_get_plan (KL_PAGE (self)));
  g_autoptr(GListModel) shown = NULL;

  G_OBJECT_CLASS (kl_exercises_page_parent_class)->constructed (object);

  self->all = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (subjects),
                                                       GTK_FILTER (gtk_custom_filter_new (is_exercise, NULL, NULL))));
  shown = G_LIST_MODEL (gtk_slice_list_model_new (g_object_ref (self->all), 0, LIMIT));
  self->exercises = KL_SECTION (kl_section_new (_("Exercises"), _("No exercises yet. Write the first one below.")));
  kl_section_hide_heading (self->exercises);
  kl_section_set_model (self->exercises, shown, create_row, self);
  kl_section_set_adding (self->exercises, _("Add an Exercise"));
  gtk_box_insert_child_after (self->column, GTK_WIDGET (self->exercises),
                              gtk_widget_get_first_child (GTK_WIDGET (self->column)));
  g_signal_connect_object (self->exercises, "add", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->exercises, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->exercises, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->all, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_page_get_library (KL_PAGE (self)), "notify::read-only", G_CALLBACK (read_only_cb), self,
                           G_CONNECT_SWAPPED);
  read_only_cb (self);
  count_cb (self);
}

static void
finish_row (gpointer row,
            gpointer user_data)
{
  kl_exercise_row_finish (row);
}

static void
kl_exercises_page_flush_async (KlPage              *page,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  KlExercisesPage *self = KL_EXERCISES_PAGE (page);

  kl_section_foreach (self->exercises, finish_row, NULL);
  kl_section_finish_adding (self->exercises);
  KL_PAGE_CLASS (kl_exercises_page_parent_class)->flush_async (page, cancellable, callback, user_data);
}

static void
kl_exercises_page_dispose (GObject *object)
{
  KlExercisesPage *self = KL_EXERCISES_PAGE (object);

  g_clear_object (&self->all);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_EXERCISES_PAGE);

  G_OBJECT_CLASS (kl_exercises_page_parent_class)->dispose (object);
}

static void
kl_exercises_page_class_init (KlExercisesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kl_exercises_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = kl_exercises_page_dispose;
  KL_PAGE_CLASS (klass)->flush_async = kl_exercises_page_flush_async;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/exercises/kl-exercises-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlExercisesPage, column);
  gtk_widget_class_bind_template_child (widget_class, KlExercisesPage, more);
}

static void
kl_exercises_page_init (KlExercisesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kl_exercises_page_new:
 * @library: the library
 * @plan: its plan, loaded
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
kl_exercises_page_new (KlLibrary *library,
                       KlPlan    *plan)
{
  return g_object_new (KL_TYPE_EXERCISES_PAGE, "library", library, "plan", plan, NULL);
}
