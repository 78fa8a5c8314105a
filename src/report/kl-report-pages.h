#pragma once

#include <gio/gio.h>

#include "kl-report-paper.h"
#include "kl-report.h"

G_BEGIN_DECLS

/* A whole block, not one of its cells. */
#define KL_REPORT_WHOLE G_MAXUINT

/**
 * KlReportPart:
 * @block: the index of a block
 * @cell: the index of one of its cells, or %KL_REPORT_WHOLE: its chart, its bar, its line
 * @first: the first line of it that stands there
 * @n: how many lines
 * @y: where that begins, in points from the top margin
 * @is_repeated: whether it stood on an earlier page already: the head of a table
 *
 * What of a block stands on a page.
 */
typedef struct
{
  guint    block;
  guint    cell;
  guint    first;
  guint    n;
  double   y;
  gboolean is_repeated;
} KlReportPart;

/**
 * KlReportProgressFunc:
 * @done: how much is done, 0–1
 * @user_data: data
 *
 * Is told how far it is.
 */
typedef void (*KlReportProgressFunc) (double   done,
                                      gpointer user_data);

#define KL_TYPE_REPORT_PAGES (kl_report_pages_get_type ())

G_DECLARE_FINAL_TYPE (KlReportPages, kl_report_pages, KL, REPORT_PAGES, GObject)

KlReportPages       *kl_report_pages_new           (KlReport              *report,
                                                    const KlReportPaper   *paper,
                                                    GCancellable          *cancellable,
                                                    KlReportProgressFunc   progress,
                                                    gpointer               user_data);
KlReport            *kl_report_pages_get_report    (KlReportPages         *self);
const KlReportPaper *kl_report_pages_get_paper     (KlReportPages         *self);
const KlReportFonts *kl_report_pages_get_fonts     (KlReportPages         *self);
double               kl_report_pages_get_scale     (KlReportPages         *self);
double               kl_report_pages_get_width     (KlReportPages         *self);
double               kl_report_pages_get_height    (KlReportPages         *self);
guint                kl_report_pages_get_n         (KlReportPages         *self);
const KlReportPart  *kl_report_pages_get_parts     (KlReportPages         *self,
                                                    guint                  page,
                                                    guint                 *n_parts);
guint                kl_report_pages_find          (KlReportPages         *self,
                                                    guint                  section);

G_END_DECLS
