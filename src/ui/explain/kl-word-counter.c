/* kl-word-counter.c: how many words a text has, counted beside the main loop
 *
 * Finding the words of a long explanation takes longer than a frame, and it is asked for again with every few keys. One
 * text is counted at a time, and of those that come meanwhile only the last one.
 */

#include "config.h"

#include "kl-word-counter.h"

#include <pango/pango.h>

struct _KlWordCounter
{
  GObject parent_instance;

  guint words;
  char *next; /* what is to be counted after what is being counted */
  gboolean counting;
};

G_DEFINE_FINAL_TYPE (KlWordCounter, kl_word_counter, G_TYPE_OBJECT)

enum
{
  SIGNAL_COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
count_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  const char *text = task_data;
  int n = (int) g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = g_new0 (PangoLogAttr, (gsize) n + 1);
  gssize n_words = 0;

  pango_get_log_attrs (text, -1, -1, pango_language_get_default (), attributes, n + 1);
  for (int i = 0; i < n; i++)
    n_words += attributes[i].is_word_start;
  g_task_return_int (task, n_words);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(KlWordCounter) self = user_data;
  g_autofree char *next = g_steal_pointer (&self->next);

  self->words = (guint) g_task_propagate_int (G_TASK (result), NULL);
  self->counting = FALSE;
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
  if (next != NULL)
    kl_word_counter_count (self, next);
}

static void
kl_word_counter_finalize (GObject *object)
{
  g_free (KL_WORD_COUNTER (object)->next);

  G_OBJECT_CLASS (kl_word_counter_parent_class)->finalize (object);
}

static void
kl_word_counter_class_init (KlWordCounterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_word_counter_finalize;

  signals[SIGNAL_COUNTED] = g_signal_new ("counted", KL_TYPE_WORD_COUNTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_word_counter_init (KlWordCounter *self)
{
}

/**
 * kl_word_counter_new:
 *
 * Returns: (transfer full): a counter that has counted no words; “counted” says that it has another number
 */
KlWordCounter *
kl_word_counter_new (void)
{
  return g_object_new (KL_TYPE_WORD_COUNTER, NULL);
}

/**
 * kl_word_counter_count:
 * @self: a counter
 * @text: a text
 *
 * Counts the words of @text, by the rules of its script.
 */
void
kl_word_counter_count (KlWordCounter *self,
                       const char    *text)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (KL_IS_WORD_COUNTER (self));

  if (self->counting)
    {
      g_free (self->next);
      self->next = g_strdup (text);
      return;
    }

  self->counting = TRUE;
  /* Without a source: the thread may be the last to let go of it. */
  task = g_task_new (NULL, NULL, counted_cb, g_object_ref (self));
  g_task_set_source_tag (task, kl_word_counter_count);
  g_task_set_task_data (task, g_strdup (text), g_free);
  g_task_run_in_thread (task, count_in_thread);
}

/**
 * kl_word_counter_get_words:
 * @self: a counter
 *
 * Returns: the words of the text that was counted last
 */
guint
kl_word_counter_get_words (KlWordCounter *self)
{
  g_return_val_if_fail (KL_IS_WORD_COUNTER (self), 0);

  return self->words;
}
