/* kl-first-run.c: what a library without a plan shows: three ways to begin */

#include "config.h"

#include "kl-first-run.h"

struct _KlFirstRun
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (KlFirstRun, kl_first_run, ADW_TYPE_BIN)

static void
kl_first_run_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KL_TYPE_FIRST_RUN);

  G_OBJECT_CLASS (kl_first_run_parent_class)->dispose (object);
}

static void
kl_first_run_class_init (KlFirstRunClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_first_run_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/com/example/KLearn/first-run/kl-first-run.ui");
}

static void
kl_first_run_init (KlFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
