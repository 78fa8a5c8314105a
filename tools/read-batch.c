/* read-batch.c: the reading of many answers, for measuring it
 *
 * Reads JSON Lines, an answer each:
 *   {"question": "…" or null, "references": ["…", …], "answer": "…", "language": "en"}
 *   {"question": "…" or null, "points": ["…", …], "answer": "…", "language": "en"}
 * and prints a line for each:
 *   {"score": 0–100, "verdicts": ["covered"|"partly"|"missed", …], "point_scores": [0–1, …]}
 * “references” are alternatives of one answer: the answer is compared as a whole with the one that it is most like,
 * and there is one verdict and one point score. “points” are parts of one answer: each has its own. A point score is
 * how much speaks for the point having been made; the score is 100 times their mean, which is finer than the mean of
 * the verdicts that the window suggests. “language” may be left out, and is English then; null tells it from the
 * answer.
 *
 * English is read with the word net where one is installed. Each line is printed before the next one is read, and does
 * not depend on the others. The exit status is 1 where a line could not be read, which standard error names; what
 * stands above it was printed.
 */

#include "config.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include "coach/kl-reading-weights.h"
#include "exchange/kl-json-document.h"
#include "exchange/kl-json-reading.h"
#include "exchange/kl-json-writer.h"
#include "recall/kl-installed-words.h"

typedef struct
{
  GHashTable *coaches; /* by language, "" to guess it */
  KlReadingWeights *weights;
} Batch;

typedef struct
{
  const char *question;
  const char *answer;
  const char *language;
  const char **texts;
  guint n_texts;
  gboolean are_points;
} Task;

static void
batch_clear (Batch *self)
{
  g_clear_pointer (&self->coaches, g_hash_table_unref);
  g_clear_pointer (&self->weights, kl_reading_weights_free);
}

static void
task_clear (Task *self)
{
  g_clear_pointer (&self->texts, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Task, task_clear)

/* The borders between the verdicts stand with the weights, in the program. */
static gboolean
batch_init (Batch   *self,
            GError **error)
{
  g_autoptr(GBytes) bytes = g_resources_lookup_data ("/com/example/KLearn/coach/reading-weights.ini",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  self->coaches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->weights = bytes != NULL ? kl_reading_weights_new_from_bytes (bytes, error) : NULL;
  return self->weights != NULL;
}

static KlCoach *
get_coach (Batch      *self,
           const char *language)
{
  const char *key = language != NULL ? language : "";
  KlCoach *coach = g_hash_table_lookup (self->coaches, key);

  if (coach == NULL)
    {
      coach = kl_installed_words_new_coach (language);
      g_hash_table_insert (self->coaches, g_strdup (key), coach);
    }
  return coach;
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

static const char *
get_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static gboolean
read_texts (JsonNode  *node,
            Task      *task,
            GError   **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  task->n_texts = array != NULL ? json_array_get_length (array) : 0;
  if (task->n_texts == 0)
    return refuse (error, "“references” or “points” must be a list of one text or more");

  task->texts = g_new0 (const char *, task->n_texts);
  for (guint i = 0; i < task->n_texts; i++)
    {
      task->texts[i] = get_text (json_array_get_element (array, i));
      if (task->texts[i] == NULL)
        return refuse (error, "“references” or “points” must be a list of texts");
    }
  return TRUE;
}

/* A member that may be null, and then says nothing. */
static gboolean
read_optional (JsonObject  *line,
               const char  *name,
               const char  *otherwise,
               const char **text,
               GError     **error)
{
  JsonNode *node = json_object_get_member (line, name);

  *text = node != NULL ? get_text (node) : otherwise;
  if (node == NULL || *text != NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” must be a text, or null", name);
  return FALSE;
}

static gboolean
read_task (JsonNode  *root,
           Task      *task,
           GError   **error)
{
  JsonObject *line = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *references = line != NULL ? kl_json_reading_get_member (line, "references") : NULL;
  JsonNode *points = line != NULL ? kl_json_reading_get_member (line, "points") : NULL;

  if (line == NULL || (references == NULL) == (points == NULL))
    return refuse (error, "a line is an object with either “references” or “points”");

  task->are_points = points != NULL;
  task->answer = get_text (kl_json_reading_get_member (line, "answer"));
  if (task->answer == NULL)
    return refuse (error, "“answer” must be a text");
  return read_optional (line, "question", NULL, &task->question, error)
         && read_optional (line, "language", "en", &task->language, error)
         && read_texts (task->are_points ? points : references, task, error);
}

static KlVerdictValue
find_verdict (Batch  *self,
              double  score)
{
  if (score >= kl_reading_weights_get_covered (self->weights))
    return KL_VERDICT_COVERED;
  return score >= kl_reading_weights_get_partly (self->weights) ? KL_VERDICT_PARTLY : KL_VERDICT_MISSED;
}

static void
write_result (KlJsonWriter         *out,
              const double         *scores,
              const KlVerdictValue *verdicts,
              guint                 n)
{
  g_autoptr(GEnumClass) names = g_type_class_ref (KL_TYPE_VERDICT_VALUE);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += scores[i];

  kl_json_writer_begin_object (out, NULL);
  kl_json_writer_add_number (out, "score", 100 * sum / n);
  kl_json_writer_begin_array (out, "verdicts");
  for (guint i = 0; i < n; i++)
    kl_json_writer_add_string (out, NULL, g_enum_get_value (names, (int) verdicts[i])->value_nick);
  kl_json_writer_end_array (out);
  kl_json_writer_begin_array (out, "point_scores");
  for (guint i = 0; i < n; i++)
    kl_json_writer_add_number (out, NULL, scores[i]);
  kl_json_writer_end_array (out);
  kl_json_writer_end_object (out);
}

static gboolean
read_points (KlCoach       *coach,
             const Task    *task,
             KlJsonWriter  *out,
             GError       **error)
{
  g_autoptr(KlExplanationReading) reading = kl_coach_read (coach, task->question, task->texts, task->n_texts,
                                                           task->answer, NULL, error);
  g_autofree double *scores = g_new0 (double, task->n_texts);
  g_autofree KlVerdictValue *verdicts = g_new0 (KlVerdictValue, task->n_texts);

  if (reading == NULL)
    return FALSE;

  for (guint i = 0; i < task->n_texts; i++)
    {
      const KlPointReading *point = kl_explanation_reading_get_point (reading, i);

      scores[i] = point->score;
      verdicts[i] = point->verdict;
    }
  write_result (out, scores, verdicts, task->n_texts);
  return TRUE;
}

static gboolean
read_answer (Batch         *self,
             GBytes        *line,
             const char    *name,
             KlJsonWriter  *out,
             GError       **error)
{
  g_autoptr(JsonNode) root = kl_json_document_read (line, name, error);
  g_auto(Task) task = { 0 };
  KlVerdictValue verdict;
  KlCoach *coach;
  double score;

  if (root == NULL || !read_task (root, &task, error))
    return FALSE;

  coach = get_coach (self, task.language);
  if (task.are_points)
    return read_points (coach, &task, out, error);

  score = kl_coach_compare (coach, task.question, task.texts, task.n_texts, task.answer);
  verdict = find_verdict (self, score);
  write_result (out, &score, &verdict, 1);
  return TRUE;
}

static gboolean
run (Batch             *self,
     GDataInputStream  *input,
     guint             *number,
     GError           **error)
{
  for (*number = 1;; (*number)++)
    {
      g_autoptr(GError) reason = NULL;
      gsize length;
      char *text = g_data_input_stream_read_line (input, &length, NULL, &reason);
      g_autoptr(GBytes) line = NULL;
      g_autoptr(KlJsonWriter) out = kl_json_writer_new_line ();
      g_autofree char *name = g_strdup_printf ("line %u", *number);

      if (text == NULL)
        {
          gboolean is_end = reason == NULL;

          if (!is_end)
            g_propagate_error (error, g_steal_pointer (&reason));
          return is_end;
        }

      line = g_bytes_new_take (text, length);
      if (length == 0)
        continue;
      if (!read_answer (self, line, name, out, error))
        return FALSE;
      if (puts (kl_json_writer_get_text (out)) == EOF || fflush (stdout) != 0)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "the result cannot be written: %s",
                       g_strerror (errno));
          return FALSE;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GInputStream) standard_input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr(GDataInputStream) input = g_data_input_stream_new (standard_input);
  g_autoptr(GError) error = NULL;
  g_auto(Batch) batch = { 0 };
  guint number;

  setlocale (LC_ALL, "");
  if (argc > 1)
    {
      g_printerr ("usage: read-batch < answers.jsonl\n");
      return 2;
    }

  if (!batch_init (&batch, &error))
    {
      g_printerr ("read-batch: %s\n", error->message);
      return 1;
    }
  if (run (&batch, input, &number, &error))
    return 0;

  g_printerr ("read-batch: line %u: %s\n", number, error->message);
  return 1;
}
