#pragma once

#include <glib.h>

#include "model/kl-feedback-kind.h"

G_BEGIN_DECLS

gboolean kl_feedback_label_read       (const char     *label,
                                       KlFeedbackKind *kind);
gboolean kl_feedback_label_is_journey (const char     *label);
gboolean kl_feedback_label_is_initial (const char     *label);

G_END_DECLS
