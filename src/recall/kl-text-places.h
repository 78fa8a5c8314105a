#pragma once

#include "coach/kl-text-span.h"

G_BEGIN_DECLS

/**
 * KlTextPlace:
 * @start: where it begins, in characters
 * @end: where it ends, in characters; after @start
 *
 * A place in a text, as a text buffer counts.
 */
typedef struct
{
  int start;
  int end;
} KlTextPlace;

GArray  *kl_text_places_new      (const char   *text,
                                  const GArray *spans);
gboolean kl_text_places_contain  (const GArray *places,
                                  int           offset);
void     kl_text_places_add      (GArray       *places,
                                  const GArray *others);

G_END_DECLS
