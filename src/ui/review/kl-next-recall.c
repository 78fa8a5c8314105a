/* kl-next-recall.c: says that an attempt was recorded, and when the next one is due
 *
 * The schedule follows the library a moment after the attempt was recorded. The sentence waits for it, not for long.
 */

#include "config.h"

#include "kl-next-recall.h"

#include <glib/gi18n.h>

#include "recall/kl-agenda.h"
#include "recall/kl-day-text.h"
#include "recall/kl-score-text.h"

#define PATIENCE_MS 1000

typedef struct
{
  GtkWidget *root; /* weak */
  KlAgenda *agenda;
  KlSchedules *schedules;
  char *subject_id;
  char *sentence;
  gulong handler;
  guint timeout;
} NextRecall;

static char *
describe (KlPlan  *plan,
          KlScore  score)
{
  KlBand *band = kl_plan_find_band (plan, kl_score_get_value (score));
  g_autofree char *number = kl_score_text_format (score);

  if (!kl_score_is_set (score))
    return g_strdup (_("Attempt recorded without a score"));
  if (band == NULL)
    return g_strdup_printf (_("Attempt recorded: %s"), number);
  /* Translators: such as “Attempt recorded: Strong, 92 %” */
  return g_strdup_printf (_("Attempt recorded: %s, %s"), kl_band_get_name (band), number);
}

static void
next_recall_free (gpointer data)
{
  NextRecall *self = data;

  g_clear_weak_pointer (&self->root);
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->handler != 0)
    g_signal_handler_disconnect (self->schedules, self->handler);
  g_clear_object (&self->schedules);
  g_clear_object (&self->agenda);
  g_free (self->subject_id);
  g_free (self->sentence);
  g_free (self);
}

static char *
dup_sentence (NextRecall *self)
{
  g_autofree char *day = NULL;
  gint64 due;

  if (self->schedules == NULL || !kl_schedules_get_due (self->schedules, self->subject_id, &due))
    return g_strdup (self->sentence);

  day = kl_day_text_weekday (due, kl_schedules_get_today (self->schedules));
  /* Translators: %1$s is that an attempt was recorded, %2$s a day. */
  return g_strdup_printf (_("%1$s. Next recall on %2$s"), self->sentence, day);
}

static void
say (NextRecall *self)
{
  g_autofree char *sentence = dup_sentence (self);

  if (self->root != NULL)
    gtk_widget_activate_action (self->root, "win.toast-undo", "s", sentence);
  next_recall_free (self);
}

static void
changed_cb (KlSchedules        *schedules,
            const char *const  *subject_ids,
            gpointer            user_data)
{
  NextRecall *self = user_data;

  if (subject_ids == NULL || g_strv_contains (subject_ids, self->subject_id))
    say (self);
}

static gboolean
timeout_cb (gpointer user_data)
{
  NextRecall *self = user_data;

  self->timeout = 0;
  say (self);
  return G_SOURCE_REMOVE;
}

/**
 * kl_next_recall_say:
 * @page: a page, shown
 * @plan: its plan
 * @subject: what was just explained and recorded
 * @score: what it was worth, or no score
 *
 * Says it in a toast that offers Undo, with the day of the next recall as soon as that is known.
 */
void
kl_next_recall_say (GtkWidget  *page,
                    KlPlan     *plan,
                    KlSubject  *subject,
                    KlScore     score)
{
  NextRecall *self = g_new0 (NextRecall, 1);

  g_set_weak_pointer (&self->root, GTK_WIDGET (gtk_widget_get_root (page)));
  self->agenda = kl_agenda_for (plan);
  g_set_object (&self->schedules, kl_agenda_get_schedules (self->agenda));
  self->subject_id = g_strdup (kl_record_get_id (KL_RECORD (subject)));
  self->sentence = describe (plan, score);
  if (self->schedules == NULL)
    {
      say (self);
      return;
    }

  self->handler = g_signal_connect (self->schedules, "changed", G_CALLBACK (changed_cb), self);
  self->timeout = g_timeout_add (PATIENCE_MS, timeout_cb, self);
}
