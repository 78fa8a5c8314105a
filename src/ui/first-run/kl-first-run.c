/* kl-first-run.c: what a library without a plan shows: three ways to begin */

#include "config.h"

#include "kl-first-run.h"

#include "ui/page/kl-frame-idle.h"

struct _KlFirstRun
{
  AdwBin parent_instance;

  AdwStatusPage *status_page;
  GtkBox *ways;
  gboolean is_low;
};

G_DEFINE_FINAL_TYPE (KlFirstRun, kl_first_run, ADW_TYPE_BIN)

/* Below this height, in pixels, the picture would push the ways to begin out of sight. */
#define LOW_HEIGHT 560

static void
update_density (GtkWidget *widget)
{
  KlFirstRun *self = KL_FIRST_RUN (widget);
  void (*change_class) (GtkWidget *, const char *) = self->is_low ? gtk_widget_remove_css_class
                                                                  : gtk_widget_add_css_class;

  adw_status_page_set_icon_name (self->status_page, self->is_low ? NULL : "com.example.KLearn");
  if (self->is_low)
    gtk_widget_add_css_class (GTK_WIDGET (self->status_page), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status_page), "compact");
  gtk_box_set_spacing (self->ways, self->is_low ? 6 : 12);
  for (GtkWidget *way = gtk_widget_get_first_child (GTK_WIDGET (self->ways)); way != NULL;
       way = gtk_widget_get_next_sibling (way))
    change_class (way, "pill");
}

static void
kl_first_run_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
kl_first_run_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  KlFirstRun *self = KL_FIRST_RUN (widget);
  gboolean is_low = height < LOW_HEIGHT;

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);

  if (self->is_low == is_low)
    return;

  self->is_low = is_low;
  kl_frame_idle_add (widget, update_density);
}

static void
kl_first_run_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KL_TYPE_FIRST_RUN);

  G_OBJECT_CLASS (kl_first_run_parent_class)->dispose (object);
}

static void
kl_first_run_class_init (KlFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_first_run_dispose;
  widget_class->measure = kl_first_run_measure;
  widget_class->size_allocate = kl_first_run_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/first-run/kl-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, KlFirstRun, status_page);
  gtk_widget_class_bind_template_child (widget_class, KlFirstRun, ways);
}

static void
kl_first_run_init (KlFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The bin's own would not tell of the height. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}
