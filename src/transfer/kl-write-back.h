#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

/**
 * KlWriteBackFlags:
 * @KL_WRITE_BACK_NONE: the file is written where it is not as the plan is
 * @KL_WRITE_BACK_LOOK: nothing is written: whether the file could be is all that is asked for
 * @KL_WRITE_BACK_IF_CHANGED: what was written already is not looked for again
 */
typedef enum
{
  KL_WRITE_BACK_NONE = 0,
  KL_WRITE_BACK_LOOK = 1 << 0,
  KL_WRITE_BACK_IF_CHANGED = 1 << 1,
} KlWriteBackFlags;

void     kl_write_back_async  (KlLibrary            *library,
                               const char           *plan_id,
                               KlWriteBackFlags      flags,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean kl_write_back_finish (GAsyncResult         *result,
                               gboolean             *wrote,
                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
