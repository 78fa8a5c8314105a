/* test-report-pictures.c: a page of a report looks as it did, in whichever direction it is read */

#include "config.h"

#include "../chart/chart-samples.h"
#include "../chart/picture-fixture.h"
#include "report/kl-report-pages.h"
#include "report/kl-report-painter.h"
#include "report/kl-report-words.h"

#define DAY "2026-03-02"
#define WIDTH 420
#define HEIGHT 520

/* Small: how thick a letter is does not matter. */
#define SCALE 0.3

static KlReportBlock *
add_row (KlReport      *report,
         const char    *date,
         const char    *score,
         const char    *note,
         KlReportStyle  style)
{
  KlReportBlock *block = kl_report_block_new ();

  kl_report_block_add (block, kl_report_text_new (date, style, NULL), 0, 90);
  kl_report_block_add (block, kl_report_text_new (score, style, NULL), 100, 60)->align = KL_REPORT_ALIGN_END;
  kl_report_block_add (block, kl_report_text_new (note, style, NULL), 180, 0);
  block->above = 2;
  return kl_report_add (report, block);
}

/* A heading under a rule, a paragraph, a chart, a bar, a table whose rows are of several lines, a mark beside words. */
static KlReport *
make_report (gboolean right_to_left)
{
  KlReport *report = kl_report_new ("Storage", kl_iso_date_parse_day (DAY), right_to_left);
  KlReportBlock *block;

  kl_report_words_add (report, "Storage", KL_REPORT_STYLE_TITLE, 0);
  kl_report_begin_section (report, "topics", "Topic by Topic", 0);
  block = kl_report_words_add (report, "Topic by Topic", KL_REPORT_STYLE_CHAPTER, 0);
  block->begins_page = TRUE;
  kl_report_begin_section (report, "raid", "RAID Levels", 1);
  kl_report_words_add (report, "RAID Levels", KL_REPORT_STYLE_TOPIC, 14)->is_ruled = TRUE;
  kl_report_words_add (report, "Surface knowledge · 3 attempts", KL_REPORT_STYLE_CAPTION, 2);
  kl_report_words_add (report,
                       "A stripe spreads blocks over drives, and parity is their exclusive or: one drive may be lost, "
                       "and what it held is reckoned from the others.",
                       KL_REPORT_STYLE_BODY, 6);
  kl_report_add (report, kl_report_block_new_chart (sample_ranked (3), 130))->above = 10;
  block = kl_report_words_add (report, "Needs review", KL_REPORT_STYLE_STRONG, 8);
  block->bar_start = 110;
  block->bar = 120;
  block->bar_hue = KL_CHART_HUE_RED;
  kl_report_words_add (report, "Attempts", KL_REPORT_STYLE_HEADING, 10);
  add_row (report, "Date", "Score", "Note", KL_REPORT_STYLE_CAPTION);
  add_row (report, "1 March 2026", "62 %", "The write hole was left out, and so was what a rebuild asks of the drives.",
           KL_REPORT_STYLE_BODY);
  add_row (report, "14 February 2026", "48 %", "The journal.", KL_REPORT_STYLE_BODY);
  block = kl_report_block_new ();
  kl_report_block_add (block, kl_report_text_new ("–", KL_REPORT_STYLE_BODY, NULL), 0, 14);
  kl_report_block_add (block, kl_report_text_new ("Parity is a copy.", KL_REPORT_STYLE_BODY, NULL), 16, 0);
  block->above = 8;
  kl_report_add (report, block);
  return report;
}

static void
test_picture (gconstpointer name)
{
  g_autoptr(KlReport) report = make_report (g_str_has_suffix (name, "-rtl"));
  KlReportPaper paper = kl_report_paper_new (WIDTH, HEIGHT);
  g_autoptr(KlReportPages) pages = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (!picture_has_font ())
    {
      g_test_skip ("the font " FONT " is not installed");
      return;
    }

  pages = kl_report_pages_new (report, &paper, NULL, NULL, NULL);
  g_assert_cmpuint (kl_report_pages_get_n (pages), ==, 2);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (SCALE * WIDTH), (int) (SCALE * HEIGHT));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  kl_report_painter_paint (pages, 1, FALSE, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  picture_check_drawn (surface, "report", name);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/report/pictures/page", "page", test_picture);
  g_test_add_data_func ("/report/pictures/page-rtl", "page-rtl", test_picture);

  return g_test_run ();
}
