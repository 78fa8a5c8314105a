/* kl-feedback-field.c: where in the form for feedback a piece of it goes */

#include "config.h"

#include "kl-feedback-field.h"

#include <glib/gi18n.h>

static const KlFeedbackField fields[] = {
  { "nailed", KL_FEEDBACK_NAILED, N_("Nailed") },
  { "needs-work", KL_FEEDBACK_NEEDS_WORK, N_("Needs work") },
  { "corrections", KL_FEEDBACK_CORRECTION, N_("Correction") },
  { "actions", KL_FEEDBACK_ACTION, N_("Action item") },
  { "insight", KL_FEEDBACK_INSIGHT, N_("Key insight") },
  { "quote", KL_FEEDBACK_QUOTE, N_("Quote") },
  { "defended", KL_FEEDBACK_DEFENDED, N_("Defended") },
};

/**
 * kl_feedback_field_get_all:
 * @n_fields: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_fields): the fields, as they stand in the form
 */
const KlFeedbackField *
kl_feedback_field_get_all (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/* The form has no field for these. */
static KlFeedbackKind
get_nearest (KlFeedbackKind kind)
{
  switch (kind)
    {
    case KL_FEEDBACK_REASONING:
    case KL_FEEDBACK_BONUS:
      return KL_FEEDBACK_NAILED;

    case KL_FEEDBACK_REFINEMENT:
    case KL_FEEDBACK_KNOWN_GAP:
      return KL_FEEDBACK_NEEDS_WORK;

    case KL_FEEDBACK_FLOW:
    case KL_FEEDBACK_RESULT:
    case KL_FEEDBACK_SUMMARY:
    case KL_FEEDBACK_NOTE:
      return KL_FEEDBACK_INSIGHT;

    case KL_FEEDBACK_NAILED:
    case KL_FEEDBACK_NEEDS_WORK:
    case KL_FEEDBACK_CORRECTION:
    case KL_FEEDBACK_ACTION:
    case KL_FEEDBACK_INSIGHT:
    case KL_FEEDBACK_QUOTE:
    case KL_FEEDBACK_DEFENDED:
    default:
      return kind;
    }
}

/**
 * kl_feedback_field_find:
 * @kind: a kind of feedback
 * @fits: (out): whether what is of that kind belongs there without a second thought
 *
 * Returns: the index of the field that it would go to
 */
guint
kl_feedback_field_find (KlFeedbackKind  kind,
                        gboolean       *fits)
{
  KlFeedbackKind nearest = get_nearest (kind);

  /* A result, a note or a summary is rarely an insight. */
  *fits = nearest == kind || nearest != KL_FEEDBACK_INSIGHT;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].kind == nearest)
      return i;
  return 0;
}

/**
 * kl_feedback_field_get_property:
 * @kind: a kind of feedback
 *
 * Returns: the property of a #KlDraft that it goes to
 */
const char *
kl_feedback_field_get_property (KlFeedbackKind kind)
{
  gboolean fits;

  return fields[kl_feedback_field_find (kind, &fits)].property;
}

/**
 * kl_feedback_field_dup_line:
 * @item: a piece of feedback
 *
 * Returns: (transfer full): it as the form has it, on one line
 */
char *
kl_feedback_field_dup_line (KlFeedback *item)
{
  const char *text = kl_feedback_get_text (item);
  const char *wrong = kl_feedback_get_wrong (item);
  const char *right = kl_feedback_get_right (item);
  char *line = wrong != NULL && right != NULL ? g_strdup_printf ("%s → %s", wrong, right)
                                              : g_strdup (text != NULL ? text : "");

  g_strdelimit (line, "\r\n", ' ');
  return g_strstrip (line);
}
