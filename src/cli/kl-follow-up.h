#pragma once

#include "kl-invocation.h"

G_BEGIN_DECLS

void kl_follow_up (KlInvocation *invocation);

G_END_DECLS
