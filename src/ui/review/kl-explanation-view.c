/* kl-explanation-view.c: an explanation to be read, with the words that speak for something
 *
 * Words that speak for any point are underlined faintly, those that are looked at strongly, on a ground of their own. A
 * click on words, or Return or Space on them, asks what they speak for (“asked”). Questions that stand in the text,
 * which speak for nothing, are in italics. Thousands of places are marked bit by bit, between the frames.
 */

#include "config.h"

#include "kl-explanation-view.h"

#include "coach/kl-quoted-question.h"
#include "recall/kl-text-places.h"

/* So many places are marked at a time. */
#define PORTION 200

/* A longer paragraph, in bytes, is shown as several: it would be laid out anew as a whole with each mark. */
#define LONG_PARAGRAPH 8192

typedef struct
{
  GtkTextTag *tag;
  GArray *places;
  guint n_marked;
} Marking;

struct _KlExplanationView
{
  GtkTextView parent_instance;

  Marking any;
  Marking looked_at;
  Marking questions;
  guint mark_source;
};

G_DEFINE_FINAL_TYPE (KlExplanationView, kl_explanation_view, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (KlExplanationView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
mark_portion (KlExplanationView *self,
              Marking           *marking)
{
  GtkTextBuffer *buffer = get_buffer (self);
  guint end = MIN (marking->n_marked + PORTION, marking->places->len);

  for (; marking->n_marked < end; marking->n_marked++)
    {
      const KlTextPlace *place = &g_array_index (marking->places, KlTextPlace, marking->n_marked);
      GtkTextIter from, to;

      gtk_text_buffer_get_iter_at_offset (buffer, &from, place->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &to, place->end);
      gtk_text_buffer_apply_tag (buffer, marking->tag, &from, &to);
    }
}

static gboolean
is_marked (const Marking *marking)
{
  return marking->n_marked == marking->places->len;
}

static gboolean
mark_cb (gpointer user_data)
{
  KlExplanationView *self = user_data;

  mark_portion (self, !is_marked (&self->looked_at) ? &self->looked_at
                      : !is_marked (&self->any)     ? &self->any
                                                    : &self->questions);
  if (!is_marked (&self->looked_at) || !is_marked (&self->any) || !is_marked (&self->questions))
    return G_SOURCE_CONTINUE;

  self->mark_source = 0;
  return G_SOURCE_REMOVE;
}

/* The first ones at once. */
static void
mark (KlExplanationView *self,
      Marking           *marking,
      const GArray      *places)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  if (marking->n_marked > 0)
    {
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_remove_tag (buffer, marking->tag, &start, &end);
    }
  marking->n_marked = 0;
  g_array_set_size (marking->places, 0);
  if (places != NULL)
    g_array_append_vals (marking->places, places->data, places->len);
  mark_portion (self, marking);
  if (!is_marked (marking) && self->mark_source == 0)
    self->mark_source = g_idle_add (mark_cb, self);
}

static void
set_colors (KlExplanationView *self)
{
  gboolean is_strong = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA text, accent;

  if (!gtk_style_context_lookup_color (context, "window_fg_color", &text)
      || !gtk_style_context_lookup_color (context, "accent_bg_color", &accent))
    return;

  g_object_set (self->looked_at.tag, "underline-rgba", &text, NULL);
  text.alpha *= is_strong ? 0.7f : 0.4f;
  g_object_set (self->any.tag, "underline-rgba", &text, NULL);
  accent.alpha = is_strong ? 0.4f : 0.25f;
  g_object_set (self->looked_at.tag, "background-rgba", &accent, NULL);
}

static void
ask (KlExplanationView *self,
     const GtkTextIter *iter)
{
  int offset = gtk_text_iter_get_offset (iter);

  /* At the end of a word it is the word before. */
  if (!kl_text_places_contain (self->any.places, offset) && offset > 0)
    offset--;
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, offset);
}

static gboolean
find_iter (KlExplanationView *self,
           double             x,
           double             y,
           GtkTextIter       *iter)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  return gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), iter, buffer_x, buffer_y);
}

static void
released_cb (KlExplanationView *self,
             int                n_press,
             double             x,
             double             y)
{
  GtkTextIter iter;

  /* Words that were just selected are to be copied. */
  if (n_press == 1 && !gtk_text_buffer_get_has_selection (get_buffer (self)) && find_iter (self, x, y, &iter))
    ask (self, &iter);
}

static void
motion_cb (KlExplanationView *self,
           double             x,
           double             y)
{
  GtkTextIter iter;
  gboolean speaks = find_iter (self, x, y, &iter)
                    && kl_text_places_contain (self->any.places, gtk_text_iter_get_offset (&iter));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), speaks ? "pointer" : "text");
}

static gboolean
key_pressed_cb (KlExplanationView *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0
      || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_space))
    return GDK_EVENT_PROPAGATE;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  ask (self, &iter);
  return GDK_EVENT_STOP;
}

static void
kl_explanation_view_dispose (GObject *object)
{
  g_clear_handle_id (&KL_EXPLANATION_VIEW (object)->mark_source, g_source_remove);

  G_OBJECT_CLASS (kl_explanation_view_parent_class)->dispose (object);
}

static void
kl_explanation_view_finalize (GObject *object)
{
  KlExplanationView *self = KL_EXPLANATION_VIEW (object);

  g_array_unref (self->any.places);
  g_array_unref (self->looked_at.places);
  g_array_unref (self->questions.places);

  G_OBJECT_CLASS (kl_explanation_view_parent_class)->finalize (object);
}

static void
kl_explanation_view_class_init (KlExplanationViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kl_explanation_view_dispose;
  object_class->finalize = kl_explanation_view_finalize;

  /* The person asked what the words at an offset, in characters, speak for. */
  signals[SIGNAL_ASKED] = g_signal_new ("asked", KL_TYPE_EXPLANATION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
add_controllers (KlExplanationView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
kl_explanation_view_init (KlExplanationView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kl-explanation");

  /* The later tag is the stronger one. */
  self->any.tag = gtk_text_buffer_create_tag (get_buffer (self), NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->any.places = g_array_new (FALSE, FALSE, sizeof (KlTextPlace));
  self->looked_at.tag = gtk_text_buffer_create_tag (get_buffer (self), NULL, "underline", PANGO_UNDERLINE_DOUBLE, NULL);
  self->looked_at.places = g_array_new (FALSE, FALSE, sizeof (KlTextPlace));
  self->questions.tag = gtk_text_buffer_create_tag (get_buffer (self), NULL, "style", PANGO_STYLE_ITALIC, NULL);
  self->questions.places = g_array_new (FALSE, FALSE, sizeof (KlTextPlace));
  set_colors (self);
  add_controllers (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (set_colors), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (set_colors), self, G_CONNECT_SWAPPED);
}

static void
mark_questions (KlExplanationView *self,
                const char        *text)
{
  g_autoptr(GArray) spans = kl_quoted_question_find (text);
  g_autoptr(GArray) places = kl_text_places_new (text, spans);

  mark (self, &self->questions, places);
}

/* Blanks become ends of lines, so that each character stays where it is. */
static void
break_long_paragraphs (char *text)
{
  gsize length = 0;

  for (char *at = text; *at != '\0'; at++)
    {
      length = *at == '\n' ? 0 : length + 1;
      if (length >= LONG_PARAGRAPH && *at == ' ')
        {
          *at = '\n';
          length = 0;
        }
    }
}

/**
 * kl_explanation_view_set_text:
 * @self: a view
 * @text: what was written
 */
void
kl_explanation_view_set_text (KlExplanationView *self,
                              const char        *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  g_autofree char *shown = g_strdup (text);

  g_return_if_fail (KL_IS_EXPLANATION_VIEW (self));

  buffer = get_buffer (self);
  break_long_paragraphs (shown);
  mark (self, &self->any, NULL);
  mark (self, &self->looked_at, NULL);
  mark (self, &self->questions, NULL);
  gtk_text_buffer_set_text (buffer, shown, -1);
  mark_questions (self, text);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static gboolean
are_same (const GArray *before,
          const GArray *places)
{
  guint n_places = places != NULL ? places->len : 0;

  return before->len == n_places
         && (n_places == 0 || memcmp (before->data, places->data, n_places * sizeof (KlTextPlace)) == 0);
}

/**
 * kl_explanation_view_set_places:
 * @self: a view
 * @places: (nullable) (element-type KlTextPlace): what speaks for any point, in order
 */
void
kl_explanation_view_set_places (KlExplanationView *self,
                                const GArray      *places)
{
  g_return_if_fail (KL_IS_EXPLANATION_VIEW (self));

  if (!are_same (self->any.places, places))
    mark (self, &self->any, places);
}

/**
 * kl_explanation_view_highlight:
 * @self: a view
 * @places: (nullable) (element-type KlTextPlace): what is looked at, in order
 * @comes_there: whether the cursor goes to the first of them and the view scrolls there
 */
void
kl_explanation_view_highlight (KlExplanationView *self,
                               const GArray      *places,
                               gboolean           comes_there)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (KL_IS_EXPLANATION_VIEW (self));

  if (!are_same (self->looked_at.places, places))
    mark (self, &self->looked_at, places);
  if (!comes_there || places == NULL || places->len == 0)
    return;

  buffer = get_buffer (self);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, g_array_index (places, KlTextPlace, 0).start);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
}
