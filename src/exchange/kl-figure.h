#pragma once

#include "model/kl-depth.h"

G_BEGIN_DECLS

/**
 * KlFigure:
 * @low: 0–100
 * @high: 0–100, @low for a single number
 * @start: where the figure starts in the text, in bytes
 * @end: one past its last byte, the percent sign included
 *
 * A score that stands in a text.
 */
typedef struct
{
  double low;
  double high;
  gsize  start;
  gsize  end;
} KlFigure;

gboolean kl_figure_find_score      (const char *text,
                                    KlFigure   *figure);
gboolean kl_figure_find_range      (const char *text,
                                    KlFigure   *figure);
gboolean kl_figure_find_bare_range (const char *text,
                                    KlFigure   *figure);
gint64   kl_figure_find_minutes    (const char *text,
                                    gsize      *start,
                                    gsize      *end);
gboolean kl_figure_find_depth_mark (const char *text,
                                    gboolean    leading,
                                    KlDepth    *depth);

G_END_DECLS
