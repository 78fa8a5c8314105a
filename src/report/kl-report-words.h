#pragma once

#include "kl-report.h"

G_BEGIN_DECLS

KlReportBlock *kl_report_words_add         (KlReport      *report,
                                            const char    *text,
                                            KlReportStyle  style,
                                            double         above);
KlReportBlock *kl_report_words_add_heading (KlReport      *report,
                                            const char    *text,
                                            KlReportStyle  style,
                                            double         above);
void           kl_report_words_add_written (KlReport      *report,
                                            const char    *markdown,
                                            double         start,
                                            double         above);
KlReportBlock *kl_report_words_add_item    (KlReport      *report,
                                            const char    *sign,
                                            const char    *markdown,
                                            double         start,
                                            double         width,
                                            double         above);

G_END_DECLS
