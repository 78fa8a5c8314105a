#pragma once

#include "kl-report-pages.h"

G_BEGIN_DECLS

void kl_report_painter_paint (KlReportPages *pages,
                              guint          page,
                              gboolean       linked,
                              cairo_t       *cr);

G_END_DECLS
