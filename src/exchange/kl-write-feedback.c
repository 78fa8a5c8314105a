/* kl-write-feedback.c: what was said about an attempt, under labels as the document has them */

#include "config.h"

#include "kl-write-feedback.h"

#include <string.h>

#include "kl-feedback-label.h"
#include "kl-write-explanation.h"
#include "kl-write-items.h"
#include "model/kl-feedback.h"

/* In the order in which an attempt says them; inline ones stand behind their label if there is just one. */
static const struct
{
  const char *label;
  KlFeedbackKind kind;
  gboolean is_inline;
} kinds[] = {
  { "Summary", KL_FEEDBACK_SUMMARY, TRUE },
  { "What you nailed", KL_FEEDBACK_NAILED, FALSE },
  { "What needed work", KL_FEEDBACK_NEEDS_WORK, FALSE },
  { "Critical errors corrected", KL_FEEDBACK_CORRECTION, FALSE },
  { "Known gaps", KL_FEEDBACK_KNOWN_GAP, FALSE },
  { "Action items", KL_FEEDBACK_ACTION, FALSE },
  { "Strong architectural reasoning", KL_FEEDBACK_REASONING, FALSE },
  { "Key insight mastered", KL_FEEDBACK_INSIGHT, TRUE },
  { "Your money quote", KL_FEEDBACK_QUOTE, FALSE },
  { "Minor refinements learned", KL_FEEDBACK_REFINEMENT, FALSE },
  { "Complete traffic flow", KL_FEEDBACK_FLOW, FALSE },
  { "Deep dive bonus", KL_FEEDBACK_BONUS, FALSE },
  { "What you defended successfully", KL_FEEDBACK_DEFENDED, FALSE },
  { "Notes", KL_FEEDBACK_NOTE, TRUE },
  { "Result", KL_FEEDBACK_RESULT, TRUE },
};

/* What has lines of its own can not be an item. */
static gboolean
is_block (KlFeedback *feedback)
{
  const char *text = kl_feedback_get_text (feedback);

  return text != NULL && (strchr (text, '\n') != NULL || *text == '>');
}

/* Each line behind a sign, unless it was written so. */
static char *
dup_quote (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto(GStrv) lines = g_strsplit (stripped, "\n", -1);
  gboolean mark = *stripped != '>';

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strconcat (mark ? "> " : "", g_strchomp (lines[i]), NULL);

      g_free (lines[i]);
      lines[i] = g_strchomp (line);
    }
  return g_strjoinv ("\n", lines);
}

static void
append_block (GString    *out,
              const char *label,
              const char *text,
              gboolean    quote)
{
  g_autofree char *lines = quote ? dup_quote (text) : g_strstrip (g_strdup (text));

  g_string_append_printf (out, "\n**%s:**\n%s\n", label, lines);
}

static void
append_group (KlWriting  *writing,
              GPtrArray  *items,
              guint       index,
              const char *own_label,
              GString    *out)
{
  KlFeedbackKind kind = kinds[index].kind;
  const char *known = writing->labels[kind] != NULL ? writing->labels[kind] : kinds[index].label;
  const char *label = own_label != NULL ? own_label : known;
  KlFeedback *first = g_ptr_array_index (items, 0);
  gboolean listed = FALSE;

  if (items->len == 1 && kinds[index].is_inline && !is_block (first))
    {
      g_autofree char *line = kl_writing_dup_line (kl_feedback_get_text (first));

      g_string_append_printf (out, "\n**%s:** %s\n", label, line);
      return;
    }
  for (guint i = 0; i < items->len; i++)
    {
      KlFeedback *feedback = g_ptr_array_index (items, i);
      const char *text = kl_feedback_get_text (feedback);
      gboolean quote = kind == KL_FEEDBACK_QUOTE && items->len == 1 && text != NULL;
      g_autofree char *line = NULL;

      if (quote || (is_block (feedback) && kind != KL_FEEDBACK_CORRECTION))
        {
          append_block (out, label, text, quote);
          listed = FALSE;
          continue;
        }
      if (!listed)
        g_string_append_printf (out, "\n**%s:**\n", label);
      listed = TRUE;
      line = kl_write_items_dup (writing, KL_RECORD (feedback), "- ", KL_DEPTH_NONE);
      g_string_append (out, line);
    }
}

/* The label that it had when it was written; a journey's lines are attempts, and are written as such. */
static const char *
get_own_label (KlFeedback *feedback)
{
  const char *label = kl_feedback_get_label (feedback);

  return label != NULL && !kl_feedback_label_is_journey (label) ? label : NULL;
}

static guint
find_kind (KlFeedbackKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return i;
  g_return_val_if_reached (0);
}

/* What stood under one label stands together again. */
static void
append_labelled (KlWriting *writing,
                 GPtrArray *feedback,
                 GString   *out)
{
  g_autoptr(GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < feedback->len; i++)
    {
      KlFeedback *first = g_ptr_array_index (feedback, i);
      const char *label = get_own_label (first);
      g_autoptr(GPtrArray) items = g_ptr_array_new ();

      if (label == NULL || g_hash_table_contains (done, label))
        continue;
      for (guint j = i; j < feedback->len; j++)
        if (g_strcmp0 (get_own_label (g_ptr_array_index (feedback, j)), label) == 0)
          g_ptr_array_add (items, g_ptr_array_index (feedback, j));
      g_hash_table_insert (done, g_strdup (label), NULL);
      append_group (writing, items, find_kind (kl_feedback_get_kind (first)), label, out);
    }
}

static void
append_all (KlWriting *writing,
            GPtrArray *feedback,
            GString   *out)
{
  append_labelled (writing, feedback, out);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(GPtrArray) items = g_ptr_array_new ();

      for (guint j = 0; j < feedback->len; j++)
        {
          KlFeedback *item = g_ptr_array_index (feedback, j);

          if (kl_feedback_get_kind (item) == kinds[i].kind && get_own_label (item) == NULL)
            g_ptr_array_add (items, item);
        }
      if (items->len > 0)
        append_group (writing, items, i, NULL, out);
    }
}

/**
 * kl_write_feedback_dup:
 * @writing: a writing
 * @attempt: an attempt of the plan
 *
 * Returns: (transfer full): all that was said about it, as lines
 */
char *
kl_write_feedback_dup (KlWriting *writing,
                       KlAttempt *attempt)
{
  GListModel *feedback = kl_attempt_get_feedback (attempt);
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (feedback); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, i);

      g_ptr_array_add (all, item);
    }
  kl_write_explanation_append (attempt, out);
  append_all (writing, all, out);
  return g_string_free (out, FALSE);
}

/* Where the last item of a kind ends, 0 if there is none. */
static gsize
find_last (KlWriting      *writing,
           GListModel     *feedback,
           KlFeedbackKind  kind)
{
  gsize end = 0;

  for (guint i = 0; i < g_list_model_get_n_items (feedback); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, i);
      const KlSourceMark *whole = kl_source_map_find (writing->map, item, KL_SOURCE_WHOLE);

      if (kl_feedback_get_kind (item) == kind && whole != NULL)
        end = MAX (end, whole->end);
    }
  return end;
}

/* The sign of a quote is the document's, not a part of what was said. */
static void
update_block (KlWriting  *writing,
              KlFeedback *base,
              KlFeedback *now)
{
  const char *before = kl_feedback_get_text (base);
  const char *after = kl_feedback_get_text (now);
  gboolean quote = before != NULL && *before == '>' && after != NULL;
  g_autofree char *text = quote ? dup_quote (after) : g_strdup (after != NULL ? after : "");

  if (g_strcmp0 (before, after) != 0 && g_strcmp0 (before, text) != 0)
    kl_writing_replace (writing, KL_RECORD (base), KL_SOURCE_TEXT, text);
}

static void
update_known (KlWriting  *writing,
              GListModel *before,
              gsize       owner)
{
  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr(KlRecord) item = g_list_model_get_item (before, i);
      g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (KlWritingPlace));
      KlRecord *found = kl_writing_now_of (writing, item);

      kl_writing_add_place (places, writing, item);
      if (found != NULL && places->len > 0)
        kl_write_items_update (writing, item, found, KL_DEPTH_NONE);
      else if (found != NULL)
        update_block (writing, KL_FEEDBACK (item), KL_FEEDBACK (found));
      else if (found == NULL && places->len > 0)
        kl_patch_replace (writing->patch, owner, g_array_index (places, KlWritingPlace, 0).start,
                          g_array_index (places, KlWritingPlace, 0).end, "");
    }
}

/**
 * kl_write_feedback_update:
 * @writing: a writing
 * @base: an attempt of the document
 * @now: what it is now
 * @last: whether no other attempt stands below it in the same section
 * @owner: the first byte of the section that it stands in
 * @end: where that section's content ends
 *
 * Writes what else was said since, what is no longer said, and what was ticked off.
 */
void
kl_write_feedback_update (KlWriting *writing,
                          KlAttempt *base,
                          KlAttempt *now,
                          gboolean   last,
                          gsize      owner,
                          gsize      end)
{
  GListModel *before = kl_attempt_get_feedback (base);
  GListModel *after = kl_attempt_get_feedback (now);
  g_autoptr(GPtrArray) rest = g_ptr_array_new ();
  g_autoptr(GString) out = g_string_new (NULL);

  update_known (writing, before, owner);
  kl_write_explanation_update (writing, base, now, owner, last ? out : NULL);
  for (guint i = 0; i < g_list_model_get_n_items (after); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (after, i);
      gsize list_end;

      if (kl_writing_base_of (writing, item) != NULL)
        continue;
      list_end = find_last (writing, before, kl_feedback_get_kind (item));
      if (list_end > 0 && !is_block (item))
        {
          g_autofree char *line = kl_write_items_dup (writing, KL_RECORD (item), "- ", KL_DEPTH_NONE);

          kl_patch_insert (writing->patch, owner, list_end, line);
        }
      else
        g_ptr_array_add (rest, item);
    }
  append_all (writing, rest, out);
  if (out->len > 0)
    kl_patch_insert (writing->patch, owner, end, out->str);
}
