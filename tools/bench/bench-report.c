/* bench-report.c: measures two ways of doing the same, and prints a row of both
 *
 * The two take turns, and who begins changes, so that another program that runs meanwhile slows down both. The median
 * leaves out what happened to disturb a single round.
 */

#include "config.h"

#include "bench-report.h"

#include <stdio.h>

enum
{
  NAME_WIDTH = 56,
};

/* What is measured in whole numbers is shown in larger ones. */
typedef struct
{
  const char *name;
  double size;
} Unit;

static const Unit time_unit = { "ms", 1000 };
static const Unit memory_unit = { "MB", 1024 };

struct _BenchReport
{
  gboolean has_header;
  gboolean all_ok;
  double last;
};

BenchReport *
bench_report_new (void)
{
  BenchReport *self = g_new0 (BenchReport, 1);

  self->all_ok = TRUE;
  return self;
}

void
bench_report_free (BenchReport *self)
{
  g_free (self);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
median (GArray     *times,
        const Unit *unit)
{
  guint middle = times->len / 2;
  double upper;

  g_array_sort (times, compare_times);
  upper = (double) g_array_index (times, gint64, middle);
  if (times->len % 2 == 0)
    upper = (upper + (double) g_array_index (times, gint64, middle - 1)) / 2;
  return upper / unit->size;
}

static gboolean
run (BenchFunc   func,
     gpointer    data,
     GArray     *times,
     GError    **error)
{
  gint64 microseconds = 0;

  if (!func (data, &microseconds, error))
    return FALSE;

  g_array_append_val (times, microseconds);
  return TRUE;
}

static void
print_row (BenchReport *self,
           const char  *name,
           const Unit  *unit,
           double       ours,
           double       baseline,
           double       bar)
{
  double ratio = ours / baseline;
  gboolean is_ok = ratio <= bar;
  int padding = MAX (NAME_WIDTH - (int) g_utf8_strlen (name, -1), 0);

  if (!self->has_header)
    printf ("%-*s | %12s | %12s | %6s | %4s |\n", NAME_WIDTH, "name", "ours", "baseline", "ratio", "bar");
  self->has_header = TRUE;
  self->all_ok = self->all_ok && is_ok;
  printf ("%s%*s | %9.3f %s | %9.3f %s | %6.2f | %4.1f | %s\n", name, padding, "", ours, unit->name, baseline,
          unit->name, ratio, bar, is_ok ? "ok" : "over");
  fflush (stdout);
}

static gboolean
compare (BenchReport  *self,
         const char   *name,
         const Unit   *unit,
         guint         n_rounds,
         double        bar,
         BenchFunc     ours,
         BenchFunc     baseline,
         gpointer      data,
         GError      **error)
{
  g_autoptr(GArray) our_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) baseline_times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i <= n_rounds; i++)
    {
      gboolean ours_first = i % 2 == 0;

      if (!run (ours_first ? ours : baseline, data, ours_first ? our_times : baseline_times, error)
          || !run (ours_first ? baseline : ours, data, ours_first ? baseline_times : our_times, error))
        return FALSE;

      if (i == 0)
        {
          g_array_set_size (our_times, 0);
          g_array_set_size (baseline_times, 0);
        }
    }

  self->last = median (our_times, unit);
  print_row (self, name, unit, self->last, median (baseline_times, unit), bar);
  return TRUE;
}

/**
 * bench_report_compare:
 * @self: a report
 * @name: what is measured
 * @n_rounds: how often; one more goes before, to warm up
 * @bar: how many times the baseline it may take
 * @ours: KLearn's way
 * @baseline: what it is held against
 * @data: for both
 * @error: where to put an error
 *
 * Returns: whether both worked, however long they took
 */
gboolean
bench_report_compare (BenchReport  *self,
                      const char   *name,
                      guint         n_rounds,
                      double        bar,
                      BenchFunc     ours,
                      BenchFunc     baseline,
                      gpointer      data,
                      GError      **error)
{
  return compare (self, name, &time_unit, n_rounds, bar, ours, baseline, data, error);
}

/**
 * bench_report_compare_memory:
 * @self: a report
 * @name: what is measured
 * @n_rounds: how often; one more goes before, to warm up
 * @bar: how many times the baseline it may take
 * @ours: KLearn's way
 * @baseline: what it is held against
 * @data: for both
 * @error: where to put an error
 *
 * As bench_report_compare(), where the two measure kilobytes of memory.
 *
 * Returns: whether both worked, however much they took
 */
gboolean
bench_report_compare_memory (BenchReport  *self,
                             const char   *name,
                             guint         n_rounds,
                             double        bar,
                             BenchFunc     ours,
                             BenchFunc     baseline,
                             gpointer      data,
                             GError      **error)
{
  return compare (self, name, &memory_unit, n_rounds, bar, ours, baseline, data, error);
}

/**
 * bench_report_get_last:
 * @self: a report with a row
 *
 * Returns: what KLearn took in the last row, in milliseconds or megabytes
 */
double
bench_report_get_last (BenchReport *self)
{
  return self->last;
}

/**
 * bench_report_add_failure:
 * @self: a report
 *
 * Tells of a row that was printed elsewhere and does not hold its bar.
 */
void
bench_report_add_failure (BenchReport *self)
{
  self->all_ok = FALSE;
}

/**
 * bench_report_is_all_ok:
 * @self: a report
 *
 * Returns: whether every row so far holds its bar
 */
gboolean
bench_report_is_all_ok (BenchReport *self)
{
  return self->all_ok;
}
