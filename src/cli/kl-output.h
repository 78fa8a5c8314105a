#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlStyle:
 * @KL_STYLE_PLAIN: as it is
 * @KL_STYLE_HEADING: the head of a table or a section
 * @KL_STYLE_FAINT: what matters less, such as an id
 *
 * How a piece of text is set off. Only a terminal shows it; nothing depends on it.
 */
typedef enum
{
  KL_STYLE_PLAIN,
  KL_STYLE_HEADING,
  KL_STYLE_FAINT,
} KlStyle;

typedef struct _KlOutput KlOutput;

KlOutput *kl_output_new          (int           fd);
void      kl_output_free         (KlOutput     *self);

void      kl_output_add          (KlOutput     *self,
                                  KlStyle       style,
                                  const char   *text);
void      kl_output_add_line     (KlOutput     *self,
                                  const char   *text);
void      kl_output_add_format   (KlOutput     *self,
                                  const char   *format,
                                  ...) G_GNUC_PRINTF (2, 3);
void      kl_output_add_indented (KlOutput     *self,
                                  guint         columns,
                                  const char   *text);
void      kl_output_add_raw      (KlOutput     *self,
                                  const char   *text);

gboolean  kl_output_write        (KlOutput     *self,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void      kl_output_complain     (const char   *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlOutput, kl_output_free)

G_END_DECLS
