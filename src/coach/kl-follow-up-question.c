/* kl-follow-up-question.c: what to ask after an explanation, about a point that it missed
 *
 * A question is a template that is chosen by what the point says and by how it was missed: the same point and the same
 * reading make the same question. It asks beyond the point, whose words the person has before them by then. Each
 * template ends with a question mark: by it a question is known where it stands in an explanation (kl-quoted-question).
 */

#include "config.h"

#include "kl-follow-up-question.h"

#include <glib/gi18n.h>
#include <string.h>

/* What stands before a colon is a thing up to this many characters. */
#define MAX_THING 40
/* Of a point, no more characters are quoted. */
#define MAX_QUOTED 120
/* So many things make a list. */
#define MIN_LISTED 3

/* What speaks of somebody who looks after something, casefolded; words begin so. */
static const char *const watching[] = { "watch",    "monitor", "observ",  "detect",  "probe",    "supervis",
                                        "überwach", "ueberwach", "beobacht", "erkenn", "entdeck" };

/* Between things of a list. */
#define IS_COMMA(c) ((c) == ',' || (c) == 0x060c || (c) == 0x3001)

static gboolean
is_quiet (const char *text)
{
  return *text == '\0';
}

/* Such as kube-proxy, ClusterIP, p99 or API: what is written so is the name of a thing, in whatever language. */
static gboolean
is_name (const char *word)
{
  guint n_letters = 0;
  guint n_capitals = 0;
  gboolean has_sign = FALSE;
  gboolean has_late_capital = FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_find_next_char (p, NULL))
    {
      gunichar c = g_utf8_get_char (p);

      n_letters += g_unichar_isalpha (c) != 0;
      n_capitals += g_unichar_isupper (c) != 0;
      has_late_capital = has_late_capital || (p != word && g_unichar_isupper (c));
      has_sign = has_sign || ((c == '-' || c == '_' || c == '/' || g_unichar_isdigit (c)) && p != word);
    }
  return n_letters > 0 && (has_sign || has_late_capital || n_capitals > 1);
}

/* “Thing: what there is to say of it.” */
static char *
dup_head (const char *point)
{
  const char *colon = strchr (point, ':');
  g_autofree char *head = NULL;

  if (colon == NULL || !g_ascii_isspace (colon[1]))
    return NULL;

  head = g_strstrip (g_strndup (point, (gsize) (colon - point)));
  return is_quiet (head) || g_utf8_strlen (head, -1) > MAX_THING ? NULL : g_steal_pointer (&head);
}

static char *
dup_thing (const char           *point,
           const KlPointReading *reading)
{
  char *head = dup_head (point);

  if (head != NULL)
    return head;
  for (guint i = 0; reading->missing != NULL && reading->missing[i] != NULL; i++)
    if (is_name (reading->missing[i]))
      return g_strdup (reading->missing[i]);
  return NULL;
}

/* What a point lists, behind its head. */
static char *
dup_list (const char *point)
{
  g_autofree char *head = dup_head (point);
  const char *list = head != NULL ? strchr (point, ':') + 1 : point;
  guint n_listed = 1;

  for (const char *p = list; *p != '\0'; p = g_utf8_find_next_char (p, NULL))
    n_listed += IS_COMMA (g_utf8_get_char (p)) && !is_quiet (g_utf8_find_next_char (p, NULL));
  return n_listed >= MIN_LISTED ? g_strstrip (g_strdup (list)) : NULL;
}

static gboolean
is_word_start (const char *text,
               const char *place)
{
  return place == text || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (place)));
}

static gboolean
speaks_of_watching (const char *point)
{
  g_autofree char *folded = g_utf8_casefold (point, -1);

  for (guint i = 0; i < G_N_ELEMENTS (watching); i++)
    for (const char *place = strstr (folded, watching[i]); place != NULL; place = strstr (place + 1, watching[i]))
      if (is_word_start (folded, place))
        return TRUE;
  return FALSE;
}

static char *
dup_quoted (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *start = NULL;

  for (char *p = stripped; *p != '\0'; p++)
    if (*p == '\n' || *p == '\r' || *p == '\t')
      *p = ' ';
  if (g_utf8_strlen (stripped, -1) <= MAX_QUOTED)
    return g_steal_pointer (&stripped);

  start = g_utf8_substring (stripped, 0, MAX_QUOTED);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static KlFollowUpKind
choose_by_reason (KlReadingReason reason)
{
  switch (reason)
    {
    case KL_READING_NEGATED:
    case KL_READING_SWAPPED:
      return KL_FOLLOW_UP_WHICH_WAY;
    case KL_READING_NUMBER:
      return KL_FOLLOW_UP_NUMBER;
    case KL_READING_WORDS:
    case KL_READING_NOTHING:
    default:
      return KL_FOLLOW_UP_WHY;
    }
}

/**
 * kl_follow_up_question_choose:
 * @point: the words of a point
 * @reading: what an explanation did with it
 * @about: (out) (nullable): what to ask about: the point, the things that it lists, or the thing that it is about;
 *   %NULL where there is nothing to ask
 *
 * Returns: what to ask
 */
KlFollowUpKind
kl_follow_up_question_choose (const char            *point,
                              const KlPointReading  *reading,
                              char                 **about)
{
  KlFollowUpKind kind = choose_by_reason (reading->reason);
  g_autofree char *quoted = dup_quoted (point);
  g_autofree char *thing = NULL;
  g_autofree char *list = NULL;

  *about = NULL;
  if (reading->verdict == KL_VERDICT_COVERED || is_quiet (quoted))
    return KL_FOLLOW_UP_NONE;

  if (kind == KL_FOLLOW_UP_WHY)
    {
      thing = dup_thing (point, reading);
      list = dup_list (point);
      if (thing != NULL && speaks_of_watching (point))
        kind = KL_FOLLOW_UP_WATCHES;
      else if (list != NULL)
        kind = KL_FOLLOW_UP_APART;
      else if (thing != NULL)
        kind = KL_FOLLOW_UP_FAILS;
    }

  if (kind == KL_FOLLOW_UP_APART)
    *about = dup_quoted (list);
  else if (kind == KL_FOLLOW_UP_WATCHES || kind == KL_FOLLOW_UP_FAILS)
    *about = dup_quoted (thing);
  else
    *about = g_steal_pointer (&quoted);
  return kind;
}

/**
 * kl_follow_up_question_new:
 * @point: the words of a point
 * @reading: what an explanation did with it
 *
 * Returns: (transfer full) (nullable): what to ask next; %NULL where the point was covered
 */
char *
kl_follow_up_question_new (const char           *point,
                           const KlPointReading *reading)
{
  g_autofree char *about = NULL;

  switch (kl_follow_up_question_choose (point, reading, &about))
    {
    case KL_FOLLOW_UP_WHY:
      /* Translators: %s is a key point that an explanation missed */
      return g_strdup_printf (_("Why is that so: “%s”?"), about);
    case KL_FOLLOW_UP_WHICH_WAY:
      /* Translators: %s is a key point whose contrary was said */
      return g_strdup_printf (_("Which way round is it, and why: “%s”?"), about);
    case KL_FOLLOW_UP_NUMBER:
      /* Translators: %s is a key point of which another number was said */
      return g_strdup_printf (_("Which number is right, and why that one: “%s”?"), about);
    case KL_FOLLOW_UP_APART:
      /* Translators: %s is a list, such as “striping, mirroring, parity” */
      return g_strdup_printf (_("What sets these apart: %s?"), about);
    case KL_FOLLOW_UP_WATCHES:
      /* Translators: %s is a thing, such as “kube-proxy” */
      return g_strdup_printf (_("Who watches “%s”, and what follows?"), about);
    case KL_FOLLOW_UP_FAILS:
      /* Translators: %s is a thing, such as “kube-proxy” */
      return g_strdup_printf (_("What happens if “%s” fails?"), about);
    case KL_FOLLOW_UP_NONE:
    default:
      return NULL;
    }
}

/* What the person said of a point counts more than what the reading did. A point that was spoken of after a question
 * has had its own. */
static char *
ask (const char           *point,
     const KlPointReading *reading,
     KlVerdictValue        given,
     KlVerdictValue        verdict)
{
  KlPointReading judged = *reading;

  if (given != KL_VERDICT_UNSET)
    judged.verdict = given;
  return judged.verdict == verdict && !judged.is_cued ? kl_follow_up_question_new (point, &judged) : NULL;
}

/**
 * kl_follow_up_question_list:
 * @points: the words of the points, as many as @reading has
 * @reading: what an explanation did with them
 * @given: (nullable): the verdicts of the person, as many; they count in the place of those that are suggested
 * @asked: (nullable): what was asked before, and is not asked again
 * @max: how many questions at most
 *
 * Returns: (transfer full): what to ask next, each once: about what was missed, then about what was covered in part
 */
char **
kl_follow_up_question_list (const char *const          *points,
                            const KlExplanationReading *reading,
                            const KlVerdictValue       *given,
                            const char *const          *asked,
                            gsize                       max)
{
  static const KlVerdictValue order[] = { KL_VERDICT_MISSED, KL_VERDICT_PARTLY };
  gsize n_points = kl_explanation_reading_get_n_points (reading);
  g_autoptr(GPtrArray) questions = g_ptr_array_new ();

  for (gsize i = 0; i < n_points * G_N_ELEMENTS (order) && questions->len < max; i++)
    {
      gsize index = i % n_points;
      g_autofree char *question = ask (points[index], kl_explanation_reading_get_point (reading, index),
                                       given != NULL ? given[index] : KL_VERDICT_UNSET, order[i / n_points]);

      if (question != NULL && !(asked != NULL && g_strv_contains (asked, question))
          && !g_ptr_array_find_with_equal_func (questions, question, g_str_equal, NULL))
        g_ptr_array_add (questions, g_steal_pointer (&question));
    }
  g_ptr_array_add (questions, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&questions), FALSE);
}
