#pragma once

#include "kl-library.h"
#include "kl-mirror.h"
#include "kl-tables.h"
#include "kl-touched.h"
#include "kl-worker.h"

G_BEGIN_DECLS

/**
 * KlJob:
 * @tables: all tables
 * @path: the library's file
 * @now: the time when the job was given
 * @object: (nullable): what it works on
 * @text: (nullable): what it works with
 * @id: (nullable): the id of what it works on
 * @number: a revision, or a limit
 *
 * What a worker needs to know: a copy, since the library belongs to the main thread.
 */
typedef struct
{
  KlTables  *tables;
  char      *path;
  GDateTime *now;
  GObject   *object;
  char      *text;
  char      *id;
  gint64     number;
} KlJob;

KlJob     *kl_library_new_job       (KlLibrary           *self);
void       kl_job_free              (KlJob               *self);

/**
 * KlChangeResult:
 * @touched: what to read again
 * @name: (nullable): what was undone or redone
 */
typedef struct
{
  KlTouched *touched;
  char      *name;
} KlChangeResult;

KlChangeResult *kl_change_result_new  (void);
void            kl_change_result_free (KlChangeResult *self);

KlWorker  *kl_library_get_writer    (KlLibrary           *self);
KlWorker  *kl_library_get_reader    (KlLibrary           *self);

void       kl_library_run_change    (KlLibrary           *self,
                                     KlWorkerFunc         func,
                                     KlJob               *job,
                                     GTask               *task);
void       kl_library_refresh_async (KlLibrary           *self,
                                     KlTouched           *touched,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void       kl_library_refresh_finish (KlLibrary          *self,
                                      GAsyncResult       *result);
KlTouched *kl_library_touch_all     (KlLibrary           *self);
void       kl_library_reopen_reader (KlLibrary           *self,
                                     GTask               *task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlJob, kl_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlChangeResult, kl_change_result_free)

G_END_DECLS
