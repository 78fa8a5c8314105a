#pragma once

#include "kl-exchange-error.h"
#include "kl-heading.h"
#include "kl-import.h"
#include "kl-outline.h"
#include "kl-source-map.h"

G_BEGIN_DECLS

/* The largest document that is read, in bytes: a plan of a lifetime is a hundredth of it. */
#define KL_MARKDOWN_READER_MAX_BYTES (64u * 1024u * 1024u)

KlImport *kl_markdown_reader_read      (GBytes              *bytes,
                                        const char          *name,
                                        const char          *language,
                                        GCancellable        *cancellable,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
KlImport *kl_markdown_reader_read_full (GBytes              *bytes,
                                        const char          *name,
                                        const char          *choices,
                                        const char          *language,
                                        KlExchangeProgress   progress,
                                        gpointer             progress_data,
                                        GCancellable        *cancellable,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
KlImport *kl_markdown_reader_read_again (GBytes             *bytes,
                                         KlDocument         *before,
                                         KlExchangeProgress  progress,
                                         gpointer            progress_data,
                                         GCancellable       *cancellable,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
KlImport *kl_markdown_reader_trace     (GBytes              *bytes,
                                        const char          *name,
                                        const char          *choices,
                                        KlSourceMap         *map,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
KlImport *kl_markdown_reader_read_file (GFile               *file,
                                        const char          *language,
                                        KlExchangeProgress   progress,
                                        gpointer             progress_data,
                                        GCancellable        *cancellable,
                                        GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *kl_markdown_reader_list_headings (KlImport     *import,
                                              GCancellable  *cancellable,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
