/* kl-pasted-feedback.c: feedback that was written elsewhere in the form of a plan, as a proposal
 *
 * The reader of plans reads it, as the scores of a plan that is nothing else: there is no second one.
 */

#include "config.h"

#include "kl-pasted-feedback.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/kl-markdown-reader.h"
#include "kl-opinion-error.h"
#include "kl-plain-words.h"
#include "model/kl-attempt.h"
#include "model/kl-subject.h"
#include "model/kl-verdict.h"

/* What stands before the text. A heading of its own, where the text has one, ends this one, which is empty then. */
static const char before[] = "# Plan\n\n## Retention Scores\n\n### Pasted Feedback\n\n";

#define N_LINES_BEFORE 6u
#define MAX_NOTES      10u

static gboolean
check (const char  *text,
       GError     **error)
{
  const char *sentence = NULL;

  if (strlen (text) > KL_PASTED_FEEDBACK_MAX_BYTES)
    sentence = _("This text is too long for feedback on one explanation. Paste only the part that is about it.");
  else if (!g_utf8_validate (text, -1, NULL))
    sentence = _("This text has characters in it that cannot be read.");
  if (sentence == NULL)
    return TRUE;
  g_set_error_literal (error, KL_OPINION_ERROR, KL_OPINION_ERROR_INVALID, sentence);
  return FALSE;
}

static char *
dup_folded (const char *text)
{
  g_autofree char *plain = kl_plain_words_dup (text);

  return g_utf8_casefold (plain, -1);
}

/* The subject of that title, else the first one that was scored. */
static KlSubject *
find_scored (KlPlan     *plan,
             const char *title,
             guint      *n_scored)
{
  GListModel *subjects = kl_plan_get_subjects (plan);
  g_autofree char *wanted = dup_folded (title);
  KlSubject *found = NULL;
  gboolean is_wanted = FALSE;

  *n_scored = 0;
  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      /* The list keeps it alive. */
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      g_autofree char *folded = NULL;

      if (g_list_model_get_n_items (kl_subject_get_attempts (subject)) == 0)
        continue;
      ++*n_scored;
      folded = dup_folded (kl_subject_get_title (subject) != NULL ? kl_subject_get_title (subject) : "");
      if (found == NULL || (!is_wanted && g_str_equal (folded, wanted)))
        {
          found = subject;
          is_wanted = g_str_equal (folded, wanted);
        }
    }
  return found;
}

static char *
dup_plain (const char *text)
{
  return text != NULL ? kl_plain_words_dup (text) : NULL;
}

static void
take_feedback (KlProposal *self,
               GListModel *feedback)
{
  for (guint i = 0; i < g_list_model_get_n_items (feedback); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, i);
      g_autoptr(KlFeedback) copy = NULL;
      g_autofree char *text = dup_plain (kl_feedback_get_text (item));
      g_autofree char *wrong = dup_plain (kl_feedback_get_wrong (item));
      g_autofree char *right = dup_plain (kl_feedback_get_right (item));

      if (g_list_model_get_n_items (kl_proposal_get_feedback (self)) == KL_PASTED_FEEDBACK_MAX_ITEMS)
        {
          g_autofree char *note
            = g_strdup_printf (_("Only the first %u items are shown."), KL_PASTED_FEEDBACK_MAX_ITEMS);

          kl_proposal_add_note (self, note);
          return;
        }
      copy = g_object_new (KL_TYPE_FEEDBACK, "kind", kl_feedback_get_kind (item), "label",
                           kl_feedback_get_label (item), "text", text, "wrong", wrong, "right", right, NULL);
      kl_proposal_add_feedback (self, copy);
    }
}

static void
take_verdicts (KlProposal         *self,
               GListModel         *verdicts,
               const char *const  *points)
{
  for (guint i = 0; i < g_list_model_get_n_items (verdicts); i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (verdicts, i);
      g_autofree char *text = dup_folded (kl_verdict_get_text (verdict) != NULL ? kl_verdict_get_text (verdict) : "");

      for (guint j = 0; points[j] != NULL; j++)
        {
          g_autofree char *point = dup_folded (points[j]);

          if (g_str_equal (point, text))
            kl_proposal_set_verdict (self, j, kl_verdict_get_value (verdict), NULL);
        }
    }
}

/* The last score counts; what was said on the way to it counts as well. */
static void
take_attempts (KlProposal        *self,
               KlSubject         *subject,
               const char *const *points)
{
  GListModel *attempts = kl_subject_get_attempts (subject);

  for (guint i = 0; i < g_list_model_get_n_items (attempts); i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);
      KlScore score = kl_attempt_get_score (attempt);

      if (kl_score_is_set (score) && score.low >= 0 && score.high <= 100)
        kl_proposal_set_score (self, score);
      take_feedback (self, kl_attempt_get_feedback (attempt));
      take_verdicts (self, kl_attempt_get_verdicts (attempt), points);
    }
}

/* What is said of a heading is about the plan that it would be of. */
static void
take_notes (KlProposal *self,
            GPtrArray  *notes,
            const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines);

  for (guint i = 0; i < notes->len && i < MAX_NOTES; i++)
    {
      const KlImportNote *note = g_ptr_array_index (notes, i);
      guint line = note->line > N_LINES_BEFORE ? note->line - N_LINES_BEFORE : 0;
      g_autofree char *words = kl_plain_words_dup_line (note->message, 300);
      g_autofree char *sentence = NULL;

      if (line == 0 || line > n_lines || lines[line - 1][0] == '#')
        continue;
      /* Translators: the number of a line and a sentence about it */
      sentence = g_strdup_printf (_("Line %u: %s"), line, words);
      kl_proposal_add_note (self, sentence);
    }
}

/* Words that are only kept as notes may be any words. */
static gboolean
says_something (KlProposal *self)
{
  GListModel *feedback = kl_proposal_get_feedback (self);

  if (kl_score_is_set (kl_proposal_get_score (self)))
    return TRUE;
  for (guint i = 0; i < kl_proposal_get_n_points (self); i++)
    if (kl_proposal_get_verdict (self, i) != KL_VERDICT_UNSET)
      return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (feedback); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, i);

      if (kl_feedback_get_kind (item) != KL_FEEDBACK_NOTE)
        return TRUE;
    }
  return FALSE;
}

static KlImport *
read_text (const char  *text,
           GError     **error)
{
  char *all = g_strconcat (before, text, "\n", NULL);
  g_autoptr(GBytes) bytes = g_bytes_new_take (all, strlen (all));

  return kl_markdown_reader_read (bytes, NULL, NULL, NULL, error);
}

/**
 * kl_pasted_feedback_read:
 * @text: what was pasted
 * @title: the title of what was explained
 * @points: (array zero-terminated=1): its key points
 * @error: %KL_OPINION_ERROR with a sentence for the person
 *
 * Reads feedback in the form in which a plan has it: a score, and lists under “What you nailed” and the like, with or
 * without headings around them. Any thread may call it.
 *
 * Returns: (transfer full) (nullable): what it proposes
 */
KlProposal *
kl_pasted_feedback_read (const char         *text,
                         const char         *title,
                         const char *const  *points,
                         GError            **error)
{
  guint n_points = g_strv_length ((char **) (gpointer) (guintptr) points);
  g_autoptr(KlProposal) self = kl_proposal_new (_("Pasted text"), n_points);
  g_autoptr(KlImport) import = check (text, error) ? read_text (text, error) : NULL;
  KlSubject *subject;
  guint n_scored;

  if (import == NULL)
    return NULL;
  subject = find_scored (kl_import_get_plan (import), title, &n_scored);
  if (subject != NULL)
    take_attempts (self, subject, points);
  if (!says_something (self))
    {
      g_set_error_literal (error, KL_OPINION_ERROR, KL_OPINION_ERROR_NOTHING,
                           _("No feedback was found in this text. It needs a line such as “Score: 75%” or a list under "
                             "“What you nailed:”."));
      return NULL;
    }
  if (n_scored > 1)
    {
      g_autofree char *shown = kl_plain_words_dup_line (kl_subject_get_title (subject), 100);
      g_autofree char *note
        = g_strdup_printf (_("The text has feedback on several topics. Only that on “%s” is shown."), shown);

      kl_proposal_add_note (self, note);
    }
  take_notes (self, kl_import_get_notes (import), text);
  return g_steal_pointer (&self);
}
