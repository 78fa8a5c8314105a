/* test-subject-reading.c: an explanation with questions in it, against points and earlier corrections */

#include "config.h"

#include "model/kl-attempt.h"
#include "model/kl-feedback.h"
#include "model/kl-point.h"
#include "recall/kl-correction-check.h"
#include "recall/kl-subject-reading.h"
#include "recall/kl-text-places.h"

#define WRONG "Water boils at ninety degrees everywhere"
#define RIGHT "A thermostat opens the circuit"

static KlSubject *
create_subject (void)
{
  static const char *const points[]
    = { "The heating element turns current into heat", "A thermostat opens the circuit", "Limescale insulates" };
  KlSubject *subject = g_object_new (KL_TYPE_SUBJECT, "title", "Kettles", NULL);
  g_autoptr(KlRecord) attempt = g_object_new (KL_TYPE_ATTEMPT, "date", "2026-01-02", NULL);
  g_autoptr(KlRecord) correction
    = g_object_new (KL_TYPE_FEEDBACK, "kind", KL_FEEDBACK_CORRECTION, "wrong", WRONG, "right", RIGHT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr(KlRecord) point = g_object_new (KL_TYPE_POINT, "id", id, "text", points[i], NULL);

      kl_record_append (KL_RECORD (subject), point);
    }
  kl_record_append (attempt, correction);
  kl_record_append (KL_RECORD (subject), attempt);
  return subject;
}

static KlSubjectReading *
read_text (KlSubject  *subject,
           const char *text)
{
  g_autoptr(GError) error = NULL;
  KlSubjectReading *reading = kl_subject_reading_new (subject, "en", text);

  g_assert_true (kl_subject_reading_run (reading, NULL, &error));
  g_assert_no_error (error);
  return reading;
}

static KlCorrectionCheck *
get_check (KlSubjectReading *reading)
{
  g_assert_cmpuint (kl_subject_reading_get_checks (reading)->len, ==, 1);
  return kl_subject_reading_get_checks (reading)->pdata[0];
}

static void
test_questions (void)
{
  g_autoptr(KlSubject) subject = create_subject ();
  const char *text
    = "Größe.\n\n> Why is that so: “A thermostat opens the circuit”?\n\nThe circuit: a thermostat opens it.";
  g_autoptr(KlSubjectReading) asked = read_text (subject, "> Why is that so: “" RIGHT "”?\n\n");
  g_autoptr(KlSubjectReading) answered = read_text (subject, text);
  const KlPointReading *point = kl_subject_reading_get_point (answered, 1);
  const GArray *places = kl_subject_reading_get_places (answered, 1);
  glong start = g_utf8_pointer_to_offset (text, g_strrstr (text, "The circuit"));

  /* A question does not say that it is right now. */
  g_assert_cmpint (kl_subject_reading_get_point (asked, 1)->verdict, ==, KL_VERDICT_MISSED);
  g_assert_cmpint (kl_correction_check_get_side (get_check (asked)), ==, KL_SIDE_NEITHER);

  /* Its answer does, and its words are found where they stand. */
  g_assert_cmpint (point->verdict, ==, KL_VERDICT_PARTLY);
  g_assert_true (point->is_cued);
  g_assert_cmpuint (places->len, >, 0);
  for (guint i = 0; i < places->len; i++)
    g_assert_cmpint (g_array_index (places, KlTextPlace, i).start, >=, start);
  g_assert_cmpint (kl_correction_check_get_side (get_check (answered)), ==, KL_SIDE_RIGHT);
  g_assert_cmpstr (kl_subject_reading_get_explanation (answered), ==, text);
}

static void
check_questions (KlSubject  *subject,
                 const char *text,
                 const char *given,
                 const char *expected)
{
  g_autoptr(KlSubjectReading) reading = read_text (subject, text);
  g_autoptr(KlVerdictTally) tally = given != NULL ? kl_verdict_tally_new (given) : NULL;
  g_auto(GStrv) questions = kl_subject_reading_dup_questions (reading, tally, 3);
  g_autofree char *joined = g_strjoinv ("|", questions);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_what_is_asked (void)
{
  g_autoptr(KlSubject) subject = create_subject ();
  g_autoptr(KlVerdictTally) tally = kl_verdict_tally_new (NULL);
  g_autofree char *given = NULL;

  check_questions (subject, "The heating element turns current into heat. A thermostat opens the circuit.", NULL,
                   "Why is that so: “Limescale insulates”?");
  /* Not twice, answered or not. */
  check_questions (subject,
                   "The heating element turns current into heat.\n\n> Why is that so: “Limescale insulates”?\n", NULL,
                   "Why is that so: “A thermostat opens the circuit”?");
  /* Nor what was said after another question. */
  check_questions (subject,
                   "The heating element turns current into heat. A thermostat opens the circuit.\n\n> What else?\n\n"
                   "Limescale insulates.", NULL, "");
  /* The person has the last word. */
  kl_verdict_tally_set (tally, "p0", KL_VERDICT_PARTLY);
  kl_verdict_tally_set (tally, "p1", KL_VERDICT_MISSED);
  kl_verdict_tally_set (tally, "p2", KL_VERDICT_COVERED);
  given = kl_verdict_tally_format (tally);
  check_questions (subject, "The heating element turns current into heat. A thermostat opens the circuit.", given,
                   "Why is that so: “A thermostat opens the circuit”?|"
                   "Why is that so: “The heating element turns current into heat”?");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/subject-reading/questions", test_questions);
  g_test_add_func ("/subject-reading/what-is-asked", test_what_is_asked);
  return g_test_run ();
}
