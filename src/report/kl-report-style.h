#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * KlReportStyle:
 * @KL_REPORT_STYLE_TITLE: what the report is of
 * @KL_REPORT_STYLE_CHAPTER: the heading of a chapter
 * @KL_REPORT_STYLE_TOPIC: the heading of a topic
 * @KL_REPORT_STYLE_HEADING: the heading of a part of either
 * @KL_REPORT_STYLE_STRONG: words that are told apart from others
 * @KL_REPORT_STYLE_BODY: all other words
 * @KL_REPORT_STYLE_CAPTION: words that stand back
 * @KL_REPORT_STYLE_FIGURE: a number that stands for itself
 *
 * How words are set.
 */
typedef enum
{
  KL_REPORT_STYLE_TITLE,
  KL_REPORT_STYLE_CHAPTER,
  KL_REPORT_STYLE_TOPIC,
  KL_REPORT_STYLE_HEADING,
  KL_REPORT_STYLE_STRONG,
  KL_REPORT_STYLE_BODY,
  KL_REPORT_STYLE_CAPTION,
  KL_REPORT_STYLE_FIGURE,
} KlReportStyle;

/**
 * KlReportFonts:
 *
 * What words are set with: the fonts of all styles, and which way the report reads.
 */
typedef struct _KlReportFonts KlReportFonts;

KlReportFonts *kl_report_fonts_new               (gboolean              right_to_left);
void           kl_report_fonts_free              (KlReportFonts        *self);
gboolean       kl_report_fonts_find_right_to_left (void);
gboolean       kl_report_fonts_get_right_to_left (const KlReportFonts  *self);
gboolean       kl_report_fonts_reads_from_right  (const KlReportFonts  *self,
                                                  const char           *text);
PangoContext  *kl_report_fonts_get_context       (const KlReportFonts  *self,
                                                  gboolean              right_to_left);
PangoContext  *kl_report_fonts_get_chart_context (const KlReportFonts  *self);
PangoLayout   *kl_report_fonts_lay_out           (const KlReportFonts  *self,
                                                  KlReportStyle         style,
                                                  gboolean              right_to_left,
                                                  const char           *text,
                                                  int                   width);
PangoLayout   *kl_report_fonts_create_layout     (const KlReportFonts  *self,
                                                  KlReportStyle         style,
                                                  gboolean              right_to_left);
double         kl_report_style_get_gray          (KlReportStyle         self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlReportFonts, kl_report_fonts_free)

G_END_DECLS
