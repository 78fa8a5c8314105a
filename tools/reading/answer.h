#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AnswerKind:
 * @ANSWER_SCIENTSBANK: short answers to questions of science, right or wrong
 * @ANSWER_BEETLE: short answers to questions on circuits, right or wrong
 * @ANSWER_SAF: long answers on computer networks, with a score
 * @ANSWER_ARGKP: arguments, and whether they make a key point
 *
 * Sets of answers that people have judged.
 */
typedef enum
{
  ANSWER_SCIENTSBANK,
  ANSWER_BEETLE,
  ANSWER_SAF,
  ANSWER_ARGKP,
  ANSWER_N_KINDS,
} AnswerKind;

/**
 * Answer:
 * @kind: the set that it is of
 * @is_train: whether a fit may see how it was judged
 * @question_id: which question it answers
 * @question: what was asked
 * @references: answers that are right, each by itself
 * @text: what was answered
 * @target: how right people found it, 0–1
 *
 * An answer that people have judged.
 */
typedef struct
{
  AnswerKind kind;
  gboolean   is_train;
  char      *question_id;
  char      *question;
  char     **references;
  char      *text;
  double     target;
} Answer;

void answer_free (Answer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

G_END_DECLS
