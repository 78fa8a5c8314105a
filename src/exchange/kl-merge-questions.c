/* kl-merge-questions.c: what a merge asks, and what was answered when it asked before
 *
 * A merge never waits for an answer: it goes on with what was decided the last time it asked, or with what loses
 * nothing: what was done in KLearn stays, and a topic that was probably renamed stays itself.
 */

#include "config.h"

#include "kl-merge-questions.h"

#include <glib/gi18n.h>

#include "kl-import-note.h"
#include "kl-merge-values.h"

struct _KlMergeQuestions
{
  GListStore *list;
  GHashTable *answers; /* key → answer, counted from 1 */
};

/**
 * kl_merge_questions_new:
 * @answered: (nullable): questions of an earlier merge of the same document
 *
 * Returns: (transfer full): nothing asked yet
 */
KlMergeQuestions *
kl_merge_questions_new (GListModel *answered)
{
  KlMergeQuestions *self = g_new0 (KlMergeQuestions, 1);
  guint n = answered != NULL ? g_list_model_get_n_items (answered) : 0;

  self->list = g_list_store_new (KL_TYPE_IMPORT_QUESTION);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlImportQuestion) question = g_list_model_get_item (answered, i);

      g_hash_table_insert (self->answers, g_strdup (kl_import_question_get_key (question)),
                           GUINT_TO_POINTER (kl_import_question_get_answer (question) + 1));
    }
  return self;
}

/**
 * kl_merge_questions_free:
 * @self: (transfer full): questions
 */
void
kl_merge_questions_free (KlMergeQuestions *self)
{
  g_object_unref (self->list);
  g_hash_table_unref (self->answers);
  g_free (self);
}

/**
 * kl_merge_questions_get_list:
 * @self: questions
 *
 * Returns: (transfer none): a list of #KlImportQuestion
 */
GListModel *
kl_merge_questions_get_list (KlMergeQuestions *self)
{
  return G_LIST_MODEL (self->list);
}

static KlImportAnswer
ask (KlMergeQuestions *self,
     const char       *key,
     const char       *title,
     const char       *field,
     const char       *mine,
     const char       *file,
     KlImportAnswer    usual)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->answers, key));
  KlImportAnswer answer = known > 0 ? (KlImportAnswer) (known - 1) : usual;
  g_autoptr(KlImportQuestion) question = kl_import_question_new (key, title, field, mine, file, answer);

  g_list_store_append (self->list, question);
  return answer;
}

/**
 * kl_merge_questions_take_file:
 * @self: questions
 * @stored: a record of the library
 * @field: what of it was changed in KLearn and in the document
 * @mine: (nullable): what it is in the library
 * @file: (nullable): what it is in the document
 *
 * Returns: whether the document's value is taken
 */
gboolean
kl_merge_questions_take_file (KlMergeQuestions *self,
                              KlRecord         *stored,
                              const char       *field,
                              const char       *mine,
                              const char       *file)
{
  g_autofree char *key = g_strdup_printf ("%s %s", kl_record_get_id (stored), field);
  g_autofree char *title = kl_merge_values_dup_title (stored);

  return ask (self, key, title, field, mine, file, KL_IMPORT_ANSWER_MINE) == KL_IMPORT_ANSWER_FILE;
}

static const char *
get_source (KlRecord *record)
{
  const KlField *field = kl_record_class_find_field (KL_RECORD_GET_CLASS (record), "source");

  return field != NULL ? kl_record_get_string (record, field) : NULL;
}

/**
 * kl_merge_questions_are_same:
 * @self: questions
 * @before: a topic of the document as it was
 * @after: one of the document as it is
 * @certain: whether there is no doubt
 *
 * Returns: whether the two are one topic
 */
gboolean
kl_merge_questions_are_same (KlMergeQuestions *self,
                             KlRecord         *before,
                             KlRecord         *after,
                             gboolean          certain)
{
  g_autofree char *key = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (certain)
    return TRUE;
  key = g_strdup_printf ("%s %s", get_source (before), get_source (after));
  old = kl_merge_values_dup_title (before);
  new = kl_merge_values_dup_title (after);
  return ask (self, key, new, NULL, old, new, KL_IMPORT_ANSWER_SAME) == KL_IMPORT_ANSWER_SAME;
}

static char *
dup_message (KlImportQuestion *question)
{
  const char *title = kl_import_question_get_title (question);

  switch (kl_import_question_get_answer (question))
    {
    case KL_IMPORT_ANSWER_MINE:
      return g_strdup_printf (_("“%s” was changed both in KLearn and in the document: what KLearn has is kept."),
                              title);

    case KL_IMPORT_ANSWER_FILE:
      return g_strdup_printf (_("“%s” was changed both in KLearn and in the document: the document's words are taken."),
                              title);

    case KL_IMPORT_ANSWER_SAME:
      return g_strdup_printf (_("“%s” is taken for “%s” with a new title, and keeps its attempts."), title,
                              kl_import_question_get_mine (question));

    case KL_IMPORT_ANSWER_APART:
      return g_strdup_printf (_("“%s” is a topic of its own, not “%s” with a new title."), title,
                              kl_import_question_get_mine (question));

    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * kl_merge_questions_note:
 * @self: questions
 * @notes: (element-type KlImportNote): takes what was decided, by the person or for want of an answer
 */
void
kl_merge_questions_note (KlMergeQuestions *self,
                         GPtrArray        *notes)
{
  GListModel *list = G_LIST_MODEL (self->list);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(KlImportQuestion) question = g_list_model_get_item (list, i);
      g_autofree char *message = dup_message (question);

      g_ptr_array_add (notes, kl_import_note_new (0, message));
    }
}
