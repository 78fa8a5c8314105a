#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlTextSpan:
 * @start: where it begins, in bytes
 * @end: where it ends, in bytes; after @start
 *
 * A place in a UTF-8 text, at the borders of characters.
 */
typedef struct
{
  gsize start;
  gsize end;
} KlTextSpan;

G_END_DECLS
