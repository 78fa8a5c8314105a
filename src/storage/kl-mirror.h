#pragma once

#include "model/kl-record.h"

G_BEGIN_DECLS

#define KL_TYPE_MIRROR (kl_mirror_get_type ())

G_DECLARE_FINAL_TYPE (KlMirror, kl_mirror, KL, MIRROR, GObject)

KlMirror *kl_mirror_new    (void);
void      kl_mirror_update (KlMirror   *self,
                            KlRecord   *live,
                            KlRecord   *fresh);
void      kl_mirror_merge  (KlMirror   *self,
                            GListStore *live,
                            GListModel *fresh);
KlRecord *kl_mirror_find   (KlMirror   *self,
                            GType       type,
                            const char *id);

G_END_DECLS
