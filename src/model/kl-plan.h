#pragma once

#include "kl-band.h"
#include "kl-record.h"
#include "kl-subject.h"
#include "kl-wish.h"

G_BEGIN_DECLS

#define KL_TYPE_PLAN (kl_plan_get_type ())

G_DECLARE_FINAL_TYPE (KlPlan, kl_plan, KL, PLAN, KlRecord)

const char *kl_plan_get_title       (KlPlan *self);
const char *kl_plan_get_language    (KlPlan *self);
const char *kl_plan_get_notes       (KlPlan *self);
gboolean    kl_plan_get_fuzzes      (KlPlan *self);
const char *kl_plan_get_weights     (KlPlan *self);
const char *kl_plan_get_event_date  (KlPlan *self);
const char *kl_plan_get_event_title (KlPlan *self);
GListModel *kl_plan_get_subjects    (KlPlan *self);
GListModel *kl_plan_get_queue       (KlPlan *self);
GListModel *kl_plan_get_study_kinds (KlPlan *self);
GListModel *kl_plan_get_bands       (KlPlan *self);
GListModel *kl_plan_get_assessments (KlPlan *self);

double      kl_plan_get_wish            (KlPlan     *self,
                                         KlWish      wish);
gboolean    kl_plan_has_impossible_wish (KlPlan     *self,
                                         KlWish      wish,
                                         double     *value);

KlBand     *kl_plan_find_band       (KlPlan     *self,
                                     double      score);
KlSubject  *kl_plan_find_subject    (KlPlan     *self,
                                     const char *id);
KlSubject  *kl_plan_find_topic      (KlPlan     *self,
                                     const char *title);

G_END_DECLS
