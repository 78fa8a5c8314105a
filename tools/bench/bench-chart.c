/* bench-chart.c: a score history of 100,000 attempts: looked at closer, painted first, and in memory
 *
 * The processor's time is measured, with Cairo's own renderer, as where there is no graphics card.
 */

#include "config.h"

#include "bench-areas.h"

#include <malloc.h>
#include <time.h>

#include "bench-library.h"
#include "bench-plain.h"
#include "chart/kl-chart-painter.h"
#include "chart/kl-score-series.h"
#include "model/kl-band.h"

#define STEP_BAR 2.0
#define FRAME_BAR 1.0
#define FIRST_BAR 3.0
#define MEMORY_BAR 1.0

/* Half of what a window has from one frame to the next. */
#define HALF_A_FRAME (G_USEC_PER_SEC / 60 / 2)
#define MOST_KILOBYTES (10 * 1000)

enum
{
  N_ROUNDS = 15,
  N_STEPS = 20,
  WIDTH = 720,
  HEIGHT = 220,
};

static const char rows_of_history[]
  = "SELECT id, number, date, low, high, assisted FROM attempt ORDER BY substr (date, 1, 10), number";

/**
 * Measurement:
 * @plain: the library, without KLearn
 * @attempts: its attempts, as the window has them
 * @bands: the plan's bands
 * @painter: of a chart that is there
 * @surface: what is painted on
 * @step: so many were taken
 * @polyline: the heights of the first scores, as many as the chart is wide
 */
typedef struct
{
  sqlite3 *plain;
  GListStore *attempts;
  GListStore *bands;
  KlChartPainter *painter;
  cairo_surface_t *surface;
  guint step;
  double polyline[WIDTH];
} Measurement;

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
paint (Measurement    *self,
       KlChartPainter *painter)
{
  cairo_t *cr = cairo_create (self->surface);

  kl_chart_painter_set_size (painter, WIDTH, HEIGHT);
  kl_chart_painter_paint (painter, cr);
  cairo_surface_flush (self->surface);
  cairo_destroy (cr);
}

/* In, out and aside, each to what was not seen before. */
static gboolean
take_steps (gpointer   data,
            gint64    *microseconds,
            GError   **error)
{
  Measurement *self = data;
  gint64 begin = get_processor_time ();

  for (guint i = 0; i < N_STEPS; i++)
    {
      KlChartView view = kl_chart_view_zoom (KL_CHART_VIEW_WHOLE, (self->step % 97) / 97.0, 1 + self->step % 5, 0.001);

      kl_chart_painter_set_view (self->painter, view);
      paint (self, self->painter);
      self->step++;
    }
  *microseconds = (get_processor_time () - begin) / N_STEPS;
  return TRUE;
}

/* As many points as the chart is wide. */
static gboolean
draw_polyline (gpointer   data,
               gint64    *microseconds,
               GError   **error)
{
  Measurement *self = data;
  gint64 begin = get_processor_time ();

  for (guint i = 0; i < N_STEPS; i++)
    {
      cairo_t *cr = cairo_create (self->surface);

      for (guint x = 0; x < WIDTH; x++)
        cairo_line_to (cr, x, self->polyline[x]);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
      cairo_surface_flush (self->surface);
      cairo_destroy (cr);
    }
  *microseconds = (get_processor_time () - begin) / N_STEPS;
  return TRUE;
}

static gboolean
wait_half_a_frame (gpointer   data,
                   gint64    *microseconds,
                   GError   **error)
{
  *microseconds = HALF_A_FRAME;
  return TRUE;
}

static gboolean
paint_first (gpointer   data,
             gint64    *microseconds,
             GError   **error)
{
  Measurement *self = data;
  gint64 begin = get_processor_time ();
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (self->attempts), G_LIST_MODEL (self->bands));
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));

  paint (self, painter);
  *microseconds = get_processor_time () - begin;
  return TRUE;
}

static gboolean
read_rows (gpointer   data,
           gint64    *microseconds,
           GError   **error)
{
  Measurement *self = data;
  gint64 begin = get_processor_time ();
  sqlite3_stmt *statement = bench_plain_prepare (self->plain, rows_of_history, error);
  double sum = 0;
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    sum += sqlite3_column_text (statement, 0)[0] + sqlite3_column_text (statement, 2)[0]
           + (double) sqlite3_column_int64 (statement, 1) + sqlite3_column_double (statement, 3)
           + sqlite3_column_double (statement, 4) + sqlite3_column_int (statement, 5);
  sqlite3_finalize (statement);
  *microseconds = get_processor_time () - begin;
  return sum > 0 && bench_plain_check (self->plain, code, error);
}

static gboolean
hold_chart (gpointer   data,
            gint64    *kilobytes,
            GError   **error)
{
  Measurement *self = data;
  gsize before = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (self->attempts), G_LIST_MODEL (self->bands));
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));

  paint (self, painter);
  *kilobytes = (gint64) ((mallinfo2 ().uordblks + mallinfo2 ().hblkhd - before) / 1000);
  return TRUE;
}

static gboolean
allow_ten_megabytes (gpointer   data,
                     gint64    *kilobytes,
                     GError   **error)
{
  *kilobytes = MOST_KILOBYTES;
  return TRUE;
}

static gboolean
load_attempts (Measurement  *self,
               GError      **error)
{
  sqlite3_stmt *statement = bench_plain_prepare (self->plain, rows_of_history, error);
  g_autoptr(GPtrArray) attempts = g_ptr_array_new_with_free_func (g_object_unref);
  int code;

  if (statement == NULL)
    return FALSE;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (attempts, g_object_new (KL_TYPE_ATTEMPT,
                                             "number", (gint64) sqlite3_column_int64 (statement, 1),
                                             "date", sqlite3_column_text (statement, 2),
                                             "low", sqlite3_column_double (statement, 3),
                                             "high", sqlite3_column_double (statement, 4),
                                             NULL));
  sqlite3_finalize (statement);
  for (guint i = 0; i < WIDTH && i < attempts->len; i++)
    self->polyline[i] = HEIGHT * (1 - kl_score_get_value (kl_attempt_get_score (attempts->pdata[i])) / 100);
  g_list_store_splice (self->attempts, 0, 0, attempts->pdata, attempts->len);
  return bench_plain_check (self->plain, code, error);
}

static GListStore *
make_bands (void)
{
  static const struct { const char *name; double low; } bands[] = {
    { "Strong", 90 }, { "Good", 70 }, { "Fair", 50 }, { "Needs Review", 0 },
  };
  GListStore *store = g_list_store_new (KL_TYPE_BAND);

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      g_autoptr(KlBand) band = g_object_new (KL_TYPE_BAND, "name", bands[i].name, "low", bands[i].low, NULL);

      g_list_store_append (store, band);
    }
  return store;
}

static gboolean
compare_all (BenchContext  *context,
             Measurement   *self,
             GError       **error)
{
  g_autoptr(KlScoreSeries) series = kl_score_series_new (G_LIST_MODEL (self->attempts), G_LIST_MODEL (self->bands));
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (KL_CHART (series));

  self->painter = painter;
  return bench_report_compare (context->report, "closer look at 100,000 attempts, against a polyline", N_ROUNDS,
                               STEP_BAR, take_steps, draw_polyline, self, error)
         && bench_report_compare (context->report, "closer look at 100,000 attempts, against half a frame", N_ROUNDS,
                                  FRAME_BAR, take_steps, wait_half_a_frame, self, error)
         && bench_report_compare (context->report, "first paint of 100,000 attempts, against reading rows",
                                  N_ROUNDS, FIRST_BAR, paint_first, read_rows, self, error)
         && bench_report_compare_memory (context->report, "chart of 100,000 attempts, against 10 MB", 1, MEMORY_BAR,
                                         hold_chart, allow_ten_megabytes, self, error);
}

/**
 * bench_chart:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether the score history could be measured
 */
gboolean
bench_chart (BenchContext  *context,
             GError       **error)
{
  g_autofree char *path = bench_context_dup_path (context, "chart.db");
  Measurement self = { .attempts = g_list_store_new (KL_TYPE_ATTEMPT), .bands = make_bands () };
  gboolean success;

  self.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  success = bench_library_fill (path, 1, BENCH_N_ATTEMPTS, error)
            && (self.plain = bench_plain_open (path, error)) != NULL && load_attempts (&self, error)
            && compare_all (context, &self, error);

  cairo_surface_destroy (self.surface);
  sqlite3_close (self.plain);
  g_object_unref (self.attempts);
  g_object_unref (self.bands);
  return success;
}
