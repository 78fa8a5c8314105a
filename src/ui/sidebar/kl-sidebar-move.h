#pragma once

#include "model/kl-change.h"
#include "model/kl-plan.h"

G_BEGIN_DECLS

/**
 * KlSidebarStep:
 * @KL_SIDEBAR_STEP_UP: before the one above, of those it stands among
 * @KL_SIDEBAR_STEP_DOWN: after the one below
 * @KL_SIDEBAR_STEP_IN: under the one above, as the last there
 * @KL_SIDEBAR_STEP_OUT: after what it stands under
 *
 * One step in the plan, as the list shows it.
 */
typedef enum
{
  KL_SIDEBAR_STEP_UP,
  KL_SIDEBAR_STEP_DOWN,
  KL_SIDEBAR_STEP_IN,
  KL_SIDEBAR_STEP_OUT,
} KlSidebarStep;

/**
 * KlSidebarSpot:
 * @KL_SIDEBAR_SPOT_BEFORE: before it, under the same parent
 * @KL_SIDEBAR_SPOT_INTO: under it, as the last there
 * @KL_SIDEBAR_SPOT_AFTER: after it and what is under it, under the same parent
 *
 * Where, beside another subject.
 */
typedef enum
{
  KL_SIDEBAR_SPOT_BEFORE,
  KL_SIDEBAR_SPOT_INTO,
  KL_SIDEBAR_SPOT_AFTER,
} KlSidebarSpot;

KlChange *kl_sidebar_move_new_step (KlPlan        *plan,
                                    KlSubject     *subject,
                                    KlSidebarStep  step);
KlChange *kl_sidebar_move_new      (KlPlan        *plan,
                                    KlSubject     *subject,
                                    KlSubject     *target,
                                    KlSidebarSpot  spot);

gboolean  kl_sidebar_move_can_hold (KlPlan        *plan,
                                    KlSubject     *subject);

G_END_DECLS
