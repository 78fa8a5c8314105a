/* bench-pages.c: a report of 200 topics, from the library to the file, against painting its charts
 *
 * The processor's time is measured, of all threads. The charts are painted onto pages of a file of the same kind.
 */

#include "config.h"

#include "bench-areas.h"

#include <cairo-pdf.h>
#include <time.h>

#include "bench-library.h"
#include "bench-plain.h"
#include "chart/kl-chart-painter.h"
#include "cli/kl-await.h"
#include "report/kl-report-file.h"
#include "report/kl-report-loading.h"

#define CHARTS_BAR 3.0

/* A pixel of a screen, in points. */
#define CHART_SCALE 0.75

enum
{
  N_TOPICS = 200,
  N_ATTEMPTS = 4000,
  N_ROUNDS = 7,
};

#define NEW_ID "lower (hex (randomblob (18)))"
#define EIGHT \
  "(SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5" \
  " UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8)"

/* Attempts in the order of their numbers; bands; eight points and two gaps a topic, a verdict on each point; an action,
 * a correction and an insight of the latest attempt. */
static const char fill[] =
  "UPDATE plan SET language = 'en';"
  "INSERT INTO band (id, owner, position, name, low, high, checksum)"
  " SELECT " NEW_ID ", plan.id, n, 'Band ' || n, 100 - 25 * n, 125 - 25 * n, 0 FROM plan, " EIGHT " WHERE n <= 4;"
  "UPDATE attempt SET date = date ('2024-03-01', (40 * number) || ' days'), seconds = 300,"
  " guess = abs (random () % 101);"
  "INSERT INTO point (id, owner, position, text, depth, checksum)"
  " SELECT " NEW_ID ", id, n, 'What is to be said of ' || title || ', point ' || n, 'none', 0 FROM subject, " EIGHT ";"
  "INSERT INTO gap (id, owner, position, text, open, checksum)"
  " SELECT " NEW_ID ", id, n, 'What is still missing in ' || title, 1, 0 FROM subject, " EIGHT " WHERE n <= 2;"
  "INSERT INTO verdict (id, owner, position, point, text, value, suggested, checksum)"
  " SELECT " NEW_ID ", attempt.id, point.position, point.id, point.text,"
  " CASE abs (random () % 3) WHEN 0 THEN 'covered' WHEN 1 THEN 'partly' ELSE 'missed' END, 'covered', 0"
  " FROM attempt JOIN point ON point.owner = attempt.owner WHERE attempt.number = 20;"
  "INSERT INTO feedback (id, owner, position, kind, text, done, checksum)"
  " SELECT " NEW_ID ", id, n, CASE n WHEN 1 THEN 'action' ELSE 'insight' END, 'What attempt ' || number || ' brought',"
  " 0, 0 FROM attempt, " EIGHT " WHERE n <= 2 AND number = 20;"
  "INSERT INTO feedback (id, owner, position, kind, wrong, right, done, checksum)"
  " SELECT " NEW_ID ", id, 3, 'correction', 'what is wrong', 'what is right', 0, 0 FROM attempt WHERE number = 20;";

typedef struct
{
  KlLibrary *library;
  KlPlan *plan;
  KlReportPages *pages;
} Measurement;

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static KlReportPages *
make_pages (Measurement  *self,
            GError      **error)
{
  KlReportPaper paper = { 0 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlReport) report = NULL;

  kl_report_load_async (self->library, kl_record_get_id (KL_RECORD (self->plan)), FALSE, NULL, kl_await_cb, &result);
  report = kl_report_load_finish (kl_await (&result), error);
  return report != NULL && kl_report_paper_find ("a4", &paper) ? kl_report_pages_new (report, &paper, NULL, NULL, NULL)
                                                               : NULL;
}

static gboolean
make_report (gpointer   data,
             gint64    *microseconds,
             GError   **error)
{
  gint64 begin = get_processor_time ();
  g_autoptr(KlReportPages) pages = make_pages (data, error);
  g_autoptr(GBytes) bytes = pages != NULL ? kl_report_file_render (pages, NULL, NULL, NULL, error) : NULL;

  *microseconds = get_processor_time () - begin;
  return bytes != NULL;
}

static cairo_status_t
count_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
paint_chart (const Measurement   *self,
             const KlReportBlock *block,
             cairo_t             *cr)
{
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (block->chart);

  kl_chart_painter_set_context (painter, kl_report_fonts_get_chart_context (kl_report_pages_get_fonts (self->pages)));
  kl_chart_painter_set_size (painter, kl_report_pages_get_width (self->pages) / CHART_SCALE,
                             block->chart_height / CHART_SCALE);
  cairo_save (cr);
  cairo_scale (cr, CHART_SCALE, CHART_SCALE);
  kl_chart_painter_paint (painter, cr);
  cairo_restore (cr);
  cairo_show_page (cr);
}

static gboolean
paint_charts (gpointer   data,
              gint64    *microseconds,
              GError   **error)
{
  Measurement *self = data;
  KlReport *report = kl_report_pages_get_report (self->pages);
  const KlReportPaper *paper = kl_report_pages_get_paper (self->pages);
  gsize size = 0;
  gint64 begin = get_processor_time ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_cb, &size, paper->width, paper->height);
  cairo_t *cr = cairo_create (surface);
  guint n_charts = 0;

  for (guint i = 0; i < kl_report_get_n_blocks (report); i++)
    {
      const KlReportBlock *block = kl_report_get_block (report, i);

      if (block->chart == NULL)
        continue;
      paint_chart (self, block, cr);
      n_charts++;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  *microseconds = get_processor_time () - begin;
  return size > 0 && n_charts >= N_TOPICS;
}

/**
 * bench_pages:
 * @context: the measurement
 * @error: where to put an error
 *
 * Returns: whether it could be measured how long a report takes
 */
gboolean
bench_pages (BenchContext  *context,
             GError       **error)
{
  g_autofree char *path = bench_context_dup_path (context, "pages.db");
  Measurement self = { 0 };
  sqlite3 *plain = NULL;
  gboolean success;

  success = bench_library_fill (path, N_TOPICS, N_ATTEMPTS, error) && (plain = bench_plain_open (path, error)) != NULL
            && bench_plain_execute (plain, fill, error);
  sqlite3_close (plain);
  success = success && (self.library = bench_library_open (path, error)) != NULL
            && (self.plan = bench_library_load (self.library, error)) != NULL
            && (self.pages = make_pages (&self, error)) != NULL
            && bench_report_compare (context->report, "report of 200 topics, against painting its charts", N_ROUNDS,
                                     CHARTS_BAR, make_report, paint_charts, &self, error);

  g_clear_object (&self.pages);
  g_clear_object (&self.plan);
  bench_library_close (self.library);
  return success;
}
