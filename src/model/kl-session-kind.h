#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlSessionKind:
 * @KL_SESSION_DEEP_DIVE: the whole topic
 * @KL_SESSION_RESTUDY: the points missed last time
 *
 * What was studied in a session.
 */
typedef enum
{
  KL_SESSION_DEEP_DIVE,
  KL_SESSION_RESTUDY,
} KlSessionKind;

#define KL_TYPE_SESSION_KIND (kl_session_kind_get_type ())
GType kl_session_kind_get_type (void);

G_END_DECLS
