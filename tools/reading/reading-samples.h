#pragma once

#include "answer.h"
#include "coach/kl-coach.h"

G_BEGIN_DECLS

KlPointFeatures *reading_samples_measure (KlCoach   *coach,
                                          GPtrArray *answers);

G_END_DECLS
