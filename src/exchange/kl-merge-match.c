/* kl-merge-match.c: which record of one list is which of another
 *
 * First by what a record is known by (its title, its text, its date and score), then, between two versions of a
 * document, what is left over by likeness, in order: an edited line is still the same line. Everything is linear; what
 * is left over is compared with its next few neighbours only.
 */

#include "config.h"

#include "kl-merge-match.h"

#include <string.h>

#include "kl-phrase.h"
#include "model/kl-assessment.h"
#include "model/kl-attempt.h"
#include "model/kl-band.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"
#include "model/kl-study-kind.h"

#define ALIKE     0.6
#define WINDOW    8
#define MAX_TEXTS 40

typedef char *(*DupKey) (KlRecord *record);

static const char *
record_string (KlRecord   *record,
               const char *name)
{
  const KlField *field = kl_record_class_find_field (KL_RECORD_GET_CLASS (record), name);

  return field != NULL ? kl_record_get_string (record, field) : NULL;
}

static char *
dup_source (KlRecord *record)
{
  return g_strdup (record_string (record, "source"));
}

static char *
dup_score (KlAttempt *attempt)
{
  return g_strdup_printf ("%.6g %.6g", kl_attempt_get_low (attempt), kl_attempt_get_high (attempt));
}

/* A document has days, KLearn has moments. */
static char *
dup_attempt_day (KlRecord *record)
{
  const char *date = kl_attempt_get_date (KL_ATTEMPT (record));

  return date != NULL ? g_strndup (date, strlen ("2025-10-10")) : NULL;
}

/* Words alone: whether a correction has its marks, and a quote its sign, is a matter of the document. */
static char *
dup_said (KlFeedback *feedback)
{
  const char *text = kl_feedback_get_text (feedback);
  g_autofree char *sides = NULL;

  if (text != NULL)
    return kl_phrase_fold (text);
  sides = g_strconcat (kl_feedback_get_wrong (feedback), " ", kl_feedback_get_right (feedback), NULL);
  return sides != NULL ? kl_phrase_fold (sides) : NULL;
}

/* What a record is known by among its siblings. */
static char *
dup_identity (KlRecord *record)
{
  g_autofree char *folded = NULL;
  g_autofree char *score = NULL;

  if (KL_IS_SUBJECT (record))
    {
      folded = kl_phrase_fold (record_string (record, "title") != NULL ? record_string (record, "title") : "");
      return g_strdup_printf ("%d %s", kl_subject_get_kind (KL_SUBJECT (record)) == KL_SUBJECT_EXERCISE, folded);
    }
  if (KL_IS_ATTEMPT (record))
    {
      g_autofree char *day = dup_attempt_day (record);

      score = dup_score (KL_ATTEMPT (record));
      return g_strdup_printf ("%s %s", day != NULL ? day : "", score);
    }
  if (KL_IS_FEEDBACK (record))
    return dup_said (KL_FEEDBACK (record));
  if (KL_IS_ASSESSMENT (record))
    return g_strdup_printf ("%d %s", (int) kl_assessment_get_kind (KL_ASSESSMENT (record)),
                            record_string (record, "text"));
  if (KL_IS_LINK (record))
    return g_strdup_printf ("%d %s", (int) kl_link_get_kind (KL_LINK (record)), record_string (record, "text"));
  if (KL_IS_QUEUE_ENTRY (record))
    return g_strdup (record_string (record, "title"));
  if (KL_IS_BAND (record) || KL_IS_STUDY_KIND (record))
    return g_strdup (record_string (record, "name"));
  return g_strdup (record_string (record, "text"));
}

/* Of several that are called the same, each is the one that it was. */
static char *
dup_source_and_identity (KlRecord *record)
{
  g_autofree char *identity = dup_identity (record);
  const char *source = record_string (record, "source");

  return identity != NULL && source != NULL ? g_strconcat (source, " ", identity, NULL) : NULL;
}

static char *
dup_attempt_score (KlRecord *record)
{
  return dup_score (KL_ATTEMPT (record));
}

static void
append_texts (GString    *words,
              GListModel *list)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < MIN (n, MAX_TEXTS); i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (list, i);

      g_string_append_printf (words, " %s", record_string (record, "text"));
    }
}

/* What a record says, to find it again when that was edited. */
static char *
dup_words (KlRecord *record)
{
  GString *words = g_string_new (NULL);
  static const char *const names[] = { "title", "name", "text", "why", "meaning", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    if (record_string (record, names[i]) != NULL)
      g_string_append_printf (words, " %s", record_string (record, names[i]));
  return g_string_free (words, FALSE);
}

/**
 * kl_merge_match_dup_contents:
 * @subject: a topic
 *
 * What a topic holds tells it apart better than its title when the title was rewritten.
 *
 * Returns: (transfer full): what its points and gaps say, empty where it has none
 */
char *
kl_merge_match_dup_contents (KlSubject *subject)
{
  GString *words = g_string_new (NULL);

  append_texts (words, kl_subject_get_points (subject));
  append_texts (words, kl_subject_get_gaps (subject));
  return g_string_free (words, FALSE);
}

typedef enum
{
  LIKENESS_NONE,
  LIKENESS_UNCERTAIN,
  LIKENESS_CERTAIN,
} Likeness;

/* A line is a line. A topic holds attempts, so that it is one that was renamed only if title and contents say so. */
static Likeness
get_likeness (KlRecord *a,
              KlRecord *b)
{
  g_autofree char *words_a = dup_words (a);
  g_autofree char *words_b = dup_words (b);
  g_autofree char *contents_a = NULL;
  g_autofree char *contents_b = NULL;
  gboolean same_words = kl_phrase_similarity (words_a, words_b) > ALIKE;
  gboolean same_contents;

  if (!KL_IS_SUBJECT (a))
    return same_words ? LIKENESS_CERTAIN : LIKENESS_NONE;
  if (kl_subject_get_kind (KL_SUBJECT (a)) != kl_subject_get_kind (KL_SUBJECT (b)))
    return same_words ? LIKENESS_UNCERTAIN : LIKENESS_NONE;
  contents_a = kl_merge_match_dup_contents (KL_SUBJECT (a));
  contents_b = kl_merge_match_dup_contents (KL_SUBJECT (b));
  if (*contents_a != '\0' && g_str_equal (contents_a, contents_b))
    return LIKENESS_CERTAIN;
  same_contents
    = *contents_a != '\0' && *contents_b != '\0' && kl_phrase_similarity (contents_a, contents_b) > ALIKE;
  if (same_words && same_contents)
    return LIKENESS_CERTAIN;
  return same_words || same_contents ? LIKENESS_UNCERTAIN : LIKENESS_NONE;
}

/* Lists mostly begin alike: what does is taken out of both arrays without any table. */
static void
match_beginning (GPtrArray  *before,
                 GPtrArray  *after,
                 DupKey      dup_key,
                 GHashTable *pairs)
{
  guint n = 0;

  for (; n < MIN (before->len, after->len); n++)
    {
      g_autofree char *old = dup_key (g_ptr_array_index (before, n));
      g_autofree char *new = dup_key (g_ptr_array_index (after, n));

      if (old == NULL || g_strcmp0 (old, new) != 0)
        break;
      g_hash_table_insert (pairs, g_ptr_array_index (after, n), g_ptr_array_index (before, n));
    }
  if (n > 0)
    {
      g_ptr_array_remove_range (before, 0, n);
      g_ptr_array_remove_range (after, 0, n);
    }
}

/* Takes out of both arrays what has the same key; the n-th of a key here is the n-th of it there. */
static void
match_by_key (GPtrArray  *before,
              GPtrArray  *after,
              DupKey      dup_key,
              GHashTable *pairs)
{
  g_autoptr(GHashTable) known = NULL;
  g_autoptr(GHashTable) taken = NULL;
  guint kept = 0;

  match_beginning (before, after, dup_key, pairs);
  if (before->len == 0 || after->len == 0)
    return;

  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);
  taken = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < before->len; i++)
    {
      char *key = dup_key (g_ptr_array_index (before, i));
      GQueue *same = key != NULL ? g_hash_table_lookup (known, key) : NULL;

      if (key == NULL)
        continue;
      if (same == NULL)
        {
          same = g_queue_new ();
          g_hash_table_insert (known, key, same);
        }
      else
        g_free (key);
      g_queue_push_tail (same, g_ptr_array_index (before, i));
    }

  for (guint i = 0; i < after->len; i++)
    {
      g_autofree char *key = dup_key (g_ptr_array_index (after, i));
      GQueue *same = key != NULL ? g_hash_table_lookup (known, key) : NULL;
      KlRecord *found = same != NULL ? g_queue_pop_head (same) : NULL;

      if (found != NULL)
        {
          g_hash_table_insert (pairs, g_ptr_array_index (after, i), found);
          g_hash_table_add (taken, found);
        }
      else
        after->pdata[kept++] = after->pdata[i];
    }
  g_ptr_array_set_size (after, (int) kept);

  kept = 0;
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (taken, before->pdata[i]))
      before->pdata[kept++] = before->pdata[i];
  g_ptr_array_set_size (before, (int) kept);
}

/* What was called otherwise in KLearn, and is called so in the document by now, needs no likeness: it was written there
 * by KLearn. */
static void
match_by_stored (GPtrArray  *before,
                 GPtrArray  *after,
                 GHashTable *stored_base,
                 GHashTable *pairs)
{
  g_autoptr(GPtrArray) stored = g_ptr_array_new ();
  g_autoptr(GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) base_of = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer new, now;
  guint kept = 0;

  for (guint i = 0; i < before->len; i++)
    {
      KlRecord *counterpart = g_hash_table_lookup (stored_base, before->pdata[i]);

      if (counterpart == NULL)
        continue;
      g_ptr_array_add (stored, counterpart);
      g_hash_table_insert (base_of, counterpart, before->pdata[i]);
    }
  if (stored->len == 0 || after->len == 0)
    return;

  match_by_key (stored, after, dup_identity, found);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &new, &now))
    {
      gpointer old = g_hash_table_lookup (base_of, now);

      g_hash_table_insert (pairs, new, old);
      g_hash_table_add (taken, old);
    }
  for (guint i = 0; i < before->len; i++)
    if (!g_hash_table_contains (taken, before->pdata[i]))
      before->pdata[kept++] = before->pdata[i];
  g_ptr_array_set_size (before, (int) kept);
}

static void
match_alike (GPtrArray        *before,
             GPtrArray        *after,
             GHashTable       *pairs,
             KlMergeQuestions *questions)
{
  guint next = 0;

  for (guint i = 0; i < before->len; i++)
    for (guint j = next; j < MIN (after->len, next + WINDOW); j++)
      {
        KlRecord *old = g_ptr_array_index (before, i);
        KlRecord *new = g_ptr_array_index (after, j);
        Likeness likeness = get_likeness (old, new);

        if (likeness == LIKENESS_NONE ||
            !kl_merge_questions_are_same (questions, old, new, likeness == LIKENESS_CERTAIN))
          continue;
        g_hash_table_insert (pairs, new, old);
        next = j + 1;
        break;
      }
}

static GPtrArray *
collect (GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  GPtrArray *records = g_ptr_array_sized_new (n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (list, i);

      /* The list holds it, and lists do not change while they are compared. */
      g_ptr_array_add (records, record);
    }
  return records;
}

/* A link whose topic is called otherwise now is the one to the same topic. */
static void
match_by_target (GPtrArray  *old,
                 GPtrArray  *new,
                 GHashTable *pairs)
{
  g_autoptr(GHashTable) old_id_of = NULL;
  GHashTableIter iter;
  gpointer after, before;

  if (old->len == 0 || new->len == 0)
    return;

  old_id_of = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, &after, &before))
    if (KL_IS_SUBJECT (after))
      g_hash_table_insert (old_id_of, (gpointer) (guintptr) kl_record_get_id (after),
                           (gpointer) (guintptr) kl_record_get_id (before));

  for (guint i = new->len; i > 0; i--)
    for (guint j = 0; j < old->len; j++)
      {
        KlLink *link = new->pdata[i - 1];
        const char *target = kl_link_get_target (link);
        const char *id = target != NULL ? g_hash_table_lookup (old_id_of, target) : NULL;

        if (id == NULL || g_strcmp0 (kl_link_get_target (old->pdata[j]), id) != 0
            || kl_link_get_kind (old->pdata[j]) != kl_link_get_kind (link))
          continue;
        g_hash_table_insert (pairs, link, old->pdata[j]);
        g_ptr_array_remove_index (new, i - 1);
        g_ptr_array_remove_index (old, j);
        break;
      }
}

/**
 * kl_merge_match_versions:
 * @before: records of a document as it was
 * @after: records of the same class of the document as it is
 * @stored_base: (element-type KlRecord KlRecord): those of @before and what they are in the library
 * @pairs: (element-type KlRecord KlRecord): takes those of @after with their counterpart of @before
 * @questions: asked where a topic may be one that was renamed
 */
void
kl_merge_match_versions (GListModel       *before,
                         GListModel       *after,
                         GHashTable       *stored_base,
                         GHashTable       *pairs,
                         KlMergeQuestions *questions)
{
  g_autoptr(GPtrArray) old = collect (before);
  g_autoptr(GPtrArray) new = collect (after);
  GType type = g_list_model_get_item_type (after);

  if (type == KL_TYPE_SUBJECT)
    match_by_key (old, new, dup_source, pairs);
  match_by_key (old, new, dup_identity, pairs);
  if (type != KL_TYPE_ATTEMPT && type != KL_TYPE_LINK)
    {
      match_by_stored (old, new, stored_base, pairs);
      match_alike (old, new, pairs, questions);
      return;
    }

  if (type == KL_TYPE_ATTEMPT)
    {
      match_by_key (old, new, dup_attempt_day, pairs);
      match_by_key (old, new, dup_attempt_score, pairs);
    }
  else
    {
      match_by_target (old, new, pairs);
    }
  /* A date and a score corrected at once, or a topic called otherwise: as many as before, so they are the same ones. */
  if (old->len == new->len)
    for (guint i = 0; i < new->len; i++)
      g_hash_table_insert (pairs, g_ptr_array_index (new, i), g_ptr_array_index (old, i));
}

/**
 * kl_merge_match_stored:
 * @stored: records of the library
 * @imported: records of the same class of a document
 * @pairs: (element-type KlRecord KlRecord): takes those of @imported with their counterpart of @stored
 *
 * The key from an earlier import counts first, then what a record is known by.
 */
void
kl_merge_match_stored (GListModel *stored,
                       GListModel *imported,
                       GHashTable *pairs)
{
  g_autoptr(GPtrArray) old = collect (stored);
  g_autoptr(GPtrArray) new = collect (imported);

  match_by_key (old, new, dup_source, pairs);
  match_by_key (old, new, dup_identity, pairs);
}

/**
 * kl_merge_match_written:
 * @stored: records of the library
 * @written: records of the same class of the document that was made of them
 * @pairs: (element-type KlRecord KlRecord): takes those of @written with their counterpart of @stored
 *
 * What a record is known by counts before the key from an earlier import: it stands so in the document, whatever it was
 * called then.
 */
void
kl_merge_match_written (GListModel *stored,
                        GListModel *written,
                        GHashTable *pairs)
{
  g_autoptr(GPtrArray) old = collect (stored);
  g_autoptr(GPtrArray) new = collect (written);

  match_by_key (old, new, dup_source_and_identity, pairs);
  match_by_key (old, new, dup_identity, pairs);
  match_by_key (old, new, dup_source, pairs);
}

/**
 * kl_merge_match_imported:
 * @stored: records of the library
 * @imported: records of the same class of a document
 * @base_of: (element-type KlRecord KlRecord): records of the document and what they were in it before
 * @stored_base: (element-type KlRecord KlRecord): records of the document before and what they are in the library
 * @from_base: (element-type KlRecord KlRecord): @stored_base the other way round
 * @stored_of: (element-type KlRecord KlRecord): takes those of @imported with their counterpart of @stored
 *
 * What a record was in the document before decides. What is new in the document may be in the library already: made
 * there, or called so there since the document was imported last.
 */
void
kl_merge_match_imported (GListModel *stored,
                         GListModel *imported,
                         GHashTable *base_of,
                         GHashTable *stored_base,
                         GHashTable *from_base,
                         GHashTable *stored_of)
{
  g_autoptr(GPtrArray) old = collect (stored);
  g_autoptr(GPtrArray) new = collect (imported);
  g_autoptr(GPtrArray) fresh = NULL;
  g_autoptr(GHashTable) claimed = g_hash_table_new (NULL, NULL);
  guint kept = 0;

  for (guint i = 0; i < new->len; i++)
    {
      KlRecord *record = g_ptr_array_index (new, i);
      KlRecord *base = g_hash_table_lookup (base_of, record);
      KlRecord *found = base != NULL ? g_hash_table_lookup (stored_base, base) : NULL;

      if (base != NULL)
        g_hash_table_add (claimed, base);
      if (found != NULL)
        g_hash_table_insert (stored_of, record, found);
      else if (base == NULL)
        new->pdata[kept++] = record;
    }
  g_ptr_array_set_size (new, (int) kept);
  if (new->len == 0)
    return;

  kept = 0;
  for (guint i = 0; i < old->len; i++)
    {
      KlRecord *base = g_hash_table_lookup (from_base, old->pdata[i]);

      if (base == NULL || !g_hash_table_contains (claimed, base))
        old->pdata[kept++] = old->pdata[i];
    }
  g_ptr_array_set_size (old, (int) kept);

  fresh = g_ptr_array_copy (new, NULL, NULL);
  match_by_key (old, new, dup_source, stored_of);
  match_by_key (old, new, dup_identity, stored_of);
  for (guint i = 0; i < fresh->len; i++)
    {
      KlRecord *found = g_hash_table_lookup (stored_of, fresh->pdata[i]);
      KlRecord *base = found != NULL ? g_hash_table_lookup (from_base, found) : NULL;

      if (base != NULL)
        g_hash_table_insert (base_of, fresh->pdata[i], base);
    }
}
