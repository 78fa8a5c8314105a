/* kl-toast.c: sentences that go away by themselves
 *
 * What was done last is said at once, not after what was said before: an older sentence goes, and an older offer to
 * undo waits. A sentence that is wider than the window takes more lines, where the platform’s own title would lose its
 * end.
 */

#include "config.h"

#include "kl-toast.h"

#include <glib/gi18n.h>

/* What beside the words needs room in a toast, at most: its margins and its buttons. */
#define REST_WIDTH 240
#define MIN_CHARS  12

/* Twice as long as a toast that has only something to say: this one is to be read, then reached. */
#define UNDO_SECONDS 10

#define SAID "kl-toast-said"
#define UNDO "kl-toast-undo"

static void
withdraw (AdwToastOverlay *overlay,
          const char      *kind)
{
  AdwToast *toast = g_object_get_data (G_OBJECT (overlay), kind);

  if (toast == NULL)
    return;

  adw_toast_dismiss (toast);
  g_object_set_data (G_OBJECT (overlay), kind, NULL);
}

static void
show (AdwToastOverlay *overlay,
      const char      *kind,
      AdwToast        *toast)
{
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data_full (G_OBJECT (overlay), kind, g_object_ref (toast), g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
}

/* The platform makes a toast as high as its words are when nothing wraps them. So their natural width must be what is
 * there for them. */
static int
count_chars (AdwToastOverlay *overlay)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (overlay));
  g_autoptr(PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoFontMetrics *metrics;
  int width;

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD); /* as headings are */
  metrics = pango_context_get_metrics (context, font, NULL);
  width = PANGO_PIXELS_CEIL (MAX (pango_font_metrics_get_approximate_char_width (metrics),
                                  pango_font_metrics_get_approximate_digit_width (metrics)));
  pango_font_metrics_unref (metrics);
  return MAX (MIN_CHARS, (gtk_widget_get_width (GTK_WIDGET (overlay)) - REST_WIDTH) / MAX (width, 1));
}

static AdwToast *
new_toast (AdwToastOverlay *overlay,
           const char      *sentence)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *words = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (words), count_chars (overlay));
  gtk_label_set_lines (GTK_LABEL (words), 4);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_add_css_class (words, "heading");
  adw_toast_set_custom_title (toast, words);
  return toast;
}

/**
 * kl_toast_say:
 * @overlay: where it is shown
 * @sentence: what is to be said, as plain text
 *
 * Says @sentence in place of what was said before.
 */
void
kl_toast_say (AdwToastOverlay *overlay,
              const char      *sentence)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (sentence != NULL);

  withdraw (overlay, SAID);
  show (overlay, SAID, new_toast (overlay, sentence));
}

/**
 * kl_toast_offer_undo:
 * @overlay: where it is shown
 * @sentence: what was done, as plain text
 * @action: the action that takes it back
 *
 * Says @sentence beside a button that takes back what was done last. An older offer goes: it would take back something
 * else than it says.
 */
void
kl_toast_offer_undo (AdwToastOverlay *overlay,
                     const char      *sentence,
                     const char      *action)
{
  AdwToast *toast = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));
  g_return_if_fail (sentence != NULL);
  g_return_if_fail (action != NULL);

  kl_toast_withdraw_undo (overlay);
  withdraw (overlay, SAID);
  toast = new_toast (overlay, sentence);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, action);
  show (overlay, UNDO, toast);
}

/**
 * kl_toast_withdraw_undo:
 * @overlay: where toasts are shown
 *
 * Takes the offer to undo away, once something else was done last.
 */
void
kl_toast_withdraw_undo (AdwToastOverlay *overlay)
{
  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  withdraw (overlay, UNDO);
}
