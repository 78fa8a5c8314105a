#pragma once

#include <gtk/gtk.h>

#include "recall/kl-agenda.h"

G_BEGIN_DECLS

/**
 * KlSidebarSort:
 * @KL_SIDEBAR_SORT_PLAN: as the plan has them
 * @KL_SIDEBAR_SORT_SCORE: lowest score first, those not assessed last
 * @KL_SIDEBAR_SORT_NAME: by title
 * @KL_SIDEBAR_SORT_DUE: what is due first, those without a day last
 */
typedef enum
{
  KL_SIDEBAR_SORT_PLAN,
  KL_SIDEBAR_SORT_SCORE,
  KL_SIDEBAR_SORT_NAME,
  KL_SIDEBAR_SORT_DUE,
} KlSidebarSort;

/**
 * KlSidebarFilter:
 * @KL_SIDEBAR_FILTER_ALL: every topic
 * @KL_SIDEBAR_FILTER_UNASSESSED: topics without a score, in them or in their parts
 * @KL_SIDEBAR_FILTER_DRAFTS: topics with an explanation that was begun
 * @KL_SIDEBAR_FILTER_DUE: topics that are due, or have a part that is
 */
typedef enum
{
  KL_SIDEBAR_FILTER_ALL,
  KL_SIDEBAR_FILTER_UNASSESSED,
  KL_SIDEBAR_FILTER_DRAFTS,
  KL_SIDEBAR_FILTER_DUE,
} KlSidebarFilter;

#define KL_TYPE_SIDEBAR_MODEL (kl_sidebar_model_get_type ())

G_DECLARE_FINAL_TYPE (KlSidebarModel, kl_sidebar_model, KL, SIDEBAR_MODEL, GObject)

KlSidebarModel *kl_sidebar_model_new       (KlPlan           *plan);
KlAgenda       *kl_sidebar_model_get_agenda (KlSidebarModel *self);
guint           kl_sidebar_model_get_level (KlSidebarModel   *self,
                                            KlSubject        *subject);
void            kl_sidebar_model_set_order (KlSidebarModel   *self,
                                            KlSidebarSort     sort,
                                            KlSidebarFilter   filter);
void            kl_sidebar_model_set_limit (KlSidebarModel   *self,
                                            guint             limit);
guint           kl_sidebar_model_find      (KlSidebarModel   *self,
                                            const char       *action_name,
                                            const char       *subject_id,
                                            GObject         **item);

G_END_DECLS
