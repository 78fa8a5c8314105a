/* kl-explanation-text.c: what was explained and how each point was judged, as a document says it
 *
 * **Explanation:**
 * > What I said, line by line
 *
 * **Point by point:**
 * - ✅ a point that was covered
 * - 🟡 one that was covered in part
 * - ❌ one that was missed
 */

#include "config.h"

#include "kl-explanation-text.h"

#include <string.h>

#include "kl-phrase.h"

static const struct
{
  KlVerdictValue value;
  const char *mark;
} marks[] = {
  { KL_VERDICT_COVERED, "✅" },
  { KL_VERDICT_PARTLY, "🟡" },
  { KL_VERDICT_MISSED, "❌" },
};

/**
 * kl_explanation_text_is_label:
 * @label: as written
 *
 * Returns: whether what was explained stands under it
 */
gboolean
kl_explanation_text_is_label (const char *label)
{
  static const char *const words[] = { "explanation", "my explanation", "your explanation", NULL };
  g_autofree char *folded = kl_phrase_fold_label (label);

  return g_strv_contains (words, folded);
}

/**
 * kl_explanation_text_judges:
 * @label: as written
 *
 * Returns: whether the points are judged under it
 */
gboolean
kl_explanation_text_judges (const char *label)
{
  g_autofree char *folded = kl_phrase_fold_label (label);

  return strcmp (folded, "point by point") == 0;
}

/**
 * kl_explanation_text_quote:
 * @words: (nullable): what was explained
 *
 * Returns: (transfer full): the words as a quote without a line break at its end, "" for none; blanks at the ends of
 *   lines are lost
 */
char *
kl_explanation_text_quote (const char *words)
{
  g_autofree char *plain = g_strdup (words != NULL ? words : "");
  g_auto(GStrv) lines = NULL;

  g_strdelimit (plain, "\r", '\n');
  g_strchomp (plain);
  if (*plain == '\0')
    return g_strdup ("");
  lines = g_strsplit (plain, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strchomp (g_strconcat ("> ", lines[i], NULL));

      g_free (lines[i]);
      lines[i] = line;
    }
  return g_strjoinv ("\n", lines);
}

/**
 * kl_explanation_text_unquote:
 * @text: what stands under the label
 *
 * Returns: (transfer full): the words, without the signs of a quote
 */
char *
kl_explanation_text_unquote (const char *text)
{
  g_autofree char *plain = g_strdup (text);
  g_auto(GStrv) lines = NULL;

  if (*text != '>')
    return g_strdup (text);
  if (strstr (plain, "\r\n") != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (plain, "\r\n", -1);

      g_free (plain);
      plain = g_strjoinv ("\n", parts);
    }
  lines = g_strsplit (plain, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      char *bare;

      if (*line == '>')
        line += line[1] == ' ' ? 2 : 1;
      bare = g_strdup (line);
      g_free (lines[i]);
      lines[i] = bare;
    }
  return g_strjoinv ("\n", lines);
}

/**
 * kl_explanation_text_format:
 * @verdict: a verdict
 *
 * Returns: (transfer full): it as the text of a list item
 */
char *
kl_explanation_text_format (KlVerdict *verdict)
{
  const char *text = kl_verdict_get_text (verdict);
  char *line = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].value == kl_verdict_get_value (verdict))
      line = g_strdup_printf ("%s %s", marks[i].mark, text != NULL ? text : "");
  if (line == NULL)
    line = g_strdup (text != NULL ? text : "");
  g_strdelimit (line, "\r\n", ' ');
  return g_strstrip (line);
}

/**
 * kl_explanation_text_read_verdict:
 * @text: the text of a list item
 * @value: (out): how the point was judged
 * @point: (out) (transfer none): the point's text
 *
 * Returns: whether it is a verdict
 */
gboolean
kl_explanation_text_read_verdict (const char      *text,
                                  KlVerdictValue  *value,
                                  const char     **point)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i].mark))
      {
        *value = marks[i].value;
        *point = text + strlen (marks[i].mark);
        while (**point == ' ')
          *point += 1;
        return **point != '\0';
      }
  return FALSE;
}
