#pragma once

#include "model/kl-document.h"
#include "model/kl-plan.h"

KlPlan     *random_plan          (GRand  *rand);
KlDocument *random_plan_document (GRand  *rand,
                                  KlPlan *plan);
