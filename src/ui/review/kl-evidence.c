/* kl-evidence.c: an explanation and what its words speak for, both ways
 *
 * The point or correction that is looked at has its words highlighted; words that are asked for lead to their point,
 * one after the other where there are several.
 */

#include "config.h"

#include "kl-evidence.h"

struct _KlEvidence
{
  GObject parent_instance;

  KlSuggestions *suggestions;
  KlExplanationView *explanation; /* these three live as long as their page */
  KlVerdictList *points;
  KlCorrectionList *corrections;
  gboolean is_asked; /* the person is at the words: they stay where they are */
};

G_DEFINE_FINAL_TYPE (KlEvidence, kl_evidence, G_TYPE_OBJECT)

static void
selected_cb (KlEvidence *self)
{
  const char *point = kl_verdict_list_get_selected (self->points);

  kl_explanation_view_highlight (self->explanation,
                                 point != NULL ? kl_suggestions_peek_places (self->suggestions, point) : NULL,
                                 !self->is_asked);
}

static void
suggestions_cb (KlEvidence *self)
{
  kl_explanation_view_set_places (self->explanation, kl_suggestions_peek_all_places (self->suggestions));
  /* Who is reading, or selecting words, stays where they are. */
  self->is_asked = gtk_widget_has_focus (GTK_WIDGET (self->explanation));
  if (kl_verdict_list_get_selected (self->points) != NULL)
    selected_cb (self);
  self->is_asked = FALSE;
}

static void
go_to_words_cb (KlEvidence *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->explanation));
}

static void
asked_cb (KlEvidence *self,
          int         offset)
{
  const char *point
    = kl_suggestions_find_point (self->suggestions, offset, kl_verdict_list_get_selected (self->points));

  if (point == NULL)
    return;

  self->is_asked = TRUE;
  kl_verdict_list_go_to (self->points, point);
  self->is_asked = FALSE;
}

static void
correction_cb (KlEvidence        *self,
               KlCorrectionCheck *check)
{
  kl_verdict_list_unselect (self->points);
  kl_explanation_view_highlight (self->explanation, kl_correction_check_get_places (check), TRUE);
}

static void
kl_evidence_dispose (GObject *object)
{
  g_clear_object (&KL_EVIDENCE (object)->suggestions);

  G_OBJECT_CLASS (kl_evidence_parent_class)->dispose (object);
}

static void
kl_evidence_class_init (KlEvidenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_evidence_dispose;
}

static void
kl_evidence_init (KlEvidence *self)
{
}

/**
 * kl_evidence_new:
 * @suggestions: what is known of an explanation
 * @explanation: where it is shown
 * @points: its points
 * @corrections: its earlier corrections
 *
 * Returns: (transfer full): what keeps them together, as long as it is held, which is no longer than they are there
 */
KlEvidence *
kl_evidence_new (KlSuggestions     *suggestions,
                 KlExplanationView *explanation,
                 KlVerdictList     *points,
                 KlCorrectionList  *corrections)
{
  KlEvidence *self = g_object_new (KL_TYPE_EVIDENCE, NULL);

  self->suggestions = g_object_ref (suggestions);
  self->explanation = explanation;
  self->points = points;
  self->corrections = corrections;
  g_signal_connect_object (suggestions, "changed", G_CALLBACK (suggestions_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (points, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (points, "show-evidence", G_CALLBACK (go_to_words_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explanation, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (corrections, "selected", G_CALLBACK (correction_cb), self, G_CONNECT_SWAPPED);
  return self;
}
