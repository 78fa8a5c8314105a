#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlImportAnswer:
 * @KL_IMPORT_ANSWER_MINE: what the plan has stays
 * @KL_IMPORT_ANSWER_FILE: what the document has is taken
 * @KL_IMPORT_ANSWER_SAME: the two are the same topic, called otherwise
 * @KL_IMPORT_ANSWER_APART: the two are different topics
 *
 * The first two answer a conflict, the others an uncertain match.
 */
typedef enum
{
  KL_IMPORT_ANSWER_MINE,
  KL_IMPORT_ANSWER_FILE,
  KL_IMPORT_ANSWER_SAME,
  KL_IMPORT_ANSWER_APART,
} KlImportAnswer;

#define KL_TYPE_IMPORT_ANSWER (kl_import_answer_get_type ())
GType kl_import_answer_get_type (void);

#define KL_TYPE_IMPORT_QUESTION (kl_import_question_get_type ())

G_DECLARE_FINAL_TYPE (KlImportQuestion, kl_import_question, KL, IMPORT_QUESTION, GObject)

KlImportQuestion *kl_import_question_new         (const char       *key,
                                                  const char       *title,
                                                  const char       *field,
                                                  const char       *mine,
                                                  const char       *file,
                                                  KlImportAnswer    answer);
const char       *kl_import_question_get_key     (KlImportQuestion *self);
gboolean          kl_import_question_is_conflict (KlImportQuestion *self);
const char       *kl_import_question_get_title   (KlImportQuestion *self);
const char       *kl_import_question_get_field   (KlImportQuestion *self);
const char       *kl_import_question_get_mine    (KlImportQuestion *self);
const char       *kl_import_question_get_file    (KlImportQuestion *self);
KlImportAnswer    kl_import_question_get_answer  (KlImportQuestion *self);
void              kl_import_question_set_answer  (KlImportQuestion *self,
                                                  KlImportAnswer    answer);

G_END_DECLS
