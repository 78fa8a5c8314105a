/* kl-insight-topics.c: the subjects that a report is about
 *
 * A report knows their ids only, since it is made in a thread. Here all of them are looked up at once, however often
 * one is then asked for.
 */

#include "config.h"

#include "kl-insight-topics.h"

struct _KlInsightTopics
{
  GPtrArray *subjects; /* of KlSubject, by number; NULL where it is not there any more */
};

static void
unref_subject (gpointer subject)
{
  g_clear_object (&subject);
}

/* The plan holds them. */
static GHashTable *
index_subjects (KlPlan *plan)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      g_hash_table_insert (by_id, (gpointer) (guintptr) kl_record_get_id (KL_RECORD (subject)), subject);
    }
  return by_id;
}

/**
 * kl_insight_topics_new:
 * @report: how it goes on the whole
 * @plan: the plan that it is about, with its subjects
 *
 * Returns: (transfer full): the subjects that @report is about, as far as they are in @plan now
 */
KlInsightTopics *
kl_insight_topics_new (const KlInsightReport *report,
                       KlPlan                *plan)
{
  g_autoptr(GHashTable) by_id = index_subjects (plan);
  KlInsightTopics *self = g_new0 (KlInsightTopics, 1);

  self->subjects = g_ptr_array_new_full (report->subject_ids->len, unref_subject);
  for (guint i = 0; i < report->subject_ids->len; i++)
    {
      KlSubject *subject = g_hash_table_lookup (by_id, kl_insight_report_get_id (report, i));

      g_ptr_array_add (self->subjects, subject != NULL ? g_object_ref (subject) : NULL);
    }
  return self;
}

/**
 * kl_insight_topics_free:
 * @self: (transfer full): subjects of a report
 */
void
kl_insight_topics_free (KlInsightTopics *self)
{
  g_ptr_array_unref (self->subjects);
  g_free (self);
}

/**
 * kl_insight_topics_get:
 * @self: subjects of a report
 * @subject: the number of one
 *
 * Returns: (transfer none) (nullable): the subject; %NULL where it is not there any more
 */
KlSubject *
kl_insight_topics_get (const KlInsightTopics *self,
                       guint                  subject)
{
  return g_ptr_array_index (self->subjects, subject);
}

/**
 * kl_insight_topics_get_title:
 * @self: subjects of a report
 * @subject: the number of one
 *
 * Returns: (transfer none) (nullable): what it is called; %NULL where it is not there any more
 */
const char *
kl_insight_topics_get_title (const KlInsightTopics *self,
                             guint                  subject)
{
  KlSubject *found = kl_insight_topics_get (self, subject);
  const char *title;

  if (found == NULL)
    return NULL;

  title = kl_subject_get_title (found);
  return title != NULL ? title : "";
}
