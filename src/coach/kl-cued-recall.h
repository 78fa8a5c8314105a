#pragma once

#include "kl-coach.h"

G_BEGIN_DECLS

KlExplanationReading *kl_cued_recall_read    (KlCoach               *self,
                                              const char            *prompt,
                                              const char *const     *points,
                                              gsize                  n_points,
                                              const char            *explanation,
                                              GCancellable          *cancellable,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void                  kl_cued_recall_combine (KlExplanationReading  *whole,
                                              KlExplanationReading  *before);

G_END_DECLS
