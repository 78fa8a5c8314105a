/* kl-mention-index.c: which topic or exercise of a document words of it mean
 *
 * By its title, by a half of one, by a whole point: in the titles of scores, in the queue, in exercises.
 */

#include "config.h"

#include "kl-mention-index.h"

#include <string.h>

#include "kl-phrase.h"

#define CHUNK_BYTES (64 * 1024)
#define MAX_PHRASE_WORDS 8
/* Alternatives of a title: a mention of one is a mention of the topic. Shorter words are too common for that. */
#define MIN_PHRASE_LENGTH 3
/* Fewer words of a point are too common to tell its topic. */
#define MIN_POINT_WORDS 3

/* “pods” and “pod” are the same word when a topic's mention is looked for. */
static char *
singular (const char *folded)
{
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (length > 3 && words[i][length - 1] == 's' && words[i][length - 2] != 's')
        words[i][length - 1] = '\0';
    }
  return g_strjoinv (" ", words);
}

/**
 * kl_mention_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): its folded words, as they are compared when it may mention a topic
 */
char *
kl_mention_fold (const char *text)
{
  g_autofree char *folded = kl_phrase_fold (text);

  return singular (folded);
}

/**
 * kl_mention_index_new:
 *
 * Returns: (transfer full): an empty index
 */
KlMentionIndex *
kl_mention_index_new (void)
{
  KlMentionIndex *self = g_new0 (KlMentionIndex, 1);

  /* There are as many of these as lines. In pieces of their own they leave no holes between what stays. */
  self->words = g_string_chunk_new (CHUNK_BYTES);
  self->topics = g_ptr_array_new ();
  self->titles = g_hash_table_new (g_str_hash, g_str_equal);
  self->exercises = g_hash_table_new (g_str_hash, g_str_equal);
  self->phrases = g_hash_table_new (g_str_hash, g_str_equal);
  self->points = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * kl_mention_index_free:
 * @self: (transfer full): an index
 */
void
kl_mention_index_free (KlMentionIndex *self)
{
  g_string_chunk_free (self->words);
  g_ptr_array_unref (self->topics);
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->exercises);
  g_hash_table_unref (self->phrases);
  g_hash_table_unref (self->points);
  g_free (self);
}

/**
 * kl_mention_index_add:
 * @self: an index
 * @draft: a subject, which must outlive the index
 * @folded: its title, folded; of two alike the first is meant
 */
void
kl_mention_index_add (KlMentionIndex *self,
                      KlDraftSubject *draft,
                      const char     *folded)
{
  gboolean is_exercise = kl_subject_get_kind (draft->subject) == KL_SUBJECT_EXERCISE;
  GHashTable *titles = is_exercise ? self->exercises : self->titles;

  if (!is_exercise)
    g_ptr_array_add (self->topics, draft);
  if (!g_hash_table_contains (titles, folded))
    g_hash_table_insert (titles, g_string_chunk_insert (self->words, folded), draft);
}

static void
index_phrase (KlMentionIndex *self,
              KlDraftSubject *draft,
              const char     *phrase)
{
  g_autofree char *key = kl_mention_fold (phrase);
  gpointer kept;

  if (strlen (key) < MIN_PHRASE_LENGTH || g_hash_table_contains (self->phrases, key))
    return;

  if (!g_hash_table_lookup_extended (self->titles, key, &kept, NULL))
    kept = g_string_chunk_insert (self->words, key);
  g_hash_table_insert (self->phrases, kept, draft);
}

/* “DNS / Service Discovery” may be called by either half, “Ingress and Ingress Controllers” as well. */
static void
index_phrases (KlMentionIndex *self,
               KlDraftSubject *draft)
{
  const char *title = kl_subject_get_title (draft->subject);
  g_autofree char *split = g_strdup (kl_phrase_skip_ordinal (title));
  g_auto(GStrv) halves = NULL;

  for (char *at = strstr (split, " and "); at != NULL; at = strstr (at, " and "))
    memcpy (at, "  /  ", strlen (" and ")); /* NOLINT(bugprone-not-null-terminated-result): the text goes on */
  g_strdelimit (split, "&", '/');
  halves = g_strsplit (split, "/", 4);
  index_phrase (self, draft, kl_phrase_skip_ordinal (title));
  for (guint i = 0; halves[i] != NULL && halves[1] != NULL; i++)
    index_phrase (self, draft, halves[i]);
}

/**
 * kl_mention_index_get_phrases:
 * @self: an index
 *
 * Most documents mention no topic elsewhere, so that the phrases are only listed when somebody asks.
 *
 * Returns: (transfer none) (element-type utf8 KlDraftSubject): what the topics so far may be called in a text
 */
GHashTable *
kl_mention_index_get_phrases (KlMentionIndex *self)
{
  for (; self->n_phrased < self->topics->len; self->n_phrased++)
    index_phrases (self, g_ptr_array_index (self->topics, self->n_phrased));
  return self->phrases;
}

/**
 * kl_mention_index_add_point:
 * @self: an index
 * @draft: a topic
 * @text: of a point of it
 *
 * An exercise that has these words means the topic, unless another topic has the same point. A few words are too
 * common to tell.
 */
void
kl_mention_index_add_point (KlMentionIndex *self,
                            KlDraftSubject *draft,
                            const char     *text)
{
  g_autofree char *key = kl_mention_fold (text);
  g_auto(GStrv) words = g_strsplit (key, " ", MIN_POINT_WORDS + 1);
  gpointer kept;
  gpointer other;

  if (g_strv_length (words) < MIN_POINT_WORDS)
    return;

  if (!g_hash_table_lookup_extended (self->points, key, &kept, &other))
    g_hash_table_insert (self->points, g_string_chunk_insert (self->words, key), draft);
  else if (other != draft)
    g_hash_table_insert (self->points, kept, NULL);
}

static KlDraftSubject *
find_title (KlMentionIndex *self,
            const char     *title)
{
  g_autofree char *folded = kl_phrase_fold (title);

  return g_hash_table_lookup (self->titles, folded);
}

static KlDraftSubject *
find_part (KlMentionIndex *self,
           const char     *title)
{
  g_auto(GStrv) parts = g_strsplit (title, "/", 8);
  KlDraftSubject *found = NULL;

  for (guint i = 0; found == NULL && parts[i] != NULL && parts[1] != NULL; i++)
    found = find_title (self, parts[i]);
  for (guint i = 0; found == NULL && parts[i] != NULL; i++)
    {
      g_autofree char *key = kl_mention_fold (parts[i]);

      found = g_hash_table_lookup (kl_mention_index_get_phrases (self), key);
    }
  return found;
}

/**
 * kl_mention_index_find_topic:
 * @self: an index
 * @title: what a document calls it
 *
 * Returns: (transfer none) (nullable): the topic of that title, with or without a number before it and what stands in
 *   brackets behind it; else the one that a part of @title names: “Storage / Persistent Volumes” is Storage
 */
KlDraftSubject *
kl_mention_index_find_topic (KlMentionIndex *self,
                             const char     *title)
{
  const char *plain = kl_phrase_skip_ordinal (title);
  const char *bracket = strchr (plain, '(');
  KlDraftSubject *found = find_title (self, title);
  g_autofree char *head = bracket != NULL && bracket > plain ? g_strndup (plain, (gsize) (bracket - plain)) : NULL;

  if (found == NULL && plain != title)
    found = find_title (self, plain);
  if (found == NULL && head != NULL)
    found = find_title (self, head);
  if (found == NULL)
    found = find_part (self, plain);
  if (found == NULL && head != NULL)
    found = find_part (self, head);
  return found;
}

/**
 * kl_mention_index_find_exercise:
 * @self: an index
 * @title: what a document calls it
 *
 * Returns: (transfer none) (nullable): the exercise of that title
 */
KlDraftSubject *
kl_mention_index_find_exercise (KlMentionIndex *self,
                                const char     *title)
{
  g_autofree char *folded = kl_phrase_fold (title);

  return g_hash_table_lookup (self->exercises, folded);
}

/**
 * kl_mention_index_list_mentioned:
 * @self: an index
 * @text: UTF-8
 *
 * Returns: (transfer full) (element-type KlDraftSubject): the topics whose title, a half of it, or a point of theirs
 *   stands in @text word for word; each once, in its order
 */
GPtrArray *
kl_mention_index_list_mentioned (KlMentionIndex *self,
                                 const char     *text)
{
  GPtrArray *mentioned = g_ptr_array_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *plain = kl_mention_fold (text);
  g_auto(GStrv) words = g_strsplit (plain, " ", 200);
  g_autoptr(GString) phrase = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_string_truncate (phrase, 0);
      for (guint j = i; j < i + MAX_PHRASE_WORDS && words[j] != NULL; j++)
        {
          KlDraftSubject *found;

          if (j > i)
            g_string_append_c (phrase, ' ');
          g_string_append (phrase, words[j]);
          found = g_hash_table_lookup (kl_mention_index_get_phrases (self), phrase->str);
          if (found == NULL)
            found = g_hash_table_lookup (self->points, phrase->str);
          if (found != NULL && g_hash_table_add (seen, found))
            g_ptr_array_add (mentioned, found);
        }
    }
  return mentioned;
}
