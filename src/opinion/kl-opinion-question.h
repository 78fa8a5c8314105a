#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KlOpinionForm:
 * @KL_OPINION_FORM_SCHEMA: the server is given a JSON schema for the answer
 * @KL_OPINION_FORM_OBJECT: it is told that the answer is a JSON object
 * @KL_OPINION_FORM_PLAIN: only the words ask for JSON
 *
 * How the form of the answer is asked for. Not every server knows all of them.
 */
typedef enum
{
  KL_OPINION_FORM_SCHEMA,
  KL_OPINION_FORM_OBJECT,
  KL_OPINION_FORM_PLAIN,
} KlOpinionForm;

typedef struct _KlOpinionQuestion KlOpinionQuestion;

KlOpinionQuestion *kl_opinion_question_new          (const char              *title,
                                                     const char *const       *points,
                                                     const char              *explanation,
                                                     const char              *language);
KlOpinionQuestion *kl_opinion_question_ref          (KlOpinionQuestion       *self);
void               kl_opinion_question_unref        (KlOpinionQuestion       *self);

guint              kl_opinion_question_get_n_points (const KlOpinionQuestion *self);
const char        *kl_opinion_question_get_rules    (const KlOpinionQuestion *self);
const char        *kl_opinion_question_get_words    (const KlOpinionQuestion *self);
GBytes            *kl_opinion_question_get_body     (const KlOpinionQuestion *self,
                                                     const char              *model,
                                                     KlOpinionForm            form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlOpinionQuestion, kl_opinion_question_unref)

G_END_DECLS
