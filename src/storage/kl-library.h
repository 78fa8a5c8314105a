#pragma once

#include "model/kl-change.h"
#include "model/kl-document.h"
#include "model/kl-draft.h"
#include "model/kl-attempt.h"
#include "model/kl-plan.h"
#include "model/kl-study-clock.h"

#include "kl-action-item.h"
#include "kl-clock.h"
#include "kl-edited-plan.h"
#include "kl-insight-rows.h"
#include "kl-review-rows.h"
#include "kl-search-hit.h"
#include "kl-storage-error.h"
#include "kl-study-week.h"
#include "kl-subject-needs.h"
#include "kl-subject-suggestions.h"

G_BEGIN_DECLS

#define KL_TYPE_LIBRARY (kl_library_get_type ())

G_DECLARE_FINAL_TYPE (KlLibrary, kl_library, KL, LIBRARY, GObject)

KlLibrary  *kl_library_new                   (const char           *path,
                                              KlClock              *clock);
char       *kl_library_dup_default_path      (void);
const char *kl_library_get_path              (KlLibrary            *self);
KlClock    *kl_library_get_clock             (KlLibrary            *self);
gboolean    kl_library_get_read_only         (KlLibrary            *self);
const char *kl_library_get_undo_name         (KlLibrary            *self);
const char *kl_library_get_redo_name         (KlLibrary            *self);

gboolean    kl_library_is_open               (KlLibrary            *self);
gint64      kl_library_get_revision          (KlLibrary            *self);

/* Opening: creates the file if there is none, brings an older one up to date, and fills the list of plans. */
void        kl_library_preload               (KlLibrary            *self,
                                              const char           *plan_id);
gboolean    kl_library_has_loaded            (KlLibrary            *self,
                                              KlRecord             *record);
void        kl_library_open_async            (KlLibrary            *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_open_finish           (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_close_async           (KlLibrary            *self,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_close_finish          (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Models: kept up to date for as long as somebody holds them. */
GListModel *kl_library_get_plans             (KlLibrary            *self);
void        kl_library_load_plan_async       (KlLibrary            *self,
                                              KlPlan               *plan,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_load_plan_finish      (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_load_standings_async  (KlLibrary            *self,
                                              KlPlan               *plan,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_load_standings_finish (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_load_subject_async    (KlLibrary            *self,
                                              KlSubject            *subject,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_load_subject_finish   (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_look_again_async      (KlLibrary            *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_look_again_finish     (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* A whole plan as it is now, detached: for merging an import, and for exports. */
void        kl_library_read_plan_async       (KlLibrary            *self,
                                              const char           *plan_id,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void        kl_library_read_outline_async    (KlLibrary            *self,
                                              const char           *plan_id,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
KlPlan     *kl_library_read_plan_finish      (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              KlDocument          **document,
                                              gint64               *revision,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_find_document_async   (KlLibrary            *self,
                                              const char           *path,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
KlDocument *kl_library_find_document_finish  (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_read_edited_async     (KlLibrary            *self,
                                              const char           *plan_id,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
KlEditedPlan *kl_library_read_edited_finish  (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_read_part_async       (KlLibrary            *self,
                                              KlDocument           *document,
                                              const char           *sources,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
KlPlan     *kl_library_read_part_finish      (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              gint64               *revision,
                                              guint                *n_records,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether what a change adds is new: ids that another library gave may be those of another plan. */
void        kl_library_check_new_async       (KlLibrary            *self,
                                              KlChange             *change,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_check_new_finish      (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Changes: one transaction each; a change that fails changes nothing. */
void        kl_library_apply_async           (KlLibrary            *self,
                                              KlChange             *change,
                                              gint64                revision,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_apply_finish          (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_record_attempt_async  (KlLibrary            *self,
                                              KlSubject            *subject,
                                              KlAttempt            *attempt,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_record_attempt_finish (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_undo_async            (KlLibrary            *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char       *kl_library_undo_finish           (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_redo_async            (KlLibrary            *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char       *kl_library_redo_finish           (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whose turn it is: what subjects build on, their gaps and deep dives, by subject. */
void        kl_library_read_needs_async      (KlLibrary            *self,
                                              const char           *plan_id,
                                              const char *const    *subject_ids,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GHashTable *kl_library_read_needs_finish     (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* How it went with a plan so far. */
void        kl_library_read_insights_async   (KlLibrary            *self,
                                              const char           *plan_id,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
KlInsightRows *kl_library_read_insights_finish (KlLibrary          *self,
                                                GAsyncResult       *result,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* Drafts: one a subject, saved as it is typed, beyond the reach of undo. */
void        kl_library_save_draft_async      (KlLibrary            *self,
                                              KlDraft              *draft,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_save_draft_finish     (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_load_draft_async      (KlLibrary            *self,
                                              KlSubject            *subject,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
KlDraft    *kl_library_load_draft_finish     (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_discard_draft_async   (KlLibrary            *self,
                                              KlSubject            *subject,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_discard_draft_finish  (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Study sessions that are not over: as drafts, without undo. */
void        kl_library_save_study_clock_async     (KlLibrary            *self,
                                                   KlStudyClock         *clock,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean    kl_library_save_study_clock_finish    (KlLibrary            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_discard_study_clock_async  (KlLibrary            *self,
                                                   KlSubject            *subject,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean    kl_library_discard_study_clock_finish (KlLibrary            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_load_study_clocks_async    (KlLibrary            *self,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GPtrArray  *kl_library_load_study_clocks_finish   (KlLibrary            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_load_study_weeks_async     (KlLibrary            *self,
                                                   KlPlan               *plan,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GListModel *kl_library_load_study_weeks_finish    (KlLibrary            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Which plan was imported from a file: its id. */
void        kl_library_find_plan_async       (KlLibrary            *self,
                                              const char           *path,
                                              const char           *title,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char       *kl_library_find_plan_finish      (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* The files of plans, and what KLearn left in them, which is beyond the reach of undo. */
void        kl_library_load_links_async      (KlLibrary            *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GListModel *kl_library_load_links_finish     (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_note_file_async       (KlLibrary            *self,
                                              KlFileState          *state,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_note_file_finish      (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* What attempts brought up to be done, and is not done yet: KlActionItem. */
void        kl_library_load_actions_async    (KlLibrary            *self,
                                              KlPlan               *plan,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GListModel *kl_library_load_actions_finish   (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* When subjects were explained and studied, for the scheduler. */
void        kl_library_read_reviews_async    (KlLibrary            *self,
                                              const char           *plan_id,
                                              const char *const    *subject_ids,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
KlReviewRows *kl_library_read_reviews_finish (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* What was suggested of attempts, and what became of it. */
void        kl_library_read_suggestions_async  (KlLibrary            *self,
                                                const char *const    *subject_ids,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GHashTable *kl_library_read_suggestions_finish (KlLibrary            *self,
                                                GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void        kl_library_search_async          (KlLibrary            *self,
                                              const char           *plan_id,
                                              const char           *words,
                                              guint                 limit,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GListModel *kl_library_search_finish         (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Care: each gives back what it found or did, as sentences for a person. */
void        kl_library_check_async           (KlLibrary            *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char      **kl_library_check_finish          (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_look_after_async      (KlLibrary            *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_look_after_finish     (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_backup_async          (KlLibrary            *self,
                                              const char           *path,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_backup_finish         (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_library_restore_async         (KlLibrary            *self,
                                              const char           *path,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    kl_library_restore_finish        (KlLibrary            *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
