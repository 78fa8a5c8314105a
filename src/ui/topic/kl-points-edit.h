#pragma once

#include "model/kl-change.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"

G_BEGIN_DECLS

KlChange *kl_points_edit_new_remove  (KlSubject *subject,
                                      GPtrArray *points);
KlChange *kl_points_edit_new_depth   (KlSubject *subject,
                                      GPtrArray *points,
                                      KlDepth    depth);
KlChange *kl_points_edit_new_move    (KlSubject *subject,
                                      KlPoint   *point,
                                      int        by);
KlChange *kl_points_edit_new_indent  (KlSubject *subject,
                                      KlPoint   *point);
KlChange *kl_points_edit_new_outdent (KlSubject *subject,
                                      KlPoint   *point);

G_END_DECLS
