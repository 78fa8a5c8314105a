#pragma once

#include "model/kl-document.h"
#include "model/kl-draft.h"
#include "model/kl-plan.h"

#include "kl-tables.h"

G_BEGIN_DECLS

#define KL_TYPE_PLAN_QUERY (kl_plan_query_get_type ())

G_DECLARE_FINAL_TYPE (KlPlanQuery, kl_plan_query, KL, PLAN_QUERY, GObject)

KlPlanQuery *kl_plan_query_new           (KlDatabase   *database,
                                          KlTables     *tables);
guint        kl_plan_query_get_n_damaged (KlPlanQuery  *self);

GPtrArray   *kl_plan_query_plans         (KlPlanQuery  *self,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
KlRecord    *kl_plan_query_record        (KlPlanQuery  *self,
                                          GType         type,
                                          const char   *id,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
KlPlan      *kl_plan_query_plan          (KlPlanQuery  *self,
                                          const char   *plan_id,
                                          gboolean      with_standings,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
KlPlan      *kl_plan_query_whole_plan    (KlPlanQuery  *self,
                                          const char   *plan_id,
                                          gboolean      with_record,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     kl_plan_query_fill_subject  (KlPlanQuery  *self,
                                          KlSubject    *subject,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
KlSubject   *kl_plan_query_subject       (KlPlanQuery  *self,
                                          const char   *subject_id,
                                          gboolean      with_lists,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *kl_plan_query_owned         (KlPlanQuery  *self,
                                          GType         type,
                                          const char   *owner,
                                          GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
