#pragma once

#include <gio/gio.h>

#include "kl-point-origin.h"

G_BEGIN_DECLS

/* No more points are suggested at once: who explains a topic has no more in mind. */
#define KL_POINT_SUGGESTIONS_MAX 24

/**
 * KlPointSource:
 * @origin: what it is
 * @text: a paragraph of it on one line, without markup
 *
 * Something that key points can be found in.
 */
typedef struct
{
  KlPointOrigin  origin;
  const char    *text;
} KlPointSource;

/**
 * KlPointSuggestion:
 * @text: the words of a point, as they stand in its source
 * @source: the index of that
 *
 * A candidate for a key point.
 */
typedef struct
{
  char  *text;
  guint  source;
} KlPointSuggestion;

GArray *kl_point_suggestions_find (const char           *language,
                                   const char           *title,
                                   const char *const    *known,
                                   const KlPointSource  *sources,
                                   gsize                 n_sources,
                                   GCancellable         *cancellable,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
