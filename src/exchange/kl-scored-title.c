/* kl-scored-title.c: whom the heading of a score is about, and the score where the heading has it as well
 *
 * “DNS”, “DNS – second attempt”, “DNS: 🟢 Strong (98%)”
 */

#include "config.h"

#include "kl-scored-title.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-figure.h"
#include "kl-phrase.h"
#include "kl-point-list.h"
#include "kl-section.h"

/* Nobody's title is longer; each place where it may be parted costs a look at all of it. */
#define MAX_TITLE_BYTES 400

static const char *const separators[] = { " – ", " — ", " - ", ": ", " | ", " → ", NULL };

/* The first separator at or after a byte; its length, or 0 if there is none. */
static gsize
find_separator (const char *title,
                gsize       from,
                gsize      *at)
{
  gsize length = 0;

  for (guint i = 0; separators[i] != NULL; i++)
    {
      const char *found = strstr (title + from, separators[i]);

      if (found != NULL && (length == 0 || (gsize) (found - title) < *at))
        {
          *at = (gsize) (found - title);
          length = strlen (separators[i]);
        }
    }
  return length;
}

static gboolean
is_about_attempt (const char *text)
{
  static const char *const words[] = {
    "attempt", "attempts", "try", "retry", "retest", "re test", "round", "again", "take", "revisited", "recall", NULL,
  };
  g_autofree char *folded = kl_phrase_fold (text);

  return kl_phrase_has_any (folded, words);
}

/* The topic of that title, also where it says which attempt it was. */
static KlDraftSubject *
find_subject (KlReading  *reading,
              const char *title)
{
  KlDraftSubject *found = kl_reading_find_subject (reading, title);
  gboolean may_be_parted = strlen (title) <= MAX_TITLE_BYTES;
  gsize at = 0;
  gsize length;

  for (gsize from = 0; may_be_parted && found == NULL && (length = find_separator (title, from, &at)) > 0;
       from = at + length)
    {
      g_autofree char *head = g_strndup (title, at);

      if (is_about_attempt (title + at + length))
        found = kl_reading_find_subject (reading, head);
    }
  return found;
}

/* “Control Plane Architecture” is a half of “Kubernetes Architecture” if that has a point “Control Plane: …” and the
 * other words of the title are words of the topic's. */
static KlPointPrefix *
find_prefix (KlReading  *reading,
             const char *title)
{
  g_autofree char *folded = kl_phrase_fold (title);
  g_autofree char *head = g_strdup (folded);

  while (TRUE)
    {
      KlPointPrefix *found = g_hash_table_lookup (reading->prefixes, head);
      char *blank;

      if (found != NULL)
        {
          const char *rest = folded + strlen (head);
          g_autofree char *topic = kl_phrase_fold (kl_subject_get_title (found->topic->subject));
          g_auto(GStrv) words = g_strsplit (*rest == ' ' ? rest + 1 : rest, " ", -1);
          gboolean all = TRUE;

          for (guint i = 0; words[i] != NULL; i++)
            all = all && kl_phrase_has (topic, words[i]);
          if (all)
            return found;
        }
      blank = strrchr (head, ' ');
      if (blank == NULL)
        return NULL;
      *blank = '\0';
    }
}

static KlDraftSubject *
add_subtopic (KlReading     *reading,
              KlPointPrefix *prefix,
              const char    *title)
{
  KlDraftSubject *topic = prefix->topic;
  KlDepth depth = kl_subject_get_depth (topic->subject);
  KlDraftSubject *subtopic = kl_reading_add_subject (reading, topic, KL_SUBJECT_TOPIC, depth, title);
  const char *text = strstr (kl_point_get_text (prefix->point), ": ") + 2;
  g_autoptr(GPtrArray) parts = kl_point_list_split (text);

  for (guint i = 0; i < parts->len; i++)
    kl_reading_add_point (reading, subtopic, NULL, depth, g_ptr_array_index (parts, i), NULL);
  g_object_set (prefix->point, "target", kl_record_get_id (KL_RECORD (subtopic->subject)), NULL);
  return subtopic;
}

/**
 * kl_scored_title_resolve:
 * @reading: the document, its topics already read
 * @title: the heading of a score, without the score
 * @line: of the heading
 *
 * Returns: (transfer none): the topic or exercise that it is about, a new one if there is none of that title
 */
KlDraftSubject *
kl_scored_title_resolve (KlReading  *reading,
                         const char *title,
                         guint       line)
{
  KlDraftSubject *found = find_subject (reading, title);
  KlPointPrefix *prefix;

  if (found != NULL)
    return found;
  prefix = find_prefix (reading, title);
  if (prefix != NULL && kl_point_get_target (prefix->point) == NULL)
    return add_subtopic (reading, prefix, title);

  found = kl_mention_index_find_exercise (reading->index, title);
  if (found != NULL)
    return found;

  kl_reading_note (reading, line, _("“%s” has a score but is no topic of the plan: it became a topic."), title);
  return kl_reading_add_subject (reading, NULL, KL_SUBJECT_TOPIC, KL_DEPTH_NONE, title);
}

/**
 * kl_scored_title_find_name_end:
 * @reading: the document
 * @title: the heading of a score
 * @subject: what it is about
 *
 * Returns: where that part of @title ends by which @subject was found, in bytes: “DNS” of “DNS (second attempt)”
 */
gsize
kl_scored_title_find_name_end (KlReading      *reading,
                               const char     *title,
                               KlDraftSubject *subject)
{
  gsize whole = strlen (title);

  for (gsize at = 0; whole <= MAX_TITLE_BYTES && at < whole; at++)
    {
      gsize next = at;
      g_autofree char *head = NULL;

      if (at == 0 || (title[at] != '(' && (find_separator (title, at, &next) == 0 || next != at)))
        continue;
      head = g_strchomp (g_strndup (title, at));
      if (*head != '\0' && kl_reading_find_subject (reading, head) == subject)
        return strlen (head);
    }
  return whole;
}

static char *
dup_name (const char *title,
          gsize       end)
{
  g_autofree char *name = g_strchomp (g_strndup (title, end));

  for (gsize n = strlen (name); n > 0 && strchr (" (:|-", name[n - 1]) != NULL; n--)
    name[n - 1] = '\0';
  while (g_str_has_suffix (name, "–") || g_str_has_suffix (name, "—") || g_str_has_suffix (name, "→"))
    {
      name[strlen (name) - strlen ("–")] = '\0';
      g_strchomp (name);
    }
  return g_steal_pointer (&name);
}

/**
 * kl_scored_title_find_score:
 * @reading: the document, its topics already read
 * @title: the heading of a score
 * @name: (out): the title without the score
 *
 * Returns: where the score begins with its label, in bytes; 0 if @title has none
 */
gsize
kl_scored_title_find_score (KlReading  *reading,
                            const char *title,
                            char      **name)
{
  KlFigure figure;
  gsize mark = kl_section_find_grade_mark (title);
  gsize start;
  gsize at = 0;
  gsize length;

  *name = NULL;
  if (strlen (title) > MAX_TITLE_BYTES || !kl_figure_find_score (title, &figure) || figure.start == 0)
    return 0;
  start = mark > 0 && mark < figure.start ? mark : figure.start;
  /* “DNS: Strong (98%)”: a word may stand before the figure, but “TCP: Windows (98%)” is a title of its own. */
  if (start == figure.start)
    for (gsize from = 0; (length = find_separator (title, from, &at)) > 0 && at < figure.start; from = at + length)
      {
        g_autofree char *head = g_strndup (title, at);
        g_autofree char *whole = dup_name (title, figure.start);

        if (kl_reading_find_subject (reading, whole) == NULL && kl_reading_find_subject (reading, head) != NULL)
          {
            start = at + length;
            break;
          }
      }
  *name = dup_name (title, start);
  if (**name != '\0')
    return start;
  g_clear_pointer (name, g_free);
  return 0;
}
