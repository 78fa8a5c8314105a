#pragma once

#include "model/kl-study-clock.h"
#include "model/kl-study-session.h"

#include "kl-tables.h"

G_BEGIN_DECLS

gboolean kl_study_writer_save    (KlDatabase      *database,
                                  KlTables        *tables,
                                  KlStudyClock    *clock,
                                  GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_study_writer_discard (KlDatabase      *database,
                                  const char      *subject_id,
                                  GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_study_writer_end     (KlDatabase      *database,
                                  KlStudySession  *session,
                                  GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
