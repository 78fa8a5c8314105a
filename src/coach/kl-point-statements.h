#pragma once

#include "kl-point-origin.h"

G_BEGIN_DECLS

GPtrArray *kl_point_statements_new (const char    *text,
                                    KlPointOrigin  origin);

G_END_DECLS
