#pragma once

#include "model/kl-attempt.h"
#include "model/kl-change.h"
#include "model/kl-draft.h"

#include "kl-tables.h"
#include "kl-touched.h"

G_BEGIN_DECLS

/* Any revision will do, for kl_writer_apply(). */
#define KL_REVISION_ANY (-1)

gboolean kl_writer_apply          (KlDatabase  *database,
                                   KlTables    *tables,
                                   KlChange    *change,
                                   gint64       revision,
                                   GDateTime   *now,
                                   KlTouched   *touched,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_writer_record_attempt (KlDatabase  *database,
                                   KlTables    *tables,
                                   const char  *title,
                                   KlAttempt   *attempt,
                                   GDateTime   *now,
                                   KlTouched   *touched,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_writer_save_draft     (KlDatabase  *database,
                                   KlTables    *tables,
                                   KlDraft     *draft,
                                   gboolean    *is_new,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_writer_discard_draft  (KlDatabase  *database,
                                   const char  *subject_id,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
