/* kl-correction.c: the two sides of a correction
 *
 * “❌ A → ✅ B” on one line, “❌ A” and “✅ B” on two, and “said "A" vs "B"”. “Implements vs creates” without “said” is no
 * correction: nobody is quoted.
 */

#include "config.h"

#include "kl-correction.h"

#include <string.h>

#include "kl-phrase.h"

/* Whoever writes more than that into one item does not quote two sides. */
#define MAX_SAID_BYTES 4000

static const char *const wrong_marks[] = { "❌", "✗", "✘", "🚫", NULL };
static const char *const right_marks[] = { "✅", "✓", "✔", "☑", NULL };
static const char *const initial_words[] = { "initially", "initial", "first attempt", "first try", "at first", NULL };

static const char *
skip_mark (const char        *text,
           const char *const *marks)
{
  while (g_ascii_isspace (*text))
    text++;
  for (guint i = 0; marks[i] != NULL; i++)
    if (g_str_has_prefix (text, marks[i]))
      {
        text += strlen (marks[i]);
        /* VARIATION SELECTOR-16 asks for the coloured form of the mark. */
        if (g_str_has_prefix (text, "\xef\xb8\x8f"))
          text += 3;
        while (g_ascii_isspace (*text))
          text++;
        return text;
      }
  return NULL;
}

/* “Initially:”, “First attempt:” and “Correction:” say which side it is, they are not what was said. */
static char *
dup_side (const char *text,
          gsize       length,
          gboolean   *initial)
{
  g_autofree char *side = g_strstrip (g_strndup (text, length));
  const char *colon = strchr (side, ':');
  gsize n;

  if (colon != NULL && colon - side <= 40)
    {
      g_autofree char *head = g_strndup (side, (gsize) (colon - side));
      g_autofree char *folded = kl_phrase_fold (head);
      gboolean is_initial = g_strv_contains (initial_words, folded);

      if (is_initial || strcmp (folded, "correction") == 0 || strcmp (folded, "corrected") == 0)
        {
          g_autofree char *rest = g_strstrip (g_strdup (colon + 1));

          if (is_initial && initial != NULL)
            *initial = TRUE;
          g_free (side);
          side = g_steal_pointer (&rest);
        }
    }

  n = strlen (side);
  if (n >= 2 && side[0] == '"' && side[n - 1] == '"' && memchr (side + 1, '"', n - 2) == NULL)
    return g_strndup (side + 1, n - 2);
  return g_steal_pointer (&side);
}

static const char *
find_arrow (const char *text,
            gsize      *length)
{
  static const char *const arrows[] = { "→", "=>", "->", "⇒", NULL };

  for (guint i = 0; arrows[i] != NULL; i++)
    {
      const char *at = strstr (text, arrows[i]);

      if (at != NULL)
        {
          *length = strlen (arrows[i]);
          return at;
        }
    }
  return NULL;
}

static gboolean
read_one_line (const char   *text,
               gboolean      expected,
               KlCorrection *correction)
{
  const char *wrong = skip_mark (text, wrong_marks);
  gsize length = 0;
  const char *arrow = NULL;
  const char *right = NULL;

  /* A wrong side may have arrows of its own: the one that a mark follows parts the two. */
  for (const char *at = find_arrow (text, &length); at != NULL && right == NULL; at = find_arrow (at + length, &length))
    {
      right = skip_mark (at + length, right_marks);
      if (right != NULL)
        arrow = at;
    }
  if (right == NULL && wrong != NULL)
    for (guint i = 0; right_marks[i] != NULL && right == NULL; i++)
      {
        arrow = strstr (wrong, right_marks[i]);
        if (arrow != NULL)
          right = skip_mark (arrow, right_marks);
      }
  if (right == NULL && expected)
    {
      arrow = find_arrow (text, &length);
      right = arrow != NULL ? arrow + length : NULL;
    }
  if (right == NULL || (wrong == NULL && !expected) || *right == '\0')
    return FALSE;
  if (wrong == NULL)
    wrong = text;
  if (arrow <= wrong)
    return FALSE;

  correction->wrong = dup_side (wrong, (gsize) (arrow - wrong), &correction->initial);
  correction->right = dup_side (right, strlen (right), NULL);
  return TRUE;
}

static const char *const opening[] = { "\"", "“", "„", "«", "‘", NULL };
static const char *const closing[] = { "\"", "”", "“", "»", "’", NULL };

/* The quoted words at the start of @text. */
static char *
dup_quoted_first (const char *text)
{
  for (guint i = 0; opening[i] != NULL; i++)
    if (g_str_has_prefix (text, opening[i]))
      {
        const char *start = text + strlen (opening[i]);
        const char *end = strstr (start, closing[i]);

        return end != NULL && end > start ? g_strndup (start, (gsize) (end - start)) : NULL;
      }
  return NULL;
}

/* The quoted words at the end of @text, which is cut off before them. */
static char *
dup_quoted_last (char *text)
{
  for (guint i = 0; opening[i] != NULL; i++)
    if (g_str_has_suffix (text, closing[i]))
      {
        char *end = text + strlen (text) - strlen (closing[i]);
        const char *start = g_strrstr_len (text, end - text, opening[i]);
        char *words;

        if (start == NULL)
          continue;
        words = g_strndup (start + strlen (opening[i]), (gsize) (end - start) - strlen (opening[i]));
        text[start - text] = '\0';
        return words;
      }
  return NULL;
}

/* said "A" vs "B": both sides quoted, “said” before them. */
static gboolean
read_said (const char   *text,
           KlCorrection *correction)
{
  static const char *const separators[] = { " vs ", " vs. ", " versus ", " instead of ", NULL };

  if (strlen (text) > MAX_SAID_BYTES)
    return FALSE;

  for (guint i = 0; separators[i] != NULL; i++)
    for (const char *vs = strstr (text, separators[i]); vs != NULL; vs = strstr (vs + 1, separators[i]))
      {
        g_autofree char *before = g_strndup (text, (gsize) (vs - text));
        g_autofree char *wrong = dup_quoted_last (before);
        g_autofree char *right = dup_quoted_first (vs + strlen (separators[i]));
        g_autofree char *folded = kl_phrase_fold (before);

        if (wrong == NULL || right == NULL || !kl_phrase_has (folded, "said"))
          continue;
        correction->initial = kl_phrase_has_any (folded, initial_words);
        correction->wrong = g_steal_pointer (&wrong);
        correction->right = g_steal_pointer (&right);
        return TRUE;
      }
  return FALSE;
}

/**
 * kl_correction_read:
 * @text: one feedback item
 * @expected: whether it stands under a label for corrections, where an arrow alone parts the sides
 * @correction: (out caller-allocates): its sides, to be cleared
 *
 * Returns: whether @text has both sides
 */
gboolean
kl_correction_read (const char   *text,
                    gboolean      expected,
                    KlCorrection *correction)
{
  memset (correction, 0, sizeof *correction);
  return read_one_line (text, expected, correction) || read_said (text, correction);
}

/**
 * kl_correction_read_pair:
 * @wrong: one item
 * @right: the item after it
 * @correction: (out caller-allocates): the sides, to be cleared
 *
 * Returns: whether @wrong is marked as wrong and @right as right
 */
gboolean
kl_correction_read_pair (const char   *wrong,
                         const char   *right,
                         KlCorrection *correction)
{
  const char *wrong_side = skip_mark (wrong, wrong_marks);
  const char *right_side = skip_mark (right, right_marks);

  memset (correction, 0, sizeof *correction);
  if (wrong_side == NULL || right_side == NULL)
    return FALSE;
  correction->wrong = dup_side (wrong_side, strlen (wrong_side), &correction->initial);
  correction->right = dup_side (right_side, strlen (right_side), NULL);
  return TRUE;
}

/**
 * kl_correction_clear:
 * @correction: a correction
 */
void
kl_correction_clear (KlCorrection *correction)
{
  g_clear_pointer (&correction->wrong, g_free);
  g_clear_pointer (&correction->right, g_free);
}
