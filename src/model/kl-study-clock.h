#pragma once

#include "kl-record.h"
#include "kl-session-kind.h"

G_BEGIN_DECLS

#define KL_TYPE_STUDY_CLOCK (kl_study_clock_get_type ())

G_DECLARE_FINAL_TYPE (KlStudyClock, kl_study_clock, KL, STUDY_CLOCK, KlRecord)

KlSessionKind kl_study_clock_get_kind          (KlStudyClock *self);
gint64        kl_study_clock_get_minutes       (KlStudyClock *self);
const char   *kl_study_clock_get_started       (KlStudyClock *self);
gint64        kl_study_clock_get_seconds       (KlStudyClock *self);
const char   *kl_study_clock_get_running_since (KlStudyClock *self);
const char   *kl_study_clock_get_boot          (KlStudyClock *self);
gint64        kl_study_clock_get_ticks         (KlStudyClock *self);
const char   *kl_study_clock_get_notes         (KlStudyClock *self);
const char   *kl_study_clock_get_ticked        (KlStudyClock *self);
gboolean      kl_study_clock_is_running        (KlStudyClock *self,
                                                const char   *boot);
gint64        kl_study_clock_get_elapsed       (KlStudyClock *self,
                                                const char   *boot,
                                                gint64        ticks);
void          kl_study_clock_go_on             (KlStudyClock *self,
                                                const char   *boot,
                                                gint64        ticks,
                                                const char   *now);
void          kl_study_clock_pause             (KlStudyClock *self,
                                                const char   *boot,
                                                gint64        ticks);
gboolean      kl_study_clock_has_ticked        (KlStudyClock *self,
                                                const char   *id);
void          kl_study_clock_tick              (KlStudyClock *self,
                                                const char   *id,
                                                gboolean      is_ticked);

G_END_DECLS
