/* kl-comparison.c: which subjects of a plan are compared, and their scores
 *
 * The plan keeps it, so that what was chosen is there again whenever somebody comes back to it.
 */

#include "config.h"

#include "kl-comparison.h"

#include <glib/gi18n.h>

/* Under which a plan knows its comparison. */
#define COMPARISON_KEY "kl-comparison"
/* More than these are not compared before anybody chose. */
#define MAX_SUGGESTED 5

struct _KlComparison
{
  GObject parent_instance;

  KlLibrary *library; /* a weak pointer, as is that to the plan: they keep it, and not it them */
  KlPlan *plan;
  KlScoreComparison *chart;
  gboolean begun;
  GPtrArray *chosen;  /* of KlSubject */
  GPtrArray *shown;   /* of those, in the order of the lines */
  GPtrArray *deleted; /* of the ids of those that were chosen when they were deleted */
  char *problem;
};

G_DEFINE_FINAL_TYPE (KlComparison, kl_comparison, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed (KlComparison *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
title_cb (KlComparison *self,
          GParamSpec   *pspec,
          KlSubject    *subject)
{
  guint line;

  if (g_ptr_array_find (self->shown, subject, &line))
    kl_score_comparison_set_line_title (self->chart, line, kl_subject_get_title (subject));
}

static void
leave_out (KlComparison *self,
           KlSubject    *subject)
{
  guint line;

  g_signal_handlers_disconnect_by_func (subject, title_cb, self);
  if (g_ptr_array_find (self->shown, subject, &line))
    {
      kl_score_comparison_remove (self->chart, line);
      g_ptr_array_remove_index (self->shown, line);
    }
  g_ptr_array_remove (self->chosen, subject);
}

static void
set_problem (KlComparison *self,
             const char   *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
}

typedef struct
{
  KlComparison *comparison;
  KlSubject *subject;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->comparison);
  g_object_unref (load->subject);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

/* It may have been left out since, or left out and chosen again. */
static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Load) load = user_data;
  g_autoptr(GError) error = NULL;
  KlComparison *self = load->comparison;
  gboolean is_loaded = kl_library_load_subject_finish (KL_LIBRARY (object), result, &error);

  if (!kl_comparison_contains (self, load->subject) || g_ptr_array_find (self->shown, load->subject, NULL))
    return;

  if (is_loaded)
    {
      g_ptr_array_add (self->shown, g_object_ref (load->subject));
      kl_score_comparison_add (self->chart, kl_subject_get_title (load->subject),
                               kl_subject_get_attempts (load->subject));
    }
  else
    {
      leave_out (self, load->subject);
      set_problem (self, error->message);
    }
  changed (self);
}

static void
take_in (KlComparison *self,
         KlSubject    *subject)
{
  Load *load = g_new0 (Load, 1);

  load->comparison = g_object_ref (self);
  load->subject = g_object_ref (subject);
  g_ptr_array_add (self->chosen, g_object_ref (subject));
  g_signal_connect_object (subject, "notify::title", G_CALLBACK (title_cb), self, G_CONNECT_SWAPPED);
  kl_library_load_subject_async (self->library, subject, NULL, loaded_cb, load);
}

static KlSubject *
find_subject (KlComparison *self,
              const char   *id)
{
  return self->plan != NULL ? kl_plan_find_subject (self->plan, id) : NULL;
}

/* Returns whether any was. */
static gboolean
leave_out_deleted (KlComparison *self)
{
  guint n_before = self->chosen->len;

  for (guint i = self->chosen->len; i > 0; i--)
    {
      KlSubject *subject = g_ptr_array_index (self->chosen, i - 1);
      const char *id = kl_record_get_id (KL_RECORD (subject));

      if (find_subject (self, id) == subject)
        continue;
      g_ptr_array_insert (self->deleted, 0, g_strdup (id));
      leave_out (self, subject);
    }
  return self->chosen->len != n_before;
}

/* As far as there is still room. Returns whether any was brought back. */
static gboolean
take_in_restored (KlComparison *self)
{
  guint n_before = self->deleted->len;

  for (guint i = 0; i < self->deleted->len;)
    {
      KlSubject *subject = find_subject (self, g_ptr_array_index (self->deleted, i));

      if (subject == NULL)
        {
          i++;
          continue;
        }
      g_ptr_array_remove_index (self->deleted, i);
      if (self->chosen->len < KL_SCORE_COMPARISON_MAX_LINES && !kl_comparison_contains (self, subject))
        take_in (self, subject);
    }
  return self->deleted->len != n_before;
}

/* What was deleted is not compared until it is there again, as Undo brings it back. */
static void
subjects_cb (KlComparison *self)
{
  gboolean fewer = leave_out_deleted (self);
  gboolean more = take_in_restored (self);

  if (fewer || more)
    changed (self);
}

static void
day_cb (KlComparison *self,
        KlClock      *clock)
{
  g_autoptr(GDateTime) today = kl_clock_get_now (clock);

  kl_score_comparison_set_today (self->chart, today);
}

/* Of many attempts not each is followed. */
static void
touched_cb (KlComparison       *self,
            const char *const  *subject_ids)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (subject_ids == NULL
        || g_strv_contains (subject_ids, kl_record_get_id (g_ptr_array_index (self->shown, i))))
      kl_score_series_refresh (kl_score_comparison_get_series (self->chart, i));
}

static void
kl_comparison_finalize (GObject *object)
{
  KlComparison *self = KL_COMPARISON (object);

  g_clear_weak_pointer (&self->library);
  g_clear_weak_pointer (&self->plan);
  g_object_unref (self->chart);
  g_ptr_array_unref (self->chosen);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->deleted);
  g_free (self->problem);

  G_OBJECT_CLASS (kl_comparison_parent_class)->finalize (object);
}

static void
kl_comparison_class_init (KlComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_comparison_finalize;

  /**
   * KlComparison::changed:
   * @self: a comparison
   *
   * Others are compared, or could not be.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_comparison_init (KlComparison *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->deleted = g_ptr_array_new_with_free_func (g_free);
}

/**
 * kl_comparison_for:
 * @library: the library
 * @plan: its plan, loaded
 *
 * Returns: (transfer none): what is compared in @plan, which keeps it as long as it lives
 */
KlComparison *
kl_comparison_for (KlLibrary *library,
                   KlPlan    *plan)
{
  KlComparison *self = g_object_get_data (G_OBJECT (plan), COMPARISON_KEY);
  KlClock *clock = kl_library_get_clock (library);

  if (self != NULL)
    return self;

  self = g_object_new (KL_TYPE_COMPARISON, NULL);
  g_set_weak_pointer (&self->library, library);
  g_set_weak_pointer (&self->plan, plan);
  self->chart = kl_score_comparison_new (kl_plan_get_bands (plan));
  kl_chart_set_title (KL_CHART (self->chart), _("Scores Compared"));
  day_cb (self, clock);
  g_signal_connect_object (clock, "day-changed", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "touched", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kl_plan_get_subjects (plan), "items-changed", G_CALLBACK (subjects_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (plan), COMPARISON_KEY, self, g_object_unref);
  return self;
}

/**
 * kl_comparison_suggest:
 * @report: how it goes on the whole
 * @topics: the subjects that it is about
 *
 * Returns: (transfer full) (element-type KlSubject): the topics that were explained last, of those that were explained
 *   more than once
 */
GPtrArray *
kl_comparison_suggest (const KlInsightReport *report,
                       const KlInsightTopics *topics)
{
  GPtrArray *suggested = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < report->journeys->len && suggested->len < MAX_SUGGESTED; i++)
    {
      const KlInsightJourney *journey = &g_array_index (report->journeys, KlInsightJourney, i);
      KlSubject *subject = kl_insight_topics_get (topics, journey->subject);

      if (subject != NULL && kl_subject_get_kind (subject) == KL_SUBJECT_TOPIC)
        g_ptr_array_add (suggested, g_object_ref (subject));
    }
  return suggested;
}

/**
 * kl_comparison_begin:
 * @self: a comparison
 * @subjects: (element-type KlSubject): what to compare as long as nobody chose anything, or it was begun before
 */
void
kl_comparison_begin (KlComparison *self,
                     GPtrArray    *subjects)
{
  g_return_if_fail (KL_IS_COMPARISON (self));

  if (self->begun || subjects->len == 0)
    return;

  self->begun = TRUE;
  for (guint i = 0; i < MIN (subjects->len, KL_SCORE_COMPARISON_MAX_LINES); i++)
    take_in (self, g_ptr_array_index (subjects, i));
  changed (self);
}

/**
 * kl_comparison_toggle:
 * @self: a comparison
 * @subject: a subject of the plan
 *
 * Compares it, too, or leaves it out if it is compared already. Its attempts are read in the background.
 *
 * Returns: whether there was room for one more
 */
gboolean
kl_comparison_toggle (KlComparison *self,
                      KlSubject    *subject)
{
  g_return_val_if_fail (KL_IS_COMPARISON (self), FALSE);

  self->begun = TRUE;
  set_problem (self, NULL);
  if (kl_comparison_contains (self, subject))
    leave_out (self, subject);
  else if (self->chosen->len < KL_SCORE_COMPARISON_MAX_LINES)
    take_in (self, subject);
  else
    return FALSE;
  changed (self);
  return TRUE;
}

/**
 * kl_comparison_contains:
 * @self: a comparison
 * @subject: a subject of the plan
 *
 * Returns: whether it is compared
 */
gboolean
kl_comparison_contains (KlComparison *self,
                        KlSubject    *subject)
{
  g_return_val_if_fail (KL_IS_COMPARISON (self), FALSE);

  return g_ptr_array_find (self->chosen, subject, NULL);
}

/**
 * kl_comparison_get_n_chosen:
 * @self: a comparison
 *
 * Returns: how many subjects are compared, read or not
 */
guint
kl_comparison_get_n_chosen (KlComparison *self)
{
  g_return_val_if_fail (KL_IS_COMPARISON (self), 0);

  return self->chosen->len;
}

/**
 * kl_comparison_is_loading:
 * @self: a comparison
 *
 * Returns: whether the attempts at one of them are still to be read
 */
gboolean
kl_comparison_is_loading (KlComparison *self)
{
  g_return_val_if_fail (KL_IS_COMPARISON (self), FALSE);

  return self->shown->len < self->chosen->len;
}

/**
 * kl_comparison_get_chart:
 * @self: a comparison
 *
 * Returns: (transfer none): the scores of those that have been read
 */
KlScoreComparison *
kl_comparison_get_chart (KlComparison *self)
{
  g_return_val_if_fail (KL_IS_COMPARISON (self), NULL);

  return self->chart;
}

/**
 * kl_comparison_get_problem:
 * @self: a comparison
 *
 * Returns: (transfer none) (nullable): why one of them could not be read, until others are chosen
 */
const char *
kl_comparison_get_problem (KlComparison *self)
{
  g_return_val_if_fail (KL_IS_COMPARISON (self), NULL);

  return self->problem;
}

/**
 * kl_comparison_find_subject:
 * @self: a comparison
 * @attempt_id: the target of a mark of the chart
 *
 * Returns: (transfer none) (nullable): whose attempt it is
 */
KlSubject *
kl_comparison_find_subject (KlComparison *self,
                            const char   *attempt_id)
{
  g_return_val_if_fail (KL_IS_COMPARISON (self), NULL);

  for (guint i = 0; i < self->shown->len; i++)
    {
      KlChart *series = KL_CHART (kl_score_comparison_get_series (self->chart, i));

      for (guint j = 0; j < kl_chart_get_n_marks (series); j++)
        if (g_strcmp0 (kl_chart_get_target (series, j), attempt_id) == 0)
          return g_ptr_array_index (self->shown, i);
    }
  return NULL;
}
