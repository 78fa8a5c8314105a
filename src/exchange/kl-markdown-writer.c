/* kl-markdown-writer.c: a plan as a Markdown document
 *
 * The document that the plan was imported from is read again, with a map of where everything stands. What differs
 * between that reading and the plan as it is now is changed in those places; every other byte stays. A plan without a
 * document is written into an empty one, by the same code.
 */

#include "config.h"

#include "kl-markdown-writer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "kl-exchange-error.h"
#include "kl-feedback-label.h"
#include "kl-markdown-reader.h"
#include "kl-merge-match.h"
#include "kl-write-notes.h"
#include "kl-write-plan.h"
#include "kl-write-queue.h"
#include "kl-write-scores.h"
#include "kl-write-title.h"
#include "kl-write-topics.h"
#include "kl-writing.h"
#include "model/kl-feedback.h"
#include "model/kl-point.h"

static void
pair (KlWriting *writing,
      KlRecord  *base,
      KlRecord  *now)
{
  g_hash_table_insert (writing->now_of, base, now);
  g_hash_table_insert (writing->base_of, now, base);
}

static void
pair_with_themselves (KlWriting  *writing,
                      GListModel *records)
{
  guint n = g_list_model_get_n_items (records);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = g_list_model_get_item (records, i);

      pair (writing, record, record);
    }
}

/* What nobody has edited is what the document says. Only what is told apart by others has to be known: scores stand
 * among those of other topics, and a link has the title of another one. */
static void
take_over (KlWriting *writing,
           KlSubject *base,
           KlSubject *now)
{
  pair (writing, KL_RECORD (base), KL_RECORD (now));
  kl_record_share_lists (KL_RECORD (now), KL_RECORD (base));
  pair_with_themselves (writing, kl_subject_get_links (base));
  pair_with_themselves (writing, kl_subject_get_attempts (base));
}

/* Plans, subjects, attempts and feedback are as deep as it goes. */
static void
match_below (KlWriting *writing,
             KlRecord  *base,
             KlRecord  *now)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (base);

  if (KL_IS_SUBJECT (now) && !kl_writing_is_edited (writing, KL_SUBJECT (now)))
    {
      take_over (writing, KL_SUBJECT (base), KL_SUBJECT (now));
      return;
    }

  pair (writing, base, now);
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *before = kl_record_peek_items (base, &klass->lists[i]);
      GListModel *after = kl_record_peek_items (now, &klass->lists[i]);
      g_autoptr(GHashTable) pairs = NULL;
      GHashTableIter iter;
      gpointer from;
      gpointer to;

      if (g_list_model_get_n_items (before) == 0 || g_list_model_get_n_items (after) == 0)
        continue;

      pairs = g_hash_table_new (NULL, NULL);
      kl_merge_match_stored (after, before, pairs);
      g_hash_table_iter_init (&iter, pairs);
      while (g_hash_table_iter_next (&iter, &from, &to))
        match_below (writing, from, to);
    }
}

static void
collect_ids (KlWriting *writing)
{
  GListModel *subjects = kl_plan_get_subjects (writing->plan);

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      const char *parent = kl_subject_get_parent (subject);

      g_hash_table_insert (writing->by_id, g_strdup (kl_record_get_id (KL_RECORD (subject))), subject);
      if (parent != NULL)
        g_hash_table_add (writing->parents, g_strdup (parent));
    }
}

/* What was taken over from the document has the ids that its reading gave. */
static void
collect_taken_over (KlWriting *writing)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (writing->base));
  guint n = writing->edited != NULL ? g_list_model_get_n_items (subjects) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) subject = g_list_model_get_item (subjects, i);
      KlRecord *now = kl_writing_now_of (writing, subject);

      if (now != NULL)
        g_hash_table_insert (writing->by_id, g_strdup (kl_record_get_id (subject)), now);
    }
}

/* Another KLearn may have read the document otherwise than this one does. */
static gboolean
has_all (KlWriting  *writing,
         GError    **error)
{
  GListModel *subjects = kl_plan_get_subjects (writing->plan);
  guint n = writing->edited != NULL ? g_list_model_get_n_items (subjects) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (kl_writing_is_edited (writing, subject) || kl_writing_base_of (writing, subject) != NULL)
        continue;
      g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_NOT_IN_DOCUMENT,
                   _("“%s” is not in the document that it was read from."), kl_subject_get_title (subject));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_graded (KlSourceMap *map)
{
  gboolean any = FALSE;

  for (guint i = 0; i < map->sections->len; i++)
    {
      const KlSourceSection *section = &g_array_index (map->sections, KlSourceSection, i);

      if (section->role == KL_SECTION_DEPTH)
        return TRUE;
      any = any || section->role == KL_SECTION_TOPIC;
    }
  return !any;
}

static void
learn_label (KlWriting  *writing,
             KlFeedback *feedback)
{
  KlFeedbackKind kind = kl_feedback_get_kind (feedback);
  const char *label = kl_feedback_get_label (feedback);
  KlFeedbackKind read;

  if (label == NULL || kind > KL_FEEDBACK_NOTE || kl_feedback_label_is_initial (label) ||
      kl_feedback_label_is_journey (label) || !kl_feedback_label_read (label, &read) || read != kind)
    return;
  g_free (writing->labels[kind]);
  writing->labels[kind] = g_strchomp (g_strndup (label, strcspn (label, "(")));
}

/* What the document calls each kind of feedback; its last word counts. */
static void
learn_labels (KlWriting *writing)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (writing->base));

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      GListModel *attempts = kl_subject_get_attempts (subject);

      for (guint j = 0; j < g_list_model_get_n_items (attempts); j++)
        {
          g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, j);
          GListModel *feedback = kl_attempt_get_feedback (attempt);

          for (guint k = 0; k < g_list_model_get_n_items (feedback); k++)
            {
              g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, k);

              learn_label (writing, item);
            }
        }
    }
}

static void
write_all (KlWriting  *writing,
           KlDocument *document)
{
  KlPlan *base = kl_import_get_plan (writing->base);
  const KlSourceSection *title = kl_writing_find_section (writing, KL_SECTION_TITLE);

  kl_write_title_of_plan (writing, document);
  kl_write_notes (writing, KL_RECORD (base), kl_plan_get_notes (base), kl_plan_get_notes (writing->plan), 0,
                  title != NULL ? title->own_end : writing->map->content_end);
  kl_write_topics (writing);
  kl_write_queue (writing);
  kl_write_scores (writing);
  kl_write_assessment (writing);
  kl_write_strategy (writing);
}

static GBytes *
dup_empty_document (KlPlan *plan)
{
  g_autofree char *title = kl_writing_dup_line (kl_plan_get_title (plan));
  char *text = g_strdup_printf ("# %s\n", title);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_into (KlWriting   *writing,
            KlDocument  *document,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr(GHashTable) now_of = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) base_of = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(KlPatch) patch = NULL;

  writing->text = g_bytes_get_data (bytes, &writing->length);
  writing->now_of = now_of;
  writing->base_of = base_of;
  writing->by_id = by_id;
  writing->parents = parents;
  writing->graded = is_graded (writing->map);
  match_below (writing, KL_RECORD (kl_import_get_plan (writing->base)), KL_RECORD (writing->plan));
  if (!has_all (writing, error))
    return NULL;

  patch = kl_patch_new (writing->text, writing->length);
  writing->patch = patch;
  collect_ids (writing);
  collect_taken_over (writing);
  learn_labels (writing);
  write_all (writing, document);

  for (guint i = 0; i < G_N_ELEMENTS (writing->labels); i++)
    g_free (writing->labels[i]);
  return g_string_free_to_bytes (kl_patch_apply (patch));
}

/**
 * kl_markdown_writer_write_edited:
 * @plan: a plan, with its lists filled, and those of the subjects that are @edited
 * @document: (nullable): what it was imported from last
 * @edited: (nullable): the ids of the subjects that may be other than @document says; %NULL for all of them
 * @error: as kl_markdown_reader_read(), or %KL_EXCHANGE_ERROR_NOT_IN_DOCUMENT where a subject that is not @edited is
 *   not in @document: only the whole plan tells how to write it then
 *
 * Writes a plan as kl_markdown_writer_write(). The lists of the subjects that are not @edited are filled from the
 * document.
 *
 * Returns: (transfer full): a Markdown document
 */
GBytes *
kl_markdown_writer_write_edited (KlPlan      *plan,
                                 KlDocument  *document,
                                 GHashTable  *edited,
                                 GError     **error)
{
  const char *stored = document != NULL ? kl_document_get_text (document) : NULL;
  gboolean empty = stored == NULL || *stored == '\0';
  g_autoptr(GBytes) bytes = empty ? dup_empty_document (plan) : g_bytes_new_static (stored, strlen (stored));
  g_autoptr(KlSourceMap) map = kl_source_map_new ();
  g_autoptr(KlImport) base
    = kl_markdown_reader_trace (bytes, document != NULL ? kl_document_get_path (document) : NULL,
                                document != NULL ? kl_document_get_headings (document) : NULL, map, error);
  KlWriting writing = { .plan = plan, .map = map, .base = base, .edited = edited };

  g_return_val_if_fail (KL_IS_PLAN (plan), NULL);

  if (base == NULL)
    return NULL;

  map->ruled = map->ruled || empty;
  return write_into (&writing, document, bytes, error);
}

/**
 * kl_markdown_writer_write:
 * @plan: a whole plan, with its lists filled
 * @document: (nullable): what it was imported from last
 * @error: as kl_markdown_reader_read(), if @document is none
 *
 * Writes a plan as the document that it came from, changed only where the plan has changed: an unchanged plan gives the
 * same bytes. What was explained stands below its score as a quote, with how each point was judged.
 *
 * Returns: (transfer full): a Markdown document
 */
GBytes *
kl_markdown_writer_write (KlPlan      *plan,
                          KlDocument  *document,
                          GError     **error)
{
  return kl_markdown_writer_write_edited (plan, document, NULL, error);
}
