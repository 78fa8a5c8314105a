/* kl-page-stack.c: shows one page at a time; one slides in as the other goes, which is then let go of */

#include "config.h"

#include "kl-page-stack.h"

#include "ui/page/kl-keyboard-focus.h"

/* Pinned, so that the window folds at the same width whatever the page holds. */
#define NATURAL_WIDTH 440

struct _KlPageStack
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (KlPageStack, kl_page_stack, GTK_TYPE_WIDGET)

static void
transition_cb (KlPageStack *self)
{
  GtkWidget *child, *next;
  gboolean had_focus = FALSE;

  if (gtk_stack_get_transition_running (self->stack))
    return;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (child == self->page)
        continue;

      had_focus = had_focus || kl_keyboard_focus_find_child (GTK_WIDGET (self->stack)) == child;
      gtk_stack_remove (self->stack, child);
    }

  /* The keyboard goes on in the page that came. */
  if (had_focus && self->page != NULL)
    gtk_widget_child_focus (self->page, GTK_DIR_TAB_FORWARD);
}

static void
kl_page_stack_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (KL_PAGE_STACK (widget)->stack), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NATURAL_WIDTH);
}

static void
kl_page_stack_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  gtk_widget_allocate (GTK_WIDGET (KL_PAGE_STACK (widget)->stack), width, height, baseline, NULL);
}

static void
kl_page_stack_dispose (GObject *object)
{
  KlPageStack *self = KL_PAGE_STACK (object);

  self->page = NULL;
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;

  G_OBJECT_CLASS (kl_page_stack_parent_class)->dispose (object);
}

static void
kl_page_stack_class_init (KlPageStackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_page_stack_dispose;
  widget_class->measure = kl_page_stack_measure;
  widget_class->size_allocate = kl_page_stack_size_allocate;
}

static void
kl_page_stack_init (KlPageStack *self)
{
  self->stack = g_object_new (GTK_TYPE_STACK, "hhomogeneous", FALSE, "vhomogeneous", FALSE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  g_signal_connect_object (self->stack, "notify::transition-running", G_CALLBACK (transition_cb), self,
                           G_CONNECT_SWAPPED);
}

KlPageStack *
kl_page_stack_new (void)
{
  return g_object_new (KL_TYPE_PAGE_STACK, NULL);
}

/**
 * kl_page_stack_show:
 * @self: the stack
 * @page: a page
 * @is_back: whether that is a way back
 *
 * Shows @page instead of the one before.
 */
void
kl_page_stack_show (KlPageStack *self,
                    KlPage      *page,
                    gboolean     is_back)
{
  gboolean is_first = self->page == NULL;

  g_return_if_fail (KL_IS_PAGE_STACK (self));

  if (self->page != NULL)
    gtk_widget_set_can_target (self->page, FALSE);
  self->page = GTK_WIDGET (page);
  gtk_stack_add_child (self->stack, self->page);
  gtk_stack_set_transition_type (self->stack, is_first ? GTK_STACK_TRANSITION_TYPE_NONE
                                              : is_back ? GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT
                                                        : GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT);
  gtk_stack_set_visible_child (self->stack, self->page);
  transition_cb (self);
}
