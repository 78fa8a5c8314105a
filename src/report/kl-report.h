#pragma once

#include "kl-report-block.h"

G_BEGIN_DECLS

/**
 * KlReportSection:
 * @name: its name, which no other one has
 * @title: its heading
 * @level: how far in it stands in the contents, 0 for a chapter
 * @block: (transfer none): what it begins with
 */
typedef struct
{
  char                *name;
  char                *title;
  guint                level;
  const KlReportBlock *block;
} KlReportSection;

#define KL_TYPE_REPORT (kl_report_get_type ())

G_DECLARE_FINAL_TYPE (KlReport, kl_report, KL, REPORT, GObject)

KlReport              *kl_report_new             (const char    *title,
                                                  int            day,
                                                  gboolean       right_to_left);
const char            *kl_report_get_title       (KlReport      *self);
int                    kl_report_get_day         (KlReport      *self);
gboolean               kl_report_get_right_to_left (KlReport    *self);
void                   kl_report_begin_section   (KlReport      *self,
                                                  const char    *name,
                                                  const char    *title,
                                                  guint          level);
KlReportBlock         *kl_report_add             (KlReport      *self,
                                                  KlReportBlock *block);
void                   kl_report_put_contents    (KlReport      *self,
                                                  guint          place,
                                                  const char    *heading);
guint                  kl_report_get_n_blocks    (KlReport      *self);
KlReportBlock         *kl_report_get_block       (KlReport      *self,
                                                  guint          index);
guint                  kl_report_get_n_sections  (KlReport      *self);
const KlReportSection *kl_report_get_section     (KlReport      *self,
                                                  guint          index);
int                    kl_report_find_section    (KlReport      *self,
                                                  const char    *name);

G_END_DECLS
