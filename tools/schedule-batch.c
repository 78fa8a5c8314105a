/* schedule-batch.c: the scheduler over many histories, for measuring it
 *
 * Reads JSON Lines, a history each:
 *   {"weights": [21 numbers] or null, "retention": 0.001–0.999999 or null, "reviews": [{"rating": 1–4, "days": N} or
 *    {"score": 0–100, "days": N}, …]}
 * where "days" are whole days since the review before, and prints a line for each:
 *   [{"r_before", "stability", "difficulty", "interval", "days"}, …]
 * "r_before" is the recall that was expected, null for the first; "interval" the days until it falls to the retention,
 * "days" the same in whole days. Weights are brought into their bounds. The exit status is 1 where a line could not be
 * read, which standard error names; what stands above it was printed.
 */

#include "config.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "coach/kl-fsrs.h"
#include "exchange/kl-json-document.h"
#include "exchange/kl-json-reading.h"
#include "exchange/kl-json-value.h"
#include "exchange/kl-json-writer.h"
#include "model/kl-wish.h"

static gboolean
read_number (JsonNode    *node,
             const char  *name,
             double       low,
             double       high,
             double      *number,
             GError     **error)
{
  if (node != NULL && kl_json_value_is_number (node))
    {
      *number = json_node_get_double (node);
      if (*number >= low && *number <= high)
        return TRUE;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” must be a number from %g to %g", name, low, high);
  return FALSE;
}

static gboolean
read_weights (JsonNode   *node,
              KlWeights  *weights,
              GError    **error)
{
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  *weights = *kl_weights_get_default ();
  if (node == NULL)
    return TRUE;

  if (array == NULL || json_array_get_length (array) != KL_N_WEIGHTS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“weights” must be %d numbers, or null", KL_N_WEIGHTS);
      return FALSE;
    }

  for (guint i = 0; i < KL_N_WEIGHTS; i++)
    if (!read_number (json_array_get_element (array, i), "weights", -G_MAXDOUBLE, G_MAXDOUBLE, &weights->w[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
read_grade (JsonObject  *review,
            KlGrade     *grade,
            GError     **error)
{
  JsonNode *rating = kl_json_reading_get_member (review, "rating");
  JsonNode *score = kl_json_reading_get_member (review, "score");
  double number;

  if ((rating == NULL) == (score == NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a review has either a “rating” or a “score”");
      return FALSE;
    }

  if (score != NULL)
    {
      if (!read_number (score, "score", 0, 100, &number, error))
        return FALSE;
      *grade = kl_grade_for_score (number);
      return TRUE;
    }

  if (!read_number (rating, "rating", KL_RATING_AGAIN, KL_RATING_EASY, &number, error))
    return FALSE;
  if (number > floor (number))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“rating” must be 1, 2, 3 or 4");
      return FALSE;
    }
  *grade = kl_grade_for_rating ((KlRating) number);
  return TRUE;
}

static void
write_step (KlJsonWriter  *out,
            const KlFsrs  *fsrs,
            KlMemoryState  memory,
            double         before,
            double         retention)
{
  double interval = kl_fsrs_get_interval (fsrs, memory.stability, retention);

  kl_json_writer_begin_object (out, NULL);
  kl_json_writer_add_number (out, "r_before", before);
  kl_json_writer_add_number (out, "stability", memory.stability);
  kl_json_writer_add_number (out, "difficulty", memory.difficulty);
  kl_json_writer_add_number (out, "interval", interval);
  kl_json_writer_add_integer (out, "days", kl_fsrs_round_interval (interval, KL_FSRS_MAX_INTERVAL));
  kl_json_writer_end_object (out);
}

static gboolean
write_history (KlJsonWriter  *out,
               JsonArray     *reviews,
               const KlFsrs  *fsrs,
               double         retention,
               GError       **error)
{
  KlMemoryState memory = { 0, 0 };

  for (guint i = 0; i < json_array_get_length (reviews); i++)
    {
      JsonNode *node = json_array_get_element (reviews, i);
      JsonObject *review = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      JsonNode *days_node = review != NULL ? kl_json_reading_get_member (review, "days") : NULL;
      double before = (double) NAN;
      double days = 0;
      KlGrade grade;

      if (review == NULL)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "a review must be an object");
          return FALSE;
        }
      if (!read_grade (review, &grade, error)
          || ((i > 0 || days_node != NULL)
              && !read_number (days_node, "days", -G_MAXDOUBLE, G_MAXDOUBLE, &days, error)))
        return FALSE;

      if (i == 0)
        memory = kl_fsrs_get_first (fsrs, grade);
      else
        {
          before = kl_fsrs_get_retrievability (fsrs, memory.stability, floor (days));
          memory = kl_fsrs_get_next (fsrs, memory, grade, floor (days));
        }
      write_step (out, fsrs, memory, before, retention);
    }
  return TRUE;
}

static gboolean
schedule (GBytes        *line,
          const char    *name,
          KlJsonWriter  *out,
          GError       **error)
{
  g_autoptr(JsonNode) root = kl_json_document_read (line, name, error);
  JsonObject *history;
  JsonNode *reviews;
  JsonNode *retention_node;
  double retention = kl_wish_get_range (KL_WISH_RETENTION)->usual;
  KlWeights weights;
  KlFsrs fsrs;

  if (root == NULL)
    return FALSE;

  history = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  reviews = history != NULL ? kl_json_reading_get_member (history, "reviews") : NULL;
  if (reviews == NULL || !JSON_NODE_HOLDS_ARRAY (reviews))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "a history is an object with a list of “reviews”");
      return FALSE;
    }

  retention_node = kl_json_reading_get_member (history, "retention");
  if (!read_weights (kl_json_reading_get_member (history, "weights"), &weights, error)
      || (retention_node != NULL && !read_number (retention_node, "retention", 0.001, 0.999999, &retention, error)))
    return FALSE;

  kl_fsrs_init (&fsrs, &weights);
  kl_json_writer_begin_array (out, NULL);
  if (!write_history (out, json_node_get_array (reviews), &fsrs, retention, error))
    return FALSE;
  kl_json_writer_end_array (out);
  return TRUE;
}

static gboolean
run (GDataInputStream *input,
     guint            *number,
     GError          **error)
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
      if (!schedule (line, name, out, error))
        return FALSE;
      if (puts (kl_json_writer_get_text (out)) == EOF)
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
  guint number;

  setlocale (LC_ALL, "");
  if (argc > 1)
    {
      g_printerr ("usage: schedule-batch < histories.jsonl\n");
      return 2;
    }

  if (!run (input, &number, &error))
    {
      fflush (stdout);
      g_printerr ("schedule-batch: line %u: %s\n", number, error->message);
      return 1;
    }
  if (fflush (stdout) == 0)
    return 0;

  g_printerr ("schedule-batch: the result cannot be written: %s\n", g_strerror (errno));
  return 1;
}
