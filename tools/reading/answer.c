/* answer.c: an answer that people have judged */

#include "config.h"

#include "answer.h"

void
answer_free (Answer *self)
{
  g_free (self->question_id);
  g_free (self->question);
  g_strfreev (self->references);
  g_free (self->text);
  g_free (self);
}
