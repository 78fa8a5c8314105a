/* kl-dealings.c: what the sections of a document have to do with the rest of it
 *
 * A section tells others something: which titles there are, which points may be a topic's half, what an exercise may
 * mention. And it asks for topics that stand elsewhere. Where two readings of the same sections tell and ask the same,
 * the rest of the document means the same as well.
 */

#include "config.h"

#include "kl-dealings.h"

#include <string.h>

#include "kl-phrase.h"
#include "model/kl-link.h"

static gboolean
has_same_keys (GHashTable *a,
               GHashTable *b)
{
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (b, key))
      return FALSE;
  return TRUE;
}

/* The same subjects, in the same order; exercises that span the same topics. */
static gboolean
has_same_subjects (KlReading *a,
                   KlReading *b)
{
  if (a->subjects->len != b->subjects->len)
    return FALSE;
  for (guint i = 0; i < a->subjects->len; i++)
    {
      KlSubject *subject = ((KlDraftSubject *) g_ptr_array_index (a->subjects, i))->subject;
      KlSubject *other = ((KlDraftSubject *) g_ptr_array_index (b->subjects, i))->subject;
      GListModel *links = kl_subject_get_links (subject);
      GListModel *other_links = kl_subject_get_links (other);
      guint n = g_list_model_get_n_items (links);

      if (strcmp (kl_subject_get_source (subject), kl_subject_get_source (other)) != 0
          || n != g_list_model_get_n_items (other_links))
        return FALSE;
      for (guint j = 0; j < n; j++)
        {
          g_autoptr(KlLink) link = g_list_model_get_item (links, j);
          g_autoptr(KlLink) other_link = g_list_model_get_item (other_links, j);

          if (strcmp (kl_link_get_source (link), kl_link_get_source (other_link)) != 0)
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
has_same_references (GPtrArray *a,
                     GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_strcmp0 (kl_point_get_text (g_ptr_array_index (a, i)), kl_point_get_text (g_ptr_array_index (b, i))) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
has_same_questions (GPtrArray *a,
                    GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (strcmp (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
      return FALSE;
  return TRUE;
}

/* Whether an exercise has the words of a point. It spans the topic of that point then, unless another topic has the
 * same point somewhere. */
static gboolean
is_mentioned (KlReading  *reading,
              const char *phrase)
{
  for (guint i = 0; i < reading->subjects->len; i++)
    {
      KlSubject *subject = ((KlDraftSubject *) g_ptr_array_index (reading->subjects, i))->subject;
      g_autofree char *words = NULL;

      if (kl_subject_get_kind (subject) != KL_SUBJECT_EXERCISE)
        continue;
      words = kl_mention_fold (kl_subject_get_title (subject));
      if (kl_phrase_has (words, phrase))
        return TRUE;
    }
  return FALSE;
}

static const char *
get_topic (GHashTable *points,
           const char *phrase)
{
  KlDraftSubject *topic = g_hash_table_lookup (points, phrase);

  return topic != NULL ? kl_subject_get_source (topic->subject) : NULL;
}

static gboolean
has_other_mentions (KlReading *a,
                    KlReading *b)
{
  GHashTableIter iter;
  gpointer phrase;

  g_hash_table_iter_init (&iter, a->index->points);
  while (g_hash_table_iter_next (&iter, &phrase, NULL))
    if ((!g_hash_table_contains (b->index->points, phrase)
         || g_strcmp0 (get_topic (a->index->points, phrase), get_topic (b->index->points, phrase)) != 0)
        && is_mentioned (a, phrase))
      return TRUE;
  return FALSE;
}

/**
 * kl_dealings_are_alike:
 * @a: a reading, finished
 * @b: another one, of the same sections
 *
 * Returns: whether both ask the rest of the document the same, and tell it the same apart from
 *   kl_dealings_list_prefixes()
 */
gboolean
kl_dealings_are_alike (KlReading *a,
                       KlReading *b)
{
  return has_same_keys (a->index->titles, b->index->titles)
         && has_same_keys (kl_mention_index_get_phrases (a->index), kl_mention_index_get_phrases (b->index))
         && has_same_keys (a->index->exercises, b->index->exercises) && has_same_subjects (a, b)
         && has_same_references (a->references, b->references) && has_same_questions (a->asked, b->asked)
         && !has_other_mentions (a, b) && !has_other_mentions (b, a)
         && strcmp (a->plan_notes->str, b->plan_notes->str) == 0 && g_strcmp0 (a->date, b->date) == 0;
}

/* The first point that begins so counts, so that another one of the same words is another matter. */
static gboolean
is_same_prefix (KlPointPrefix *a,
                KlPointPrefix *b)
{
  return strcmp (kl_point_get_text (a->point), kl_point_get_text (b->point)) == 0
         && strcmp (kl_point_get_source (a->point), kl_point_get_source (b->point)) == 0;
}

static void
add_missing (GPtrArray *prefixes,
             KlReading *from,
             KlReading *in)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, from->prefixes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      KlPointPrefix *prefix = value;
      KlPointPrefix *other = g_hash_table_lookup (in->prefixes, key);

      if (other == NULL || !is_same_prefix (prefix, other))
        g_ptr_array_add (prefixes, g_strdup (key));
    }
}

/**
 * kl_dealings_list_prefixes:
 * @a: a reading, finished
 * @b: another one, of the same sections
 *
 * Returns: (transfer full) (element-type utf8): the folded beginnings of points (“Control Plane: …”) that only one of
 *   the two has, or that go on otherwise: a score of that title would be about something else
 */
GPtrArray *
kl_dealings_list_prefixes (KlReading *a,
                           KlReading *b)
{
  GPtrArray *prefixes = g_ptr_array_new_with_free_func (g_free);

  add_missing (prefixes, a, b);
  add_missing (prefixes, b, a);
  return prefixes;
}
