#pragma once

#include <gtk/gtk.h>

#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "storage/kl-library.h"

G_BEGIN_DECLS

KlChange *kl_topic_edit_new_string (KlSubject  *subject,
                                    KlRecord   *record,
                                    const char *field,
                                    const char *value);
KlChange *kl_topic_edit_new_value  (KlSubject  *subject,
                                    KlRecord   *record,
                                    const char *field,
                                    gint64      value);
KlChange *kl_topic_edit_new_child  (KlSubject  *subject,
                                    GType       type,
                                    const char *text);
KlChange *kl_topic_edit_new_delete (KlPlan     *plan,
                                    KlSubject  *subject);

G_END_DECLS
