#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BenchFunc:
 * @data: what was given with the function
 * @measure: (out): how many microseconds the part took that counts, or how many kilobytes of memory
 * @error: where to put an error
 *
 * Does once what is measured. What it prepares and clears away does not count.
 *
 * Returns: whether it worked
 */
typedef gboolean (*BenchFunc) (gpointer   data,
                               gint64    *measure,
                               GError   **error);

typedef struct _BenchReport BenchReport;

BenchReport *bench_report_new        (void);
void         bench_report_free       (BenchReport  *self);
gboolean     bench_report_compare    (BenchReport  *self,
                                      const char   *name,
                                      guint         n_rounds,
                                      double        bar,
                                      BenchFunc     ours,
                                      BenchFunc     baseline,
                                      gpointer      data,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     bench_report_compare_memory (BenchReport  *self,
                                          const char   *name,
                                          guint         n_rounds,
                                          double        bar,
                                          BenchFunc     ours,
                                          BenchFunc     baseline,
                                          gpointer      data,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
double       bench_report_get_last   (BenchReport  *self);
void         bench_report_add_failure (BenchReport *self);
gboolean     bench_report_is_all_ok  (BenchReport  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchReport, bench_report_free)

G_END_DECLS
