#pragma once

#include <adwaita.h>

#include "kl-study-timer.h"

G_BEGIN_DECLS

guint kl_study_checklist_fill (AdwPreferencesGroup *group,
                               KlStudyTimer        *timer,
                               GListModel          *items);

G_END_DECLS
