/* kl-feedback-edit.c: a change of mind about what was said of an attempt, as changes for the library
 *
 * The feedback has the words that count. The words before stand in an amendment, and with the first of them it is seen
 * what was said at first.
 */

#include "config.h"

#include "kl-feedback-edit.h"

#include <string.h>

#include "model/kl-amendment.h"
#include "ui/edit/kl-list-edit.h"

static KlChange *
new_change (KlSubject *subject)
{
  return kl_change_new (KL_CHANGE_AMEND_ATTEMPT, kl_subject_get_title (subject));
}

/* @said: whether @item had words before, which stay with the amendment. */
static void
amend (KlChange   *change,
       KlAttempt  *attempt,
       KlFeedback *item,
       gboolean    said,
       guint       past,
       const char *date)
{
  g_autoptr(KlRecord) amendment
    = g_object_new (KL_TYPE_AMENDMENT,
                    "owner", kl_record_get_id (KL_RECORD (attempt)),
                    "position", kl_record_find_next_position (kl_attempt_get_amendments (attempt)) + (gint64) past,
                    "date", date,
                    "item", kl_record_get_id (KL_RECORD (item)),
                    NULL);

  if (said)
    g_object_set (amendment, "text", kl_feedback_get_text (item), "wrong", kl_feedback_get_wrong (item), "right",
                  kl_feedback_get_right (item), NULL);
  kl_change_insert (change, amendment);
}

static void
set_words (KlChange   *change,
           KlFeedback *item,
           const char *field,
           const char *before,
           const char *after)
{
  if (g_strcmp0 (before, after) != 0)
    kl_change_set_string (change, KL_RECORD (item), field, after);
}

static char *
replace_once (const char *text,
              const char *before,
              const char *after)
{
  const char *at = text != NULL && before != NULL && *before != '\0' ? strstr (text, before) : NULL;
  g_autofree char *head = at != NULL ? g_strndup (text, (gsize) (at - text)) : NULL;

  return at != NULL ? g_strconcat (head, after, at + strlen (before), NULL) : NULL;
}

/* The sentence that both sides stand in, as it was put, where they stand in it; else a plain one. */
static char *
dup_correction (KlFeedback *item,
                const char *wrong,
                const char *right)
{
  g_autofree char *half = replace_once (kl_feedback_get_text (item), kl_feedback_get_wrong (item), wrong);
  char *whole = replace_once (half, kl_feedback_get_right (item), right);

  return whole != NULL ? whole : g_strdup_printf ("❌ %s → ✅ %s", wrong, right);
}

/* A quote stays one, so that a document says it as one. */
static char *
dup_text (KlFeedback *item,
          const char *words)
{
  const char *before = kl_feedback_get_text (item);
  g_auto(GStrv) lines = NULL;
  g_autofree char *quoted = NULL;

  if (before == NULL || *before != '>' || *words == '>')
    return g_strdup (words);

  lines = g_strsplit (words, "\n", -1);
  quoted = g_strjoinv ("\n> ", lines);
  return g_strconcat ("> ", quoted, NULL);
}

/**
 * kl_feedback_edit_new_words:
 * @subject: the subject of @attempt
 * @attempt: an attempt
 * @item: something that was said about it
 * @words: what it shall say; of a correction, what was wrong
 * @right: (nullable): of a correction, what is right
 * @date: when, ISO 8601
 *
 * Returns: (transfer full) (nullable): the change; %NULL where that is what it says
 */
KlChange *
kl_feedback_edit_new_words (KlSubject  *subject,
                            KlAttempt  *attempt,
                            KlFeedback *item,
                            const char *words,
                            const char *right,
                            const char *date)
{
  g_autofree char *said = dup_text (item, words);
  KlChange *change;

  if (right != NULL ? g_strcmp0 (words, kl_feedback_get_wrong (item)) == 0
                        && g_strcmp0 (right, kl_feedback_get_right (item)) == 0
                    : g_strcmp0 (said, kl_feedback_get_text (item)) == 0)
    return NULL;

  change = new_change (subject);
  amend (change, attempt, item, TRUE, 0, date);
  if (right != NULL)
    {
      g_autofree char *text = dup_correction (item, words, right);

      set_words (change, item, "text", kl_feedback_get_text (item), text);
      set_words (change, item, "wrong", kl_feedback_get_wrong (item), words);
      set_words (change, item, "right", kl_feedback_get_right (item), right);
    }
  else
    set_words (change, item, "text", kl_feedback_get_text (item), said);
  return change;
}

/**
 * kl_feedback_edit_new_add:
 * @subject: the subject of @attempt
 * @attempt: an attempt
 * @item: what is said about it now, detached
 * @date: when, ISO 8601
 *
 * It comes after the last of its kind, under the same label.
 *
 * Returns: (transfer full): the change
 */
KlChange *
kl_feedback_edit_new_add (KlSubject  *subject,
                          KlAttempt  *attempt,
                          KlFeedback *item,
                          const char *date)
{
  GListModel *items = kl_attempt_get_feedback (attempt);
  guint n_items = g_list_model_get_n_items (items);
  gint64 position = kl_record_find_next_position (items);
  KlChange *change = new_change (subject);
  guint after = n_items;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(KlFeedback) other = g_list_model_get_item (items, i);

      if (kl_feedback_get_kind (other) != kl_feedback_get_kind (item))
        continue;
      after = i + 1;
      position = kl_record_get_position (KL_RECORD (other)) + 1;
      g_object_set (item, "label", kl_feedback_get_label (other), NULL);
    }
  g_object_set (item, "owner", kl_record_get_id (KL_RECORD (attempt)), "position", position, NULL);
  for (guint i = after; i < n_items; i++)
    {
      g_autoptr(KlRecord) other = g_list_model_get_item (items, i);

      kl_change_set_integer (change, other, "position", ++position);
    }
  kl_change_insert (change, KL_RECORD (item));
  amend (change, attempt, item, FALSE, 0, date);
  return change;
}

/**
 * kl_feedback_edit_new_remove:
 * @subject: the subject of @attempt
 * @attempt: an attempt
 * @items: (element-type KlFeedback): what is withdrawn
 * @date: when, ISO 8601
 *
 * Returns: (transfer full): the change; what they said stays with the attempt's amendments
 */
KlChange *
kl_feedback_edit_new_remove (KlSubject  *subject,
                             KlAttempt  *attempt,
                             GPtrArray  *items,
                             const char *date)
{
  KlChange *change = new_change (subject);

  for (guint i = 0; i < items->len; i++)
    amend (change, attempt, items->pdata[i], TRUE, i, date);
  kl_list_edit_remove (change, items);
  return change;
}
