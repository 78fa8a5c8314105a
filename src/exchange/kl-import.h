#pragma once

#include "kl-import-note.h"
#include "model/kl-document.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

#define KL_TYPE_IMPORT (kl_import_get_type ())

G_DECLARE_FINAL_TYPE (KlImport, kl_import, KL, IMPORT, GObject)

KlImport   *kl_import_new          (KlPlan     *plan,
                                    KlDocument *document,
                                    GPtrArray  *notes);
KlImport   *kl_import_new_exact    (KlPlan     *plan,
                                    KlDocument *document,
                                    GPtrArray  *notes);
gboolean    kl_import_is_exact     (KlImport   *self);
KlPlan     *kl_import_get_plan     (KlImport   *self);
KlDocument *kl_import_get_document (KlImport   *self);
KlImport   *kl_import_get_base     (KlImport   *self);
void        kl_import_set_base     (KlImport   *self,
                                    KlImport   *base);
GPtrArray  *kl_import_get_notes    (KlImport   *self);
const char *kl_import_get_asked    (KlImport   *self);
void        kl_import_ask          (KlImport   *self,
                                    const char *title);

G_END_DECLS
