#pragma once

#include "storage/kl-library.h"

#include "kl-reading-agreement.h"

G_BEGIN_DECLS

#define KL_TYPE_READING_HABIT (kl_reading_habit_get_type ())

G_DECLARE_FINAL_TYPE (KlReadingHabit, kl_reading_habit, KL, READING_HABIT, GObject)

KlReadingHabit *kl_reading_habit_new           (KlLibrary            *library);
KlReadingHabit *kl_reading_habit_for           (KlLibrary            *library);
void            kl_reading_habit_load_async    (KlReadingHabit       *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        kl_reading_habit_load_finish   (KlReadingHabit       *self,
                                                GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

double          kl_reading_habit_get_offset    (KlReadingHabit       *self);
double          kl_reading_habit_get_wanted    (KlReadingHabit       *self);
void            kl_reading_habit_get_agreement (KlReadingHabit       *self,
                                                const char           *plan_id,
                                                const char           *subject_id,
                                                KlReadingAgreement   *agreement);

G_END_DECLS
