#pragma once

#include "kl-study-timer.h"

G_BEGIN_DECLS

#define KL_TYPE_STUDIES (kl_studies_get_type ())

G_DECLARE_FINAL_TYPE (KlStudies, kl_studies, KL, STUDIES, GObject)

KlStudies    *kl_studies_dup         (KlLibrary     *library);
gboolean      kl_studies_get_loaded  (KlStudies     *self);
const char   *kl_studies_get_error   (KlStudies     *self);
KlStudyTimer *kl_studies_find        (KlStudies     *self,
                                      const char    *subject_id);
KlStudyTimer *kl_studies_get_running (KlStudies     *self);
KlStudyTimer *kl_studies_begin       (KlStudies     *self,
                                      KlSubject     *subject,
                                      KlSessionKind  kind,
                                      gint64         minutes);
void          kl_studies_go_on       (KlStudies     *self,
                                      KlStudyTimer  *timer);
void          kl_studies_remove      (KlStudies     *self,
                                      KlStudyTimer  *timer);

G_END_DECLS
