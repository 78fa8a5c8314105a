#pragma once

#include "kl-exchange-error.h"
#include "kl-import.h"

G_BEGIN_DECLS

gboolean  kl_json_plan_reader_is_json (GBytes        *bytes,
                                       const char    *name);
KlImport *kl_json_plan_reader_read    (GBytes        *bytes,
                                       const char    *name,
                                       GCancellable  *cancellable,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
