#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_STUDY_WEEK (kl_study_week_get_type ())

G_DECLARE_FINAL_TYPE (KlStudyWeek, kl_study_week, KL, STUDY_WEEK, GObject)

KlStudyWeek *kl_study_week_new         (const char   *monday);
void         kl_study_week_add         (KlStudyWeek  *self,
                                        const char   *title,
                                        gint64        seconds);
const char  *kl_study_week_get_monday  (KlStudyWeek  *self);
gint64       kl_study_week_get_seconds (KlStudyWeek  *self);
guint        kl_study_week_get_n_parts (KlStudyWeek  *self);
const char  *kl_study_week_get_part    (KlStudyWeek  *self,
                                        guint         index,
                                        gint64       *seconds);

G_END_DECLS
