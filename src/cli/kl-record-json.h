#pragma once

#include "model/kl-attempt.h"
#include "model/kl-plan.h"
#include "recall/kl-agenda.h"

#include "exchange/kl-json-writer.h"

G_BEGIN_DECLS

GPtrArray *kl_subject_dup_attempts   (KlSubject    *subject);
KlScore    kl_subject_find_score     (KlSubject    *subject);

void       kl_json_add_band          (KlJsonWriter *json,
                                      KlPlan       *plan,
                                      double        score);
void       kl_json_add_plan_members  (KlJsonWriter *json,
                                      KlPlan       *plan);
void       kl_json_add_topic_members (KlJsonWriter *json,
                                      KlPlan       *plan,
                                      KlSubject    *subject,
                                      KlAgenda     *agenda);
void       kl_json_add_attempts      (KlJsonWriter *json,
                                      const char   *name,
                                      KlPlan       *plan,
                                      KlSubject    *subject);
void       kl_json_add_follow_ups    (KlJsonWriter *json,
                                      KlSubject    *subject);

G_END_DECLS
