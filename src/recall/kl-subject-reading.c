/* kl-subject-reading.c: one reading of an explanation against the points and the earlier corrections of its subject
 *
 * It is made of what they are now, runs in any thread, and does not change afterwards.
 */

#include "config.h"

#include "kl-subject-reading.h"

#include "coach/kl-cued-recall.h"
#include "coach/kl-follow-up-question.h"
#include "coach/kl-quoted-question.h"

#include "model/kl-attempt.h"
#include "model/kl-feedback.h"
#include "model/kl-point.h"

#include "kl-correction-check.h"
#include "kl-installed-words.h"
#include "kl-text-places.h"

struct _KlSubjectReading
{
  char *prompt;
  char *language;
  char *explanation;
  char *said; /* the explanation, but for the questions that stand in it */
  GPtrArray *ids;    /* of the points */
  GPtrArray *texts;  /* of the points */
  GPtrArray *wrongs; /* of the corrections, the latest first */
  GPtrArray *rights;

  /* What came of it. */
  KlExplanationReading *reading;
  GPtrArray *places; /* of each point */
  GArray *all_places;
  GPtrArray *checks;
};

static void
add_points (KlSubjectReading *self,
            GListModel       *points)
{
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);
      const char *text = kl_point_get_text (point);

      g_ptr_array_add (self->ids, g_strdup (kl_record_get_id (KL_RECORD (point))));
      g_ptr_array_add (self->texts, g_strdup (text != NULL ? text : ""));
    }
}

static gboolean
has_correction (KlSubjectReading *self,
                const char       *wrong,
                const char       *right)
{
  for (guint i = 0; i < self->wrongs->len; i++)
    if (g_str_equal (self->wrongs->pdata[i], wrong) && g_str_equal (self->rights->pdata[i], right))
      return TRUE;

  return FALSE;
}

static void
add_corrections (KlSubjectReading *self,
                 GListModel       *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (items, i);
      const char *wrong = kl_feedback_get_wrong (item);
      const char *right = kl_feedback_get_right (item);

      if (kl_feedback_get_kind (item) != KL_FEEDBACK_CORRECTION || wrong == NULL || right == NULL || *wrong == '\0'
          || *right == '\0' || has_correction (self, wrong, right))
        continue;
      g_ptr_array_add (self->wrongs, g_strdup (wrong));
      g_ptr_array_add (self->rights, g_strdup (right));
    }
}

/**
 * kl_subject_reading_new:
 * @subject: a subject that is loaded with its attempts
 * @language: (nullable): the language of its plan
 * @explanation: what was written
 *
 * Returns: (transfer full): a reading that has not been made yet
 */
KlSubjectReading *
kl_subject_reading_new (KlSubject  *subject,
                        const char *language,
                        const char *explanation)
{
  KlSubjectReading *self = g_new0 (KlSubjectReading, 1);
  GListModel *attempts = kl_subject_get_attempts (subject);

  self->prompt = g_strdup (kl_subject_get_title (subject) != NULL ? kl_subject_get_title (subject) : "");
  self->language = g_strdup (language);
  self->explanation = g_strdup (explanation);
  self->said = kl_quoted_question_blank (explanation, NULL);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->wrongs = g_ptr_array_new_with_free_func (g_free);
  self->rights = g_ptr_array_new_with_free_func (g_free);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->all_places = g_array_new (FALSE, FALSE, sizeof (KlTextPlace));
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
  add_points (self, kl_subject_get_points (subject));
  for (guint i = g_list_model_get_n_items (attempts); i > 0; i--)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i - 1);

      add_corrections (self, kl_attempt_get_feedback (attempt));
    }
  return self;
}

/**
 * kl_subject_reading_free:
 * @self: (transfer full): a reading
 */
void
kl_subject_reading_free (KlSubjectReading *self)
{
  g_free (self->prompt);
  g_free (self->language);
  g_free (self->explanation);
  g_free (self->said);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->wrongs);
  g_ptr_array_unref (self->rights);
  g_clear_pointer (&self->reading, kl_explanation_reading_unref);
  g_ptr_array_unref (self->places);
  g_array_unref (self->all_places);
  g_ptr_array_unref (self->checks);
  g_free (self);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  return kl_correction_check_compare (*(KlCorrectionCheck *const *) a, *(KlCorrectionCheck *const *) b);
}

static void
check_correction (KlSubjectReading *self,
                  KlCoach          *coach,
                  const char       *wrong,
                  const char       *right)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (KlTextSpan));
  g_autoptr(GArray) places = NULL;
  KlTextSpan span = { 0, 0 };
  KlCorrectionSide side = kl_coach_find_side (coach, wrong, right, self->said, &span);

  if (side != KL_SIDE_NEITHER && span.start < span.end)
    g_array_append_val (spans, span);
  places = kl_text_places_new (self->explanation, spans);
  g_ptr_array_add (self->checks, kl_correction_check_new (wrong, right, side, places));
}

/**
 * kl_subject_reading_run:
 * @self: a reading
 * @cancellable: (nullable): a cancellable
 * @error: (nullable): where to put an error, which is that it was cancelled
 *
 * Makes the reading, once. It takes seconds where the explanation is very long.
 *
 * Returns: whether it was made
 */
gboolean
kl_subject_reading_run (KlSubjectReading  *self,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr(KlCoach) coach = kl_installed_words_new_coach (self->language);

  self->reading = kl_cued_recall_read (coach, self->prompt, (const char *const *) self->texts->pdata, self->texts->len,
                                       self->explanation, cancellable, error);
  if (self->reading == NULL)
    return FALSE;

  for (guint i = 0; i < self->texts->len; i++)
    {
      const KlPointReading *point = kl_explanation_reading_get_point (self->reading, i);
      GArray *places = kl_text_places_new (self->explanation, point->evidence);

      g_ptr_array_add (self->places, places);
      kl_text_places_add (self->all_places, places);
    }
  for (guint i = 0; i < self->wrongs->len && !g_cancellable_is_cancelled (cancellable); i++)
    check_correction (self, coach, self->wrongs->pdata[i], self->rights->pdata[i]);
  g_ptr_array_sort_with_data (self->checks, compare_cb, NULL);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * kl_subject_reading_get_n_points:
 * @self: a reading that was made
 *
 * Returns: how many points there are
 */
guint
kl_subject_reading_get_n_points (const KlSubjectReading *self)
{
  return self->places->len;
}

/**
 * kl_subject_reading_get_id:
 * @self: a reading that was made
 * @index: which point
 *
 * Returns: (transfer none): the point's id
 */
const char *
kl_subject_reading_get_id (const KlSubjectReading *self,
                           guint                   index)
{
  return self->ids->pdata[index];
}

/**
 * kl_subject_reading_get_text:
 * @self: a reading that was made
 * @index: which point
 *
 * Returns: (transfer none): the words of the point that were looked for
 */
const char *
kl_subject_reading_get_text (const KlSubjectReading *self,
                             guint                   index)
{
  return self->texts->pdata[index];
}

/**
 * kl_subject_reading_get_point:
 * @self: a reading that was made
 * @index: which point
 *
 * Returns: (transfer none): what the explanation did with it
 */
const KlPointReading *
kl_subject_reading_get_point (const KlSubjectReading *self,
                              guint                   index)
{
  return kl_explanation_reading_get_point (self->reading, index);
}

/**
 * kl_subject_reading_get_places:
 * @self: a reading that was made
 * @index: which point
 *
 * Returns: (transfer none) (element-type KlTextPlace): what speaks for it
 */
const GArray *
kl_subject_reading_get_places (const KlSubjectReading *self,
                               guint                   index)
{
  return self->places->pdata[index];
}

/**
 * kl_subject_reading_get_all_places:
 * @self: a reading that was made
 *
 * Returns: (transfer none) (element-type KlTextPlace): what speaks for any point
 */
const GArray *
kl_subject_reading_get_all_places (const KlSubjectReading *self)
{
  return self->all_places;
}

/**
 * kl_subject_reading_get_checks:
 * @self: a reading that was made
 *
 * Returns: (transfer none) (element-type KlCorrectionCheck): the earlier corrections, what is wrong again first
 */
GPtrArray *
kl_subject_reading_get_checks (const KlSubjectReading *self)
{
  return self->checks;
}

/**
 * kl_subject_reading_get_explanation:
 * @self: a reading
 *
 * Returns: (transfer none): what was read
 */
const char *
kl_subject_reading_get_explanation (const KlSubjectReading *self)
{
  return self->explanation;
}

/**
 * kl_subject_reading_dup_questions:
 * @self: a reading that was made
 * @given: (nullable): the verdicts that the person gave, which count in the place of those that are suggested
 * @max: how many at most
 *
 * Returns: (transfer full): what to ask next about what was missed or said in part, but for what the explanation was
 *   asked already
 */
char **
kl_subject_reading_dup_questions (const KlSubjectReading *self,
                                  KlVerdictTally         *given,
                                  gsize                   max)
{
  g_autofree KlVerdictValue *verdicts = g_new0 (KlVerdictValue, self->ids->len);
  g_auto(GStrv) asked = kl_quoted_question_list (self->explanation);

  for (guint i = 0; given != NULL && i < self->ids->len; i++)
    verdicts[i] = kl_verdict_tally_get (given, self->ids->pdata[i]);
  return kl_follow_up_question_list ((const char *const *) self->texts->pdata, self->reading, verdicts,
                                     (const char *const *) asked, max);
}
