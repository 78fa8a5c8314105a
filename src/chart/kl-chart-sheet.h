#pragma once

#include <pango/pango.h>

#include "kl-chart-shape.h"
#include "kl-chart-style.h"
#include "kl-chart-view.h"

G_BEGIN_DECLS

#define KL_CHART_SHEET_GAP 6.0
#define KL_CHART_SHEET_MARK_SIZE 9.0

/**
 * KlChartItemKind:
 * @KL_CHART_ITEM_RECTANGLE: filled
 * @KL_CHART_ITEM_LINE: through its points
 * @KL_CHART_ITEM_AREA: filled between its points
 * @KL_CHART_ITEM_SHAPE: a mark with a ring of the background around it
 * @KL_CHART_ITEM_TEXT: laid out
 */
typedef enum
{
  KL_CHART_ITEM_RECTANGLE,
  KL_CHART_ITEM_LINE,
  KL_CHART_ITEM_AREA,
  KL_CHART_ITEM_SHAPE,
  KL_CHART_ITEM_TEXT,
} KlChartItemKind;

/**
 * KlChartItem:
 * @kind: what is painted
 * @mark: the index of the mark that it is a part of, -1 where it is of none
 * @color: in which colour
 * @area: of a rectangle and of text; the centre and the size of a shape
 * @first_point: of a line or an area, in the sheet's points
 * @n_points: of a line or an area
 * @line_width: of a line, in pixels
 * @dash: how long the dashes of a line are and the gaps between them, 0 for a whole line
 * @shape: of a shape
 * @hollow: whether only the outline of a shape is painted
 * @text: of text
 * @inside: whether it is cut off at the edges of the sheet's field
 * @joins: whether it joins @mark with @other_mark, and is highlighted with either of them
 * @other_mark: the index of the other mark that it is a part of
 */
typedef struct
{
  KlChartItemKind   kind;
  int               mark;
  KlChartColor      color;
  cairo_rectangle_t area;
  guint             first_point;
  guint             n_points;
  double            line_width;
  double            dash;
  KlChartShape      shape;
  gboolean          hollow;
  PangoLayout      *text;
  gboolean          inside;
  gboolean          joins;
  int               other_mark;
} KlChartItem;

/**
 * KlChartMarkForm:
 * @KL_CHART_MARK_DOT: a point; its area is the bar of its range, or only the point
 * @KL_CHART_MARK_BOX: a bar or a field of a calendar
 * @KL_CHART_MARK_COLUMN: a strip of the whole height, at one time
 */
typedef enum
{
  KL_CHART_MARK_DOT,
  KL_CHART_MARK_BOX,
  KL_CHART_MARK_COLUMN,
} KlChartMarkForm;

/**
 * KlChartMark:
 * @index: the mark's number in the chart
 * @form: what it looks like
 * @area: what is hit, in pixels
 * @x: its middle, or its point
 * @y: its middle, or its point
 */
typedef struct
{
  int               index;
  KlChartMarkForm   form;
  cairo_rectangle_t area;
  double            x;
  double            y;
} KlChartMark;

/**
 * KlChartText:
 * @text: what it says
 * @x: where it stands
 * @y: where it stands
 * @align_x: which part of it stands at @x: 0 its left edge, 0.5 its middle, 1 its right edge
 * @align_y: which part of it stands at @y, from its top
 * @max_width: where it is cut with an ellipsis, 0 for nowhere
 * @color: in which colour
 * @strong: whether it is a title
 * @within: (nullable): it is moved sideways into this area
 * @size: how large its letters are, in parts of the style's; 0 for as large
 * @n_lines: how many lines it may take up to @max_width, 0 for one
 * @is_placed: whether nothing else can stand there, so that it is not looked for what it would touch
 */
typedef struct
{
  const char              *text;
  double                   x;
  double                   y;
  double                   align_x;
  double                   align_y;
  double                   max_width;
  KlChartColor             color;
  gboolean                 strong;
  const cairo_rectangle_t *within;
  double                   size;
  int                      n_lines;
  gboolean                 is_placed;
} KlChartText;

/**
 * KlChartSheet:
 * @style: its colours, font and direction
 * @context: with the resolution of what it is painted on
 * @view: the part of the chart that is seen
 * @visible: the part of the sheet that is painted: what lies outside of it need not be added
 * @room: what is still free while the chart is laid out: at first the whole sheet, in the end nothing that matters
 * @field: where the marks are; zooming changes only what is in it
 * @plot: what zooming is about: its edges are those of the view; in the field
 * @items: (element-type KlChartItem): all that is painted, from the back to the front
 * @points: (element-type double): of lines and areas, x and y in turn
 * @marks: (element-type KlChartMark): what is hit, in ascending order of their indices
 *
 * Where everything of a chart stands, computed once for a size, then both painted and pointed at: what is hit is what
 * is seen.
 */
typedef struct
{
  KlChartStyle      *style;
  PangoContext      *context;
  KlChartView        view;
  cairo_rectangle_t  visible;
  cairo_rectangle_t  room;
  cairo_rectangle_t  field;
  cairo_rectangle_t  plot;
  GArray            *items;
  GArray            *points;
  GArray            *marks;
} KlChartSheet;

KlChartSheet      *kl_chart_sheet_new           (const KlChartStyle      *style,
                                                 PangoContext            *context,
                                                 double                   width,
                                                 double                   height,
                                                 KlChartView              view);
void               kl_chart_sheet_free          (KlChartSheet            *self);
double             kl_chart_sheet_measure       (const KlChartSheet      *self,
                                                 const char              *text,
                                                 double                  *height);
void               kl_chart_sheet_add_rectangle (KlChartSheet            *self,
                                                 int                      mark,
                                                 const cairo_rectangle_t *area,
                                                 KlChartColor             color);
void               kl_chart_sheet_add_point     (KlChartSheet            *self,
                                                 double                   x,
                                                 double                   y);
KlChartItem       *kl_chart_sheet_end_points    (KlChartSheet            *self,
                                                 KlChartItemKind          kind,
                                                 int                      mark,
                                                 KlChartColor             color);
KlChartItem       *kl_chart_sheet_add_shape     (KlChartSheet            *self,
                                                 int                      mark,
                                                 KlChartShape             shape,
                                                 double                   x,
                                                 double                   y,
                                                 KlChartColor             color);
gboolean           kl_chart_sheet_add_text      (KlChartSheet            *self,
                                                 const KlChartText       *text);
void               kl_chart_sheet_add_mark      (KlChartSheet            *self,
                                                 const KlChartMark       *mark);
const KlChartMark *kl_chart_sheet_get_mark      (const KlChartSheet      *self,
                                                 int                      index);
int                kl_chart_sheet_find_mark     (const KlChartSheet      *self,
                                                 double                   x,
                                                 double                   y);
KlChartColor       kl_chart_sheet_faint         (const KlChartSheet      *self,
                                                 KlChartColor             color,
                                                 double                   opacity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlChartSheet, kl_chart_sheet_free)

G_END_DECLS
