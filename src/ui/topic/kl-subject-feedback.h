#pragma once

#include <gtk/gtk.h>

#include "model/kl-subject.h"

G_BEGIN_DECLS

GListModel *kl_subject_feedback_new (KlSubject *subject,
                                     guint      kinds);

G_END_DECLS
