#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

/* How large a library is that a person fills in many years. */
enum
{
  BENCH_N_TOPICS = 5000,
  BENCH_N_ATTEMPTS = 100000,
};

gboolean   bench_library_fill (const char  *path,
                               guint        n_topics,
                               guint        n_attempts,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
KlLibrary *bench_library_open (const char  *path,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void       bench_library_close (KlLibrary  *library);
KlPlan    *bench_library_load (KlLibrary   *library,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   bench_library_import (KlLibrary   *library,
                                 GBytes      *document,
                                 const char  *name,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
