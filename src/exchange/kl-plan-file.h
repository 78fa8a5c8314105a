#pragma once

#include "kl-exchange-error.h"
#include "kl-import.h"
#include "kl-outline.h"

G_BEGIN_DECLS

gboolean  kl_plan_file_is_json    (GBytes              *bytes,
                                   const char          *name);
GBytes   *kl_plan_file_load       (GFile               *file,
                                   char               **name,
                                   GCancellable        *cancellable,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
KlImport *kl_plan_file_read_bytes (GBytes              *bytes,
                                   const char          *name,
                                   const char          *choices,
                                   KlExchangeProgress   progress,
                                   gpointer             progress_data,
                                   GCancellable        *cancellable,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
