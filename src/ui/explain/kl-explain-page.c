/* kl-explain-page.c: the prompt and an empty sheet
 *
 * Key points, notes and earlier attempts are not hidden here: the page has nothing of them.
 */

#include "config.h"

#include "kl-explain-page.h"

#include "coach/kl-quoted-question.h"
#include "recall/kl-date-text.h"
#include "ui/draft/kl-draft-saver.h"
#include "ui/draft/kl-draft-status.h"
#include "ui/page/kl-frame-idle.h"
#include "ui/score/kl-score-entry.h"

#include "kl-question-sheet.h"
#include "kl-spelling.h"
#include "kl-stopwatch.h"
#include "kl-word-counter.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>
#include <string.h>

#define STORE_MS 150
#define LONG_PARAGRAPH 8000 /* bytes */

struct _KlExplainPage
{
  KlPage parent_instance;

  KlDraftSaver *saver;
  KlStopwatch *stopwatch;
  KlWordCounter *counter;
  GtkSourceBuffer *buffer;
  KlSpelling *spelling;

  GtkLabel *prompt;
  KlScoreEntry *guess;
  GtkSourceView *editor;
  KlDraftStatus *status;
  GtkLabel *words;
  GtkLabel *time;
  GtkWidget *hand_in;
  guint store_source;
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (KlExplainPage, kl_explain_page, KL_TYPE_PAGE)

static char *
dup_text (KlExplainPage *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, TRUE);
}

static void
update_words (KlExplainPage *self)
{
  guint n_words = kl_word_counter_get_words (self->counter);
  g_autofree char *label = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);

  gtk_label_set_text (self->words, label);
}

/* Each key has its paragraph laid out again, which takes long where many pieces of it look different. */
static void
end_colours_of_long_paragraphs (KlExplainPage *self,
                                const char    *text)
{
  const char *line = text;
  size_t length = strcspn (line, "\n");

  while (length <= LONG_PARAGRAPH && line[length] != '\0')
    {
      line += length + 1;
      length = strcspn (line, "\n");
    }
  if (length > LONG_PARAGRAPH)
    gtk_source_buffer_set_highlight_syntax (self->buffer, FALSE);
}

/* What follows from the text, but not with each key. The words of questions are not the person's. */
static void
look_at_text (KlExplainPage *self,
              const char    *text)
{
  g_autofree char *said = kl_quoted_question_blank (text, NULL);

  end_colours_of_long_paragraphs (self, text);
  kl_word_counter_count (self->counter, said);
}

static void
update_time (KlExplainPage *self)
{
  g_autofree char *span = kl_date_text_format_span (kl_stopwatch_get_seconds (self->stopwatch));

  gtk_label_set_text (self->time, span);
}

static gint64
get_cursor (KlExplainPage *self)
{
  int cursor;

  g_object_get (self->buffer, "cursor-position", &cursor, NULL);
  return cursor;
}

/* Puts what is on the page into the draft. */
static void
store (KlExplainPage *self)
{
  KlDraft *draft = kl_draft_saver_get_draft (self->saver);
  g_autofree char *text = dup_text (self);

  g_clear_handle_id (&self->store_source, g_source_remove);
  g_object_set (draft,
                "text", text,
                "cursor", get_cursor (self),
                "seconds", kl_stopwatch_get_seconds (self->stopwatch),
                NULL);
  if (kl_score_entry_get_valid (self->guess))
    g_object_set (draft, "guess", kl_score_get_value (kl_score_entry_get_score (self->guess)), NULL);
  kl_draft_saver_touch (self->saver);
  look_at_text (self, text);
}

static gboolean
store_cb (gpointer user_data)
{
  KlExplainPage *self = user_data;

  self->store_source = 0;
  store (self);
  return G_SOURCE_REMOVE;
}

/* Not with each key: a long text takes a while to be copied and counted. */
static void
store_soon (KlExplainPage *self)
{
  if (self->store_source == 0)
    self->store_source = g_timeout_add (STORE_MS, store_cb, self);
}

static void
text_changed_cb (KlExplainPage *self)
{
  /* GTK 4.8 lays new lines out as it paints them, which leaves the scroll bar without a place in that frame, unless the
   * text is given its place anew before. */
  gtk_widget_queue_resize (GTK_WIDGET (self->editor));
  kl_draft_status_set_text (self->status, NULL);
  store_soon (self);
}

static void
cursor_moved_cb (KlExplainPage *self)
{
  /* Moving about on an empty sheet is no draft yet. */
  if (kl_draft_saver_get_exists (self->saver))
    store_soon (self);
}

static void
guess_changed_cb (KlExplainPage *self)
{
  if (kl_score_entry_get_valid (self->guess))
    store_soon (self);
}

static void
place_cursor (KlExplainPage *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  gint64 cursor = kl_draft_get_cursor (kl_draft_saver_get_draft (self->saver));
  GtkTextIter place;

  gtk_text_buffer_get_iter_at_offset (buffer, &place, (int) MIN (cursor, G_MAXINT));
  gtk_text_buffer_place_cursor (buffer, &place);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->editor), gtk_text_buffer_get_insert (buffer));
}

/* From now on the explanation is being written, also while the sheet is empty. */
static void
begin (KlExplainPage *self)
{
  KlDraft *draft = kl_draft_saver_get_draft (self->saver);
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (kl_page_get_library (KL_PAGE (self))));
  g_autofree char *started = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");

  if (kl_draft_get_started (draft) == NULL)
    g_object_set (draft, "started", started, NULL);
}

/* They came elsewhere, as those of an attempt that was undone, and nobody may write over them. */
static void
words_came_cb (KlExplainPage *self,
               const char    *words)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  GtkTextIter end;

  if (!self->filled)
    return;

  gtk_text_buffer_get_end_iter (buffer, &end);
  if (gtk_text_iter_get_offset (&end) > 0)
    gtk_text_buffer_insert (buffer, &end, "\n\n", -1);
  gtk_text_buffer_insert (buffer, &end, words, -1);
}

/* What was asked when the text was read back is answered in it. */
static void
ask (GtkWidget *widget)
{
  KlExplainPage *self = KL_EXPLAIN_PAGE (widget);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);
  g_auto(GStrv) questions = self->saver != NULL ? kl_draft_saver_steal_asked (self->saver) : NULL;

  if (questions == NULL)
    return;

  kl_question_sheet_add (buffer, (const char *const *) questions);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->editor), gtk_text_buffer_get_insert (buffer));
  store (self);
}

static void
begin_writing (KlExplainPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  /* GTK 4.8 does not paint what comes to a text before it was painted for the first time. */
  kl_frame_idle_add (GTK_WIDGET (self), ask);
}

static void
fill (KlExplainPage *self)
{
  KlDraft *draft = kl_draft_saver_get_draft (self->saver);
  const char *text = kl_draft_get_text (draft);
  double guess = kl_draft_get_guess (draft);

  if (self->filled || !kl_draft_saver_get_loaded (self->saver))
    return;
  self->filled = TRUE;

  /* Back from reading it back: the points have been seen, and going on means to go on here. */
  if (kl_draft_saver_get_exists (self->saver) && kl_draft_get_stage (draft) == KL_DRAFT_REVIEWING)
    {
      g_object_set (draft, "assisted", TRUE, "stage", KL_DRAFT_WRITING, NULL);
      kl_draft_saver_touch (self->saver);
    }

  gtk_text_buffer_begin_irreversible_action (GTK_TEXT_BUFFER (self->buffer));
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self->buffer), text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (GTK_TEXT_BUFFER (self->buffer));
  self->spelling = kl_spelling_new (self->editor, kl_page_get_plan (KL_PAGE (self)));
  place_cursor (self);
  begin (self);
  kl_score_entry_set_score (self->guess, (KlScore) { guess, guess });
  kl_stopwatch_set_seconds (self->stopwatch, kl_draft_get_seconds (draft));
  look_at_text (self, text != NULL ? text : "");
  update_time (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->editor), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explain.hand-in", TRUE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->guess, "changed", G_CALLBACK (guess_changed_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_writing (self);
}

static void
update_prompt (KlExplainPage *self)
{
  const char *title = kl_subject_get_title (kl_page_get_subject (KL_PAGE (self)));

  gtk_label_set_text (self->prompt, title != NULL ? title : "");
  kl_page_set_title (KL_PAGE (self), title);
}

static void
update_scheme (KlExplainPage *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (self->buffer, gtk_source_style_scheme_manager_get_scheme (
                                                      schemes, dark ? "Adwaita-dark" : "Adwaita"));
}

static void
handed_in_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(KlExplainPage) self = user_data;

  /* A failure is said by the status line, which watches the saver. */
  if (!kl_draft_saver_flush_finish (KL_DRAFT_SAVER (object), result, NULL))
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.review", "s",
                              kl_record_get_id (KL_RECORD (kl_page_get_subject (KL_PAGE (self)))));
}

static void
hand_in_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  KlExplainPage *self = KL_EXPLAIN_PAGE (widget);
  g_autofree char *text = dup_text (self);
  g_autofree char *said = kl_quoted_question_blank (text, NULL);

  if (*g_strstrip (said) == '\0')
    {
      kl_draft_status_set_text (self->status, _("There is nothing to hand in yet. Write what you remember first."));
      gtk_widget_grab_focus (GTK_WIDGET (self->editor));
      return;
    }
  if (!kl_score_entry_get_valid (self->guess))
    {
      kl_draft_status_set_text (self->status, _("The expected score is a number from 0 to 100, or nothing."));
      gtk_widget_grab_focus (GTK_WIDGET (self->guess));
      return;
    }

  kl_stopwatch_stop (self->stopwatch);
  store (self);
  g_object_set (kl_draft_saver_get_draft (self->saver), "stage", KL_DRAFT_REVIEWING, NULL);
  kl_draft_saver_flush_async (self->saver, NULL, handed_in_cb, g_object_ref (self));
}

static gboolean
has_something_to_keep (KlExplainPage *self)
{
  if (self->store_source != 0)
    return TRUE;

  /* Looking at the page is no draft yet, and what was forgotten by recording it is none any more. */
  return self->filled && kl_draft_saver_get_exists (self->saver)
         && kl_stopwatch_get_seconds (self->stopwatch) != kl_draft_get_seconds (kl_draft_saver_get_draft (self->saver));
}

static void
kl_explain_page_flush_async (KlPage              *page,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  KlExplainPage *self = KL_EXPLAIN_PAGE (page);

  if (has_something_to_keep (self))
    store (self);
  kl_draft_saver_flush_async (self->saver, cancellable, callback, user_data);
}

static gboolean
kl_explain_page_flush_finish (KlPage        *page,
                              GAsyncResult  *result,
                              GError       **error)
{
  return kl_draft_saver_flush_finish (KL_EXPLAIN_PAGE (page)->saver, result, error);
}

static void
flushed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  /* The saver tries again by itself and lives as long as that takes. */
  if (!kl_draft_saver_flush_finish (KL_DRAFT_SAVER (object), result, NULL))
    g_debug ("A draft could not be saved when its page was left");
}

static void
kl_explain_page_map (GtkWidget *widget)
{
  KlExplainPage *self = KL_EXPLAIN_PAGE (widget);

  GTK_WIDGET_CLASS (kl_explain_page_parent_class)->map (widget);
  kl_stopwatch_start (self->stopwatch);
  if (self->filled)
    begin_writing (self);
}

static void
kl_explain_page_unmap (GtkWidget *widget)
{
  KlExplainPage *self = KL_EXPLAIN_PAGE (widget);

  kl_stopwatch_stop (self->stopwatch);
  if (has_something_to_keep (self))
    store (self);
  kl_draft_saver_flush_async (self->saver, NULL, flushed_cb, NULL);
  GTK_WIDGET_CLASS (kl_explain_page_parent_class)->unmap (widget);
}

static void
kl_explain_page_constructed (GObject *object)
{
  KlExplainPage *self = KL_EXPLAIN_PAGE (object);
  KlSubject *subject = kl_page_get_subject (KL_PAGE (self));

  G_OBJECT_CLASS (kl_explain_page_parent_class)->constructed (object);

  g_signal_connect_object (subject, "notify::title", G_CALLBACK (update_prompt), self, G_CONNECT_SWAPPED);
  update_prompt (self);
  kl_score_entry_set_plan (self->guess, kl_page_get_plan (KL_PAGE (self)));
  update_words (self);
  update_time (self);

  self->saver = kl_draft_saver_dup (kl_page_get_library (KL_PAGE (self)), subject);
  kl_draft_status_set_saver (self->status, self->saver);
  g_signal_connect_object (self->saver, "notify::loaded", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "words-came", G_CALLBACK (words_came_cb), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
kl_explain_page_dispose (GObject *object)
{
  KlExplainPage *self = KL_EXPLAIN_PAGE (object);

  g_clear_handle_id (&self->store_source, g_source_remove);
  g_clear_object (&self->spelling);
  g_clear_object (&self->saver);
  g_clear_object (&self->stopwatch);
  g_clear_object (&self->counter);
  g_clear_object (&self->buffer);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_EXPLAIN_PAGE);

  G_OBJECT_CLASS (kl_explain_page_parent_class)->dispose (object);
}

static void
kl_explain_page_class_init (KlExplainPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kl_explain_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = kl_explain_page_dispose;
  widget_class->map = kl_explain_page_map;
  widget_class->unmap = kl_explain_page_unmap;
  KL_PAGE_CLASS (klass)->flush_async = kl_explain_page_flush_async;
  KL_PAGE_CLASS (klass)->flush_finish = kl_explain_page_flush_finish;

  g_type_ensure (KL_TYPE_SCORE_ENTRY);
  g_type_ensure (KL_TYPE_DRAFT_STATUS);
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/explain/kl-explain-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlExplainPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, KlExplainPage, guess);
  gtk_widget_class_bind_template_child (widget_class, KlExplainPage, editor);
  gtk_widget_class_bind_template_child (widget_class, KlExplainPage, status);
  gtk_widget_class_bind_template_child (widget_class, KlExplainPage, words);
  gtk_widget_class_bind_template_child (widget_class, KlExplainPage, time);
  gtk_widget_class_bind_template_child (widget_class, KlExplainPage, hand_in);

  gtk_widget_class_install_action (widget_class, "explain.hand-in", NULL, hand_in_cb);
}

static void
kl_explain_page_init (KlExplainPage *self)
{
  GtkSourceLanguage *markdown;

  gtk_widget_init_template (GTK_WIDGET (self));
  kl_page_set_hand_in (KL_PAGE (self), "explain.hand-in");

  self->stopwatch = kl_stopwatch_new ();
  g_signal_connect_object (self->stopwatch, "tick", G_CALLBACK (update_time), self, G_CONNECT_SWAPPED);
  self->counter = kl_word_counter_new ();
  g_signal_connect_object (self->counter, "counted", G_CALLBACK (update_words), self, G_CONNECT_SWAPPED);

  markdown = gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (), "markdown");
  self->buffer = gtk_source_buffer_new (NULL);
  gtk_source_buffer_set_language (self->buffer, markdown);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->editor), GTK_TEXT_BUFFER (self->buffer));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_scheme), self,
                           G_CONNECT_SWAPPED);
  update_scheme (self);

  kl_score_entry_set_label (self->guess, _("What score do you expect?"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "explain.hand-in", FALSE);
}

/**
 * kl_explain_page_new:
 * @library: the library
 * @plan: the plan of the subject
 * @subject: what is to be explained
 *
 * Returns: (transfer floating): the page, with the draft if there is one
 */
GtkWidget *
kl_explain_page_new (KlLibrary *library,
                     KlPlan    *plan,
                     KlSubject *subject)
{
  return g_object_new (KL_TYPE_EXPLAIN_PAGE, "library", library, "plan", plan, "subject", subject, NULL);
}
