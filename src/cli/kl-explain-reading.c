/* kl-explain-reading.c: what KLearn's reading says of an explanation, printed and recorded
 *
 * It is the same reading, and the same words, as in the window.
 */

#include "config.h"

#include "kl-explain-reading.h"

#include "model/kl-verdict.h"
#include "recall/kl-correction-check.h"
#include "recall/kl-reading-habit.h"
#include "recall/kl-reading-text.h"
#include "recall/kl-subject-reading.h"
#include "recall/kl-suggested-score.h"
#include "recall/kl-text-places.h"
#include "recall/kl-verdict-text.h"

#include "kl-await.h"
#include "kl-record-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define DETAIL_COLUMNS 4
/* So many are enough to go on with. */
#define MAX_QUESTIONS 3

struct _KlExplainReading
{
  KlPlan *plan;
  KlSubject *subject;
  KlSubjectReading *reading;
  KlSuggestedScore suggested;
};

/* What cannot be read is not known; the reading stands without it. */
static double
read_offset (KlInvocation *invocation)
{
  g_autoptr(KlReadingHabit) habit = kl_reading_habit_for (kl_invocation_get_library (invocation));
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_reading_habit_load_async (habit, NULL, kl_await_cb, &result);
  if (!kl_reading_habit_load_finish (habit, kl_await (&result), &error))
    g_debug ("The person's scores are not known: %s", error->message);
  return kl_reading_habit_get_wanted (habit);
}

static void
suggest (KlExplainReading *self,
         double            offset)
{
  g_autoptr(KlVerdictTally) given = kl_verdict_tally_new (NULL);
  g_autoptr(KlVerdictTally) suggested = kl_verdict_tally_new (NULL);

  for (guint i = 0; i < kl_subject_reading_get_n_points (self->reading); i++)
    kl_verdict_tally_set (suggested, kl_subject_reading_get_id (self->reading, i),
                          kl_subject_reading_get_point (self->reading, i)->verdict);
  kl_suggested_score_init (&self->suggested, given, suggested, kl_subject_get_points (self->subject), offset);
}

/**
 * kl_explain_reading_new:
 * @invocation: an invocation with an open library
 * @plan: a plan of it
 * @subject: a subject of the plan, loaded
 * @explanation: what was explained
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the reading
 */
KlExplainReading *
kl_explain_reading_new (KlInvocation  *invocation,
                        KlPlan        *plan,
                        KlSubject     *subject,
                        const char    *explanation,
                        GError       **error)
{
  g_autoptr(KlExplainReading) self = g_new0 (KlExplainReading, 1);

  self->plan = g_object_ref (plan);
  self->subject = g_object_ref (subject);
  self->reading = kl_subject_reading_new (subject, kl_plan_get_language (plan), explanation);
  if (!kl_subject_reading_run (self->reading, NULL, error))
    return NULL;

  suggest (self, kl_subject_reading_get_n_points (self->reading) > 0 ? read_offset (invocation) : 0);
  return g_steal_pointer (&self);
}

/**
 * kl_explain_reading_free:
 * @self: (transfer full): a reading
 */
void
kl_explain_reading_free (KlExplainReading *self)
{
  g_clear_pointer (&self->reading, kl_subject_reading_free);
  g_object_unref (self->subject);
  g_object_unref (self->plan);
  g_free (self);
}

/**
 * kl_explain_reading_get_score:
 * @self: a reading
 *
 * Returns: the suggested score, 0–100; NaN where the subject has no points
 */
double
kl_explain_reading_get_score (const KlExplainReading *self)
{
  return self->suggested.score;
}

static void
print_detail (KlOutput   *output,
              const char *text)
{
  if (text != NULL)
    kl_output_add_indented (output, DETAIL_COLUMNS, text);
}

static void
print_point (const KlExplainReading *self,
             guint                   index,
             KlOutput               *output)
{
  const KlPointReading *point = kl_subject_reading_get_point (self->reading, index);
  g_autofree char *quote
    = kl_reading_text_quote (point->evidence, kl_subject_reading_get_explanation (self->reading));
  g_autofree char *why = kl_reading_text_why (point);

  kl_output_add_format (output, "%s %s: %s", kl_verdict_text_get_glyph (point->verdict),
                        kl_verdict_text_get_word (point->verdict), kl_subject_reading_get_text (self->reading, index));
  print_detail (output, quote);
  print_detail (output, why);
}

/* What an explanation does not mention needs no line. */
static void
print_corrections (const KlExplainReading *self,
                   KlOutput               *output)
{
  GPtrArray *checks = kl_subject_reading_get_checks (self->reading);

  for (guint i = 0; i < checks->len; i++)
    {
      KlCorrectionCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *title = kl_correction_check_dup_title (check);
      g_autofree char *other_side = kl_correction_check_dup_other_side (check);

      if (kl_correction_check_get_side (check) == KL_SIDE_NEITHER)
        continue;
      kl_output_add_line (output, title);
      print_detail (output, other_side);
    }
}

static void
print_questions (const KlExplainReading *self,
                 KlOutput               *output)
{
  g_auto(GStrv) questions = kl_subject_reading_dup_questions (self->reading, NULL, MAX_QUESTIONS);

  if (questions[0] == NULL)
    return;

  kl_output_add_line (output, _("To go on with:"));
  for (guint i = 0; questions[i] != NULL; i++)
    print_detail (output, questions[i]);
}

/**
 * kl_explain_reading_print:
 * @self: a reading
 * @output: where to print it
 */
void
kl_explain_reading_print (const KlExplainReading *self,
                          KlOutput               *output)
{
  const KlScore score = { self->suggested.score, self->suggested.score };
  g_autofree char *sentence = kl_suggested_score_to_text (&self->suggested);
  const char *band = kl_text_band (self->plan, score);

  for (guint i = 0; i < kl_subject_reading_get_n_points (self->reading); i++)
    print_point (self, i, output);
  print_corrections (self, output);

  if (sentence == NULL)
    kl_output_add_format (output, _("“%s” has no key points, so no score is suggested."),
                          kl_subject_get_title (self->subject));
  else if (band != NULL && *band != '\0')
    /* Translators: the suggested score with its reason, and the name of the band that it falls into */
    kl_output_add_format (output, _("%1$s (%2$s)"), sentence, band);
  else
    kl_output_add_line (output, sentence);
  print_questions (self, output);
}

/**
 * kl_explain_reading_add_suggestion:
 * @self: a reading
 * @json: a writer, inside an object
 *
 * Adds `suggested`, the score, and `reason`, why it is that.
 */
void
kl_explain_reading_add_suggestion (const KlExplainReading *self,
                                   KlJsonWriter           *json)
{
  g_autofree char *sentence = kl_suggested_score_to_text (&self->suggested);

  kl_json_writer_add_number (json, "suggested", self->suggested.score);
  kl_json_writer_add_string (json, "reason", sentence);
}

static const char *
get_reason (KlReadingReason reason)
{
  switch (reason)
    {
    case KL_READING_NOTHING:
      return "nothing";
    case KL_READING_NEGATED:
      return "negated";
    case KL_READING_SWAPPED:
      return "swapped";
    case KL_READING_NUMBER:
      return "number";
    case KL_READING_WORDS:
    default:
      return "words";
    }
}

static const char *
get_verdict (KlVerdictValue value)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (KL_TYPE_VERDICT_VALUE);

  return g_enum_get_value (values, (int) value)->value_nick;
}

static void
add_places (KlJsonWriter *json,
            const GArray *places)
{
  kl_json_writer_begin_array (json, "evidence");
  for (guint i = 0; i < places->len; i++)
    {
      const KlTextPlace *place = &g_array_index (places, KlTextPlace, i);

      kl_json_writer_begin_array (json, NULL);
      kl_json_writer_add_integer (json, NULL, place->start);
      kl_json_writer_add_integer (json, NULL, place->end);
      kl_json_writer_end_array (json);
    }
  kl_json_writer_end_array (json);
}

static void
add_point (const KlExplainReading *self,
           guint                   index,
           KlJsonWriter           *json)
{
  const KlPointReading *point = kl_subject_reading_get_point (self->reading, index);

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "point", kl_subject_reading_get_id (self->reading, index));
  kl_json_writer_add_string (json, "text", kl_subject_reading_get_text (self->reading, index));
  kl_json_writer_add_string (json, "verdict", get_verdict (point->verdict));
  kl_json_writer_add_string (json, "reason", get_reason (point->reason));
  kl_json_writer_add_boolean (json, "cued", point->is_cued);
  add_places (json, kl_subject_reading_get_places (self->reading, index));
  kl_json_writer_begin_array (json, "missing");
  for (guint i = 0; point->missing != NULL && point->missing[i] != NULL; i++)
    kl_json_writer_add_string (json, NULL, point->missing[i]);
  kl_json_writer_end_array (json);
  kl_json_writer_end_object (json);
}

static const char *
get_side (KlCorrectionSide side)
{
  switch (side)
    {
    case KL_SIDE_WRONG:
      return "wrong";
    case KL_SIDE_RIGHT:
      return "right";
    case KL_SIDE_NEITHER:
    default:
      return "neither";
    }
}

/**
 * kl_explain_reading_add_verdicts:
 * @self: a reading
 * @json: a writer, inside an object
 *
 * Adds `verdicts`, what the explanation does with each point, `corrections`, on which side of earlier ones it stands,
 * and `questions`, what to ask next.
 */
void
kl_explain_reading_add_verdicts (const KlExplainReading *self,
                                 KlJsonWriter           *json)
{
  GPtrArray *checks = kl_subject_reading_get_checks (self->reading);
  g_auto(GStrv) questions = kl_subject_reading_dup_questions (self->reading, NULL, MAX_QUESTIONS);

  kl_json_writer_begin_array (json, "verdicts");
  for (guint i = 0; i < kl_subject_reading_get_n_points (self->reading); i++)
    add_point (self, i, json);
  kl_json_writer_end_array (json);

  kl_json_writer_begin_array (json, "corrections");
  for (guint i = 0; i < checks->len; i++)
    {
      KlCorrectionCheck *check = g_ptr_array_index (checks, i);

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "wrong", kl_correction_check_get_wrong (check));
      kl_json_writer_add_string (json, "right", kl_correction_check_get_right (check));
      kl_json_writer_add_string (json, "side", get_side (kl_correction_check_get_side (check)));
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);

  kl_json_writer_begin_array (json, "questions");
  for (guint i = 0; questions[i] != NULL; i++)
    kl_json_writer_add_string (json, NULL, questions[i]);
  kl_json_writer_end_array (json);
}

/**
 * kl_explain_reading_record:
 * @self: a reading
 * @attempt: an attempt that is not recorded yet
 * @accepted: whether the person takes what is suggested for their own
 *
 * Keeps what is suggested with the attempt. A score alone judges no point.
 */
void
kl_explain_reading_record (const KlExplainReading *self,
                           KlAttempt              *attempt,
                           gboolean                accepted)
{
  g_object_set (attempt, "suggested", self->suggested.score, NULL);
  for (guint i = 0; i < kl_subject_reading_get_n_points (self->reading); i++)
    {
      KlVerdictValue suggested = kl_subject_reading_get_point (self->reading, i)->verdict;
      g_autoptr(KlRecord) verdict = g_object_new (KL_TYPE_VERDICT,
                                                  "point", kl_subject_reading_get_id (self->reading, i),
                                                  "text", kl_subject_reading_get_text (self->reading, i),
                                                  "value", accepted ? suggested : KL_VERDICT_UNSET,
                                                  "suggested", suggested,
                                                  NULL);

      kl_record_append (KL_RECORD (attempt), verdict);
    }
}
