/* kl-score-block.c: one scored heading as attempts
 *
 * Feedback comes before it is known how many attempts there are: a learning journey turns one heading into several. So
 * scores and feedback are gathered, and become attempts when the entry is closed.
 */

#include "config.h"

#include "kl-score-block.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "kl-figure.h"
#include "kl-phrase.h"
#include "kl-source-map.h"

typedef struct
{
  double low;
  double high;
  char *label;
  char *date;
  guint line;
  char *summary_label;
  char *summary;
  gsize value[2];
  const KlBlock *item;
} Step;

typedef struct
{
  KlFeedback *feedback;
  gboolean initial;
} Item;

struct _KlScoreBlock
{
  KlReading *reading;
  KlDraftSubject *subject;
  GArray *steps;
  GArray *items;
  GPtrArray *verdicts;
  char *words;
  gsize words_at[2];
  gboolean has_score;
  Step score;
  gboolean has_earlier;
  Step earlier; /* “40% → 92%” has two */
  KlFigure guess;
};

static void
step_clear (gpointer data)
{
  Step *step = data;

  g_free (step->label);
  g_free (step->date);
  g_free (step->summary_label);
  g_free (step->summary);
}

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_object_unref (item->feedback);
}

/**
 * kl_score_block_new:
 * @reading: the document
 * @subject: what was explained
 *
 * Returns: (transfer full): an entry without scores
 */
KlScoreBlock *
kl_score_block_new (KlReading      *reading,
                    KlDraftSubject *subject)
{
  KlScoreBlock *self = g_new0 (KlScoreBlock, 1);

  self->reading = reading;
  self->subject = subject;
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, step_clear);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
  self->verdicts = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * kl_score_block_free:
 * @self: (transfer full): an entry
 */
void
kl_score_block_free (KlScoreBlock *self)
{
  g_array_unref (self->steps);
  g_array_unref (self->items);
  g_ptr_array_unref (self->verdicts);
  g_free (self->words);
  step_clear (&self->score);
  step_clear (&self->earlier);
  g_free (self);
}

/* “92% 🟢 Strong – at last” → “🟢 Strong”, “92% (Strong)” → “Strong”; “92% up from 40%” says nothing of a band. */
static char *
dup_label_behind (const char *text)
{
  static const char *const ends[] = { " – ", " — ", " - ", ")", ",", "(", NULL };
  gsize skipped = strspn (text, " (*_:-/");
  g_autofree char *label = g_strdup (text + skipped);
  guint n_words = 1;

  for (guint i = 0; ends[i] != NULL; i++)
    {
      char *end = strstr (label, ends[i]);

      if (end != NULL)
        *end = '\0';
    }
  for (gsize n = strlen (label); n > 0 && strchr ("*_ ", label[n - 1]) != NULL; n--)
    label[n - 1] = '\0';
  for (const char *at = label; *at != '\0'; at++)
    {
      n_words += *at == ' ';
      if (g_ascii_isdigit (*at))
        return NULL;
    }
  return *label != '\0' && n_words <= 3 ? g_steal_pointer (&label) : NULL;
}

/* “🟢 Strong (92%)” → “🟢 Strong”, “🟡 75-85% - Good concepts” → “🟡” */
static char *
dup_band_label (const char *text,
                gsize       length)
{
  g_autofree char *label = g_strndup (text, length);

  g_strchomp (label);
  for (gsize n = strlen (label); n > 0 && strchr ("(*_<>~ ", label[n - 1]) != NULL; n--)
    label[n - 1] = '\0';
  g_strstrip (label);
  return *label != '\0' ? g_steal_pointer (&label) : NULL;
}

static gboolean
read_step (KlScoreBlock *self,
           const char   *value,
           guint         line,
           Step         *step)
{
  KlFigure figure;
  gboolean found = kl_figure_find_score (value, &figure);

  memset (step, 0, sizeof *step);
  step->low = found ? figure.low : (double) NAN;
  step->high = found ? figure.high : (double) NAN;
  step->label = dup_band_label (value, found ? figure.start : strlen (value));
  if (step->label == NULL && found)
    step->label = dup_label_behind (value + figure.end);
  step->date = g_strdup (self->reading->date);
  step->line = line;
  return found;
}

/* “40% → 92%”: what stands before the arrow was an attempt of its own. */
static const char *
skip_earlier (KlScoreBlock *self,
              const char   *value,
              guint         line)
{
  static const char *const arrows[] = { "→", "->", "=>", "⇒", NULL };
  KlFigure figure;

  for (guint i = 0; arrows[i] != NULL; i++)
    {
      const char *arrow = strstr (value, arrows[i]);
      const char *later = arrow != NULL ? arrow + strlen (arrows[i]) : NULL;
      g_autofree char *before = arrow != NULL ? g_strndup (value, (gsize) (arrow - value)) : NULL;

      if (arrow == NULL || !kl_figure_find_score (before, &figure) || !kl_figure_find_score (later, &figure))
        continue;
      step_clear (&self->earlier);
      self->has_earlier = read_step (self, before, line, &self->earlier);
      return later + strspn (later, " ");
    }
  return value;
}

/**
 * kl_score_block_set_guess:
 * @self: an entry
 * @value: what stands after “Expected score:”
 *
 * Returns: whether that is a score
 */
gboolean
kl_score_block_set_guess (KlScoreBlock *self,
                          const char   *value)
{
  KlFigure guess;

  if (!kl_figure_find_score (value, &guess))
    return FALSE;
  self->guess = guess;
  return TRUE;
}

/**
 * kl_score_block_add_score:
 * @self: an entry
 * @value: what stands after “Score:”
 * @content: the label that it stands at
 */
void
kl_score_block_add_score (KlScoreBlock *self,
                          const char   *value,
                          const KlContent *content)
{
  const char *later = skip_earlier (self, value, content->line);
  const char *text = kl_outline_get_text (self->reading->outline, NULL);

  step_clear (&self->score);
  if (!read_step (self, later, content->line, &self->score))
    kl_reading_note (self->reading, content->line,
                     _("“%s” is no score from 0 to 100: the attempt was kept without a number."), value);
  self->score.value[0] = content->start;
  self->score.value[1] = content->end;
  if (strncmp (text + content->start, value, strlen (value)) == 0)
    self->score.value[0] += (gsize) (later - value);
  self->has_score = TRUE;
}

/**
 * kl_score_block_add_step:
 * @self: an entry
 * @label: of the learning journey, as written
 * @text: one line of it
 * @content: the item that says it
 */
void
kl_score_block_add_step (KlScoreBlock *self,
                         const char   *label,
                         const char   *text,
                         const KlContent *content)
{
  const char *colon = strchr (text, ':');
  Step step;

  if (!read_step (self, colon != NULL ? colon + 1 : text, content->line, &step))
    {
      step_clear (&step);
      kl_score_block_add_feedback (self, KL_FEEDBACK_SUMMARY, label, text);
      return;
    }
  step.summary_label = g_strdup (label);
  step.summary = g_strdup (text);
  step.item = content->block;
  g_array_append_val (self->steps, step);
}

/**
 * kl_score_block_add_feedback:
 * @self: an entry
 * @kind: what it says
 * @label: (nullable): that it stands under, as written
 * @text: as written
 *
 * Returns: (transfer none): the new feedback
 */
KlFeedback *
kl_score_block_add_feedback (KlScoreBlock   *self,
                             KlFeedbackKind  kind,
                             const char     *label,
                             const char     *text)
{
  Item item = { g_object_new (KL_TYPE_FEEDBACK, "kind", kind, "label", label, "text", text, NULL), FALSE };

  g_array_append_val (self->items, item);
  return item.feedback;
}

/**
 * kl_score_block_set_words:
 * @self: an entry
 * @words: what was explained
 * @start: first byte of where it stands
 * @end: one past the last
 */
void
kl_score_block_set_words (KlScoreBlock *self,
                          const char   *words,
                          gsize         start,
                          gsize         end)
{
  g_free (self->words);
  self->words = g_strdup (words);
  self->words_at[0] = start;
  self->words_at[1] = end;
}

/**
 * kl_score_block_add_verdict:
 * @self: an entry
 * @verdict: how a point was judged
 */
void
kl_score_block_add_verdict (KlScoreBlock *self,
                            KlVerdict    *verdict)
{
  GListModel *points = kl_subject_get_points (self->subject->subject);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);

      if (g_strcmp0 (kl_point_get_text (point), kl_verdict_get_text (verdict)) == 0)
        g_object_set (verdict, "point", kl_record_get_id (KL_RECORD (point)), NULL);
    }
  g_ptr_array_add (self->verdicts, g_object_ref (verdict));
}

/* All that was explained under a heading is about its last attempt. */
static void
give_words (KlScoreBlock *self,
            KlAttempt    *attempt)
{
  if (self->words != NULL)
    {
      g_object_set (attempt, "explanation", self->words, NULL);
      kl_reading_mark (self->reading, attempt, "explanation", self->words_at[0], self->words_at[1]);
    }
  for (guint i = 0; i < self->verdicts->len; i++)
    kl_record_append (KL_RECORD (attempt), g_ptr_array_index (self->verdicts, i));
}

/**
 * kl_score_block_set_initial:
 * @self: an entry with feedback
 *
 * Says of the last feedback that it is about the first attempt.
 */
void
kl_score_block_set_initial (KlScoreBlock *self)
{
  g_return_if_fail (self->items->len > 0);

  g_array_index (self->items, Item, self->items->len - 1).initial = TRUE;
}

/**
 * kl_score_block_has_score:
 * @self: an entry
 *
 * Returns: whether another score would be another attempt
 */
gboolean
kl_score_block_has_score (KlScoreBlock *self)
{
  return self->has_score;
}

static void
append_feedback (KlScoreBlock *self,
                 KlAttempt    *attempt,
                 KlFeedback   *feedback)
{
  g_autofree char *kind = g_strdup_printf ("feedback-%d", (int) kl_feedback_get_kind (feedback));
  g_autofree char *key = kl_source_keys_dup (self->reading->keys, kl_attempt_get_source (attempt), kind,
                                             kl_feedback_get_text (feedback));

  g_object_set (feedback, "source", key, NULL);
  kl_record_append (KL_RECORD (attempt), KL_RECORD (feedback));
}

static KlAttempt *
add_attempt (KlScoreBlock *self,
             const Step   *step)
{
  const char *subject_key = kl_subject_get_source (self->subject->subject);
  g_autofree char *key
    = kl_source_keys_dup (self->reading->keys, subject_key, "attempt", step->date != NULL ? step->date : "");
  g_autoptr(KlAttempt) attempt = NULL;
  KlRecordLine where;

  self->subject->n_attempts++;
  attempt = g_object_new (KL_TYPE_ATTEMPT, "number", (gint64) self->subject->n_attempts, "date", step->date,
                          "label", step->label, "source", key, NULL);
  if (!isnan (step->low))
    g_object_set (attempt, "low", step->low, "high", step->high, NULL);
  kl_record_append (KL_RECORD (self->subject->subject), KL_RECORD (attempt));

  if (step->summary != NULL)
    {
      g_autoptr(KlFeedback) summary = g_object_new (KL_TYPE_FEEDBACK, "kind", KL_FEEDBACK_SUMMARY,
                                                    "label", step->summary_label, "text", step->summary, NULL);

      append_feedback (self, attempt, summary);
    }
  if (step->value[1] > step->value[0])
    kl_reading_mark (self->reading, attempt, KL_SOURCE_VALUE, step->value[0], step->value[1]);
  if (step->item != NULL)
    kl_reading_mark_item (self->reading, attempt, step->item);
  where.record = attempt;
  where.line = step->line;
  g_array_append_val (self->reading->attempt_lines, where);
  return attempt;
}

static gboolean
same_score (const Step *a,
            const Step *b)
{
  return fabs (a->low - b->low) < 0.05 && fabs (a->high - b->high) < 0.05;
}

/* The heading's own score is that of the last step of the journey, if there is one: both are the same attempt. */
static void
merge_score (KlScoreBlock *self)
{
  Step *last = self->steps->len > 0 ? &g_array_index (self->steps, Step, self->steps->len - 1) : NULL;

  if (!self->has_score)
    return;
  /* A journey tells the same once more, and better. */
  if (self->has_earlier && last == NULL)
    g_array_append_val (self->steps, self->earlier);
  else
    step_clear (&self->earlier);
  memset (&self->earlier, 0, sizeof self->earlier);
  self->has_earlier = FALSE;
  if (last != NULL && same_score (last, &self->score))
    {
      g_free (last->label);
      last->label = g_steal_pointer (&self->score.label);
      last->line = self->score.line;
      memcpy (last->value, self->score.value, sizeof last->value);
      step_clear (&self->score);
    }
  else
    g_array_append_val (self->steps, self->score);
  memset (&self->score, 0, sizeof self->score);
}

/**
 * kl_score_block_close:
 * @self: an entry
 * @line: of its heading
 *
 * Gives the subject its attempts with their feedback, and makes the entry empty.
 */
void
kl_score_block_close (KlScoreBlock *self,
                      guint         line)
{
  KlAttempt *first = NULL;
  KlAttempt *last = NULL;

  merge_score (self);
  if (self->steps->len == 0 && (self->items->len > 0 || self->words != NULL || self->verdicts->len > 0))
    {
      Step step
        = { (double) NAN, (double) NAN, NULL, g_strdup (self->reading->date), line, NULL, NULL, { 0, 0 }, NULL };

      kl_reading_note (self->reading, line, _("“%s” has feedback but no score: the attempt was kept without a number."),
                       kl_subject_get_title (self->subject->subject));
      g_array_append_val (self->steps, step);
    }

  for (guint i = 0; i < self->steps->len; i++)
    {
      last = add_attempt (self, &g_array_index (self->steps, Step, i));
      if (first == NULL)
        first = last;
    }
  for (guint i = 0; i < self->items->len && last != NULL; i++)
    {
      Item *item = &g_array_index (self->items, Item, i);

      append_feedback (self, item->initial ? first : last, item->feedback);
    }

  if (last != NULL)
    give_words (self, last);
  if (last != NULL && self->guess.end > 0)
    g_object_set (last, "guess", (self->guess.low + self->guess.high) / 2, NULL);
  memset (&self->guess, 0, sizeof self->guess);

  g_array_set_size (self->steps, 0);
  g_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->verdicts, 0);
  g_clear_pointer (&self->words, g_free);
  self->has_score = FALSE;
}
