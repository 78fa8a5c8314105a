#pragma once

#include "kl-schedules.h"

G_BEGIN_DECLS

/**
 * KlAgendaFacts:
 *
 * What an agenda is made from, out of the library: the schedules of a plan's subjects, and what they need.
 */
#define KL_TYPE_AGENDA_FACTS (kl_agenda_facts_get_type ())

G_DECLARE_FINAL_TYPE (KlAgendaFacts, kl_agenda_facts, KL, AGENDA_FACTS, GObject)

KlAgendaFacts *kl_agenda_facts_new           (KlLibrary            *library,
                                              KlPlan               *plan);
void           kl_agenda_facts_load_async    (KlAgendaFacts        *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean       kl_agenda_facts_load_finish   (KlAgendaFacts        *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
KlSchedules   *kl_agenda_facts_get_schedules (KlAgendaFacts        *self);
GHashTable    *kl_agenda_facts_get_needs     (KlAgendaFacts        *self);

G_END_DECLS
