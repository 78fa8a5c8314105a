/* kl-record-json.c: topics and attempts as machines read them; names may be added here, never changed */

#include "config.h"

#include "kl-record-json.h"

#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"
#include "model/kl-verdict.h"

#include "kl-upcoming.h"

static const char *
nick (GType type,
      int   value)
{
  g_autoptr(GEnumClass) choices = g_type_class_ref (type);
  const GEnumValue *choice = g_enum_get_value (choices, value);

  return choice != NULL ? choice->value_nick : NULL;
}

static int
compare_attempts_cb (gconstpointer a,
                     gconstpointer b)
{
  return kl_attempt_compare (*(KlAttempt *const *) a, *(KlAttempt *const *) b);
}

/* A whole number that is not set is 0 in a record. */
static void
add_positive (KlJsonWriter *json,
              const char   *name,
              gint64        value)
{
  if (value > 0)
    kl_json_writer_add_integer (json, name, value);
  else
    kl_json_writer_add_null (json, name);
}

/* The points below @parent, from @index on; gives back the first one that is not among them. */
static guint
add_points (KlJsonWriter *json,
            GListModel   *points,
            const char   *parent,
            guint         index)
{
  guint n_points = g_list_model_get_n_items (points);

  while (index < n_points)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, index);

      if (g_strcmp0 (kl_point_get_parent (point), parent) != 0)
        break;

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "id", kl_record_get_id (KL_RECORD (point)));
      kl_json_writer_add_string (json, "text", kl_point_get_text (point));
      kl_json_writer_add_string (json, "depth", nick (KL_TYPE_DEPTH, (int) kl_point_get_depth (point)));
      kl_json_writer_add_string (json, "note", kl_point_get_note (point));
      kl_json_writer_add_string (json, "target", kl_point_get_target (point));
      kl_json_writer_begin_array (json, "children");
      index = add_points (json, points, kl_record_get_id (KL_RECORD (point)), index + 1);
      kl_json_writer_end_array (json);
      kl_json_writer_end_object (json);
    }

  return index;
}

static void
add_all_points (KlJsonWriter *json,
                GListModel   *points)
{
  guint index = 0;

  kl_json_writer_begin_array (json, "points");
  index = add_points (json, points, NULL, index);
  /* A point whose parent is gone still is a point. */
  while (index < g_list_model_get_n_items (points))
    {
      g_autoptr(KlPoint) orphan = g_list_model_get_item (points, index);

      index = add_points (json, points, kl_point_get_parent (orphan), index);
    }
  kl_json_writer_end_array (json);
}

static void
add_gaps (KlJsonWriter *json,
          GListModel   *gaps)
{
  kl_json_writer_begin_array (json, "gaps");
  for (guint i = 0; i < g_list_model_get_n_items (gaps); i++)
    {
      g_autoptr(KlGap) gap = g_list_model_get_item (gaps, i);

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "id", kl_record_get_id (KL_RECORD (gap)));
      kl_json_writer_add_string (json, "text", kl_gap_get_text (gap));
      kl_json_writer_add_boolean (json, "open", kl_gap_get_open (gap));
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

static void
add_prerequisites (KlJsonWriter *json,
                   GListModel   *links)
{
  kl_json_writer_begin_array (json, "prerequisites");
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(KlLink) link = g_list_model_get_item (links, i);

      if (kl_link_get_kind (link) == KL_LINK_PREREQUISITE && kl_link_get_target (link) != NULL)
        kl_json_writer_add_string (json, NULL, kl_link_get_target (link));
    }
  kl_json_writer_end_array (json);
}

static void
add_feedback (KlJsonWriter *json,
              GListModel   *feedback)
{
  kl_json_writer_begin_array (json, "feedback");
  for (guint i = 0; i < g_list_model_get_n_items (feedback); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, i);

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "id", kl_record_get_id (KL_RECORD (item)));
      kl_json_writer_add_string (json, "kind", nick (KL_TYPE_FEEDBACK_KIND, (int) kl_feedback_get_kind (item)));
      kl_json_writer_add_string (json, "label", kl_feedback_get_label (item));
      kl_json_writer_add_string (json, "text", kl_feedback_get_text (item));
      kl_json_writer_add_string (json, "wrong", kl_feedback_get_wrong (item));
      kl_json_writer_add_string (json, "right", kl_feedback_get_right (item));
      if (kl_feedback_get_kind (item) == KL_FEEDBACK_ACTION)
        kl_json_writer_add_boolean (json, "done", kl_feedback_get_done (item));
      else
        kl_json_writer_add_null (json, "done");
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

static void
add_verdict_value (KlJsonWriter   *json,
                   const char     *name,
                   KlVerdictValue  value)
{
  kl_json_writer_add_string (json, name,
                             value != KL_VERDICT_UNSET ? nick (KL_TYPE_VERDICT_VALUE, (int) value) : NULL);
}

static void
add_verdicts (KlJsonWriter *json,
              GListModel   *verdicts)
{
  kl_json_writer_begin_array (json, "verdicts");
  for (guint i = 0; i < g_list_model_get_n_items (verdicts); i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (verdicts, i);

      if (kl_verdict_get_value (verdict) == KL_VERDICT_UNSET
          && kl_verdict_get_suggested (verdict) == KL_VERDICT_UNSET)
        continue;
      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "point", kl_verdict_get_point (verdict));
      kl_json_writer_add_string (json, "text", kl_verdict_get_text (verdict));
      add_verdict_value (json, "verdict", kl_verdict_get_value (verdict));
      add_verdict_value (json, "suggested", kl_verdict_get_suggested (verdict));
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

/* A topic that waits for its deep dive has its minutes in the queue. */
static gint64
find_minutes (KlPlan    *plan,
              KlSubject *subject)
{
  GListModel *queue = kl_plan_get_queue (plan);
  const char *id = kl_record_get_id (KL_RECORD (subject));

  if (kl_subject_get_minutes (subject) > 0)
    return kl_subject_get_minutes (subject);

  for (guint i = 0; i < g_list_model_get_n_items (queue); i++)
    {
      g_autoptr(KlQueueEntry) entry = g_list_model_get_item (queue, i);

      if (g_strcmp0 (kl_queue_entry_get_subject (entry), id) == 0)
        return kl_queue_entry_get_minutes (entry);
    }

  return 0;
}

/* The midpoint, and both ends where there are two. */
static void
add_score (KlJsonWriter *json,
           KlScore       score)
{
  gboolean is_range = kl_score_is_range (score);

  kl_json_writer_add_number (json, "score", kl_score_get_value (score));
  kl_json_writer_add_number (json, "low", is_range ? score.low : (double) NAN);
  kl_json_writer_add_number (json, "high", is_range ? score.high : (double) NAN);
}

static void
add_amendments (KlJsonWriter *json,
                GListModel   *amendments)
{
  kl_json_writer_begin_array (json, "amendments");
  for (guint i = 0; i < g_list_model_get_n_items (amendments); i++)
    {
      g_autoptr(KlAmendment) amendment = g_list_model_get_item (amendments, i);

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "id", kl_record_get_id (KL_RECORD (amendment)));
      kl_json_writer_add_string (json, "date", kl_amendment_get_date (amendment));
      add_score (json, (KlScore) { kl_amendment_get_low (amendment), kl_amendment_get_high (amendment) });
      kl_json_writer_add_string (json, "note", kl_amendment_get_note (amendment));
      kl_json_writer_add_string (json, "item", kl_amendment_get_item (amendment));
      kl_json_writer_add_string (json, "text", kl_amendment_get_text (amendment));
      kl_json_writer_add_string (json, "wrong", kl_amendment_get_wrong (amendment));
      kl_json_writer_add_string (json, "right", kl_amendment_get_right (amendment));
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

static void
add_attempt (KlJsonWriter *json,
             KlPlan       *plan,
             KlAttempt    *attempt)
{
  KlScore score = kl_attempt_get_score (attempt);
  gboolean amended = kl_attempt_has_other_score (attempt);

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "id", kl_record_get_id (KL_RECORD (attempt)));
  kl_json_writer_add_integer (json, "number", kl_attempt_get_number (attempt));
  kl_json_writer_add_string (json, "date", kl_attempt_get_date (attempt));
  add_score (json, score);
  kl_json_add_band (json, plan, kl_score_get_value (score));
  kl_json_writer_add_string (json, "label", kl_attempt_get_label (attempt));
  kl_json_writer_add_number (json, "guess", kl_attempt_get_guess (attempt));
  kl_json_writer_add_boolean (json, "assisted", kl_attempt_get_assisted (attempt));
  kl_json_writer_add_number (json, "first_score",
                             amended ? kl_score_get_value (kl_attempt_get_first_score (attempt)) : (double) NAN);
  add_positive (json, "seconds", kl_attempt_get_seconds (attempt));
  kl_json_writer_add_string (json, "explanation", kl_attempt_get_explanation (attempt));
  kl_json_writer_add_number (json, "suggested", kl_attempt_get_suggested (attempt));
  add_feedback (json, kl_attempt_get_feedback (attempt));
  add_verdicts (json, kl_attempt_get_verdicts (attempt));
  add_amendments (json, kl_attempt_get_amendments (attempt));
  kl_json_writer_end_object (json);
}

/**
 * kl_subject_dup_attempts:
 * @subject: a loaded subject
 *
 * Returns: (transfer full) (element-type KlAttempt): its attempts, oldest first
 */
GPtrArray *
kl_subject_dup_attempts (KlSubject *subject)
{
  GListModel *list = kl_subject_get_attempts (subject);
  GPtrArray *attempts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (attempts, g_list_model_get_item (list, i));
  g_ptr_array_sort (attempts, compare_attempts_cb);

  return attempts;
}

/**
 * kl_subject_find_score:
 * @subject: a subject that has its standing
 *
 * Returns: its latest score, not set where it is not assessed
 */
KlScore
kl_subject_find_score (KlSubject *subject)
{
  KlStanding *standing = kl_subject_get_standing (subject);

  return standing != NULL ? kl_standing_get_score (standing) : KL_SCORE_NONE;
}

/**
 * kl_json_add_band:
 * @json: a writer, inside an object
 * @plan: the plan that has the bands
 * @score: 0–100, or NaN
 *
 * Adds `band`, the name of the band that the score falls into.
 */
void
kl_json_add_band (KlJsonWriter *json,
                  KlPlan       *plan,
                  double        score)
{
  KlBand *band = kl_plan_find_band (plan, score);

  kl_json_writer_add_string (json, "band", band != NULL ? kl_band_get_name (band) : NULL);
}

/**
 * kl_json_add_plan_members:
 * @json: a writer, inside an object
 * @plan: a loaded plan
 *
 * Adds `queue`, what to dive into next, and `bands`, what scores are called.
 */
void
kl_json_add_plan_members (KlJsonWriter *json,
                          KlPlan       *plan)
{
  GListModel *queue = kl_plan_get_queue (plan);
  GListModel *bands = kl_plan_get_bands (plan);

  kl_json_writer_begin_array (json, "queue");
  for (guint i = 0; i < g_list_model_get_n_items (queue); i++)
    {
      g_autoptr(KlQueueEntry) entry = g_list_model_get_item (queue, i);

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "subject", kl_queue_entry_get_subject (entry));
      kl_json_writer_add_string (json, "title", kl_queue_entry_get_title (entry));
      add_positive (json, "minutes", kl_queue_entry_get_minutes (entry));
      kl_json_writer_add_string (json, "why", kl_queue_entry_get_why (entry));
      kl_json_writer_add_string (json, "prerequisites", kl_queue_entry_get_prerequisites (entry));
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);

  kl_json_writer_begin_array (json, "bands");
  for (guint i = 0; i < g_list_model_get_n_items (bands); i++)
    {
      g_autoptr(KlBand) band = g_list_model_get_item (bands, i);

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "name", kl_band_get_name (band));
      kl_json_writer_add_string (json, "emoji", kl_band_get_emoji (band));
      kl_json_writer_add_number (json, "low", kl_band_get_low (band));
      kl_json_writer_add_number (json, "high", kl_band_get_high (band));
      kl_json_writer_add_string (json, "meaning", kl_band_get_meaning (band));
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
}

/**
 * kl_json_add_topic_members:
 * @json: a writer, inside an object
 * @plan: a plan
 * @subject: one of its subjects, loaded
 * @agenda: what there is to do in @plan, loaded
 *
 * Adds what a topic, subtopic or exercise is, what is expected of it, and when it is due.
 */
void
kl_json_add_topic_members (KlJsonWriter *json,
                           KlPlan       *plan,
                           KlSubject    *subject,
                           KlAgenda     *agenda)
{
  KlScore score = kl_subject_find_score (subject);

  kl_json_writer_add_string (json, "id", kl_record_get_id (KL_RECORD (subject)));
  kl_json_writer_add_string (json, "title", kl_subject_get_title (subject));
  kl_json_writer_add_string (json, "kind", nick (KL_TYPE_SUBJECT_KIND, (int) kl_subject_get_kind (subject)));
  kl_json_writer_add_string (json, "parent", kl_subject_get_parent (subject));
  kl_json_writer_add_string (json, "depth", nick (KL_TYPE_DEPTH, (int) kl_subject_get_depth (subject)));
  kl_json_writer_add_string (json, "status", kl_subject_get_status (subject));
  add_score (json, score);
  kl_json_add_band (json, plan, kl_score_get_value (score));
  kl_upcoming_add_members (json, agenda, subject);
  add_all_points (json, kl_subject_get_points (subject));
  add_gaps (json, kl_subject_get_gaps (subject));
  add_positive (json, "minutes", find_minutes (plan, subject));
  add_prerequisites (json, kl_subject_get_links (subject));
}

/**
 * kl_json_add_attempts:
 * @json: a writer
 * @name: (nullable): the member's name, %NULL for the whole document
 * @plan: the plan that has the bands
 * @subject: a loaded subject
 *
 * Adds an array of its attempts, oldest first.
 */
void
kl_json_add_attempts (KlJsonWriter *json,
                      const char   *name,
                      KlPlan       *plan,
                      KlSubject    *subject)
{
  g_autoptr(GPtrArray) attempts = kl_subject_dup_attempts (subject);

  kl_json_writer_begin_array (json, name);
  for (guint i = 0; i < attempts->len; i++)
    add_attempt (json, plan, g_ptr_array_index (attempts, i));
  kl_json_writer_end_array (json);
}

static void
add_follow_up (KlJsonWriter *json,
               KlAttempt    *attempt,
               KlFeedback   *item)
{
  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "id", kl_record_get_id (KL_RECORD (item)));
  kl_json_writer_add_string (json, "attempt", kl_record_get_id (KL_RECORD (attempt)));
  if (kl_feedback_get_kind (item) == KL_FEEDBACK_ACTION)
    {
      kl_json_writer_add_string (json, "text", kl_feedback_get_text (item));
      kl_json_writer_add_boolean (json, "done", kl_feedback_get_done (item));
    }
  else
    {
      kl_json_writer_add_string (json, "wrong", kl_feedback_get_wrong (item));
      kl_json_writer_add_string (json, "right", kl_feedback_get_right (item));
    }
  kl_json_writer_end_object (json);
}

/**
 * kl_json_add_follow_ups:
 * @json: a writer, inside an object
 * @subject: a loaded subject
 *
 * Adds `actions` and `corrections`, gathered from all attempts.
 */
void
kl_json_add_follow_ups (KlJsonWriter *json,
                        KlSubject    *subject)
{
  const struct
  {
    const char *name;
    KlFeedbackKind kind;
  } members[] = { { "actions", KL_FEEDBACK_ACTION }, { "corrections", KL_FEEDBACK_CORRECTION } };
  g_autoptr(GPtrArray) attempts = kl_subject_dup_attempts (subject);

  for (guint m = 0; m < G_N_ELEMENTS (members); m++)
    {
      kl_json_writer_begin_array (json, members[m].name);
      for (guint i = 0; i < attempts->len; i++)
        {
          KlAttempt *attempt = g_ptr_array_index (attempts, i);
          GListModel *feedback = kl_attempt_get_feedback (attempt);

          for (guint j = 0; j < g_list_model_get_n_items (feedback); j++)
            {
              g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, j);

              if (kl_feedback_get_kind (item) == members[m].kind)
                add_follow_up (json, attempt, item);
            }
        }
      kl_json_writer_end_array (json);
    }
}
