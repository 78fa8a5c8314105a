#pragma once

#include "kl-place.h"

G_BEGIN_DECLS

#define KL_TYPE_HISTORY (kl_history_get_type ())

G_DECLARE_FINAL_TYPE (KlHistory, kl_history, KL, HISTORY, GObject)

KlHistory     *kl_history_new            (void);
const KlPlace *kl_history_get_current    (KlHistory     *self);
const KlPlace *kl_history_get_previous   (KlHistory     *self);
gboolean       kl_history_go             (KlHistory     *self,
                                          const KlPlace *place);
void           kl_history_go_back        (KlHistory     *self,
                                          const KlPlace *place);
void           kl_history_remove_subject (KlHistory     *self,
                                          const char    *subject);
void           kl_history_clear          (KlHistory     *self);

G_END_DECLS
