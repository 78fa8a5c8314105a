#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlReportPaper:
 * @width: how wide it is, in points
 * @height: how high it is, in points
 * @left: how much of that is margin
 * @right: the same
 * @top: the same; the page's head stands in it
 * @bottom: the same; the page's foot stands in it
 *
 * What a report is put on.
 */
typedef struct
{
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
} KlReportPaper;

KlReportPaper kl_report_paper_new        (double         width,
                                          double         height);
gboolean      kl_report_paper_find       (const char    *name,
                                          KlReportPaper *paper);
KlReportPaper kl_report_paper_for_locale (void);

G_END_DECLS
