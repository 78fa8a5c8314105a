/* kl-import-question.c: what only the person who imports can decide */

#include "config.h"

#include "kl-import-question.h"

G_DEFINE_ENUM_TYPE (KlImportAnswer, kl_import_answer,
                    G_DEFINE_ENUM_VALUE (KL_IMPORT_ANSWER_MINE, "mine"),
                    G_DEFINE_ENUM_VALUE (KL_IMPORT_ANSWER_FILE, "file"),
                    G_DEFINE_ENUM_VALUE (KL_IMPORT_ANSWER_SAME, "same"),
                    G_DEFINE_ENUM_VALUE (KL_IMPORT_ANSWER_APART, "apart"))

struct _KlImportQuestion
{
  GObject parent_instance;

  char *key;
  char *title;
  char *field;
  char *mine;
  char *file;
  KlImportAnswer answer;
};

enum
{
  PROP_0,
  PROP_ANSWER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KlImportQuestion, kl_import_question, G_TYPE_OBJECT)

static void
kl_import_question_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_ANSWER)
    g_value_set_enum (value, (int) KL_IMPORT_QUESTION (object)->answer);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_import_question_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  if (prop_id == PROP_ANSWER)
    kl_import_question_set_answer (KL_IMPORT_QUESTION (object), (KlImportAnswer) g_value_get_enum (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_import_question_finalize (GObject *object)
{
  KlImportQuestion *self = KL_IMPORT_QUESTION (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->field);
  g_free (self->mine);
  g_free (self->file);

  G_OBJECT_CLASS (kl_import_question_parent_class)->finalize (object);
}

static void
kl_import_question_class_init (KlImportQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_import_question_get_property;
  object_class->set_property = kl_import_question_set_property;
  object_class->finalize = kl_import_question_finalize;

  /**
   * KlImportQuestion:answer:
   *
   * What was decided; at first what is done if nobody decides.
   */
  properties[PROP_ANSWER] = g_param_spec_enum ("answer", NULL, NULL, KL_TYPE_IMPORT_ANSWER, KL_IMPORT_ANSWER_MINE,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kl_import_question_init (KlImportQuestion *self)
{
}

/**
 * kl_import_question_new:
 * @key: tells it from all other questions
 * @title: what it is about
 * @field: (nullable): the field that both sides changed; %NULL for an uncertain match
 * @mine: (nullable): what the plan says
 * @file: (nullable): what the document says
 * @answer: what is done if nobody decides
 *
 * Returns: (transfer full): a question
 */
KlImportQuestion *
kl_import_question_new (const char     *key,
                        const char     *title,
                        const char     *field,
                        const char     *mine,
                        const char     *file,
                        KlImportAnswer  answer)
{
  KlImportQuestion *self = g_object_new (KL_TYPE_IMPORT_QUESTION, NULL);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->field = g_strdup (field);
  self->mine = g_strdup (mine != NULL ? mine : "");
  self->file = g_strdup (file != NULL ? file : "");
  self->answer = answer;
  return self;
}

/**
 * kl_import_question_get_key:
 * @self: a question
 *
 * Returns: (transfer none): tells it from all other questions of the import, and is the same when the document is
 *   merged again
 */
const char *
kl_import_question_get_key (KlImportQuestion *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_QUESTION (self), NULL);

  return self->key;
}

/**
 * kl_import_question_get_title:
 * @self: a question
 *
 * Returns: (transfer none): what the question is about: the words of a record
 */
const char *
kl_import_question_get_title (KlImportQuestion *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_QUESTION (self), NULL);

  return self->title;
}

/**
 * kl_import_question_get_field:
 * @self: a question
 *
 * Returns: (transfer none) (nullable): the name of the field that both sides changed; %NULL for an uncertain match
 */
const char *
kl_import_question_get_field (KlImportQuestion *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_QUESTION (self), NULL);

  return self->field;
}

/**
 * kl_import_question_get_mine:
 * @self: a question
 *
 * Returns: (transfer none): what the plan says; of an uncertain match, the title that the topic had
 */
const char *
kl_import_question_get_mine (KlImportQuestion *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_QUESTION (self), NULL);

  return self->mine;
}

/**
 * kl_import_question_get_file:
 * @self: a question
 *
 * Returns: (transfer none): what the document says; of an uncertain match, the title that it has now
 */
const char *
kl_import_question_get_file (KlImportQuestion *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_QUESTION (self), NULL);

  return self->file;
}

/**
 * kl_import_question_is_conflict:
 * @self: a question
 *
 * Returns: whether both sides changed one value; else it is about two topics that may be one
 */
gboolean
kl_import_question_is_conflict (KlImportQuestion *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_QUESTION (self), FALSE);

  return self->field != NULL;
}

/**
 * kl_import_question_get_answer:
 * @self: a question
 *
 * Returns: what was decided
 */
KlImportAnswer
kl_import_question_get_answer (KlImportQuestion *self)
{
  g_return_val_if_fail (KL_IS_IMPORT_QUESTION (self), KL_IMPORT_ANSWER_MINE);

  return self->answer;
}

/**
 * kl_import_question_set_answer:
 * @self: a question
 * @answer: one of the two that fit it
 *
 * Decides.
 */
void
kl_import_question_set_answer (KlImportQuestion *self,
                               KlImportAnswer    answer)
{
  g_return_if_fail (KL_IS_IMPORT_QUESTION (self));
  g_return_if_fail ((self->field != NULL) == (answer <= KL_IMPORT_ANSWER_FILE));

  if (self->answer == answer)
    return;
  self->answer = answer;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANSWER]);
}
