/* kl-reading-text.c: what speaks for a key point in an explanation, and what does not, in words */

#include "config.h"

#include "kl-reading-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many missing words are named. */
#define MAX_MISSING 6
/* Places that are so close, in bytes, are quoted as one. */
#define NEAR 24
/* A quotation is about so long at most, in bytes. */
#define MAX_QUOTE 240

static char *
dup_missing (const KlPointReading *self)
{
  guint n_missing = self->missing != NULL ? g_strv_length (self->missing) : 0;
  guint n_named = MIN (n_missing, MAX_MISSING);
  g_autoptr(GString) words = g_string_new (NULL);

  if (n_missing == 0)
    return NULL;

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? _(", ") : "", self->missing[i]);
  if (n_missing > n_named)
    /* Translators: goes on after a list of words */
    g_string_append_printf (words, ngettext (" and %u more", " and %u more", n_missing - n_named), n_missing - n_named);
  /* Translators: %s are words of a key point that an explanation does not have */
  return g_strdup_printf (_("not found: %s"), words->str);
}

static const char *
get_objection (KlReadingReason reason)
{
  switch (reason)
    {
    case KL_READING_NEGATED:
      return _("its words are there, but the contrary is said");
    case KL_READING_SWAPPED:
      return _("its words are there, but the other way round");
    case KL_READING_NUMBER:
      return _("its words are there, but with another number");
    case KL_READING_NOTHING:
      return _("next to nothing of it was found");
    case KL_READING_WORDS:
    default:
      return NULL;
    }
}

static char *
join (const char *first,
      const char *second)
{
  if (first != NULL && second != NULL)
    return g_strdup_printf (_("%1$s; %2$s"), first, second);
  return g_strdup (first != NULL ? first : second);
}

/**
 * kl_reading_text_why:
 * @self: what an explanation did with a point
 *
 * Returns: (transfer full) (nullable): why it was not more, such as “not found: IPVS, round-robin”, or that it was said
 * the other way round, or after a question; %NULL where nothing is missing
 */
char *
kl_reading_text_why (const KlPointReading *self)
{
  const char *objection = get_objection (self->reason);
  g_autofree char *missing = NULL;
  g_autofree char *why = NULL;

  if (self->reason == KL_READING_NOTHING)
    return g_strdup (objection);

  missing = dup_missing (self);
  why = join (self->is_cued ? _("said after a question") : NULL, objection);
  return join (why, missing);
}

/* The words on one line. */
static void
append_words (GString    *text,
              const char *words,
              gsize       length)
{
  gsize before = text->len;

  g_string_append_len (text, words, (gssize) length);
  for (gsize i = before; i < text->len; i++)
    if (text->str[i] == '\n' || text->str[i] == '\r' || text->str[i] == '\t')
      text->str[i] = ' ';
}

/**
 * kl_reading_text_quote:
 * @evidence: (element-type KlTextSpan): places of @explanation, in order
 * @explanation: a text
 *
 * Returns: (transfer full) (nullable): the words in these places in quotation marks, such as “parity is their XOR …
 *   spreads blocks”; %NULL where there are none
 */
char *
kl_reading_text_quote (const GArray *evidence,
                       const char   *explanation)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < evidence->len && text->len < MAX_QUOTE; i++)
    {
      KlTextSpan place = g_array_index (evidence, KlTextSpan, i);

      while (i + 1 < evidence->len && place.end - place.start < MAX_QUOTE
             && g_array_index (evidence, KlTextSpan, i + 1).start <= place.end + NEAR)
        place.end = g_array_index (evidence, KlTextSpan, ++i).end;
      if (text->len > 0)
        g_string_append (text, " … ");
      append_words (text, explanation + place.start, place.end - place.start);
      if (i + 1 < evidence->len && text->len >= MAX_QUOTE)
        g_string_append (text, " …");
    }

  return text->len > 0 ? g_strdup_printf (_("“%s”"), text->str) : NULL;
}
