#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * KlMapMeasure:
 *
 * How many lines titles need.
 */
typedef struct _KlMapMeasure KlMapMeasure;

KlMapMeasure *kl_map_measure_new         (void);
void          kl_map_measure_free        (KlMapMeasure *self);
guint         kl_map_measure_count_lines (KlMapMeasure *self,
                                          const char   *title,
                                          double        width);
double        kl_map_measure_title_width (guint         depth);

char         *kl_map_measure_dup_shown   (const char   *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlMapMeasure, kl_map_measure_free)

G_END_DECLS
