#pragma once

#include "bench-report.h"

G_BEGIN_DECLS

/**
 * BenchContext:
 * @report: takes the rows
 * @folder: where files may lie; it is removed at the end
 * @bench: the program that measures, beside which the others lie that it needs
 *
 * What the areas share.
 */
typedef struct
{
  BenchReport *report;
  const char  *folder;
  const char  *bench;
} BenchContext;

char     *bench_context_dup_path      (BenchContext  *self,
                                       const char    *name);
char     *bench_context_dup_large     (BenchContext  *self,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean  bench_storage               (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_import                (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_reimport              (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_export                (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_undo                  (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_memory                (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_search                (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_coach                 (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_chart                 (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_schedules             (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_reading               (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_reading_speed         (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_insights              (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_pages                 (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bench_window                (BenchContext  *context,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
