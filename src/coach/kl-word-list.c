/* kl-word-list.c: a text as words, clauses and sentences
 *
 * Where words begin and end is Pango's to say. An identifier, such as “kube-proxy”, “ClusterIP” or “snake_case”, is a
 * whole and its parts. Scripts without spaces give pairs of letters where Pango finds no words in them.
 */

#include "config.h"

#include "kl-word-list.h"

#include <pango/pango.h>
#include <string.h>

typedef struct
{
  KlVocabulary *vocabulary;
  const char *text;
  GArray *words;
  guint clause;
  guint sentence;
  gsize last_end;   /* of the last word */
  guint first_part; /* of the identifier that goes on */
} Splitter;

static gboolean
has_no_spaces (gunichar letter)
{
  static const GUnicodeScript scripts[]
    = { G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_THAI,
        G_UNICODE_SCRIPT_LAO, G_UNICODE_SCRIPT_KHMER,    G_UNICODE_SCRIPT_MYANMAR };
  GUnicodeScript script = g_unichar_get_script (letter);

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (script == scripts[i])
      return TRUE;

  return FALSE;
}

static void
add_word (Splitter *self,
          gsize     start,
          gsize     end)
{
  KlWord word = { { start, end }, 0, 0, KL_WORD_PLAIN, 0.0, self->clause, self->sentence };

  word.id = kl_vocabulary_add (self->vocabulary, self->text + start, end - start);
  word.whole = word.id;
  word.kind = kl_vocabulary_get_kind (self->vocabulary, word.id);
  word.weight = kl_vocabulary_get_weight (self->vocabulary, word.id);
  g_array_append_val (self->words, word);
}

/* The parts of the identifier that began at @first are known by their whole as well. */
static void
end_identifier (Splitter *self)
{
  g_autoptr(GString) whole = NULL;
  guint id;

  if (self->words->len - self->first_part < 2)
    {
      self->first_part = self->words->len;
      return;
    }

  whole = g_string_new (NULL);
  for (guint i = self->first_part; i < self->words->len; i++)
    {
      const KlTextSpan *span = &g_array_index (self->words, KlWord, i).span;

      g_string_append_len (whole, self->text + span->start, (gssize) (span->end - span->start));
    }
  id = kl_vocabulary_add (self->vocabulary, whole->str, whole->len);
  for (guint i = self->first_part; i < self->words->len; i++)
    {
      KlWord *word = &g_array_index (self->words, KlWord, i);

      word->whole = id;
      word->kind |= kl_vocabulary_get_kind (self->vocabulary, id) & KL_WORD_GIVEN;
    }
  self->first_part = self->words->len;
}

static void
add_pairs_of (Splitter *self,
              gsize     start,
              gsize     end)
{
  const char *stop = self->text + end;
  const char *at = self->text + start;

  if (g_utf8_find_next_char (at, NULL) >= stop)
    {
      add_word (self, start, end);
      return;
    }
  for (const char *next = g_utf8_find_next_char (at, NULL); next < stop;
       at = g_utf8_find_next_char (at, NULL), next = g_utf8_find_next_char (next, NULL))
    add_word (self, (gsize) (at - self->text), (gsize) (g_utf8_find_next_char (next, NULL) - self->text));
}

/* How many bytes from @at on are a negation of one or two letters that more letters follow, such as “不”. */
static gsize
find_negation (Splitter   *self,
               const char *at,
               const char *stop)
{
  const char *one = g_utf8_find_next_char (at, NULL);
  const char *two = one < stop ? g_utf8_find_next_char (one, NULL) : stop;

  if (two < stop && kl_vocabulary_is_negation (self->vocabulary, at, (gsize) (two - at)))
    return (gsize) (two - at);
  return one < stop && kl_vocabulary_is_negation (self->vocabulary, at, (gsize) (one - at)) ? (gsize) (one - at) : 0;
}

/* Letters of a script without spaces, two by two; a negation before them is a word by itself. */
static void
add_pairs (Splitter *self,
           gsize     start,
           gsize     end)
{
  gsize from = start;

  for (gsize at = start; at < end;)
    {
      gsize length = find_negation (self, self->text + at, self->text + end);

      if (length > 0 && at > from)
        add_pairs_of (self, from, at);
      if (length > 0)
        add_word (self, at, at + length);
      at = length > 0 ? at + length : (gsize) (g_utf8_find_next_char (self->text + at, NULL) - self->text);
      from = length > 0 ? at : from;
    }
  if (from < end)
    add_pairs_of (self, from, end);
}

/* Cut where a small letter is followed by a capital one, where the script changes to one without spaces, and at “_”. */
static void
add_parts (Splitter *self,
           gsize     start,
           gsize     end)
{
  const char *stop = self->text + end;
  const char *from = self->text + start;

  for (const char *at = from; at < stop;)
    {
      const char *next = g_utf8_find_next_char (at, NULL);
      gunichar letter = g_utf8_get_char (at);
      gunichar after = next < stop ? g_utf8_get_char (next) : 0;
      gboolean dense = has_no_spaces (letter);

      if (letter == '_')
        {
          if (at > from)
            add_word (self, (gsize) (from - self->text), (gsize) (at - self->text));
          from = next;
        }
      else if (after == 0 || dense != has_no_spaces (after) || (g_unichar_islower (letter) && g_unichar_isupper (after))
               || (dense && g_unichar_get_script (letter) != g_unichar_get_script (after)))
        {
          if (dense)
            add_pairs (self, (gsize) (from - self->text), (gsize) (next - self->text));
          else
            add_word (self, (gsize) (from - self->text), (gsize) (next - self->text));
          from = next;
        }
      at = next;
    }
}

static gboolean
is_joiner (const char *sign,
           gsize       length)
{
  return (length == 1 && strchr ("-./:@+'", *sign) != NULL)
         || (length == 3 && memcmp (sign, "\u2019", 3) == 0); /* RIGHT SINGLE QUOTATION MARK */
}

/* What stands between two words: does it part clauses or sentences, or join an identifier? */
static void
look_between (Splitter *self,
              gsize     start,
              gsize     end)
{
  const char *at = self->text + start;
  gsize length = end - start;
  gboolean clause = FALSE;
  gboolean sentence = FALSE;

  if (self->words->len > 0 && is_joiner (at, length))
    return;

  end_identifier (self);
  for (const char *stop = self->text + end; at < stop; at = g_utf8_find_next_char (at, NULL))
    switch (g_utf8_get_char (at))
      {
      case '.':
      case '!':
      case '?':
      case '\n':
      case 0x3002: /* IDEOGRAPHIC FULL STOP */
      case 0x061f: /* ARABIC QUESTION MARK */
      case 0xff01: /* FULLWIDTH EXCLAMATION MARK */
      case 0xff1f: /* FULLWIDTH QUESTION MARK */
        sentence = TRUE;
        break;
      case ',':
      case ';':
      case ':':
      case '(':
      case ')':
      case 0x2013: /* EN DASH */
      case 0x2014: /* EM DASH */
      case 0x060c: /* ARABIC COMMA */
      case 0x061b: /* ARABIC SEMICOLON */
      case 0x3001: /* IDEOGRAPHIC COMMA */
      case 0xff0c: /* FULLWIDTH COMMA */
        clause = TRUE;
        break;
      default:
        break;
      }
  if (self->words->len == 0)
    return;
  if (clause || sentence)
    self->clause++;
  if (sentence)
    self->sentence++;
}

/* Where several negations deny once, the first of a clause does. */
static void
agree_negations (GArray *words)
{
  gboolean denied = FALSE;

  for (guint i = 0; i < words->len; i++)
    {
      KlWord *word = &g_array_index (words, KlWord, i);

      if (i > 0 && word->clause != g_array_index (words, KlWord, i - 1).clause)
        denied = FALSE;
      if (denied)
        word->kind &= ~(guint) KL_WORD_NEGATION;
      denied = denied || (word->kind & KL_WORD_NEGATION) != 0;
    }
}

/**
 * kl_word_list_new:
 * @vocabulary: takes the words
 * @text: UTF-8
 *
 * Returns: (transfer full) (element-type KlWord): the words of @text in order
 */
GArray *
kl_word_list_new (KlVocabulary *vocabulary,
                  const char   *text)
{
  gsize n = (gsize) g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, n + 1);
  Splitter self = { vocabulary, text, NULL, 0, 0, 0, 0 };
  const char *at = text;
  gsize start = 0;

  self.words = g_array_new (FALSE, FALSE, sizeof (KlWord));
  pango_get_log_attrs (text, -1, -1, pango_language_from_string ("en"), attributes, (int) n + 1);
  for (gsize i = 0; i <= n; i++)
    {
      gsize here = (gsize) (at - text);

      if (attributes[i].is_word_end && here > start)
        {
          look_between (&self, self.last_end, start);
          add_parts (&self, start, here);
          self.last_end = here;
          start = here;
        }
      if (attributes[i].is_word_start)
        start = here;
      if (i < n)
        at = g_utf8_find_next_char (at, NULL);
    }
  end_identifier (&self);
  if (kl_vocabulary_get_language (vocabulary) != NULL && kl_vocabulary_get_language (vocabulary)->has_concord)
    agree_negations (self.words);
  return self.words;
}
