/* kl-insights-page.c: how it goes on the whole: what follows from all attempts, beside what the person wrote about it
 */

#include "config.h"

#include "kl-insights-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/kl-study-kind.h"
#include "recall/kl-insight-improvements.h"
#include "recall/kl-insight-strengths.h"
#include "recall/kl-insights.h"
#include "ui/page/kl-column-layout.h"
#include "ui/page/kl-keyboard-focus.h"
#include "ui/page/kl-list-group.h"

#include "kl-assessment-list.h"
#include "kl-attempt-target.h"
#include "kl-comparison-card.h"
#include "kl-insight-charts-box.h"
#include "kl-journey.h"
#include "kl-statement-list.h"
#include "kl-study-weeks.h"

struct _KlInsightsPage
{
  KlPage parent_instance;

  KlInsights *insights;

  GtkBox *column;
  GtkWidget *notice;
  GtkImage *notice_icon;
  GtkLabel *notice_title;
  GtkLabel *notice_text;
  GtkButton *notice_button;
  GtkWidget *strengths;
  GtkWidget *improvements;
  GtkWidget *notes[3];
  GtkWidget *charts;
  GtkWidget *comparison;
  GtkWidget *journey;
  GtkWidget *weeks;
  KlListGroup *bands;
  KlListGroup *study_kinds;
};

G_DEFINE_FINAL_TYPE (KlInsightsPage, kl_insights_page, KL_TYPE_PAGE)

#define LIMIT 100

/* What is to be said before all else, and what can be done. */
typedef struct
{
  const char *icon;
  const char *title;
  const char *button;
  const char *action;
} Notice;

static const Notice failure
  = { "emblem-important-symbolic", N_("Your Attempts Could Not Be Read"), N_("_Try Again"), "insights.try-again" };
static const Notice nothing
  = { "view-list-symbolic", N_("Nothing Explained Yet"), N_("Show _Today"), "win.show-today" };

/* Where the band above the lowest one begins: what a plan writes as “<50 %” is below that, not up to it. */
static double
find_end_of_lowest (GListModel *bands,
                    KlBand     *lowest)
{
  double end = NAN;

  for (guint i = 0; i < g_list_model_get_n_items (bands); i++)
    {
      g_autoptr(KlBand) band = g_list_model_get_item (bands, i);
      double low = kl_band_get_low (band);

      if (low < kl_band_get_low (lowest))
        return NAN;
      if (band != lowest && (isnan (end) || low < end))
        end = low;
    }

  return end;
}

static GtkWidget *
create_band_row (gpointer item,
                 gpointer user_data)
{
  g_autofree char *title = NULL;
  const char *emoji = kl_band_get_emoji (item);
  const char *name = kl_band_get_name (item);
  double end;

  end = find_end_of_lowest (kl_plan_get_bands (kl_page_get_plan (user_data)), item);
  if (!isnan (end))
    /* Translators: the lowest band of scores: its emoji, its name, and what its scores are below, in percent. */
    title = g_strdup_printf (_("%s %s (under %.0f %%)"), emoji != NULL ? emoji : "", name, end);
  else
    /* Translators: a band of scores: its emoji, its name, its lower and its upper limit in percent. */
    title = g_strdup_printf (_("%s %s (%.0f–%.0f %%)"), emoji != NULL ? emoji : "", name,
                             kl_band_get_low (item), kl_band_get_high (item));
  return kl_list_group_row (g_strstrip (title), kl_band_get_meaning (item));
}

static GtkWidget *
create_study_kind_row (gpointer item,
                       gpointer user_data)
{
  return kl_list_group_row (kl_study_kind_get_name (item), kl_study_kind_get_meaning (item));
}

/* What cannot be told from what was not explained yet is not shown. */
static void
set_known (KlInsightsPage *self,
           gboolean        is_known)
{
  gtk_widget_set_visible (self->strengths, is_known);
  gtk_widget_set_visible (self->improvements, is_known);
  gtk_widget_set_visible (self->journey, is_known);
}

static void
show_notice (KlInsightsPage *self,
             const Notice   *notice,
             const char     *text)
{
  gtk_image_set_from_icon_name (self->notice_icon, notice->icon);
  gtk_label_set_text (self->notice_title, _(notice->title));
  gtk_label_set_text (self->notice_text, text);
  gtk_button_set_label (self->notice_button, _(notice->button));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->notice_button), notice->action);
  gtk_widget_set_visible (self->notice, TRUE);
}

static void
show_failure (KlInsightsPage *self,
              const GError   *error)
{
  g_autofree char *text = NULL;

  if (kl_insights_get_report (self->insights) != NULL)
    /* Translators: %s is a sentence that says why the attempts could not be read again. */
    text = g_strdup_printf (_("%s What is shown here is from before."), error->message);
  show_notice (self, &failure, text != NULL ? text : error->message);
}

/* The button goes away: what it was about has the focus then. */
static void
hide_notice (KlInsightsPage *self)
{
  /* While it is still there to go on from. */
  if (kl_keyboard_focus_find_child (GTK_WIDGET (self->column)) == self->notice)
    gtk_widget_child_focus (GTK_WIDGET (self->column), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->notice, FALSE);
}

static void
update_notice (KlInsightsPage *self)
{
  const KlInsightReport *report = kl_insights_get_report (self->insights);
  const GError *error = kl_insights_get_error (self->insights);

  if (error != NULL)
    show_failure (self, error);
  else if (report != NULL && report->n_attempts == 0)
    show_notice (self, &nothing,
                 _("What you explain from memory shows here how it goes: what lasts, what is missed, and how sure you "
                   "are."));
  else
    hide_notice (self);
}

static void
update (KlInsightsPage *self)
{
  const KlInsightReport *report = kl_insights_get_report (self->insights);
  g_autoptr(KlInsightTopics) topics = NULL;
  g_autoptr(GPtrArray) strengths = NULL;
  g_autoptr(GPtrArray) improvements = NULL;

  set_known (self, report != NULL);
  if (report == NULL)
    {
      update_notice (self);
      return;
    }

  topics = kl_insight_topics_new (report, kl_page_get_plan (KL_PAGE (self)));
  strengths = kl_insight_strengths_new (report, topics);
  improvements = kl_insight_improvements_new (report, topics);
  kl_statement_list_set (self->strengths, strengths);
  kl_statement_list_set (self->improvements, improvements);
  kl_insight_charts_box_set_report (KL_INSIGHT_CHARTS_BOX (self->charts), report, topics);
  kl_comparison_card_set_report (KL_COMPARISON_CARD (self->comparison), report, topics);
  kl_journey_set_report (KL_JOURNEY (self->journey), report, topics);
  /* What has the keyboard there passes it on to what is shown now. */
  update_notice (self);
}

static void
append (KlInsightsPage  *self,
        GtkWidget      **before,
        GtkWidget       *widget)
{
  gtk_box_insert_child_after (self->column, widget, *before);
  *before = widget;
}

/* What is worked out, and what the person wrote, beside each other. */
static void
add_sentences (KlInsightsPage  *self,
               GtkWidget      **before)
{
  static const char too_little[] = N_("Too little to say anything yet. A few more attempts will do.");

  self->strengths = kl_statement_list_new (_("Strengths"), _(too_little));
  self->improvements = kl_statement_list_new (_("Areas for Improvement"), _(too_little));
  self->notes[0]
    = kl_assessment_list_new (KL_PAGE (self), KL_ASSESSMENT_STRENGTH, _("Strengths That You Noted"));
  self->notes[1]
    = kl_assessment_list_new (KL_PAGE (self), KL_ASSESSMENT_IMPROVEMENT, _("Areas That You Noted"));
  self->notes[2] = kl_assessment_list_new (KL_PAGE (self), KL_ASSESSMENT_NOTE, _("Notes"));
  append (self, before, kl_column_layout_new_widget (self->strengths, self->notes[0]));
  append (self, before, kl_column_layout_new_widget (self->improvements, self->notes[1]));
}

static void
kl_insights_page_constructed (GObject *object)
{
  KlInsightsPage *self = KL_INSIGHTS_PAGE (object);
  KlPlan *plan = kl_page_get_plan (KL_PAGE (self));
  GtkWidget *before = self->notice;

  G_OBJECT_CLASS (kl_insights_page_parent_class)->constructed (object);

  self->insights = kl_insights_new (kl_page_get_library (KL_PAGE (self)), plan);
  self->charts = kl_insight_charts_box_new (KL_PAGE (self));
  self->comparison = kl_comparison_card_new (KL_PAGE (self));
  self->journey = kl_journey_new (KL_PAGE (self));
  add_sentences (self, &before);
  append (self, &before, self->charts);
  append (self, &before, self->comparison);
  append (self, &before, self->journey);
  self->weeks = kl_study_weeks_new (KL_PAGE (self));
  append (self, &before, self->weeks);
  append (self, &before, self->notes[2]);
  set_known (self, FALSE);
  kl_list_group_bind (self->bands, kl_plan_get_bands (plan), LIMIT, create_band_row, self);
  kl_list_group_bind (self->study_kinds, kl_plan_get_study_kinds (plan), LIMIT, create_study_kind_row, NULL);
  g_signal_connect_object (self->insights, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* While it is looked at, it follows the library. */
static void
kl_insights_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kl_insights_page_parent_class)->map (widget);
  kl_insights_set_following (KL_INSIGHTS_PAGE (widget)->insights, TRUE);
}

static void
kl_insights_page_unmap (GtkWidget *widget)
{
  if (KL_INSIGHTS_PAGE (widget)->insights != NULL)
    kl_insights_set_following (KL_INSIGHTS_PAGE (widget)->insights, FALSE);
  GTK_WIDGET_CLASS (kl_insights_page_parent_class)->unmap (widget);
}

static void
kl_insights_page_flush_async (KlPage              *page,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (KL_INSIGHTS_PAGE (page)->notes); i++)
    kl_assessment_list_finish (KL_INSIGHTS_PAGE (page)->notes[i]);
  KL_PAGE_CLASS (kl_insights_page_parent_class)->flush_async (page, cancellable, callback, user_data);
}

static void
try_again_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  kl_insights_refresh (KL_INSIGHTS_PAGE (widget)->insights);
  kl_study_weeks_reload (KL_INSIGHTS_PAGE (widget)->weeks);
}

static void
show_calibration_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  kl_insight_charts_box_show_calibration (KL_INSIGHT_CHARTS_BOX (KL_INSIGHTS_PAGE (widget)->charts));
}

static void
show_attempt_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  kl_attempt_target_follow (KL_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
kl_insights_page_dispose (GObject *object)
{
  KlInsightsPage *self = KL_INSIGHTS_PAGE (object);

  if (self->insights != NULL)
    kl_insights_set_following (self->insights, FALSE);
  g_clear_object (&self->insights);
  gtk_widget_dispose_template (GTK_WIDGET (object), KL_TYPE_INSIGHTS_PAGE);

  G_OBJECT_CLASS (kl_insights_page_parent_class)->dispose (object);
}

static void
kl_insights_page_class_init (KlInsightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kl_insights_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = kl_insights_page_dispose;
  widget_class->map = kl_insights_page_map;
  widget_class->unmap = kl_insights_page_unmap;
  KL_PAGE_CLASS (klass)->flush_async = kl_insights_page_flush_async;

  gtk_widget_class_install_action (widget_class, "insights.try-again", NULL, try_again_cb);
  gtk_widget_class_install_action (widget_class, "insights.show-calibration", NULL, show_calibration_cb);
  gtk_widget_class_install_action (widget_class, "insights.show-attempt", "s", show_attempt_cb);
  g_type_ensure (KL_TYPE_LIST_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/insights/kl-insights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlInsightsPage, column);
  gtk_widget_class_bind_template_child (widget_class, KlInsightsPage, notice);
  gtk_widget_class_bind_template_child (widget_class, KlInsightsPage, notice_icon);
  gtk_widget_class_bind_template_child (widget_class, KlInsightsPage, notice_title);
  gtk_widget_class_bind_template_child (widget_class, KlInsightsPage, notice_text);
  gtk_widget_class_bind_template_child (widget_class, KlInsightsPage, notice_button);
  gtk_widget_class_bind_template_child (widget_class, KlInsightsPage, bands);
  gtk_widget_class_bind_template_child (widget_class, KlInsightsPage, study_kinds);
}

static void
kl_insights_page_init (KlInsightsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kl_insights_page_new:
 * @library: the library
 * @plan: its plan, loaded
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
kl_insights_page_new (KlLibrary *library,
                      KlPlan    *plan)
{
  return g_object_new (KL_TYPE_INSIGHTS_PAGE, "library", library, "plan", plan, NULL);
}
