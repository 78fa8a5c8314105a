#pragma once

#include "chart/kl-chart-style.h"
#include "chart/kl-chart.h"

#include "kl-report-text.h"

G_BEGIN_DECLS

/**
 * KlReportCell:
 * @text: what stands there
 * @start: how far it stands in, in points, from where the report begins to be read; less than 0: from the other side
 * @width: how wide it is, in points; 0 and less: up to so far before the other side
 * @align: where lines stand
 * @target: (nullable): the name of the section that it leads to
 * @address: (nullable): where a browser goes from here
 * @shows_page: whether the page of that section stands there instead of @text
 */
typedef struct
{
  KlReportText *text;
  double start;
  double width;
  KlReportAlign align;
  char *target;
  char *address;
  gboolean shows_page;
} KlReportCell;

/**
 * KlReportBlock:
 * @cells: (element-type KlReportCell): what stands beside each other; each goes on by itself on the next page
 * @chart: (nullable): instead of them
 * @chart_height: how much room it takes, in points
 * @above: how much room is left free above, except at the top of a page
 * @begins_page: whether nothing stands above it
 * @begins_group: whether what follows, up to the next group, is kept on one page where it can be
 * @keeps_next: whether what follows begins on the same page
 * @is_ruled: whether there is a thin line above it
 * @head: (nullable): what stands above it where it comes first on a page
 * @bar: how long the bar is that stands at @bar_start, in points; 0 for none
 * @bar_hue: its colour
 * @section: (nullable): the name of the section that begins with it
 *
 * What is put on a page as one: a paragraph, a row of a table, a chart.
 */
typedef struct _KlReportBlock KlReportBlock;

struct _KlReportBlock
{
  GArray *cells;
  KlChart *chart;
  double chart_height;
  double above;
  gboolean begins_page;
  gboolean begins_group;
  gboolean keeps_next;
  gboolean is_ruled;
  KlReportBlock *head;
  double bar_start;
  double bar;
  KlChartHue bar_hue;
  char *section;
};

KlReportBlock *kl_report_block_new          (void);
KlReportBlock *kl_report_block_new_chart    (KlChart              *chart,
                                             double                height);
void           kl_report_block_free         (KlReportBlock        *self);
KlReportCell  *kl_report_block_add          (KlReportBlock        *self,
                                             KlReportText         *text,
                                             double                start,
                                             double                width);
KlReportCell  *kl_report_block_get          (const KlReportBlock  *self,
                                             guint                 cell);
double         kl_report_cell_get_start     (const KlReportCell   *self,
                                             double                width);
double         kl_report_cell_get_width     (const KlReportCell   *self,
                                             double                width);
void           kl_report_block_set_width    (KlReportBlock        *self,
                                             const KlReportFonts  *fonts,
                                             double                width);
double         kl_report_block_get_height   (const KlReportBlock  *self);
double         kl_report_block_get_least    (const KlReportBlock  *self,
                                             guint                 n_lines);
void           kl_report_block_forget       (KlReportBlock        *self);

G_END_DECLS
