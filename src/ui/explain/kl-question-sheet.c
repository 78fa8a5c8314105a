/* kl-question-sheet.c: puts questions below what was written, with room for the answers */

#include "config.h"

#include "kl-question-sheet.h"

#include "coach/kl-quoted-question.h"

/**
 * kl_question_sheet_add:
 * @buffer: an explanation
 * @questions: (array zero-terminated=1): what to ask
 *
 * Adds @questions below all that stands in @buffer, as one change that can be undone, and puts the cursor where the
 * first one is answered.
 */
void
kl_question_sheet_add (GtkTextBuffer     *buffer,
                       const char *const *questions)
{
  g_autofree char *text = NULL;
  g_autofree char *block = NULL;
  GtkTextIter start, end;
  int offset, answer = 0;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  offset = gtk_text_iter_get_offset (&end);
  block = kl_quoted_question_format (text, questions, &answer);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert (buffer, &end, block, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset + answer);
  gtk_text_buffer_place_cursor (buffer, &start);
}
