/* kl-write-explanation.c: what was explained, and how each point was judged */

#include "config.h"

#include "kl-write-explanation.h"

#include "kl-explanation-text.h"
#include "kl-write-items.h"

static gboolean
is_judged (KlVerdict *verdict)
{
  return kl_verdict_get_value (verdict) != KL_VERDICT_UNSET && kl_verdict_get_text (verdict) != NULL &&
         *kl_verdict_get_text (verdict) != '\0';
}

static void
append_words (KlAttempt *attempt,
              GString   *out)
{
  g_autofree char *quote = kl_explanation_text_quote (kl_attempt_get_explanation (attempt));

  if (*quote != '\0')
    g_string_append_printf (out, "\n**Explanation:**\n%s\n", quote);
}

static void
append_verdicts (KlAttempt *attempt,
                 GString   *out)
{
  GListModel *verdicts = kl_attempt_get_verdicts (attempt);
  gboolean begun = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (verdicts); i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (verdicts, i);
      g_autofree char *line = kl_explanation_text_format (verdict);

      if (!is_judged (verdict))
        continue;
      g_string_append_printf (out, "%s- %s\n", begun ? "" : "\n**Point by point:**\n", line);
      begun = TRUE;
    }
}

/**
 * kl_write_explanation_append:
 * @attempt: an attempt of the plan
 * @out: takes what was explained and how it was judged, as lines
 */
void
kl_write_explanation_append (KlAttempt *attempt,
                             GString   *out)
{
  append_words (attempt, out);
  append_verdicts (attempt, out);
}

static void
update_verdicts (KlWriting  *writing,
                 GListModel *before,
                 GListModel *after,
                 gsize       owner)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (KlWritingPlace));
  g_autoptr(GPtrArray) records = g_ptr_array_new ();
  KlWriteItems items = { owner, 0, "", places, records, NULL, KL_DEPTH_NONE };

  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      g_autoptr(KlRecord) verdict = g_list_model_get_item (before, i);
      KlRecord *found = kl_writing_now_of (writing, verdict);

      kl_writing_add_place (places, writing, verdict);
      if (found != NULL)
        kl_write_items_update (writing, verdict, found, KL_DEPTH_NONE);
    }
  for (guint i = 0; i < g_list_model_get_n_items (after); i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (after, i);

      if (is_judged (verdict))
        g_ptr_array_add (records, verdict);
    }
  if (places->len == 0)
    return;
  items.head = g_array_index (places, KlWritingPlace, 0).start;
  kl_write_items (writing, &items);
}

/**
 * kl_write_explanation_update:
 * @writing: a writing
 * @base: an attempt of the document
 * @now: what it is now
 * @owner: the first byte of the section that it stands in
 * @out: (nullable): takes what the document does not have yet, as lines; %NULL if that would be about another attempt
 */
void
kl_write_explanation_update (KlWriting *writing,
                             KlAttempt *base,
                             KlAttempt *now,
                             gsize      owner,
                             GString   *out)
{
  const char *written = kl_attempt_get_explanation (base);
  const char *words = kl_attempt_get_explanation (now);
  g_autofree char *before = kl_explanation_text_quote (written);
  g_autofree char *after = kl_explanation_text_quote (words);

  if (written == NULL && out != NULL)
    append_words (now, out);
  else if (written != NULL && words != NULL && !g_str_equal (before, after))
    kl_writing_replace (writing, KL_RECORD (base), "explanation", after);

  if (g_list_model_get_n_items (kl_attempt_get_verdicts (base)) == 0 && out != NULL)
    append_verdicts (now, out);
  else
    update_verdicts (writing, kl_attempt_get_verdicts (base), kl_attempt_get_verdicts (now), owner);
}
