#pragma once

#include "model/kl-plan.h"

#include "kl-tables.h"

G_BEGIN_DECLS

/**
 * KlRefresh:
 * @plan_ids: (element-type utf8): plans to read with their lists; the value says whether with standings
 * @subject_ids: (element-type utf8): subjects to read; the value says whether with their lists
 * @preload: whether to read the plan with the id @preload_id too, or the first one if there is none of that id
 * @preload_id: (nullable): which
 * @touched: (nullable): the ids of subjects that a change was about, for whoever follows them besides the models
 * @touched_all: whether anything may have changed
 * @plans: (element-type KlPlan): all plans
 * @records: (element-type KlRecord): the plans and subjects that were asked for and are still there
 * @undo_name: (nullable): what undo would take back
 * @redo_name: (nullable): what redo would do again
 * @revision: the revision that all this is of
 * @n_damaged: rows that are not as they were written
 *
 * A reading of what people look at, in one moment: what is asked for, then what was read.
 */
typedef struct
{
  GHashTable *plan_ids;
  GHashTable *subject_ids;
  gboolean    preload;
  char       *preload_id;
  char      **touched;
  gboolean    touched_all;

  GPtrArray  *plans;
  GPtrArray  *records;
  char       *undo_name;
  char       *redo_name;
  gint64      revision;
  guint       n_damaged;
} KlRefresh;

KlRefresh *kl_refresh_new         (void);
void       kl_refresh_free        (KlRefresh   *self);
void       kl_refresh_ask_plan    (KlRefresh   *self,
                                   const char  *plan_id,
                                   gboolean     with_standings);
void       kl_refresh_ask_subject (KlRefresh   *self,
                                   const char  *subject_id,
                                   gboolean     with_lists);
gboolean   kl_refresh_read        (KlRefresh   *self,
                                   KlDatabase  *database,
                                   KlTables    *tables,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlRefresh, kl_refresh_free)

G_END_DECLS
