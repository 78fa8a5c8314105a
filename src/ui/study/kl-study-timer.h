#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_STUDY_TIMER (kl_study_timer_get_type ())

G_DECLARE_FINAL_TYPE (KlStudyTimer, kl_study_timer, KL, STUDY_TIMER, GObject)

KlStudyTimer *kl_study_timer_new          (KlLibrary            *library,
                                           KlStudyClock         *clock);
KlStudyClock *kl_study_timer_get_clock    (KlStudyTimer         *self);
const char   *kl_study_timer_get_subject  (KlStudyTimer         *self);
const char   *kl_study_timer_get_error    (KlStudyTimer         *self);
gboolean      kl_study_timer_get_running  (KlStudyTimer         *self);
gint64        kl_study_timer_get_seconds  (KlStudyTimer         *self);
void          kl_study_timer_go_on        (KlStudyTimer         *self);
void          kl_study_timer_pause        (KlStudyTimer         *self);
void          kl_study_timer_touch        (KlStudyTimer         *self);
void          kl_study_timer_set_ended    (KlStudyTimer         *self,
                                           gboolean              has_ended);
void          kl_study_timer_flush_async  (KlStudyTimer         *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean      kl_study_timer_flush_finish (KlStudyTimer         *self,
                                           GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
