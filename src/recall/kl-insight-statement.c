/* kl-insight-statement.c: a sentence about how it goes, with its evidence, and what it is about */

#include "config.h"

#include "kl-insight-statement.h"

struct _KlInsightStatement
{
  GObject parent_instance;

  char *text;
  char *subject_id;
  char *attempt_id;
};

G_DEFINE_FINAL_TYPE (KlInsightStatement, kl_insight_statement, G_TYPE_OBJECT)

static void
kl_insight_statement_finalize (GObject *object)
{
  KlInsightStatement *self = KL_INSIGHT_STATEMENT (object);

  g_free (self->text);
  g_free (self->subject_id);
  g_free (self->attempt_id);

  G_OBJECT_CLASS (kl_insight_statement_parent_class)->finalize (object);
}

static void
kl_insight_statement_class_init (KlInsightStatementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_insight_statement_finalize;
}

static void
kl_insight_statement_init (KlInsightStatement *self)
{
}

/**
 * kl_insight_statement_new:
 * @text: the sentence
 * @subject_id: (nullable): the id of the subject that it is about, %NULL where it is about the scores that were
 * expected
 * @attempt_id: (nullable): the id of the attempt that it is about, where it is about one
 *
 * Returns: (transfer full): a statement, which never changes
 */
KlInsightStatement *
kl_insight_statement_new (const char *text,
                          const char *subject_id,
                          const char *attempt_id)
{
  KlInsightStatement *self = g_object_new (KL_TYPE_INSIGHT_STATEMENT, NULL);

  self->text = g_strdup (text);
  self->subject_id = g_strdup (subject_id);
  self->attempt_id = g_strdup (attempt_id);
  return self;
}

const char *
kl_insight_statement_get_text (KlInsightStatement *self)
{
  g_return_val_if_fail (KL_IS_INSIGHT_STATEMENT (self), NULL);

  return self->text;
}

const char *
kl_insight_statement_get_subject_id (KlInsightStatement *self)
{
  g_return_val_if_fail (KL_IS_INSIGHT_STATEMENT (self), NULL);

  return self->subject_id;
}

const char *
kl_insight_statement_get_attempt_id (KlInsightStatement *self)
{
  g_return_val_if_fail (KL_IS_INSIGHT_STATEMENT (self), NULL);

  return self->attempt_id;
}
