#pragma once

#include <gtk/gtk.h>

#include "report/kl-report.h"
#include "storage/kl-library.h"

G_BEGIN_DECLS

GtkPrintOperation *kl_report_printer_new_operation (KlReport  *report);
void               kl_report_printer_print         (GtkWindow *window,
                                                    KlLibrary *library,
                                                    KlPlan    *plan);

G_END_DECLS
