/* kl-figure.c: scores, ranges and minutes as people write them */

#include "config.h"

#include "kl-figure.h"

#include <string.h>

#include "kl-digits.h"

static gsize
back_over_blanks (const char *text,
                  gsize       at)
{
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
    at--;
  /* NO-BREAK SPACE and NARROW NO-BREAK SPACE stand before a percent sign in good typography. */
  if (at >= 2 && memcmp (text + at - 2, "\xc2\xa0", 2) == 0)
    return back_over_blanks (text, at - 2);
  if (at >= 3 && memcmp (text + at - 3, "\xe2\x80\xaf", 3) == 0)
    return back_over_blanks (text, at - 3);
  return at;
}

static gsize
back_over_number (const char *text,
                  gsize       at)
{
  gsize end = at;

  while (at > 0 && (g_ascii_isdigit (text[at - 1]) ||
                    ((text[at - 1] == '.' || text[at - 1] == ',') && at < end && at > 1 &&
                     g_ascii_isdigit (text[at - 2]))))
    at--;
  return at;
}

static double
number_at (const char *text,
           gsize       start,
           gsize       end)
{
  g_autofree char *digits = g_strndup (text + start, MIN (end - start, 32));

  g_strdelimit (digits, ",", '.');
  return g_ascii_strtod (digits, NULL);
}

static gsize
back_over_dash (const char *text,
                gsize       at)
{
  if (at >= 1 && text[at - 1] == '-')
    return at - 1;
  if (at >= 3 && (memcmp (text + at - 3, "–", 3) == 0 || memcmp (text + at - 3, "—", 3) == 0))
    return at - 3;
  if (at >= 3 && memcmp (text + at - 3, " to", 3) == 0)
    return at - 3;
  return at;
}

static gboolean
read_before_percent (const char *text,
                     gsize       percent,
                     KlFigure   *figure)
{
  gsize high_end = back_over_blanks (text, percent);
  gsize high = back_over_number (text, high_end);
  gsize dash_end = back_over_blanks (text, high);
  gsize dash = back_over_dash (text, dash_end);

  if (high == high_end)
    return FALSE;

  figure->high = number_at (text, high, high_end);
  figure->low = figure->high;
  figure->start = high;
  figure->end = percent + 1;

  if (dash < dash_end)
    {
      gsize low_end = back_over_blanks (text, dash);
      gsize low;

      if (low_end > 0 && text[low_end - 1] == '%')
        low_end = back_over_blanks (text, low_end - 1);
      low = back_over_number (text, low_end);
      if (low < low_end)
        {
          double value = number_at (text, low, low_end);

          figure->start = low;
          figure->low = MIN (value, figure->high);
          figure->high = MAX (value, figure->high);
        }
    }
  return TRUE;
}

/* A range of two percentages is found at its first sign; the whole range ends at its second. */
static gboolean
extend_over_second (const char *text,
                    KlFigure   *figure)
{
  const char *second = strchr (text + figure->end, '%');
  KlFigure whole;

  if (second == NULL || !read_before_percent (text, (gsize) (second - text), &whole) || whole.start > figure->start ||
      whole.high > 100)
    return FALSE;
  *figure = whole;
  return TRUE;
}

/* “8/10” and “17 / 20” */
static gboolean
find_fraction (const char *text,
               KlFigure   *figure)
{
  for (const char *slash = strchr (text, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    {
      gsize at = (gsize) (slash - text);
      gsize end = back_over_blanks (text, at);
      gsize start = back_over_number (text, end);
      gsize whole = at + 1;
      gsize whole_end;
      double total;

      while (text[whole] == ' ')
        whole++;
      whole_end = whole;
      while (g_ascii_isdigit (text[whole_end]))
        whole_end++;
      if (start == end || whole == whole_end || text[whole_end] == '/' || (start > 0 && text[start - 1] == '/'))
        continue;
      total = number_at (text, whole, whole_end);
      if (total < 5 || total > 1000)
        continue;
      figure->low = figure->high = 100 * number_at (text, start, end) / total;
      figure->start = start;
      figure->end = whole_end;
      return figure->high <= 100;
    }
  return FALSE;
}

static gboolean
find_score (const char *text,
            KlFigure   *figure)
{
  for (const char *percent = strchr (text, '%'); percent != NULL; percent = strchr (percent + 1, '%'))
    if (read_before_percent (text, (gsize) (percent - text), figure) && figure->high <= 100)
      {
        extend_over_second (text, figure);
        return TRUE;
      }
  return find_fraction (text, figure);
}

static const char *const least_words[] = { "below", "under", "less than", "up to", "lower than", NULL };
static const char *const less_words[] = { " and below", " or below", " or less", " and less", " and lower", NULL };
static const char *const most_words[] = { "above", "over", "more than", "at least", "from", NULL };
static const char *const more_words[] = { " and above", " or above", " or more", " and more", " and up", " or better",
                                          " and higher", " or higher", NULL };

static gboolean
ends_with_any (const char        *text,
               const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_suffix (text, *words))
      return TRUE;
  return FALSE;
}

static gboolean
begins_with_any (const char        *text,
                 const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (text, *words))
      return TRUE;
  return FALSE;
}

static gboolean
find_range (const char *text,
            KlFigure   *figure)
{
  g_autofree char *plain = NULL;
  const char *plus = strstr (text, "+%");
  g_autofree char *words = NULL;
  g_autofree char *rest = NULL;
  gsize before;

  if (plus != NULL)
    {
      plain = g_strdup (text);
      plain[plus - text] = ' ';
      text = plain;
    }
  if (!find_score (text, figure))
    return FALSE;

  before = back_over_blanks (text, figure->start);
  words = g_ascii_strdown (text, (gssize) before);
  rest = g_ascii_strdown (text + figure->end, -1);
  if (figure->low < figure->high)
    return TRUE;
  if ((before >= 1 && text[before - 1] == '<') || (before >= 3 && memcmp (text + before - 3, "≤", 3) == 0) ||
      ends_with_any (words, least_words) || begins_with_any (rest, less_words))
    figure->low = 0;
  else if (plus != NULL || (before >= 1 && text[before - 1] == '>') ||
           (before >= 3 && memcmp (text + before - 3, "≥", 3) == 0) || ends_with_any (words, most_words) ||
           begins_with_any (rest, more_words))
    figure->high = 100;
  return TRUE;
}

static gboolean
find_bare_range (const char *text,
                 KlFigure   *figure)
{
  gsize end = strlen (text);
  g_autofree char *head = NULL;
  g_autofree char *signed_text = NULL;
  gboolean plus;

  while (end > 0 && !g_ascii_isdigit (text[end - 1]))
    end--;
  if (end == 0)
    return FALSE;
  plus = text[end] == '+';
  head = g_strndup (text, end);
  signed_text = g_strconcat (head, plus ? "+%" : "%", text + end + (plus ? 1 : 0), NULL);
  if (!find_range (signed_text, figure) || figure->low >= figure->high)
    return FALSE;
  figure->end = end + (plus ? 1 : 0);
  return TRUE;
}

/* In the digits of whatever script they are written. */
static gboolean
find_in_any_digits (const char *text,
                    KlFigure   *figure,
                    gboolean (*find) (const char *text,
                                      KlFigure   *figure))
{
  g_autofree gsize *offsets = NULL;
  g_autofree char *folded = kl_digits_fold (text, &offsets);

  if (folded == NULL)
    return find (text, figure);
  if (!find (folded, figure))
    return FALSE;
  figure->start = offsets[figure->start];
  figure->end = offsets[figure->end];
  return TRUE;
}

/**
 * kl_figure_find_score:
 * @text: UTF-8
 * @figure: (out): where and what it is
 *
 * Returns: whether @text names a score from 0 to 100: “75%”, “75–85 %”, “8/10”
 */
gboolean
kl_figure_find_score (const char *text,
                      KlFigure   *figure)
{
  return find_in_any_digits (text, figure, find_score);
}

/**
 * kl_figure_find_range:
 * @text: UTF-8
 * @figure: (out): where and what it is
 *
 * Returns: whether @text names a range of scores, as a band does: “70-89%”, “<50%”, “90+%”, “≥ 90 %”
 */
gboolean
kl_figure_find_range (const char *text,
                      KlFigure   *figure)
{
  return find_in_any_digits (text, figure, find_range);
}

/**
 * kl_figure_find_bare_range:
 * @text: UTF-8
 * @figure: (out): where and what it is
 *
 * Returns: whether @text names a range of scores without the percent sign, as a band may: “70-89”, “below 50”, “90+”
 */
gboolean
kl_figure_find_bare_range (const char *text,
                           KlFigure   *figure)
{
  return find_in_any_digits (text, figure, find_bare_range);
}

static gint64
unit_minutes (const char *unit)
{
  if (g_ascii_strncasecmp (unit, "min", 3) == 0)
    return 1;
  if (g_ascii_strncasecmp (unit, "h", 1) == 0
      && (!g_ascii_isalpha (unit[1]) || g_ascii_strncasecmp (unit, "hour", 4) == 0
          || g_ascii_strncasecmp (unit, "hr", 2) == 0))
    return 60;
  return 0;
}

/**
 * kl_figure_find_minutes:
 * @text: UTF-8
 * @start: (out) (optional): where it stands, brackets around it included
 * @end: (out) (optional): one past its last byte
 *
 * Returns: the minutes that @text names, the larger number of a range; 0 if it names none
 */
gint64
kl_figure_find_minutes (const char *text,
                        gsize      *start,
                        gsize      *end)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      gsize from;
      gsize to = (gsize) (at - text);
      gsize number = to;
      gint64 unit;
      double sixtieths;

      if (!g_ascii_isdigit (*at) || (at > text && g_ascii_isalnum (at[-1])))
        continue;
      from = to;
      while (g_ascii_isdigit (text[to]) || ((text[to] == '.' || text[to] == ',') && g_ascii_isdigit (text[to + 1])))
        to++;
      sixtieths = 60 * number_at (text, number, to);
      number = to;
      while (text[to] == '+' || text[to] == ' ' || text[to] == '-')
        to++;
      unit = unit_minutes (text + to);
      if (unit == 0 || sixtieths < 1 || sixtieths > 60 * 6000)
        {
          at = text + number - 1;
          continue;
        }
      while (g_ascii_isalpha (text[to]) || text[to] == '.')
        to++;
      while (from > 0 && (g_ascii_isdigit (text[from - 1]) || strchr ("-~ ", text[from - 1]) != NULL))
        from--;
      if (from > 0 && text[from - 1] == '(' && text[to] == ')')
        {
          from--;
          to++;
        }
      if (start != NULL)
        *start = from;
      if (end != NULL)
        *end = to;
      return (gint64) sixtieths * unit / 60;
    }
  return 0;
}

/**
 * kl_figure_find_depth_mark:
 * @text: a heading, or a list item without its bullet
 * @leading: whether it has to begin with the mark
 * @depth: (inout): what the mark says, in any language
 *
 * Returns: whether there is one
 */
gboolean
kl_figure_find_depth_mark (const char *text,
                           gboolean    leading,
                           KlDepth    *depth)
{
  static const struct
  {
    const char *mark;
    KlDepth depth;
  } marks[] = {
    { "✅", KL_DEPTH_DEEP },    { "☑", KL_DEPTH_DEEP },     { "✔", KL_DEPTH_DEEP },     { "✓", KL_DEPTH_DEEP },
    { "📖", KL_DEPTH_SURFACE }, { "🚧", KL_DEPTH_SURFACE }, { "🔄", KL_DEPTH_SURFACE }, { "⏳", KL_DEPTH_NONE },
    { "☐", KL_DEPTH_NONE },     { "⬜", KL_DEPTH_NONE },    { "❌", KL_DEPTH_NONE },    { "✗", KL_DEPTH_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (leading ? g_str_has_prefix (text, marks[i].mark) : strstr (text, marks[i].mark) != NULL)
      {
        *depth = marks[i].depth;
        return TRUE;
      }
  return FALSE;
}
