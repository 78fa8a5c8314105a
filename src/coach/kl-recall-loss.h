#pragma once

#include <glib.h>

G_BEGIN_DECLS

double kl_recall_loss       (double recall,
                             double retrievability);
double kl_recall_loss_slope (double recall,
                             double retrievability);

G_END_DECLS
