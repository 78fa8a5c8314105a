/* kl-journey.c: the way of a subject: its first explanation beside the latest, and what turned from missed to covered
 *
 * Both are attempts that have a score and were without help, as KlInsightJourney counts them. The subject is chosen
 * from those that have two, what was explained last first.
 */

#include "config.h"

#include "kl-journey.h"

#include <glib/gi18n.h>

#include "recall/kl-attempt-compare.h"
#include "recall/kl-date-text.h"
#include "recall/kl-score-text.h"
#include "ui/edit/kl-section-heading.h"
#include "ui/page/kl-column-layout.h"
#include "ui/page/kl-control-name.h"
#include "ui/page/kl-rich-text.h"

/* One of the two explanations. */
typedef struct
{
  GtkWidget *box;
  GtkButton *heading;
  GtkLabel *text;
} Side;

struct _KlJourney
{
  GtkBox parent_instance;

  KlPage *page; /* on which it is, and which outlives it */
  GArray *journeys; /* of KlInsightJourney */
  GPtrArray *subjects; /* their KlSubject */
  GtkStringList *titles; /* theirs */
  GCancellable *cancellable; /* of the loading of one */
  KlSubject *shown;

  KlSectionHeading *heading;
  GtkDropDown *chooser;
  GtkWidget *sides;
  Side first;
  Side last;
  GtkLabel *turned; /* or why there is nothing to compare */
};

G_DEFINE_FINAL_TYPE (KlJourney, kl_journey, GTK_TYPE_BOX)

static void
side_init (Side *side)
{
  side->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  side->heading = GTK_BUTTON (gtk_button_new ());
  side->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_halign (GTK_WIDGET (side->heading), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (side->heading), "flat");
  gtk_label_set_wrap (side->text, TRUE);
  gtk_label_set_wrap_mode (side->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (side->text, 0);
  gtk_label_set_yalign (side->text, 0);
  gtk_label_set_selectable (side->text, TRUE);
  gtk_widget_add_css_class (side->box, "card");
  gtk_widget_set_margin_start (GTK_WIDGET (side->text), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (side->text), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (side->text), 12);
  gtk_box_append (GTK_BOX (side->box), GTK_WIDGET (side->heading));
  gtk_box_append (GTK_BOX (side->box), GTK_WIDGET (side->text));
}

static void
side_show (Side       *side,
           KlJourney  *self,
           KlAttempt  *attempt,
           const char *which)
{
  const char *explanation = kl_attempt_get_explanation (attempt);
  g_autofree char *date = kl_date_text_format (kl_attempt_get_date (attempt));
  g_autofree char *score = kl_score_text_mark (kl_page_get_plan (self->page), kl_attempt_get_score (attempt));
  g_autofree char *heading = g_strdup_printf ("%s · %s · %s", which, date, score);
  GtkWidget *label = gtk_label_new (heading);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (side->heading, label);
  kl_control_name_set (GTK_WIDGET (side->heading), heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (side->heading), _("Show the Attempt"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (side->heading), "(ss)",
                                    kl_record_get_id (KL_RECORD (self->shown)), kl_record_get_id (KL_RECORD (attempt)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (side->heading), "win.show-attempt");
  kl_rich_text_show (side->text,
                     explanation != NULL && *explanation != '\0' ? explanation : _("No words were recorded."));
}

static const KlInsightJourney *
get_chosen (KlJourney *self)
{
  guint chosen = gtk_drop_down_get_selected (self->chooser);

  return self->journeys != NULL && chosen < self->journeys->len
           ? &g_array_index (self->journeys, KlInsightJourney, chosen)
           : NULL;
}

/* @words: (nullable): what is said instead
 *
 * By GTK 4.8, what reads the screen finds labels that are on something hidden.
 */
static void
hide (KlJourney  *self,
      const char *words)
{
  gtk_widget_set_visible (self->sides, FALSE);
  gtk_label_set_text (self->first.text, "");
  gtk_label_set_text (self->last.text, "");
  gtk_label_set_text (self->turned, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->turned), words != NULL);
}

static void
show (KlJourney *self)
{
  const KlInsightJourney *journey = get_chosen (self);
  KlAttempt *first = journey != NULL ? kl_subject_find_attempt (self->shown, journey->first.number) : NULL;
  KlAttempt *last = journey != NULL ? kl_subject_find_attempt (self->shown, journey->last.number) : NULL;
  g_autofree char *turned = NULL;

  if (first == NULL || last == NULL)
    {
      hide (self, NULL);
      return;
    }

  side_show (&self->first, self, first, _("First"));
  side_show (&self->last, self, last, _("Latest"));
  turned = kl_attempt_compare_to_text (first, last);
  gtk_label_set_text (self->turned, turned != NULL ? turned : "");
  gtk_widget_set_visible (GTK_WIDGET (self->turned), turned != NULL);
  gtk_widget_set_visible (self->sides, TRUE);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlJourney) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_loaded = kl_library_load_subject_finish (KL_LIBRARY (object), result, &error);

  /* Another one was chosen since, or none. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->shown == NULL)
    return;

  gtk_widget_set_size_request (GTK_WIDGET (self), -1, -1);
  if (is_loaded)
    show (self);
  else
    hide (self, error->message);
}

/* The words of the one before go at once, the room that they took when there are others. */
static void
set_shown (KlJourney *self,
           KlSubject *subject)
{
  if (!g_set_object (&self->shown, subject))
    return;

  gtk_widget_set_size_request (GTK_WIDGET (self), -1, subject != NULL ? gtk_widget_get_height (GTK_WIDGET (self)) : -1);
  hide (self, NULL);
}

static void
chosen_cb (KlJourney *self)
{
  guint chosen = gtk_drop_down_get_selected (self->chooser);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  set_shown (self, get_chosen (self) != NULL ? g_ptr_array_index (self->subjects, chosen) : NULL);
  if (self->shown == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  kl_library_load_subject_async (kl_page_get_library (self->page), self->shown, self->cancellable, loaded_cb,
                                 g_object_ref (self));
}

static void
kl_journey_dispose (GObject *object)
{
  KlJourney *self = KL_JOURNEY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->journeys, g_array_unref);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_clear_object (&self->titles);

  G_OBJECT_CLASS (kl_journey_parent_class)->dispose (object);
}

static void
kl_journey_class_init (KlJourneyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_journey_dispose;
}

static void
kl_journey_init (KlJourney *self)
{
  g_autoptr(GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->heading = KL_SECTION_HEADING (kl_section_heading_new (_("First and Latest Explanation")));
  self->titles = gtk_string_list_new (NULL);
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->titles)), NULL));
  gtk_drop_down_set_expression (self->chooser, expression);
  gtk_drop_down_set_enable_search (self->chooser, TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->chooser), GTK_ALIGN_START);
  kl_control_name_set (GTK_WIDGET (self->chooser), _("Topic to compare"));
  side_init (&self->first);
  side_init (&self->last);
  self->sides = kl_column_layout_new_widget (self->first.box, self->last.box);
  self->turned = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->turned, TRUE);
  gtk_label_set_xalign (self->turned, 0);
  hide (self, NULL);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (self), self->sides);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->turned));
  g_signal_connect_swapped (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self);
}

/**
 * kl_journey_new:
 * @page: the page that it will be on
 *
 * Returns: (transfer floating): nobody's journey so far
 */
GtkWidget *
kl_journey_new (KlPage *page)
{
  KlJourney *self = g_object_new (KL_TYPE_JOURNEY, NULL);

  self->page = page;
  return GTK_WIDGET (self);
}

/* Those whose subject is still there, with their titles. */
static char **
take_journeys (KlJourney             *self,
               const KlInsightReport *report,
               const KlInsightTopics *topics)
{
  g_autoptr(GStrvBuilder) titles = g_strv_builder_new ();

  g_clear_pointer (&self->journeys, g_array_unref);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  self->journeys = g_array_new (FALSE, FALSE, sizeof (KlInsightJourney));
  self->subjects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < report->journeys->len; i++)
    {
      const KlInsightJourney *journey = &g_array_index (report->journeys, KlInsightJourney, i);
      KlSubject *subject = kl_insight_topics_get (topics, journey->subject);

      if (subject == NULL)
        continue;
      g_array_append_vals (self->journeys, journey, 1);
      g_ptr_array_add (self->subjects, g_object_ref (subject));
      g_strv_builder_add (titles, kl_insight_topics_get_title (topics, journey->subject));
    }
  return g_strv_builder_end (titles);
}

/* Only what differs is replaced, so that what somebody searches meanwhile in the list is not lost. */
static void
set_titles (KlJourney *self,
            char     **titles)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->titles));
  guint n = g_strv_length (titles);
  guint start = 0, end = 0;
  g_autofree const char **others = NULL;

  while (start < MIN (before, n) && g_str_equal (titles[start], gtk_string_list_get_string (self->titles, start)))
    start++;
  while (end < MIN (before, n) - start
         && g_str_equal (titles[n - end - 1], gtk_string_list_get_string (self->titles, before - end - 1)))
    end++;
  others = g_new0 (const char *, n - end - start + 1);
  for (guint i = start; i < n - end; i++)
    others[i - start] = titles[i];
  gtk_string_list_splice (self->titles, start, before - end - start, others);
}

/**
 * kl_journey_set_report:
 * @self: a journey
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 *
 * Offers the subjects that have a journey; the one that was chosen stays chosen.
 */
void
kl_journey_set_report (KlJourney             *self,
                       const KlInsightReport *report,
                       const KlInsightTopics *topics)
{
  g_autoptr(KlSubject) shown = NULL;
  g_auto(GStrv) titles = NULL;
  guint place = 0;

  g_return_if_fail (KL_IS_JOURNEY (self));

  shown = self->shown != NULL ? g_object_ref (self->shown) : NULL;
  titles = take_journeys (self, report, topics);
  if (shown != NULL && g_ptr_array_find (self->subjects, shown, &place) == FALSE)
    place = 0;

  g_signal_handlers_block_by_func (self->chooser, chosen_cb, self);
  set_titles (self, titles);
  gtk_drop_down_set_selected (self->chooser, self->subjects->len > 0 ? place : GTK_INVALID_LIST_POSITION);
  g_signal_handlers_unblock_by_func (self->chooser, chosen_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), self->subjects->len > 0);
  kl_section_heading_set_description (self->heading,
                                      self->subjects->len > 0
                                        ? NULL
                                        : _("What was explained twice can be compared here, and what changed."));
  chosen_cb (self);
}
