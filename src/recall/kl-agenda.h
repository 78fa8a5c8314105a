#pragma once

#include "model/kl-plan.h"
#include "storage/kl-library.h"

#include "kl-dive.h"
#include "kl-duty.h"
#include "kl-forecast.h"
#include "kl-schedules.h"

G_BEGIN_DECLS

#define KL_TYPE_AGENDA (kl_agenda_get_type ())

G_DECLARE_FINAL_TYPE (KlAgenda, kl_agenda, KL, AGENDA, GObject)

KlAgenda         *kl_agenda_for            (KlPlan               *plan);
void              kl_agenda_load_async     (KlAgenda             *self,
                                            KlLibrary            *library,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean          kl_agenda_load_finish    (KlAgenda             *self,
                                            GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          kl_agenda_is_loaded      (KlAgenda             *self);

KlSchedules      *kl_agenda_get_schedules  (KlAgenda             *self);
GHashTable       *kl_agenda_get_needs      (KlAgenda             *self);
gint64            kl_agenda_get_today      (KlAgenda             *self);
guint             kl_agenda_get_n_looked   (KlAgenda             *self);
const KlProspect *kl_agenda_get_prospect   (KlAgenda             *self,
                                            const char           *subject_id);
gboolean          kl_agenda_is_due         (KlAgenda             *self,
                                            KlSubject            *subject);
gboolean          kl_agenda_has_date       (KlAgenda             *self);
char             *kl_agenda_dup_why        (KlAgenda             *self,
                                            const char           *subject_id);
char             *kl_agenda_dup_later      (KlAgenda             *self);
char             *kl_agenda_dup_next       (KlAgenda             *self);
const KlForecast *kl_agenda_get_forecast   (KlAgenda             *self);

GListModel       *kl_agenda_get_duties     (KlAgenda             *self);
GListModel       *kl_agenda_get_unbegun    (KlAgenda             *self);
GListModel       *kl_agenda_get_restudies  (KlAgenda             *self);
GListModel       *kl_agenda_get_dives      (KlAgenda             *self);
GListModel       *kl_agenda_get_drafts     (KlAgenda             *self);
GListModel       *kl_agenda_get_exercises  (KlAgenda             *self);
GListModel       *kl_agenda_get_untried    (KlAgenda             *self);
guint             kl_agenda_get_count      (KlAgenda             *self);

G_END_DECLS
