#pragma once

#include "kl-refresh.h"
#include "kl-touched.h"

G_BEGIN_DECLS

#define KL_TYPE_MODELS (kl_models_get_type ())

G_DECLARE_FINAL_TYPE (KlModels, kl_models, KL, MODELS, GObject)

KlModels   *kl_models_new            (void);
GListModel *kl_models_get_plans      (KlModels   *self);
gboolean    kl_models_has_loaded     (KlModels   *self,
                                      const char *id);
void        kl_models_keep           (KlModels   *self,
                                      KlRecord   *record);
void        kl_models_keep_standings (KlModels   *self,
                                      const char *plan_id);
KlRefresh  *kl_models_ask            (KlModels   *self,
                                      KlTouched  *touched);
KlRefresh  *kl_models_ask_all        (KlModels   *self);
void        kl_models_show_first     (KlModels   *self,
                                      KlRefresh  *refresh);
void        kl_models_show           (KlModels   *self,
                                      KlRefresh  *refresh);

G_END_DECLS
