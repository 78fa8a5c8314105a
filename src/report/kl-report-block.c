/* kl-report-block.c: a paragraph, a row of a table, or a chart */

#include "config.h"

#include "kl-report-block.h"

/* However narrow the paper is. */
#define LEAST_WIDTH 24

static void
clear_cell (gpointer data)
{
  KlReportCell *cell = data;

  kl_report_text_free (cell->text);
  g_free (cell->target);
  g_free (cell->address);
}

/**
 * kl_report_block_new:
 *
 * Returns: (transfer full): a block of which nothing is known yet
 */
KlReportBlock *
kl_report_block_new (void)
{
  KlReportBlock *self = g_new0 (KlReportBlock, 1);

  self->cells = g_array_new (FALSE, TRUE, sizeof (KlReportCell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

/**
 * kl_report_block_new_chart:
 * @chart: (transfer full): a chart
 * @height: how much room it takes, in points
 *
 * Returns: (transfer full): a block that shows it
 */
KlReportBlock *
kl_report_block_new_chart (KlChart *chart,
                           double   height)
{
  KlReportBlock *self = kl_report_block_new ();

  self->chart = chart;
  self->chart_height = height;
  return self;
}

/**
 * kl_report_block_free:
 * @self: (transfer full): a block
 */
void
kl_report_block_free (KlReportBlock *self)
{
  g_array_unref (self->cells);
  g_clear_object (&self->chart);
  g_free (self->section);
  g_free (self);
}

/**
 * kl_report_block_add:
 * @self: a block
 * @text: (transfer full): a paragraph
 * @start: where its column begins, as in #KlReportCell
 * @width: how wide it is, as in #KlReportCell
 *
 * Returns: (transfer none): what it is now, until another one is added
 */
KlReportCell *
kl_report_block_add (KlReportBlock *self,
                     KlReportText  *text,
                     double         start,
                     double         width)
{
  KlReportCell cell = { .text = text, .start = start, .width = width };

  g_array_append_val (self->cells, cell);
  return kl_report_block_get (self, self->cells->len - 1);
}

/**
 * kl_report_block_get:
 * @self: a block
 * @cell: one of its cells
 *
 * Returns: (transfer none): that cell
 */
KlReportCell *
kl_report_block_get (const KlReportBlock *self,
                     guint                cell)
{
  return &g_array_index (self->cells, KlReportCell, cell);
}

/**
 * kl_report_cell_get_start:
 * @self: a cell
 * @width: how wide the page is between its margins
 *
 * Returns: how far it stands in from where the report begins to be read
 */
double
kl_report_cell_get_start (const KlReportCell *self,
                          double              width)
{
  return self->start < 0 ? MAX (width + self->start, 0) : MIN (self->start, MAX (width - LEAST_WIDTH, 0));
}

/**
 * kl_report_cell_get_width:
 * @self: a cell
 * @width: how wide the page is between its margins
 *
 * Returns: how wide its lines may be
 */
double
kl_report_cell_get_width (const KlReportCell *self,
                          double              width)
{
  double start = kl_report_cell_get_start (self, width);

  return MAX (self->width > 0 ? MIN (self->width, width - start) : width - start + self->width, LEAST_WIDTH);
}

/**
 * kl_report_block_set_width:
 * @self: a block
 * @fonts: what it is set with
 * @width: how wide the page is between its margins
 *
 * Breaks its words into lines.
 */
void
kl_report_block_set_width (KlReportBlock       *self,
                           const KlReportFonts *fonts,
                           double               width)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      KlReportCell *cell = kl_report_block_get (self, i);

      kl_report_text_set_width (cell->text, fonts, kl_report_cell_get_width (cell, width));
    }
}

/**
 * kl_report_block_get_least:
 * @self: a block whose width is set
 * @n_lines: a number of lines
 *
 * Returns: how high it is with its first lines only
 */
double
kl_report_block_get_least (const KlReportBlock *self,
                           guint                n_lines)
{
  double highest = self->chart_height;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const KlReportText *text = kl_report_block_get (self, i)->text;
      double height = 0;

      for (guint line = 0; line < MIN (n_lines, kl_report_text_get_n_lines (text)); line++)
        height += kl_report_text_get_height (text, line);
      highest = MAX (highest, height);
    }
  return highest;
}

/**
 * kl_report_block_get_height:
 * @self: a block whose width is set
 *
 * Returns: how high it is
 */
double
kl_report_block_get_height (const KlReportBlock *self)
{
  return kl_report_block_get_least (self, G_MAXUINT);
}

/**
 * kl_report_block_forget:
 * @self: a block
 *
 * Lets go of what can be made again.
 */
void
kl_report_block_forget (KlReportBlock *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    kl_report_text_forget (kl_report_block_get (self, i)->text);
}
