#pragma once

#include "model/kl-plan.h"

G_BEGIN_DECLS

#define KL_TYPE_AGENDA (kl_agenda_get_type ())

G_DECLARE_FINAL_TYPE (KlAgenda, kl_agenda, KL, AGENDA, GObject)

KlAgenda   *kl_agenda_for           (KlPlan   *plan);
GListModel *kl_agenda_get_drafts    (KlAgenda *self);
GListModel *kl_agenda_get_recalls   (KlAgenda *self);
GListModel *kl_agenda_get_exercises (KlAgenda *self);
guint       kl_agenda_get_count     (KlAgenda *self);

G_END_DECLS
