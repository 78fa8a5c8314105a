/* kl-report-painter.c: a page of a report on whatever Cairo paints on: paper, a file, pixels */

#include "config.h"

#include "kl-report-painter.h"

#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "chart/kl-chart-painter.h"
#include "chart/kl-chart-text.h"

/* A pixel of a screen, in points. */
#define CHART_SCALE 0.75

#define RULE_WIDTH 0.6
#define RULE_GRAY 0.72
#define BAR_HEIGHT 7

/* How far from the words the head and the foot of a page stand. */
#define HEAD_DISTANCE 30
#define FOOT_DISTANCE 16

/* How much of the width each of their words may have. */
#define EDGE_SHARE 0.6

typedef struct
{
  KlReportPages *pages;
  KlReport *report;
  const KlReportFonts *fonts;
  KlChartStyle *style;
  double width;
  gboolean right_to_left;
  gboolean linked;
  cairo_t *cr;
} Painting;

static void
paint_rule (const Painting *self,
            double          y)
{
  cairo_set_source_rgb (self->cr, RULE_GRAY, RULE_GRAY, RULE_GRAY);
  cairo_set_line_width (self->cr, RULE_WIDTH);
  cairo_move_to (self->cr, 0, y);
  cairo_line_to (self->cr, self->width, y);
  cairo_stroke (self->cr);
}

static void
paint_chart (const Painting      *self,
             const KlReportBlock *block,
             double               y)
{
  g_autoptr(KlChartPainter) painter = kl_chart_painter_new (block->chart);

  kl_chart_painter_set_style (painter, self->style);
  kl_chart_painter_set_context (painter, kl_report_fonts_get_chart_context (self->fonts));
  kl_chart_painter_set_size (painter, self->width / CHART_SCALE, block->chart_height / CHART_SCALE);
  cairo_save (self->cr);
  cairo_translate (self->cr, 0, y);
  cairo_scale (self->cr, CHART_SCALE, CHART_SCALE);
  kl_chart_painter_paint (painter, self->cr);
  cairo_restore (self->cr);
}

/* As high as a small letter, in the middle of the line beside it. */
static void
paint_bar (const Painting      *self,
           const KlReportBlock *block,
           double               y)
{
  double height = kl_report_block_get_least (block, 1);
  double length = MIN (block->bar, MAX (self->width - block->bar_start, 0));
  double x = self->right_to_left ? self->width - block->bar_start - length : block->bar_start;

  kl_chart_color_set (self->style->hues[block->bar_hue], self->cr);
  cairo_rectangle (self->cr, x, y + (height - BAR_HEIGHT) / 2, length, BAR_HEIGHT);
  cairo_fill (self->cr);
}

static void
paint_whole (const Painting      *self,
             const KlReportBlock *block,
             double               y)
{
  if (block->is_ruled)
    paint_rule (self, y - block->above / 2);
  if (block->chart != NULL)
    paint_chart (self, block, y);
  if (block->bar > 0)
    paint_bar (self, block, y);
}

/* The words of a link are its place: a name of ours has nothing in it that would end the quotes. */
static void
begin_link (const Painting     *self,
            const KlReportCell *cell)
{
  int section = cell->target != NULL ? kl_report_find_section (self->report, cell->target) : -1;
  g_autofree char *attributes = NULL;

  if (section >= 0)
    attributes = g_strdup_printf ("dest='s%d'", section);
  else if (cell->address != NULL)
    {
      g_autofree char *escaped = g_uri_escape_string (cell->address, ":/?#[]@!$&()*+,;=%", FALSE);

      attributes = g_strdup_printf ("uri='%s'", escaped);
    }
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes != NULL ? attributes : "");
}

static gboolean
is_link (const Painting     *self,
         const KlReportCell *cell)
{
  return self->linked
         && (cell->address != NULL
             || (cell->target != NULL && kl_report_find_section (self->report, cell->target) >= 0));
}

static void
paint_page_number (const Painting     *self,
                   const KlReportCell *cell,
                   double              x,
                   double              y)
{
  int section = kl_report_find_section (self->report, cell->target);
  g_autofree char *number
    = section >= 0 ? kl_chart_text_number (kl_report_pages_find (self->pages, (guint) section) + 1) : g_strdup ("");
  KlReportText *text = kl_report_text_new (number, kl_report_text_get_style (cell->text), NULL);

  kl_report_text_set_width (text, self->fonts, kl_report_cell_get_width (cell, self->width));
  kl_report_text_paint_line (text, self->fonts, 0, self->cr, x, y, cell->align);
  kl_report_text_free (text);
}

static void
paint_lines (const Painting      *self,
             const KlReportBlock *block,
             const KlReportPart  *part)
{
  const KlReportCell *cell = kl_report_block_get (block, part->cell);
  double start = kl_report_cell_get_start (cell, self->width);
  double x = self->right_to_left ? self->width - start - kl_report_cell_get_width (cell, self->width) : start;
  double y = part->y;
  gboolean linked = is_link (self, cell);

  if (linked)
    begin_link (self, cell);
  for (guint line = part->first; line < part->first + part->n; line++)
    {
      if (cell->shows_page)
        paint_page_number (self, cell, x, y);
      else
        kl_report_text_paint_line (cell->text, self->fonts, line, self->cr, x, y, cell->align);
      y += kl_report_text_get_height (cell->text, line);
    }
  if (linked)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

static void
paint_section (const Painting      *self,
               const KlReportBlock *block,
               double               y)
{
  int section = kl_report_find_section (self->report, block->section);
  g_autofree char *attributes = g_strdup_printf ("name='s%d' x=0 y=%d", section, (int) floor (y));

  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

static void
paint_part (const Painting     *self,
            const KlReportPart *part)
{
  KlReportBlock *block = kl_report_get_block (self->report, part->block);

  if (part->cell != KL_REPORT_WHOLE)
    {
      paint_lines (self, block, part);
      return;
    }
  if (self->linked && block->section != NULL && !part->is_repeated)
    paint_section (self, block, part->y);
  paint_whole (self, block, part->y);
}

/* One line, shortened where it is too long: what it says stands on the cover. */
static PangoLayout *
lay_out_edge (const Painting *self,
              const char     *words)
{
  int width = (int) (EDGE_SHARE * self->width * PANGO_SCALE);
  PangoLayout *layout
    = kl_report_fonts_lay_out (self->fonts, KL_REPORT_STYLE_CAPTION, self->right_to_left, words, width);

  if (pango_layout_get_line_count (layout) == 1)
    return layout;

  g_object_unref (layout);
  layout = kl_report_fonts_create_layout (self->fonts, KL_REPORT_STYLE_CAPTION, self->right_to_left);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, width);
  pango_layout_set_text (layout, words, -1);
  return layout;
}

static void
paint_edge (const Painting *self,
            const char     *words,
            double          y,
            gboolean        at_end)
{
  PangoLayout *layout = lay_out_edge (self, words);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  double gray = kl_report_style_get_gray (KL_REPORT_STYLE_CAPTION);
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  cairo_set_source_rgb (self->cr, gray, gray, gray);
  cairo_move_to (self->cr, self->right_to_left != at_end ? self->width - (double) logical.width / PANGO_SCALE : 0,
                 y - (double) logical.y / PANGO_SCALE);
  pango_cairo_show_layout_line (self->cr, line);
  g_object_unref (layout);
}

static void
paint_edges (const Painting *self,
             guint           page)
{
  double height = kl_report_pages_get_height (self->pages);
  g_autofree char *date = kl_chart_text_day (kl_report_get_day (self->report), KL_CHART_DATE_FULL);
  g_autofree char *number = kl_chart_text_number (page + 1);
  g_autofree char *total = kl_chart_text_number (kl_report_pages_get_n (self->pages));
  /* Translators: the number of a page, and how many there are */
  g_autofree char *words = g_strdup_printf (_("Page %1$s of %2$s"), number, total);

  paint_edge (self, kl_report_get_title (self->report), -HEAD_DISTANCE, FALSE);
  paint_edge (self, date, height + FOOT_DISTANCE, FALSE);
  paint_edge (self, words, height + FOOT_DISTANCE, TRUE);
  paint_rule (self, -HEAD_DISTANCE + 16);
}

static void
paint (const Painting *self,
       guint           page)
{
  guint n_parts;
  const KlReportPart *parts = kl_report_pages_get_parts (self->pages, page, &n_parts);

  /* The cover says it itself. */
  if (page > 0)
    paint_edges (self, page);
  for (guint i = 0; i < n_parts; i++)
    paint_part (self, &parts[i]);
}

/**
 * kl_report_painter_paint:
 * @pages: a report on pages
 * @page: the index of a page
 * @linked: whether to say where links lead, which only makes sense where all pages go into one file
 * @cr: where to, one unit a point, from the upper left corner of the paper on
 *
 * Paints a page; the paper is left as it is.
 */
void
kl_report_painter_paint (KlReportPages *pages,
                         guint          page,
                         gboolean       linked,
                         cairo_t       *cr)
{
  const KlReportPaper *paper;
  double scale;
  Painting self = { .pages = pages, .linked = linked, .cr = cr };

  g_return_if_fail (KL_IS_REPORT_PAGES (pages));

  paper = kl_report_pages_get_paper (pages);
  scale = kl_report_pages_get_scale (pages);
  self.report = kl_report_pages_get_report (pages);
  self.fonts = kl_report_pages_get_fonts (pages);
  self.style = kl_chart_style_new (FALSE, FALSE);
  self.width = kl_report_pages_get_width (pages);
  self.right_to_left = kl_report_get_right_to_left (self.report);
  self.style->right_to_left = self.right_to_left;

  cairo_save (cr);
  cairo_translate (cr, paper->left, paper->top);
  cairo_scale (cr, scale, scale);
  paint (&self, page);
  cairo_restore (cr);
  kl_chart_style_free (self.style);
}
