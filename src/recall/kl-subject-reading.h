#pragma once

#include "coach/kl-coach.h"
#include "model/kl-subject.h"
#include "model/kl-verdict-tally.h"

G_BEGIN_DECLS

typedef struct _KlSubjectReading KlSubjectReading;

KlSubjectReading     *kl_subject_reading_new             (KlSubject              *subject,
                                                          const char             *language,
                                                          const char             *explanation);
void                  kl_subject_reading_free            (KlSubjectReading       *self);

gboolean              kl_subject_reading_run             (KlSubjectReading       *self,
                                                          GCancellable           *cancellable,
                                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;

guint                 kl_subject_reading_get_n_points    (const KlSubjectReading *self);
const char           *kl_subject_reading_get_id          (const KlSubjectReading *self,
                                                          guint                   index);
const char           *kl_subject_reading_get_text        (const KlSubjectReading *self,
                                                          guint                   index);
const KlPointReading *kl_subject_reading_get_point       (const KlSubjectReading *self,
                                                          guint                   index);
const GArray         *kl_subject_reading_get_places      (const KlSubjectReading *self,
                                                          guint                   index);
GPtrArray            *kl_subject_reading_get_checks      (const KlSubjectReading *self);
const GArray         *kl_subject_reading_get_all_places  (const KlSubjectReading *self);
const char           *kl_subject_reading_get_explanation (const KlSubjectReading *self);
char                **kl_subject_reading_dup_questions   (const KlSubjectReading *self,
                                                          KlVerdictTally         *given,
                                                          gsize                   max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlSubjectReading, kl_subject_reading_free)

G_END_DECLS
