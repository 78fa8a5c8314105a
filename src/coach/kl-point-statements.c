/* kl-point-statements.c: what a text says, one statement at a time, each so that it can stand by itself
 *
 * Feedback speaks of the explanation as well as of the topic: “Correctly identified that …” leads to a statement,
 * “Clear flow” is none. What leads to one, and what speaks of the person, is known in English and German; elsewhere
 * more is kept than need be, and the person chooses.
 */

#include "config.h"

#include "kl-point-statements.h"

#include <pango/pango.h>
#include <string.h>

#include "kl-text-span.h"

/* A point is a sentence; what is longer is an explanation. In characters. */
#define MAX_CHARS 240
/* Of one text no more sentences are read. */
#define MAX_SENTENCES 400
/* “Correction: Explicitly stated that …” */
#define MAX_LEADS 4

/* All of these in small letters. A statement stands behind them. */
static const char *const leads[] = {
  "also correctly", "correctly identified", "correctly noted", "correctly explained", "correctly",
  "explicitly stated", "clearly stated", "clearly explained", "stated", "explained", "understood", "recognized",
  "recognised", "identified", "distinguished", "distinction between", "knew", "realized", "realised", "keep in mind",
  "remember", "made valid argument", "valid argument", "richtig erkannt", "richtig erklärt", "erkannt", "verstanden",
  "erklärt", "es fehlt", "merke", "zu beachten",
};

/* The same where it was missed; “Missed heartbeats mark a node as down” may be said of what was explained well. */
static const char *const misses[] = {
  "missed", "forgot", "omitted", "did not mention", "didn't mention", "needed clarification on",
  "needs clarification on", "es fehlte", "es fehlt", "fehlte", "vergessen", "nicht erwähnt",
};

/* The same where a colon follows. */
static const char *const heads[] = {
  "key insight mastered", "key insight", "insight", "correction", "corrected", "note", "important", "tip",
  "takeaway", "gap", "known gap", "missing", "minor", "in short", "wichtigste erkenntnis", "erkenntnis", "korrektur",
  "richtig", "wichtig", "hinweis", "lücke", "es fehlt", "kurz", "merksatz",
};

/* Between a lead and its statement. */
static const char *const joints[] = { "that", "why", "how", "dass", "warum", "wie" };

/* Feedback that begins so is about the explanation, or about what was wrong in it. */
static const char *const remarks[] = {
  "asked", "said", "initially", "at first", "first attempt", "confused", "misunderstood", "mixed up", "fuzzy",
  "unclear", "vague", "imprecise", "massive", "clear flow", "clear structure", "clear and", "good grasp", "good job",
  "good use", "good structure", "good flow", "great", "excellent", "nice", "well done", "well structured",
  "perfect mental", "solid grasp", "strong grasp", "could", "ready to", "needs", "needed", "shows", "showed", "made",
  "chose", "gave", "thought", "claimed", "more detail", "sagte", "gesagt", "anfangs", "zuerst", "verwechselt",
  "unklar", "ungenau", "unscharf", "sehr gut", "gut erklärt", "gut gemacht", "toll", "prima", "klare struktur",
  "klarer aufbau", "zeigt", "nannte", "dachte", "behauptet", "behauptete",
};

/* Feedback with one of these words speaks to the person, or of what they did. */
static const char *const personal[] = {
  "you", "your", "you're", "you've", "explanation", "attempt", "understanding", "retention", "du", "dein", "deine",
  "deiner", "deinem", "deinen", "dir", "dich", "erklärung", "versuch", "verständnis",
};

/* What begins so goes on from what stands before it. */
static const char *const back_references[] = {
  "it", "its", "it's", "this", "that", "these", "those", "they", "their", "he", "she", "so", "then", "also", "but",
  "and", "however", "therefore", "thus", "hence", "otherwise", "instead", "es", "dies", "diese", "dieser", "dieses",
  "das ist", "das heißt", "sie", "er", "damit", "dadurch", "dabei", "daher", "deshalb", "deswegen", "dann", "also",
  "aber", "und", "jedoch", "sonst", "dafür", "danach", "dazu", "cela", "ceci", "il", "elle", "ils", "elles", "donc",
  "mais", "puis", "because", "weil", "denn", "parce que", "esto", "eso", "pero", "porque", "entonces",
};

/* The same in a script without spaces. */
static const char *const dense_back_references[]
  = { "これ", "それ", "あれ", "この", "その", "また", "そして", "しかし", "だから", "这", "這", "它", "因此", "但是" };

/* A full stop behind one of these, or behind a letter that stands alone, does not end a sentence. */
static const char *const abbreviations[] = {
  "vs", "eg", "ie", "cf", "ca", "approx", "nr", "dr", "fig", "bzw", "usw", "vgl", "bspw", "ggf", "sog",
};

static const char *
next (const char *at)
{
  return g_utf8_find_next_char (at, NULL);
}

/* Where @text goes on behind @words, which it begins with, whole ones; %NULL where it does not. */
static const char *
skip_words (const char *text,
            const char *words)
{
  for (; *words != '\0'; words = next (words), text = next (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (letter == 0x2019) /* RIGHT SINGLE QUOTATION MARK */
        letter = '\'';
      if (g_unichar_tolower (letter) != g_utf8_get_char (words))
        return NULL;
    }
  return g_unichar_isalnum (g_utf8_get_char (text)) ? NULL : text;
}

static const char *
skip_any (const char        *text,
          const char *const *choices,
          gsize              n_choices)
{
  for (gsize i = 0; i < n_choices; i++)
    {
      const char *after = skip_words (text, choices[i]);

      if (after != NULL)
        return after;
    }
  return NULL;
}

static gboolean
has_any_word (const char        *text,
              const char *const *choices,
              gsize              n_choices)
{
  gunichar before = ' ';

  for (const char *at = text; *at != '\0'; at = next (at))
    {
      if (!g_unichar_isalnum (before) && skip_any (at, choices, n_choices) != NULL)
        return TRUE;
      before = g_utf8_get_char (at);
    }
  return FALSE;
}

static gboolean
is_ornament (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  return g_unichar_isspace (letter) || type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_FORMAT
         || type == G_UNICODE_CONTROL || letter == 0x20e3     /* COMBINING ENCLOSING KEYCAP */
         || (letter >= 0xfe00 && letter <= 0xfe0f)            /* VARIATION SELECTOR */
         || (letter >= 0x1f3fb && letter <= 0x1f3ff);         /* EMOJI MODIFIER FITZPATRICK */
}

/* A dash or an arrow that leads to something; “-5” and “--help” begin with none. */
static gboolean
is_bullet (const char *text)
{
  gunichar letter = g_utf8_get_char (text);

  return (g_unichar_type (letter) == G_UNICODE_MATH_SYMBOL || g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION
          || letter == '*' || letter == 0x2022 /* BULLET */)
         && g_unichar_isspace (g_utf8_get_char (next (text)));
}

/* Ticks, crosses and bullets at either end. */
static char *
dup_bare (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && (is_ornament (g_utf8_get_char (text)) || is_bullet (text)))
    text = next (text);
  while (end > text && is_ornament (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

/* Without quotation marks around all of it. */
static char *
dup_unquoted (const char *text)
{
  static const char *const pairs[][2]
    = { { "\"", "\"" }, { "“", "”" }, { "„", "“" }, { "«", "»" }, { "»", "«" }, { "「", "」" } };
  gsize length = strlen (text);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize begin = strlen (pairs[i][0]);
      gsize end = strlen (pairs[i][1]);

      if (length > begin + end && g_str_has_prefix (text, pairs[i][0]) && g_str_has_suffix (text, pairs[i][1]))
        {
          g_autofree char *inside = g_strndup (text + begin, length - begin - end);

          if (strstr (inside, pairs[i][0]) == NULL && strstr (inside, pairs[i][1]) == NULL)
            return g_steal_pointer (&inside);
        }
    }
  return g_strdup (text);
}

/* What stands behind a colon where all of that is a quotation; %NULL where it is not. */
static char *
dup_quotation (const char *text)
{
  const char *colon = strstr (text, ": ");
  g_autofree char *rest = colon != NULL ? g_strstrip (g_strdup (colon + 2)) : NULL;
  g_autofree char *inside = rest != NULL ? dup_unquoted (rest) : NULL;

  return inside != NULL && !g_str_equal (inside, rest) ? g_steal_pointer (&inside) : NULL;
}

/* Without “(critical insight!)” or “(as you noted)” at the end. */
static void
cut_remark (char *text)
{
  gsize length = strlen (text);
  char *open = length > 1 && text[length - 1] == ')' ? strrchr (text, '(') : NULL;

  if (open == NULL || open == text)
    return;
  if (text[length - 2] == '!' || has_any_word (open, personal, G_N_ELEMENTS (personal)))
    {
      *open = '\0';
      g_strchomp (text);
    }
}

/* “Missed the garbage collector entirely” */
static void
cut_adverb (char *text)
{
  static const char *const adverbs[] = { " entirely", " completely", " altogether", " völlig", " ganz" };

  for (gsize i = 0; i < G_N_ELEMENTS (adverbs); i++)
    if (g_str_has_suffix (text, adverbs[i]))
      text[strlen (text) - strlen (adverbs[i])] = '\0';
}

static const char *
skip_blanks (const char *text)
{
  while (*text == ' ' || *text == ',' || *text == ':')
    text++;
  return text;
}

/* Where @text goes on behind what leads to it; %NULL where nothing does. Notes lead to nothing but by a colon. */
static const char *
skip_lead (const char    *text,
           KlPointOrigin  origin)
{
  const char *after = skip_any (text, heads, G_N_ELEMENTS (heads));

  if (after != NULL && *after == ':')
    return after;
  after = NULL;
  if (origin == KL_POINT_FROM_MISSED)
    after = skip_any (text, misses, G_N_ELEMENTS (misses));
  if (after == NULL && origin != KL_POINT_FROM_NOTES)
    after = skip_any (text, leads, G_N_ELEMENTS (leads));
  /* “Identified-by headers …” */
  return after != NULL && (*after == ' ' || *after == ',' || *after == ':') ? after : NULL;
}

/* What stands behind all that leads to it. */
static const char *
skip_leads (const char    *text,
            KlPointOrigin  origin,
            gboolean      *led)
{
  *led = FALSE;
  for (guint i = 0; i < MAX_LEADS; i++)
    {
      const char *after = skip_lead (text, origin);
      const char *joint;

      if (after == NULL)
        break;
      text = skip_blanks (after);
      joint = skip_any (text, joints, G_N_ELEMENTS (joints));
      if (joint != NULL)
        text = skip_blanks (joint);
      *led = TRUE;
    }
  return text;
}

static gboolean
goes_on (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dense_back_references); i++)
    if (g_str_has_prefix (text, dense_back_references[i]))
      return TRUE;
  return skip_any (text, back_references, G_N_ELEMENTS (back_references)) != NULL
         && skip_words (text, "es gibt") == NULL;
}

static gboolean
ends_with_any (const char *text,
               const char *signs)
{
  const char *last = *text != '\0' ? g_utf8_prev_char (text + strlen (text)) : text;

  return *last != '\0' && g_utf8_strchr (signs, -1, g_utf8_get_char (last)) != NULL;
}

static gboolean
is_remark (const char *text)
{
  return ends_with_any (text, "!！") || skip_any (text, remarks, G_N_ELEMENTS (remarks)) != NULL
         || has_any_word (text, personal, G_N_ELEMENTS (personal));
}

/* A question, what leads to a list, an address, or praise is no point. */
static gboolean
is_statement (const char *text,
              gboolean    is_feedback)
{
  if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_CHARS || ends_with_any (text, "?？؟:：")
      || strstr (text, "://") != NULL || goes_on (text))
    return FALSE;
  return !is_feedback || !is_remark (text);
}

static void
add_statement (GPtrArray     *statements,
               const char    *sentence,
               KlPointOrigin  origin)
{
  gboolean is_feedback = origin != KL_POINT_FROM_NOTES;
  g_autofree char *bare = dup_bare (sentence);
  g_autofree char *quotation = is_feedback ? dup_quotation (bare) : NULL;
  g_autofree char *unquoted = dup_unquoted (quotation != NULL ? quotation : bare);
  g_autofree char *text = NULL;
  gboolean led;

  if (is_feedback)
    cut_remark (unquoted);
  /* “Distinguished this from that” says that there is a difference, not which. */
  if (is_feedback && skip_words (unquoted, "distinguished") != NULL && strstr (unquoted, " from ") != NULL)
    return;
  text = dup_bare (skip_leads (unquoted, origin, &led));
  if (led && is_feedback)
    cut_adverb (text);
  if (is_statement (text, is_feedback) && (led || origin != KL_POINT_FROM_ACTION))
    g_ptr_array_add (statements, g_steal_pointer (&text));
}

static gboolean
ends_with_abbreviation (const char *text)
{
  const char *word = text + strlen (text);

  if (word == text || word[-1] != '.')
    return FALSE;
  for (word--; word > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (word)));)
    word = g_utf8_prev_char (word);
  if (*word == '.' || (word > text && g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (word)))))
    return FALSE;
  return next (word)[0] == '.' || skip_any (word, abbreviations, G_N_ELEMENTS (abbreviations)) != NULL;
}

static char *
dup_span (const char       *text,
          const KlTextSpan *span)
{
  return g_strndup (text + span->start, span->end - span->start);
}

/* The sentences of a text, as Pango tells them apart. */
static GArray *
split (const char *text)
{
  gsize n = (gsize) g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n + 1);
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (KlTextSpan));
  KlTextSpan span = { 0, 0 };
  const char *at = text;

  pango_get_log_attrs (text, -1, -1, pango_language_from_string ("en"), attributes, (int) n + 1);
  for (gsize i = 0; i <= n && sentences->len < MAX_SENTENCES; i++)
    {
      span.end = (gsize) (at - text);
      if (span.end > span.start && (attributes[i].is_sentence_boundary || i == n))
        {
          g_autofree char *sentence = g_strchomp (dup_span (text, &span));

          if (i == n || !ends_with_abbreviation (sentence))
            {
              g_array_append_val (sentences, span);
              span.start = span.end;
            }
        }
      if (i < n)
        at = next (at);
    }
  return sentences;
}

/* A sentence that goes on from the one before it stands with it, or nowhere. */
static void
join (const char *text,
      GArray     *sentences)
{
  for (guint i = sentences->len; i > 1; i--)
    {
      const KlTextSpan *span = &g_array_index (sentences, KlTextSpan, i - 1);
      KlTextSpan *before = &g_array_index (sentences, KlTextSpan, i - 2);
      g_autofree char *sentence = g_strchug (dup_span (text, span));
      g_autofree char *above = g_strchomp (dup_span (text, before));

      if (goes_on (sentence) && !ends_with_any (above, "?？؟")
          && g_utf8_strlen (text + before->start, (gssize) (span->end - before->start)) <= MAX_CHARS)
        {
          before->end = span->end;
          g_array_remove_index (sentences, i - 1);
        }
    }
}

/**
 * kl_point_statements_new:
 * @text: a paragraph on one line, without markup
 * @origin: where it comes from
 *
 * Returns: (transfer full) (element-type utf8): what it says, one statement each, word for word as it stands there;
 *   empty where it says nothing that can stand by itself
 */
GPtrArray *
kl_point_statements_new (const char    *text,
                         KlPointOrigin  origin)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *bare = dup_bare (text);
  g_autofree char *unquoted = dup_unquoted (bare);
  g_autoptr(GArray) sentences = split (unquoted);

  join (unquoted, sentences);
  for (guint i = 0; i < sentences->len; i++)
    {
      g_autofree char *sentence = dup_span (unquoted, &g_array_index (sentences, KlTextSpan, i));

      add_statement (statements, sentence, origin);
    }
  return statements;
}
