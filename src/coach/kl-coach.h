#pragma once

#include <gio/gio.h>

#include "kl-correction-side.h"
#include "kl-explanation-reading.h"
#include "kl-point-features.h"
#include "kl-word-net.h"

G_BEGIN_DECLS

#define KL_TYPE_COACH (kl_coach_get_type ())

G_DECLARE_FINAL_TYPE (KlCoach, kl_coach, KL, COACH, GObject)

KlCoach              *kl_coach_new             (const char           *language);
void                  kl_coach_set_word_net    (KlCoach              *self,
                                                KlWordNet            *word_net);
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
void                  kl_coach_measure         (KlCoach              *self,
                                                const char           *prompt,
                                                const char *const    *references,
                                                gsize                 n_references,
                                                const char           *answer,
                                                KlPointFeatures      *features);
KlCorrectionSide      kl_coach_find_side       (KlCoach              *self,
                                                const char           *wrong,
                                                const char           *right,
                                                const char           *explanation,
                                                KlTextSpan           *evidence);

G_END_DECLS
