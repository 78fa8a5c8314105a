#pragma once

#include <gio/gio.h>

#include "kl-chart-sheet.h"

G_BEGIN_DECLS

#define KL_TYPE_CHART (kl_chart_get_type ())

G_DECLARE_DERIVABLE_TYPE (KlChart, kl_chart, KL, CHART, GObject)

/**
 * KlChartClass:
 * @lay_out: adds everything to the sheet: items from the back to the front, and marks
 * @get_n_marks: how many marks there are; each is a row of the table
 * @dup_mark_text: all that a mark says, in words
 * @dup_name: what kind of chart it is, which is said before the summary; by default its title
 * @dup_summary: the chart in a sentence, for whoever does not see it
 * @get_n_columns: how many columns the table has
 * @get_n_plain_columns: how many it has as machines read it, those last that others do not have; by default as many
 * @dup_heading: a column's heading; sets whether it has numbers
 * @dup_cell: what stands in the table: in words, or plain, as machines read it
 * @get_target: (nullable): the id of what a mark is about; by default there is none
 * @get_latest: the mark that the keyboard begins at; by default the last one
 * @get_stride: how many marks on an arrow key goes, to the right or down, or back where the direction is -1; 0 where
 *   there is no such step. By default 1 to the right
 * @get_row: which marks stand in a row with one: the arrows to the left and to the right stop at its ends, and Home and
 *   End go there; by default all
 * @get_smallest_view: the least part that may be seen; by default all, so that nothing can be zoomed
 * @get_height: how many pixels high it would like to be; by default as the score history
 * @get_width: how many pixels wide a picture of it would like to be
 * @get_place: where a mark stands, 0–1 in all that there is; only for what can be zoomed
 * @dup_snapshot: (nullable): a chart that shows the same for ever; by default %NULL, where it follows what it shows
 *
 * A kind of chart: what it shows, and where.
 */
struct _KlChartClass
{
  GObjectClass parent_class;

  void         (*lay_out)             (KlChart      *self,
                                       KlChartSheet *sheet);
  guint        (*get_n_marks)         (KlChart      *self);
  char        *(*dup_mark_text)       (KlChart      *self,
                                       guint         mark);
  char        *(*dup_name)            (KlChart      *self);
  char        *(*dup_summary)         (KlChart      *self);
  guint        (*get_n_columns)       (KlChart      *self);
  guint        (*get_n_plain_columns) (KlChart      *self);
  char        *(*dup_heading)         (KlChart      *self,
                                       guint         column,
                                       gboolean     *numeric);
  char        *(*dup_cell)            (KlChart      *self,
                                       guint         mark,
                                       guint         column,
                                       gboolean      plain);
  const char  *(*get_target)          (KlChart      *self,
                                       guint         mark);
  guint        (*get_latest)          (KlChart      *self);
  int          (*get_stride)          (KlChart      *self,
                                       guint         mark,
                                       int           direction,
                                       gboolean      down);
  void         (*get_row)             (KlChart      *self,
                                       guint         mark,
                                       guint        *first,
                                       guint        *last);
  double       (*get_smallest_view)   (KlChart      *self);
  int          (*get_height)          (KlChart      *self);
  int          (*get_width)           (KlChart      *self);
  double       (*get_place)           (KlChart      *self,
                                       guint         mark);
  KlChart     *(*dup_snapshot)        (KlChart      *self);
};

void        kl_chart_set_title           (KlChart      *self,
                                          const char   *title);
const char *kl_chart_get_title           (KlChart      *self);
void        kl_chart_changed             (KlChart      *self);
void        kl_chart_lay_out             (KlChart      *self,
                                          KlChartSheet *sheet);
guint       kl_chart_get_n_marks         (KlChart      *self);
char       *kl_chart_dup_mark_text       (KlChart      *self,
                                          guint         mark);
char       *kl_chart_dup_name            (KlChart      *self);
char       *kl_chart_dup_summary         (KlChart      *self);
guint       kl_chart_get_n_columns       (KlChart      *self);
guint       kl_chart_get_n_plain_columns (KlChart      *self);
char       *kl_chart_dup_heading         (KlChart      *self,
                                          guint         column,
                                          gboolean     *numeric);
char       *kl_chart_dup_cell            (KlChart      *self,
                                          guint         mark,
                                          guint         column,
                                          gboolean      plain);
const char *kl_chart_get_target          (KlChart      *self,
                                          guint         mark);
guint       kl_chart_get_latest          (KlChart      *self);
int         kl_chart_get_stride          (KlChart      *self,
                                          guint         mark,
                                          int           direction,
                                          gboolean      down);
void        kl_chart_get_row             (KlChart      *self,
                                          guint         mark,
                                          guint        *first,
                                          guint        *last);
double      kl_chart_get_smallest_view   (KlChart      *self);
int         kl_chart_get_height          (KlChart      *self);
int         kl_chart_get_width           (KlChart      *self);
double      kl_chart_get_place           (KlChart      *self,
                                          guint         mark);
KlChart    *kl_chart_dup_snapshot        (KlChart      *self);

G_END_DECLS
