#pragma once

#include <cairo.h>

#include "kl-report-style.h"

G_BEGIN_DECLS

/**
 * KlReportAlign:
 * @KL_REPORT_ALIGN_START: where the report begins to be read
 * @KL_REPORT_ALIGN_END: at the other side
 * @KL_REPORT_ALIGN_CENTER: in the middle
 * @KL_REPORT_ALIGN_OWN: where the words themselves begin to be read
 *
 * Where lines stand in their column.
 */
typedef enum
{
  KL_REPORT_ALIGN_START,
  KL_REPORT_ALIGN_END,
  KL_REPORT_ALIGN_CENTER,
  KL_REPORT_ALIGN_OWN,
} KlReportAlign;

/**
 * KlReportText:
 *
 * A paragraph, which becomes lines once it is known how wide they may be.
 */
typedef struct _KlReportText KlReportText;

KlReportText *kl_report_text_new         (const char           *text,
                                          KlReportStyle         style,
                                          PangoAttrList        *attributes);
void          kl_report_text_free        (KlReportText         *self);
const char   *kl_report_text_get_text    (const KlReportText   *self);
KlReportStyle kl_report_text_get_style   (const KlReportText   *self);
void          kl_report_text_set_width   (KlReportText         *self,
                                          const KlReportFonts  *fonts,
                                          double                width);
guint         kl_report_text_get_n_lines (const KlReportText   *self);
double        kl_report_text_get_height  (const KlReportText   *self,
                                          guint                 line);
gsize         kl_report_text_find_start  (KlReportText         *self,
                                          const KlReportFonts  *fonts,
                                          guint                 line);
void          kl_report_text_forget      (KlReportText         *self);
void          kl_report_text_paint_line  (KlReportText         *self,
                                          const KlReportFonts  *fonts,
                                          guint                 line,
                                          cairo_t              *cr,
                                          double                x,
                                          double                y,
                                          KlReportAlign         align);

G_END_DECLS
