#pragma once

#include "kl-call.h"
#include "kl-job.h"
#include "kl-library.h"
#include "kl-models.h"

G_BEGIN_DECLS

/**
 * KlChangeResult:
 * @touched: what to read again
 * @name: (nullable): what was undone or redone
 * @revision: the library's revision afterwards, 0 where that is not known
 */
typedef struct
{
  KlTouched *touched;
  char      *name;
  gint64     revision;
} KlChangeResult;

KlChangeResult *kl_change_result_new       (void);
void            kl_change_result_note      (KlChangeResult      *self,
                                            KlDatabase          *database);
void            kl_change_result_free      (gpointer             self);

/* The parts of the library. */
KlTables       *kl_library_get_tables      (KlLibrary           *self);
KlModels       *kl_library_get_models      (KlLibrary           *self);
KlWorker       *kl_library_get_writer      (KlLibrary           *self);
KlWorker       *kl_library_get_reader      (KlLibrary           *self);
KlRefresh      *kl_library_ask_first       (KlLibrary           *self);

/* What is known of the file. */
void            kl_library_set_read_only   (KlLibrary           *self,
                                            gboolean             read_only);
void            kl_library_set_problem     (KlLibrary           *self,
                                            const char          *problem);
void            kl_library_set_shown       (KlLibrary           *self,
                                            KlRefresh           *refresh);
void            kl_library_begin_change    (KlLibrary           *self);
void            kl_library_end_change      (KlLibrary           *self);
gboolean        kl_library_put_off_look    (KlLibrary           *self);
gint64          kl_library_get_followed    (KlLibrary           *self);
KlRefresh      *kl_library_follow          (KlLibrary           *self,
                                            KlChangeResult      *done);
void            kl_library_watch           (KlLibrary           *self);
void            kl_library_look_for_change (KlLibrary           *self);

/* Reading and writing. */
void            kl_library_run_change      (KlLibrary           *self,
                                            const KlWork        *work,
                                            KlJob               *job,
                                            GTask               *call);
void            kl_library_refresh_async   (KlLibrary           *self,
                                            KlRefresh           *refresh,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
void            kl_library_refresh_finish  (KlLibrary           *self,
                                            GAsyncResult        *result);
void            kl_library_run_refresh     (KlLibrary           *self,
                                            KlRefresh           *refresh,
                                            GTask               *call);
void            kl_library_connect         (KlLibrary           *self,
                                            KlRefresh           *refresh,
                                            GTask               *call);
void            kl_library_reopen_reader   (KlLibrary           *self,
                                            GTask               *call);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlChangeResult, kl_change_result_free)

G_END_DECLS
