#pragma once

#include <gio/gio.h>

#include "kl-exchange-error.h"

G_BEGIN_DECLS

gboolean kl_document_replace_look   (const char          *path,
                                     char               **digest,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_document_replace_knows  (const char *const   *known,
                                     const char          *digest);
gboolean kl_document_replace_refuse (const char          *path,
                                     const char          *digest,
                                     GError             **error);
gboolean kl_document_replace_write  (const char          *path,
                                     GBytes              *bytes,
                                     const char *const   *known,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;
int      kl_document_replace_lock   (const char          *path,
                                     GCancellable        *cancellable,
                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
