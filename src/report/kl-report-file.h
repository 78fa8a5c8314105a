#pragma once

#include "kl-report-pages.h"

G_BEGIN_DECLS

#define KL_REPORT_ERROR (kl_report_error_quark ())

/**
 * KlReportError:
 * @KL_REPORT_ERROR_FORMAT: the file's name does not end in .pdf
 * @KL_REPORT_ERROR_DRAW: painting failed, as for want of memory
 */
typedef enum
{
  KL_REPORT_ERROR_FORMAT,
  KL_REPORT_ERROR_DRAW,
} KlReportError;

GQuark    kl_report_error_quark     (void);
gboolean  kl_report_file_check_name (const char            *path,
                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *kl_report_file_render     (KlReportPages         *pages,
                                     GCancellable          *cancellable,
                                     KlReportProgressFunc   progress,
                                     gpointer               user_data,
                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  kl_report_file_save       (const char            *path,
                                     GBytes                *bytes,
                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
