/* kl-markdown-writer.c: a plan as a Markdown document
 *
 * The document that the plan was imported from is read again, with a map of where everything stands. What differs
 * between that reading and the plan as it is now is changed in those places; every other byte stays. A plan without a
 * document is written into an empty one, by the same code.
 */

#include "config.h"

#include "kl-markdown-writer.h"

#include <string.h>

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

/* Plans, subjects, attempts and feedback are as deep as it goes. */
static void
match_below (KlWriting *writing,
             KlRecord  *base,
             KlRecord  *now)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (base);

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
  const char *stored = document != NULL ? kl_document_get_text (document) : NULL;
  gboolean empty = stored == NULL || *stored == '\0';
  g_autoptr(GBytes) bytes = empty ? dup_empty_document (plan) : g_bytes_new (stored, strlen (stored));
  g_autoptr(KlSourceMap) map = kl_source_map_new ();
  g_autoptr(KlImport) base
    = kl_markdown_reader_trace (bytes, document != NULL ? kl_document_get_path (document) : NULL,
                                document != NULL ? kl_document_get_headings (document) : NULL, map, error);
  g_autoptr(GHashTable) now_of = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) base_of = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(KlPatch) patch = NULL;
  KlWriting writing = { .plan = plan, .map = map, .base = base, .now_of = now_of, .base_of = base_of, .by_id = by_id,
                        .parents = parents };

  g_return_val_if_fail (KL_IS_PLAN (plan), NULL);

  if (base == NULL)
    return NULL;
  writing.text = g_bytes_get_data (bytes, &writing.length);
  patch = kl_patch_new (writing.text, writing.length);
  writing.patch = patch;
  writing.graded = is_graded (map);
  map->ruled = map->ruled || empty;
  match_below (&writing, KL_RECORD (kl_import_get_plan (base)), KL_RECORD (plan));
  collect_ids (&writing);
  learn_labels (&writing);
  write_all (&writing, document);

  for (guint i = 0; i < G_N_ELEMENTS (writing.labels); i++)
    g_free (writing.labels[i]);
  return g_string_free_to_bytes (kl_patch_apply (patch));
}
