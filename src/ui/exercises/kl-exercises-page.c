/* kl-exercises-page.c: the prompts that span several topics */

#include "config.h"

#include "kl-exercises-page.h"

#include <glib/gi18n.h>

#include "ui/page/kl-list-group.h"
#include "ui/page/kl-subject-row.h"
#include "ui/today/kl-agenda.h"

struct _KlExercisesPage
{
  KlPage parent_instance;

  GtkStack *stack;
  KlListGroup *exercises;

  KlAgenda *agenda;
};

G_DEFINE_FINAL_TYPE (KlExercisesPage, kl_exercises_page, KL_TYPE_PAGE)

/* A boxed list is not for more; search finds the others. */
#define LIMIT 200

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  KlLibrary *library = kl_page_get_library (user_data);

  /* The row shows what the exercise spans when that is there; without it, it is as good a row. */
  if (!kl_library_has_loaded (library, item))
    kl_library_load_subject_async (library, item, NULL, NULL, NULL);
  return kl_subject_row_new (kl_page_get_plan (user_data), item, _("Explain"));
}

static void
update_cb (KlExercisesPage *self)
{
  gboolean is_empty = g_list_model_get_n_items (kl_agenda_get_exercises (self->agenda)) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "lists");
}

static void
kl_exercises_page_constructed (GObject *object)
{
  KlExercisesPage *self = KL_EXERCISES_PAGE (object);
  GListModel *exercises;

  G_OBJECT_CLASS (kl_exercises_page_parent_class)->constructed (object);

  self->agenda = kl_agenda_for (kl_page_get_plan (KL_PAGE (self)));
  exercises = kl_agenda_get_exercises (self->agenda);
  kl_list_group_bind (self->exercises, exercises, LIMIT, create_row, self);
  g_signal_connect_object (exercises, "items-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}

static void
kl_exercises_page_dispose (GObject *object)
{
  KlExercisesPage *self = KL_EXERCISES_PAGE (object);

  g_clear_object (&self->agenda);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_EXERCISES_PAGE);

  G_OBJECT_CLASS (kl_exercises_page_parent_class)->dispose (object);
}

static void
kl_exercises_page_class_init (KlExercisesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kl_exercises_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = kl_exercises_page_dispose;

  g_type_ensure (KL_TYPE_LIST_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/exercises/kl-exercises-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlExercisesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KlExercisesPage, exercises);
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
