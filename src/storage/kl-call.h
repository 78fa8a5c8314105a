#pragma once

#include "kl-library.h"
#include "kl-worker.h"

G_BEGIN_DECLS

/* The result of a job that has nothing to give back but that it went well. */
#define KL_CALL_DONE GINT_TO_POINTER (1)

GTask    *kl_call_new       (KlLibrary            *library,
                             gpointer              source_tag,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
void      kl_call_run       (GTask                *call,
                             KlWorker             *worker,
                             const KlWork         *work,
                             gpointer              data);
gpointer  kl_call_take_step (GTask                *call,
                             GObject              *worker,
                             GAsyncResult         *result);
gpointer  kl_call_finish    (KlLibrary            *library,
                             GAsyncResult         *result,
                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
