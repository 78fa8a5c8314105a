#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlCorrection:
 * @wrong: (nullable): what was said
 * @right: (nullable): what is so
 * @initial: whether it is about a first try
 *
 * The two sides of a correction.
 */
typedef struct
{
  char     *wrong;
  char     *right;
  gboolean  initial;
} KlCorrection;

gboolean kl_correction_read       (const char   *text,
                                   gboolean      expected,
                                   KlCorrection *correction);
gboolean kl_correction_read_pair  (const char   *wrong,
                                   const char   *right,
                                   KlCorrection *correction);
void     kl_correction_clear      (KlCorrection *correction);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KlCorrection, kl_correction_clear)

G_END_DECLS
