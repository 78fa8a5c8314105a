#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KL_TYPE_SPARKLINE (kl_sparkline_get_type ())

G_DECLARE_FINAL_TYPE (KlSparkline, kl_sparkline, KL, SPARKLINE, GtkWidget)

GtkWidget *kl_sparkline_new        (void);
void       kl_sparkline_set_scores (KlSparkline  *self,
                                    const double *scores,
                                    gsize         n_scores);
void       kl_sparkline_set_bands  (KlSparkline  *self,
                                    GArray       *bands);

G_END_DECLS
