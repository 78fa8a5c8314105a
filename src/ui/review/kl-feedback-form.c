/* kl-feedback-form.c: what the person says about an explanation, a field a kind */

#include "config.h"

#include "kl-feedback-form.h"

#include "kl-lines-field.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *property; /* of KlDraft */
  const char *label;
  const char *hint;
} Field;

static const Field fields[] = {
  { "nailed", N_("_Nailed"), NULL },
  { "needs-work", N_("Needs _work"), NULL },
  { "corrections", N_("_Corrections"), N_("wrong → right, or wrong -> right") },
  { "actions", N_("_Action items"), NULL },
  { "insight", N_("Key _insight"), NULL },
  { "quote", N_("_Quote"), NULL },
  { "defended", N_("_Defended"), NULL },
};

struct _KlFeedbackForm
{
  GtkBox parent_instance;

  KlLinesField *lines[G_N_ELEMENTS (fields)];
};

G_DEFINE_FINAL_TYPE (KlFeedbackForm, kl_feedback_form, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (KlFeedbackForm *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static KlLinesField *
get_field (KlFeedbackForm *self,
           const char     *property)
{
  guint index = 0;

  while (!g_str_equal (fields[index].property, property))
    index++;
  return self->lines[index];
}

static void
kl_feedback_form_class_init (KlFeedbackFormClass *klass)
{
  /* The person changed it; filling it is silent. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_FEEDBACK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_feedback_form_init (KlFeedbackForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->lines[i] = KL_LINES_FIELD (kl_lines_field_new (_(fields[i].label),
                                                           fields[i].hint != NULL ? _(fields[i].hint) : NULL));
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->lines[i]));
      g_signal_connect_object (self->lines[i], "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
}

/**
 * kl_feedback_form_fill:
 * @self: a form
 * @draft: what was written before
 */
void
kl_feedback_form_fill (KlFeedbackForm *self,
                       KlDraft        *draft)
{
  g_return_if_fail (KL_IS_FEEDBACK_FORM (self));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = NULL;

      g_object_get (draft, fields[i].property, &text, NULL);
      kl_lines_field_set_text (self->lines[i], text);
    }
}

/**
 * kl_feedback_form_store:
 * @self: a form
 * @draft: where to put what is written
 */
void
kl_feedback_form_store (KlFeedbackForm *self,
                        KlDraft        *draft)
{
  g_return_if_fail (KL_IS_FEEDBACK_FORM (self));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = kl_lines_field_dup_text (self->lines[i]);

      g_object_set (draft, fields[i].property, *text != '\0' ? text : NULL, NULL);
    }
}

/**
 * kl_feedback_form_add_correction:
 * @self: a form
 * @wrong: what was said
 * @right: what is right
 *
 * Adds a line to the corrections, as if the person had written it, unless it stands there. The keyboard goes there.
 */
void
kl_feedback_form_add_correction (KlFeedbackForm *self,
                                 const char     *wrong,
                                 const char     *right)
{
  KlLinesField *corrections;
  g_autofree char *line = NULL;

  g_return_if_fail (KL_IS_FEEDBACK_FORM (self));

  corrections = get_field (self, "corrections");
  line = g_strdup_printf ("%s → %s", wrong, right);
  if (kl_lines_field_add_line (corrections, line))
    changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (corrections));
}

/**
 * kl_feedback_form_add_line:
 * @self: a form
 * @property: of a draft, whose field it is
 * @line: what shall be written there
 *
 * Adds a line to a field, as if the person had written it, unless it stands there.
 */
void
kl_feedback_form_add_line (KlFeedbackForm *self,
                           const char     *property,
                           const char     *line)
{
  g_return_if_fail (KL_IS_FEEDBACK_FORM (self));

  if (kl_lines_field_add_line (get_field (self, property), line))
    changed_cb (self);
}
