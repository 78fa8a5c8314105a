#pragma once

#include "model/kl-feedback.h"

G_BEGIN_DECLS

/**
 * KlFeedbackField:
 * @property: of a #KlDraft
 * @kind: what is written there
 * @label: for the person, untranslated
 *
 * A field of the form for feedback.
 */
typedef struct
{
  const char     *property;
  KlFeedbackKind  kind;
  const char     *label;
} KlFeedbackField;

const KlFeedbackField *kl_feedback_field_get_all (guint          *n_fields);
guint                  kl_feedback_field_find    (KlFeedbackKind  kind,
                                                  gboolean       *fits);
const char            *kl_feedback_field_get_property (KlFeedbackKind kind);
char                  *kl_feedback_field_dup_line (KlFeedback    *item);

G_END_DECLS
