#pragma once

#include <gio/gio.h>

#include "kl-score.h"

G_BEGIN_DECLS

#define KL_TYPE_STANDING (kl_standing_get_type ())

G_DECLARE_FINAL_TYPE (KlStanding, kl_standing, KL, STANDING, GObject)

KlStanding   *kl_standing_new            (guint         n_attempts,
                                          KlScore       score,
                                          const char   *date,
                                          const double *recent,
                                          gsize         n_recent,
                                          gboolean      has_draft);
guint         kl_standing_get_n_attempts (KlStanding   *self);
KlScore       kl_standing_get_score      (KlStanding   *self);
const char   *kl_standing_get_date       (KlStanding   *self);
const double *kl_standing_get_recent     (KlStanding   *self,
                                          gsize        *n_recent);
gboolean      kl_standing_get_has_draft  (KlStanding   *self);
gboolean      kl_standing_equal          (KlStanding   *a,
                                          KlStanding   *b);

G_END_DECLS
