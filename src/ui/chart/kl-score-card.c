/* kl-score-card.c: the score history of a topic page: chart or table, and what can be done with it */

#include "config.h"

#include "kl-score-card.h"

#include <glib/gi18n.h>

#include "chart/kl-score-chart-file.h"
#include "ui/page/kl-dialog-words.h"
#include "kl-score-table.h"

#define PICTURE_WIDTH 860
#define PICTURE_HEIGHT 320

struct _KlScoreCard
{
  AdwBin parent_instance;

  GtkStack *stack;
  KlScoreChart *chart;
  KlScoreTable *table;
  GtkWidget *details;
  GtkToggleButton *table_button;

  KlScoreSeries *series;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (KlScoreCard, kl_score_card, ADW_TYPE_BIN)

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (KlScoreCard *self,
              KlAttempt   *attempt)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, attempt);
}

static void
toggled_cb (KlScoreCard *self)
{
  gboolean as_table = gtk_toggle_button_get_active (self->table_button);

  gtk_stack_set_visible_child_name (self->stack, as_table ? "table" : "chart");
  gtk_widget_set_visible (self->details, !as_table);
}

static void
tell_failure (KlScoreCard  *self,
              const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, NULL);

  kl_dialog_words_show (ADW_MESSAGE_DIALOG (dialog), _("The Picture Was Not Saved"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A name without an ending gets the one of the filter that was chosen. */
static char *
path_with_ending (const char    *path,
                  GtkFileFilter *filter)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  const char *name = filter != NULL ? gtk_file_filter_get_name (filter) : NULL;

  if (g_str_has_suffix (lower, ".png") || g_str_has_suffix (lower, ".svg"))
    return g_strdup (path);
  return g_strconcat (path, g_strcmp0 (name, "SVG") == 0 ? ".svg" : ".png", NULL);
}

static void
save_to (KlScoreCard   *self,
         GFile         *file,
         GtkFileFilter *filter)
{
  g_autofree char *chosen = g_file_get_path (file);
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  if (chosen == NULL)
    {
      g_set_error_literal (&error, KL_CHART_ERROR, KL_CHART_ERROR_WRITE,
                           _("The picture can only be saved on this computer: choose a folder here."));
      tell_failure (self, error);
      return;
    }

  path = path_with_ending (chosen, filter);
  if (kl_score_chart_write (self->series, NULL, path, PICTURE_WIDTH, PICTURE_HEIGHT, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("Picture saved"));
  else
    tell_failure (self, error);
}

static void
response_cb (KlScoreCard *self,
             int          response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

      save_to (self, file, gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (self->chooser)));
    }

  g_clear_object (&self->chooser);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *pattern)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
save_cb (KlScoreCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const char *title = kl_score_series_get_title (self->series);
  g_autofree char *name = g_strdup_printf ("%s.png", title != NULL && *title != '\0' ? title : _("Score History"));

  if (self->chooser != NULL)
    {
      gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
      return;
    }

  self->chooser = gtk_file_chooser_native_new (_("Save Picture"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  add_filter (GTK_FILE_CHOOSER (self->chooser), "PNG", "*.png");
  add_filter (GTK_FILE_CHOOSER (self->chooser), "SVG", "*.svg");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), g_strdelimit (name, "/\\:", '-'));
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
kl_score_card_dispose (GObject *object)
{
  KlScoreCard *self = KL_SCORE_CARD (object);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_SCORE_CARD);
  g_clear_object (&self->series);

  G_OBJECT_CLASS (kl_score_card_parent_class)->dispose (object);
}

static void
kl_score_card_class_init (KlScoreCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_score_card_dispose;

  /**
   * KlScoreCard::activated:
   * @self: a card
   * @attempt: what was chosen in the chart or in the table, to be opened
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, KL_TYPE_ATTEMPT);

  g_type_ensure (KL_TYPE_SCORE_CHART);
  g_type_ensure (KL_TYPE_SCORE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/chart/kl-score-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KlScoreCard, stack);
  gtk_widget_class_bind_template_child (widget_class, KlScoreCard, chart);
  gtk_widget_class_bind_template_child (widget_class, KlScoreCard, table);
  gtk_widget_class_bind_template_child (widget_class, KlScoreCard, details);
  gtk_widget_class_bind_template_child (widget_class, KlScoreCard, table_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
kl_score_card_init (KlScoreCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->series = kl_score_series_new (NULL, NULL);
  kl_score_chart_set_series (self->chart, self->series);
  kl_score_table_set_series (self->table, self->series);
}

/**
 * kl_score_card_new:
 *
 * Returns: (transfer floating): a card of nothing yet
 */
GtkWidget *
kl_score_card_new (void)
{
  return g_object_new (KL_TYPE_SCORE_CARD, NULL);
}

/**
 * kl_score_card_set_attempts:
 * @self: a card
 * @attempts: (nullable): the subject's attempts, which the card follows
 */
void
kl_score_card_set_attempts (KlScoreCard *self,
                            GListModel  *attempts)
{
  g_return_if_fail (KL_IS_SCORE_CARD (self));

  kl_score_series_set_attempts (self->series, attempts);
}

/**
 * kl_score_card_set_bands:
 * @self: a card
 * @bands: (nullable): the plan's bands, which the card follows
 */
void
kl_score_card_set_bands (KlScoreCard *self,
                         GListModel  *bands)
{
  g_return_if_fail (KL_IS_SCORE_CARD (self));

  kl_score_series_set_bands (self->series, bands);
}

/**
 * kl_score_card_set_title:
 * @self: a card
 * @title: (nullable): the subject's title, which heads a saved picture
 */
void
kl_score_card_set_title (KlScoreCard *self,
                         const char  *title)
{
  g_return_if_fail (KL_IS_SCORE_CARD (self));

  kl_score_series_set_title (self->series, title);
}

/**
 * kl_score_card_set_today:
 * @self: a card
 * @today: (nullable): the present by the library's clock
 */
void
kl_score_card_set_today (KlScoreCard *self,
                         GDateTime   *today)
{
  g_return_if_fail (KL_IS_SCORE_CARD (self));

  kl_score_series_set_today (self->series, today);
}

/**
 * kl_score_card_get_series:
 * @self: a card
 *
 * Returns: (transfer none): what its chart and its table show
 */
KlScoreSeries *
kl_score_card_get_series (KlScoreCard *self)
{
  g_return_val_if_fail (KL_IS_SCORE_CARD (self), NULL);

  return self->series;
}
