/* kl-quoted-question.c: questions that stand in an explanation, with what was answered below them
 *
 * A question is a Markdown block quote, so that the record shows what was said only after it was asked:
 *
 *   > Who watches “kube-proxy”, and what follows?
 *
 *   The kubelet, which starts it again.
 *
 * Lines that begin with “>” and follow each other are one quote. It is a question up to its last question mark; what
 * stands behind that, on the same lines, was answered there. A quote without one is nobody's question.
 */

#include "config.h"

#include "kl-quoted-question.h"

#include <string.h>

/* A line that stands further in is no quote, but code. */
#define MAX_INDENT 3

static gboolean
is_question_mark (gunichar c)
{
  /* Also those of Greek, Armenian, Arabic, Ethiopic and East Asian scripts. */
  return c == '?' || c == 0x037e || c == 0x055e || c == 0x061f || c == 0x1367 || c == 0xfe56 || c == 0xff1f;
}

static gboolean
is_quote (const char *line)
{
  return line[strspn (line, " ")] == '>' && strspn (line, " ") <= MAX_INDENT;
}

/* Behind the last question mark up to @end; NULL where there is none. */
static const char *
find_mark (const char *start,
           const char *end)
{
  while (end > start)
    {
      const char *sign = g_utf8_find_prev_char (start, end);

      if (sign == NULL)
        return NULL;
      if (is_question_mark (g_utf8_get_char (sign)))
        return end;
      end = sign;
    }
  return NULL;
}

static const char *
skip_line (const char *line)
{
  line += strcspn (line, "\r\n");
  if (line[0] == '\r' && line[1] == '\n')
    return line + 2;
  return *line != '\0' ? line + 1 : line;
}

/**
 * kl_quoted_question_find:
 * @text: an explanation, UTF-8
 *
 * Returns: (transfer full) (element-type KlTextSpan): where its questions stand, with the signs of their quotes
 */
GArray *
kl_quoted_question_find (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (KlTextSpan));
  const char *line = strchr (text, '>') != NULL ? text : "";

  while (*line != '\0')
    {
      const char *start = line;
      const char *end;

      while (is_quote (line))
        line = skip_line (line);
      end = line > start ? find_mark (start, line) : NULL;
      if (end != NULL)
        {
          KlTextSpan span = { (gsize) (start - text), (gsize) (end - text) };

          g_array_append_val (spans, span);
        }
      /* The line behind a quote is none. */
      line = skip_line (line);
    }
  return spans;
}

/**
 * kl_quoted_question_blank:
 * @text: an explanation, UTF-8
 * @first: (out) (optional): where the first question stands, in bytes; the length of the text where there is none
 *
 * Returns: (transfer full): the explanation with nothing in the place of its questions, where each byte of its other
 *   words stands where it did
 */
char *
kl_quoted_question_blank (const char *text,
                          gsize      *first)
{
  g_autoptr(GArray) spans = kl_quoted_question_find (text);
  char *blank = g_strdup (text);

  if (first != NULL)
    *first = spans->len > 0 ? g_array_index (spans, KlTextSpan, 0).start : strlen (text);
  for (guint i = 0; i < spans->len; i++)
    {
      const KlTextSpan *span = &g_array_index (spans, KlTextSpan, i);

      memset (blank + span->start, '\n', span->end - span->start);
    }
  return blank;
}

/* The words of a quote, on one line. */
static char *
dup_words (const char *quote,
           gsize       length)
{
  g_autofree char *plain = g_strndup (quote, length);
  g_auto(GStrv) lines = g_strsplit_set (plain, "\r\n", -1);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i] + strspn (lines[i], " >");

      if (words->len > 0 && *line != '\0')
        g_string_append_c (words, ' ');
      g_string_append (words, line);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * kl_quoted_question_list:
 * @text: an explanation, UTF-8
 *
 * Returns: (transfer full): the words of its questions
 */
char **
kl_quoted_question_list (const char *text)
{
  g_autoptr(GArray) spans = kl_quoted_question_find (text);
  g_autoptr(GPtrArray) questions = g_ptr_array_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const KlTextSpan *span = &g_array_index (spans, KlTextSpan, i);

      g_ptr_array_add (questions, dup_words (text + span->start, span->end - span->start));
    }
  g_ptr_array_add (questions, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&questions), FALSE);
}

static void
append_question (GString    *block,
                 const char *question)
{
  g_autofree char *words = g_strchomp (dup_words (question, strlen (question)));
  const char *mark = find_mark (words, words + strlen (words));

  g_string_append_printf (block, "> %s", words);
  /* Words that were translated without one would be somebody's quote. */
  if (mark == NULL || *mark != '\0')
    g_string_append_c (block, '?');
  g_string_append (block, "\n\n");
}

/**
 * kl_quoted_question_format:
 * @text: an explanation, UTF-8
 * @questions: (array zero-terminated=1): the words of questions
 * @answer: (out) (optional): where the first of them is answered: so many characters behind the end of @text
 *
 * Returns: (transfer full): what is to be put behind @text, so that there is room for an answer below each question; ""
 *   where there are no questions
 */
char *
kl_quoted_question_format (const char        *text,
                           const char *const *questions,
                           int               *answer)
{
  GString *block = g_string_new (NULL);
  gsize length = strlen (text);
  gsize n_ends = 0;

  while (n_ends < length && text[length - n_ends - 1] == '\n')
    n_ends++;
  if (questions[0] != NULL && length > 0)
    g_string_append (block, n_ends == 0 ? "\n\n" : n_ends == 1 ? "\n" : "");
  for (guint i = 0; questions[i] != NULL; i++)
    {
      g_string_append (block, i > 0 ? "\n\n" : "");
      append_question (block, questions[i]);
      if (i == 0 && answer != NULL)
        *answer = (int) g_utf8_strlen (block->str, -1);
    }
  if (questions[0] == NULL && answer != NULL)
    *answer = 0;
  return g_string_free (block, FALSE);
}
