#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

#define KL_TYPE_WORKER (kl_worker_get_type ())

G_DECLARE_FINAL_TYPE (KlWorker, kl_worker, KL, WORKER, GObject)

/**
 * KlWorkerFunc:
 * @worker: the worker, in whose thread this runs
 * @data: what was given with the job
 * @error: where to put an error
 *
 * One job.
 *
 * Returns: (nullable): its result, %NULL with @error set where it failed
 */
typedef gpointer (*KlWorkerFunc) (KlWorker  *worker,
                                  gpointer   data,
                                  GError   **error);

/**
 * KlWork:
 * @func: the job; it runs in the worker's thread
 * @free_data: (nullable): frees what it works on
 * @free_result: (nullable): frees the result where nobody takes it
 * @connects: whether it gives the worker its connection, or can do without one
 *
 * A kind of job.
 */
typedef struct
{
  KlWorkerFunc   func;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  gboolean       connects;
} KlWork;

KlWorker   *kl_worker_new            (const char           *name);
void        kl_worker_wait_for       (KlWorker             *self,
                                      KlWorker             *other);
void        kl_worker_take_database  (KlWorker             *self,
                                      KlDatabase           *database);
KlDatabase *kl_worker_get_database   (KlWorker             *self);
void        kl_worker_run_async      (KlWorker             *self,
                                      const KlWork         *work,
                                      gpointer              data,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gpointer    kl_worker_run_finish     (KlWorker             *self,
                                      GAsyncResult         *result,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        kl_worker_stop           (KlWorker             *self);

G_END_DECLS
