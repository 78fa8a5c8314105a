#pragma once

#include "chart/kl-chart.h"

G_BEGIN_DECLS

/**
 * KlChartMemory:
 *
 * What is remembered of the marks of a chart, so that they are known again when it changes.
 */
typedef struct _KlChartMemory KlChartMemory;

KlChartMemory *kl_chart_memory_new        (void);
void           kl_chart_memory_free       (KlChartMemory *self);
void           kl_chart_memory_set_cursor (KlChartMemory *self,
                                           KlChart       *chart,
                                           int            index);
int            kl_chart_memory_get_cursor (KlChartMemory *self);
int            kl_chart_memory_update     (KlChartMemory *self,
                                           KlChart       *chart);
gboolean       kl_chart_memory_is_same    (KlChartMemory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlChartMemory, kl_chart_memory_free)

G_END_DECLS
