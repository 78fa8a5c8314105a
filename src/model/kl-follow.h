#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlFollow:
 * @KL_FOLLOW_NOT: it was imported and that is all
 * @KL_FOLLOW_REQUEST: it is written back when the person asks for it
 * @KL_FOLLOW_CHANGES: it is written back as the plan changes
 *
 * Whether the file that a plan came from is linked to it.
 */
typedef enum
{
  KL_FOLLOW_NOT,
  KL_FOLLOW_REQUEST,
  KL_FOLLOW_CHANGES,
} KlFollow;

#define KL_TYPE_FOLLOW (kl_follow_get_type ())
GType kl_follow_get_type (void);

G_END_DECLS
