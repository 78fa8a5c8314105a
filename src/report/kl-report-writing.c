/* kl-report-writing.c: a report of a plan, written part by part */

#include "config.h"

#include "kl-report-writing.h"

#include <glib/gi18n.h>

#include "chart/kl-chart-bands.h"
#include "model/kl-attempt.h"

#include "kl-report-words.h"

/* A chain of parents that bites its own tail must not go on forever. */
#define DEEPEST 12

static int
compare_attempts (gconstpointer a,
                  gconstpointer b)
{
  return kl_attempt_compare (*(KlAttempt *const *) a, *(KlAttempt *const *) b);
}

/**
 * kl_report_writing_sort_attempts:
 * @subject: a subject with its attempts
 *
 * Returns: (transfer full) (element-type KlAttempt): its attempts, oldest first
 */
GPtrArray *
kl_report_writing_sort_attempts (KlSubject *subject)
{
  GListModel *list = kl_subject_get_attempts (subject);
  GPtrArray *attempts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (attempts, g_list_model_get_item (list, i));
  g_ptr_array_sort (attempts, compare_attempts);
  return attempts;
}

/**
 * kl_report_writing_find_score:
 * @attempts: (element-type KlAttempt): the attempts of a subject, oldest first
 *
 * Returns: the score that counts: that of the last one that has any
 */
KlScore
kl_report_writing_find_score (GPtrArray *attempts)
{
  for (guint i = attempts->len; i > 0; i--)
    {
      KlScore score = kl_attempt_get_score (g_ptr_array_index (attempts, i - 1));

      if (kl_score_is_set (score))
        return score;
    }
  return KL_SCORE_NONE;
}

/**
 * kl_report_writing_dup_title:
 * @subject: a subject
 *
 * Returns: (transfer full): what it is called, in one line
 */
char *
kl_report_writing_dup_title (KlSubject *subject)
{
  const char *title = kl_subject_get_title (subject);

  return g_strdelimit (g_strdup (title != NULL && *title != '\0' ? title : _("Without a Title")), "\n\r", ' ');
}

/**
 * kl_report_writing_find:
 * @self: a report
 * @subject_id: (nullable): the id of a subject
 *
 * Returns: (transfer none) (nullable): the subject
 */
KlSubject *
kl_report_writing_find (KlReportWriting *self,
                        const char      *subject_id)
{
  return subject_id != NULL ? g_hash_table_lookup (self->subjects, subject_id) : NULL;
}

/**
 * kl_report_writing_get_level:
 * @self: a report
 * @subject: a subject
 *
 * Returns: how many others it is part of
 */
guint
kl_report_writing_get_level (KlReportWriting *self,
                             KlSubject       *subject)
{
  guint level = 0;

  for (; level < DEEPEST && subject != NULL && kl_subject_get_parent (subject) != NULL; level++)
    subject = kl_report_writing_find (self, kl_subject_get_parent (subject));
  return level;
}

static gboolean
has_any (GListModel *list)
{
  return g_list_model_get_n_items (list) > 0;
}

/**
 * kl_report_writing_has_page:
 * @subject: a subject with everything
 *
 * Returns: whether there is more to say of it than what the table of all of them says
 */
gboolean
kl_report_writing_has_page (KlSubject *subject)
{
  const char *notes = kl_subject_get_notes (subject);

  return has_any (kl_subject_get_points (subject)) || has_any (kl_subject_get_gaps (subject))
         || has_any (kl_subject_get_attempts (subject)) || (notes != NULL && *notes != '\0');
}

/**
 * kl_report_writing_add_notes:
 * @self: a report
 *
 * Adds what the person wrote about the plan and about how it goes.
 */
void
kl_report_writing_add_notes (KlReportWriting *self)
{
  const char *notes = kl_plan_get_notes (self->facts->plan);
  KlReportBlock *heading;

  if (notes == NULL || *notes == '\0')
    return;

  kl_report_begin_section (self->report, "notes", _("Notes on the Plan"), 0);
  heading = kl_report_words_add_heading (self->report, _("Notes on the Plan"), KL_REPORT_STYLE_CHAPTER, 0);
  heading->begins_page = TRUE;
  kl_report_words_add_written (self->report, notes, 0, 12);
}

static GHashTable *
index_subjects (KlPlan *plan)
{
  GListModel *list = kl_plan_get_subjects (plan);
  GHashTable *subjects = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      KlSubject *subject = g_list_model_get_item (list, i);

      g_hash_table_replace (subjects, (gpointer) (guintptr) kl_record_get_id (KL_RECORD (subject)), subject);
    }
  return subjects;
}

/**
 * kl_report_writing_run:
 * @facts: what it is written from; its rows are taken
 * @right_to_left: whether the person reads from the right
 * @cancellable: (nullable): stops it; what is then returned is not whole
 *
 * Returns: (transfer full): the report of the plan
 */
KlReport *
kl_report_writing_run (KlReportFacts *facts,
                       gboolean       right_to_left,
                       GCancellable  *cancellable)
{
  const char *title = kl_plan_get_title (facts->plan);
  KlReport *report = kl_report_new (title != NULL && *title != '\0' ? title : _("Plan"),
                                    (int) CLAMP (facts->due.today, 1, G_MAXINT32), right_to_left);
  g_autoptr(KlInsightReport) insights
    = kl_insight_report_new (g_steal_pointer (&facts->rows), &facts->setting, cancellable);
  g_autoptr(KlInsightTopics) topics = kl_insight_topics_new (insights, facts->plan);
  g_autoptr(GHashTable) subjects = index_subjects (facts->plan);
  KlReportWriting self = { report, facts, insights, topics, facts->setting.bands, subjects };
  guint after_cover;

  kl_report_writing_add_cover (&self);
  after_cover = kl_report_get_n_blocks (report);
  kl_report_writing_add_standing (&self);
  kl_report_writing_add_insights (&self);
  kl_report_writing_add_subjects (&self, cancellable);
  kl_report_writing_add_notes (&self);
  kl_report_put_contents (report, after_cover, _("Contents"));
  return report;
}
