#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

typedef struct _KlRestoring KlRestoring;

KlRestoring *kl_restoring_new       (const char   *backup,
                                     const char   *library,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     kl_restoring_carry_out (KlRestoring  *self,
                                     KlDatabase   *database,
                                     gint64        revision,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void         kl_restoring_free      (KlRestoring  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlRestoring, kl_restoring_free)

G_END_DECLS
