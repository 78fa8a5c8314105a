#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlLinkKind:
 * @KL_LINK_PREREQUISITE: it builds on it
 * @KL_LINK_SPANS: the exercise spans it
 *
 * Why a subject names another.
 */
typedef enum
{
  KL_LINK_PREREQUISITE,
  KL_LINK_SPANS,
} KlLinkKind;

#define KL_TYPE_LINK_KIND (kl_link_kind_get_type ())
GType kl_link_kind_get_type (void);

G_END_DECLS
