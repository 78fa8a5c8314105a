#pragma once

#include <gio/gio.h>

#include "kl-correction-side.h"
#include "kl-explanation-reading.h"

G_BEGIN_DECLS

#define KL_TYPE_COACH (kl_coach_get_type ())

G_DECLARE_FINAL_TYPE (KlCoach, kl_coach, KL, COACH, GObject)

KlCoach              *kl_coach_new             (const char           *language);
KlExplanationReading *kl_coach_read            (KlCoach              *self,
                                                const char           *prompt,
                                                const char *const    *points,
                                                gsize                 n_points,
                                                const char           *explanation,
                                                GCancellable         *cancellable,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
double                kl_coach_compare         (KlCoach              *self,
                                                const char           *prompt,
                                                const char *const    *references,
                                                gsize                 n_references,
                                                const char           *answer);
KlCorrectionSide      kl_coach_find_side       (KlCoach              *self,
                                                const char           *wrong,
                                                const char           *right,
                                                const char           *explanation,
                                                KlTextSpan           *evidence);

G_END_DECLS
