/* answer-set.c: reads answers that people have judged, from four files of tab-separated values
 *
 * Their first line names the columns. A value is as it stands, without quoting.
 */

#include "config.h"

#include "answer-set.h"

#include <string.h>

/* Where the columns of a set are called so. */
typedef struct
{
  const char *file;
  const char *question;
  const char *references;
  const char *text;
  const char *target;
} Form;

static const Form forms[ANSWER_N_KINDS] = {
  [ANSWER_SCIENTSBANK] = { "scientsbank_dev.tsv", "question", "references", "answer", "label2" },
  [ANSWER_BEETLE] = { "beetle_dev.tsv", "question", "references", "answer", "label2" },
  [ANSWER_SAF] = { "saf_dev.tsv", "question", "reference", "answer", "score" },
  [ANSWER_ARGKP] = { "argkp_dev.tsv", "topic", "key_point", "text", "label" },
};

/* How good a reference is, in Beetle. */
static const char *const ranks[] = { "BEST: ", "GOOD: ", "MINIMAL: ", "KEYWORD: " };

static const char *
get_value (char       **header,
           char       **values,
           const char  *column)
{
  for (guint i = 0; header[i] != NULL && values[i] != NULL; i++)
    if (strcmp (header[i], column) == 0)
      return values[i];

  return NULL;
}

/* Only the two short sets give alternatives. */
static char **
split_references (AnswerKind  kind,
                  const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, " ||| ", kind == ANSWER_SCIENTSBANK || kind == ANSWER_BEETLE ? -1 : 1);

  for (guint i = 0; parts[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (ranks); j++)
      if (g_str_has_prefix (parts[i], ranks[j]))
        {
          char *rest = g_strdup (parts[i] + strlen (ranks[j]));

          g_free (parts[i]);
          parts[i] = rest;
        }
  return g_steal_pointer (&parts);
}

static gboolean
find_target (AnswerKind  kind,
             const char *text,
             double     *target)
{
  char *end = NULL;

  if (kind == ANSWER_SCIENTSBANK || kind == ANSWER_BEETLE)
    {
      *target = strcmp (text, "correct") == 0 ? 1 : 0;
      return *target > 0 || strcmp (text, "incorrect") == 0;
    }
  *target = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && *target >= 0 && *target <= 1000;
}

static gboolean
refuse (const Form  *form,
        guint        number,
        GError     **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s, line %u: this is no judged answer", form->file, number);
  return FALSE;
}

static gboolean
add_answer (GPtrArray   *answers,
            AnswerKind   kind,
            char       **header,
            char       **values,
            guint        number,
            GError     **error)
{
  const Form *form = &forms[kind];
  const char *id = get_value (header, values, "question_id");
  const char *part = get_value (header, values, "part");
  const char *question = get_value (header, values, form->question);
  const char *references = get_value (header, values, form->references);
  const char *text = get_value (header, values, form->text);
  const char *target = get_value (header, values, form->target);
  double number_of_target;
  Answer *answer;

  if (id == NULL || part == NULL || question == NULL || references == NULL || text == NULL || target == NULL
      || !find_target (kind, target, &number_of_target))
    return refuse (form, number, error);

  answer = g_new0 (Answer, 1);
  answer->kind = kind;
  answer->is_train = g_str_has_prefix (part, "train");
  answer->question_id = g_strdup (id);
  answer->question = g_strdup (question);
  answer->references = split_references (kind, references);
  answer->text = g_strdup (text);
  answer->target = number_of_target;
  g_ptr_array_add (answers, answer);
  return TRUE;
}

/* Scores are out of what the best answer to the question got. */
static void
scale_targets (GPtrArray *answers)
{
  g_autoptr(GHashTable) best = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < answers->len; i++)
    {
      Answer *answer = g_ptr_array_index (answers, i);
      const double *most = g_hash_table_lookup (best, answer->question_id);

      if (answer->kind == ANSWER_SAF && (most == NULL || answer->target > *most))
        g_hash_table_insert (best, answer->question_id, &answer->target);
    }
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < answers->len; i++)
      {
        Answer *answer = g_ptr_array_index (answers, i);
        const double *most = answer->kind == ANSWER_SAF ? g_hash_table_lookup (best, answer->question_id) : NULL;

        /* The best itself comes last: the others are divided by it. */
        if (most != NULL && *most > 0 && (most == &answer->target) == (pass == 1))
          answer->target /= *most;
      }
}

static gboolean
load_file (GPtrArray   *answers,
           AnswerKind   kind,
           const char  *folder,
           GError     **error)
{
  g_autofree char *path = g_build_filename (folder, forms[kind].file, NULL);
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_auto(GStrv) header = NULL;

  if (file == NULL)
    return FALSE;

  text = g_utf8_make_valid (g_mapped_file_get_contents (file), (gssize) g_mapped_file_get_length (file));
  lines = g_strsplit (text, "\n", -1);
  if (lines[0] == NULL)
    return refuse (&forms[kind], 1, error);

  header = g_strsplit (lines[0], "\t", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto(GStrv) values = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] != '\0' && !add_answer (answers, kind, header, values, i + 1, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * answer_set_is_there:
 * @folder: a folder
 *
 * Returns: whether the four files are in it
 */
gboolean
answer_set_is_there (const char *folder)
{
  for (guint kind = 0; kind < ANSWER_N_KINDS; kind++)
    {
      g_autofree char *path = g_build_filename (folder, forms[kind].file, NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    }
  return TRUE;
}

/**
 * answer_set_load:
 * @folder: where the four files are
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable) (element-type Answer): all that is in them, in their order
 */
GPtrArray *
answer_set_load (const char  *folder,
                 GError     **error)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);

  for (guint kind = 0; kind < ANSWER_N_KINDS; kind++)
    if (!load_file (answers, (AnswerKind) kind, folder, error))
      return NULL;

  scale_targets (answers);
  return g_steal_pointer (&answers);
}
