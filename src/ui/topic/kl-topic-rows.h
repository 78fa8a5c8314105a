#pragma once

#include <adwaita.h>

#include "model/kl-attempt.h"
#include "model/kl-feedback.h"
#include "model/kl-link.h"
#include "model/kl-plan.h"
#include "model/kl-study-session.h"

G_BEGIN_DECLS

GtkWidget *kl_topic_rows_new_attempt (KlPlan     *plan,
                                      KlAttempt  *attempt);
GtkWidget *kl_topic_rows_new_subject (KlPlan     *plan,
                                      KlSubject  *subject);
GtkWidget *kl_topic_rows_new_link    (KlPlan     *plan,
                                      KlLink     *link);
GtkWidget *kl_topic_rows_new_session (KlStudySession *session);

G_END_DECLS
