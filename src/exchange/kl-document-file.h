#pragma once

#include <gio/gio.h>

#include "kl-exchange-error.h"

G_BEGIN_DECLS

GBytes   *kl_document_file_load              (GFile         *file,
                                              gsize          max_bytes,
                                              GCancellable  *cancellable,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  kl_document_file_save              (const char    *path,
                                              GBytes        *bytes,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  kl_document_file_check_size        (GBytes        *bytes,
                                              const char    *name,
                                              gsize          max_bytes,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  kl_document_file_check             (GBytes        *bytes,
                                              const char    *name,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
const char *const *kl_document_file_get_markdown_suffixes (void);
gboolean  kl_document_file_has_markdown_name (const char    *path);
gboolean  kl_document_file_check_name        (const char    *path,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
