/* kl-rich-view.c: what was written in Markdown, of any length, to be read
 *
 * A click, Return or F2 asks for the words themselves (“edit”), unless a link is there: that is opened.
 */

#include "config.h"

#include "kl-rich-view.h"

#include "exchange/kl-markdown-text.h"

/* From one list or quote to the next one further in. */
#define STEP 24

struct _KlRichView
{
  GtkTextView parent_instance;

  char *markdown;
};

G_DEFINE_FINAL_TYPE (KlRichView, kl_rich_view, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_EDIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define ADDRESS_KEY "kl-address"

static void
set_color (KlRichView *self,
           GtkTextTag *tag,
           const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (gtk_style_context_lookup_color (context, name, &color))
    g_object_set (tag, "foreground-rgba", &color, NULL);
}

static char *
dup_name (KlMarkdownStyle style,
          guint           level,
          gboolean        from_right)
{
  return g_strdup_printf ("%d-%u-%d", (int) style, level, from_right);
}

/* Of all lines of a block: how far it stands in, from the side where it is read from. */
static void
set_margin (GtkTextTag *tag,
            gboolean    from_right,
            int         margin,
            int         indent)
{
  g_object_set (tag, from_right ? "right-margin" : "left-margin", margin, "indent", indent, NULL);
}

static GtkTextTag *
add_tag (KlRichView      *self,
         KlMarkdownStyle  style,
         guint            level,
         gboolean         from_right)
{
  g_autofree char *name = dup_name (style, level, from_right);

  return gtk_text_buffer_create_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), name, NULL);
}

/* A later tag is the stronger one: what stands further in comes after what is around it. */
static void
create_tags (KlRichView *self)
{
  static const double scales[] = { 1.4, 1.2, 1.1, 1.0, 1.0, 1.0 };

  for (guint level = 1; level <= KL_MARKDOWN_MAX_LEVEL; level++)
    for (int from_right = 0; from_right < 2; from_right++)
      {
        int margin = 12 + STEP * (int) level;
        GtkTextTag *quote = add_tag (self, KL_MARKDOWN_QUOTE, level, from_right);
        GtkTextTag *item = add_tag (self, KL_MARKDOWN_ITEM, level, from_right);

        g_object_set (quote, "style", PANGO_STYLE_ITALIC, NULL);
        set_margin (quote, from_right, margin, 0);
        /* The mark hangs before the words, also before those of further lines. */
        g_object_set (item, "pixels-above-lines", 3, NULL);
        set_margin (item, from_right, margin, -STEP / 2);
      }
  for (guint level = 1; level <= G_N_ELEMENTS (scales); level++)
    g_object_set (add_tag (self, KL_MARKDOWN_HEADING, level, FALSE), "weight", PANGO_WEIGHT_BOLD, "scale",
                  scales[level - 1], "pixels-above-lines", 9, NULL);
  g_object_set (add_tag (self, KL_MARKDOWN_STRONG, 0, FALSE), "weight", PANGO_WEIGHT_BOLD, NULL);
  g_object_set (add_tag (self, KL_MARKDOWN_EMPHASIS, 0, FALSE), "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (add_tag (self, KL_MARKDOWN_STRIKE, 0, FALSE), "strikethrough", TRUE, NULL);
  g_object_set (add_tag (self, KL_MARKDOWN_CODE, 0, FALSE), "family", "monospace", NULL);
  g_object_set (add_tag (self, KL_MARKDOWN_CODE_BLOCK, 0, FALSE), "family", "monospace", "wrap-mode", GTK_WRAP_CHAR,
                "pixels-above-lines", 2, "indent", 0, NULL);
}

/* Each link is a tag of its own, which knows where it leads. */
static GtkTextTag *
create_link (KlRichView *self,
             const char *address)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), NULL, "underline",
                                                PANGO_UNDERLINE_SINGLE, NULL);

  set_color (self, tag, "accent_color");
  g_object_set_data_full (G_OBJECT (tag), ADDRESS_KEY, g_strdup (address), g_free);
  return tag;
}

static GtkTextTag *
find_tag (KlRichView           *self,
          const KlMarkdownSpan *span,
          gboolean              from_right)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
  gboolean is_block = span->style == KL_MARKDOWN_QUOTE || span->style == KL_MARKDOWN_ITEM;
  g_autofree char *name = dup_name (span->style, span->level, is_block && from_right);

  return span->style == KL_MARKDOWN_LINK ? create_link (self, span->address) : gtk_text_tag_table_lookup (table, name);
}

static gboolean
reads_from_right (KlRichView        *self,
                  const GtkTextIter *start)
{
  GtkTextIter end = *start;
  g_autofree char *line = NULL;
  g_autoptr(PangoLayout) layout = NULL;

  gtk_text_iter_forward_to_line_end (&end);
  line = gtk_text_iter_get_text (start, &end);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), line);
  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

static void
collect_link (GtkTextTag *tag,
              gpointer    links)
{
  if (g_object_get_data (G_OBJECT (tag), ADDRESS_KEY) != NULL)
    g_ptr_array_add (links, g_object_ref (tag));
}

static void
show (KlRichView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  g_autoptr(GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(KlMarkdownText) text = kl_markdown_text_new (self->markdown);
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, text->text, -1);
  gtk_text_tag_table_foreach (table, collect_link, links);
  for (guint i = 0; i < links->len; i++)
    gtk_text_tag_table_remove (table, links->pdata[i]);
  for (guint i = 0; i < text->spans->len; i++)
    {
      const KlMarkdownSpan *span = &g_array_index (text->spans, KlMarkdownSpan, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, span->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, span->end);
      gtk_text_buffer_apply_tag (buffer, find_tag (self, span, reads_from_right (self, &start)), &start, &end);
    }
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static const char *
find_address (GtkTextIter *iter)
{
  GSList *tags = gtk_text_iter_get_tags (iter);
  const char *address = NULL;

  for (GSList *tag = tags; tag != NULL && address == NULL; tag = tag->next)
    address = g_object_get_data (tag->data, ADDRESS_KEY);
  g_slist_free (tags);
  return address;
}

static const char *
find_address_at (KlRichView *self,
                 double      x,
                 double      y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  return gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y) ? find_address (&iter)
                                                                                              : NULL;
}

static void
open_or_edit (KlRichView *self,
              const char *address)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (address != NULL)
    gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, address, GDK_CURRENT_TIME);
  else
    g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}

static void
released_cb (KlRichView *self,
             int         n_press,
             double      x,
             double      y)
{
  /* Words that were just selected are to be copied. */
  if (n_press == 1 && !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    open_or_edit (self, find_address_at (self, x, y));
}

static void
motion_cb (KlRichView *self,
           double      x,
           double      y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_address_at (self, x, y) != NULL ? "pointer" : "text");
}

static gboolean
key_pressed_cb (KlRichView      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gboolean is_return = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  GtkTextIter cursor;

  if ((!is_return && keyval != GDK_KEY_F2) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  open_or_edit (self, is_return ? find_address (&cursor) : NULL);
  return GDK_EVENT_STOP;
}

static void
kl_rich_view_finalize (GObject *object)
{
  g_free (KL_RICH_VIEW (object)->markdown);

  G_OBJECT_CLASS (kl_rich_view_parent_class)->finalize (object);
}

static void
kl_rich_view_class_init (KlRichViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_rich_view_finalize;

  signals[SIGNAL_EDIT] = g_signal_new ("edit", KL_TYPE_RICH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       0);
}

static void
kl_rich_view_init (KlRichView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_above_lines (view, 6);
  gtk_text_view_set_pixels_inside_wrap (view, 0);
  gtk_text_view_set_top_margin (view, 6);
  gtk_text_view_set_bottom_margin (view, 12);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  create_tags (self);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  /* Links have the colour of the platform. */
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kl_rich_view_new:
 * @name: what the text is, for those who do not see where it stands
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
kl_rich_view_new (const char *name)
{
  KlRichView *self = g_object_new (KL_TYPE_RICH_VIEW, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/**
 * kl_rich_view_set_text:
 * @self: a view
 * @markdown: (nullable): what was written
 */
void
kl_rich_view_set_text (KlRichView *self,
                       const char *markdown)
{
  g_return_if_fail (KL_IS_RICH_VIEW (self));

  if (g_strcmp0 (self->markdown, markdown) == 0)
    return;

  g_free (self->markdown);
  self->markdown = g_strdup (markdown);
  show (self);
}
