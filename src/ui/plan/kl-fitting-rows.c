/* kl-fitting-rows.c: the weights that dates follow from, fitted to the person's history, in a plan's preferences */

#include "config.h"

#include "kl-fitting-rows.h"

#include <glib/gi18n.h>

#include "recall/kl-fitting.h"

struct _KlFittingRows
{
  AdwBin parent_instance;

  AdwActionRow *row;
  GtkWidget *start;  /* or cancel */
  GtkWidget *take;   /* where there is an offer */
  GtkWidget *forget; /* where the plan has weights of its own */
  KlLibrary *library;
  KlPlan *plan;
  GCancellable *cancellable; /* while it is fitted */
  KlWeightFit offer;
};

enum
{
  SIGNAL_SAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlFittingRows, kl_fitting_rows, ADW_TYPE_BIN)

static gboolean
has_weights (KlFittingRows *self)
{
  KlWeights weights;

  return kl_weights_parse (kl_plan_get_weights (self->plan), &weights);
}

static void
say_in_row (KlFittingRows *self,
            const char    *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_action_row_set_subtitle (self->row, markup);
}

static void
show_buttons (KlFittingRows *self,
              gboolean       has_offer)
{
  gboolean is_fitting = self->cancellable != NULL;

  gtk_button_set_label (GTK_BUTTON (self->start), is_fitting ? _("Cancel") : _("Fit"));
  gtk_widget_set_visible (self->take, has_offer);
  gtk_widget_set_visible (self->forget, !is_fitting && !has_offer && has_weights (self));
}

static void
show_weights (KlFittingRows *self)
{
  say_in_row (self, has_weights (self) ? _("Dates follow weights that were fitted to your attempts")
                                       : _("Dates follow the usual weights"));
  show_buttons (self, FALSE);
}

static void
plan_changed_cb (KlFittingRows *self)
{
  if (self->cancellable == NULL)
    show_weights (self);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  KlFittingRows *self = user_data;
  g_autofree char *sentence = g_strdup_printf (_("Fitting: %.0f %% done"), 100 * fraction);

  if (self->cancellable != NULL && !g_cancellable_is_cancelled (self->cancellable))
    say_in_row (self, sentence);
}

static void
fitted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlFittingRows) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_done = kl_fitting_run_finish (KL_LIBRARY (object), result, &self->offer, &error);
  g_autofree char *sentence = is_done ? kl_fitting_to_text (&self->offer) : NULL;

  g_clear_object (&self->cancellable);
  if (self->row == NULL)
    return;

  if (is_done)
    {
      say_in_row (self, sentence);
      show_buttons (self, kl_fitting_is_offered (&self->offer));
      return;
    }

  show_weights (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_SAY], 0, error->message);
}

/* The same button stops what it started. */
static void
start_cb (KlFittingRows *self)
{
  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }

  self->cancellable = g_cancellable_new ();
  progress_cb (0, self);
  show_buttons (self, FALSE);
  kl_fitting_run_async (self->library, self->plan, progress_cb, self, self->cancellable, fitted_cb,
                        g_object_ref (self));
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(KlFittingRows) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_apply_finish (KL_LIBRARY (object), result, &error))
    g_signal_emit (self, signals[SIGNAL_SAY], 0, error->message);
  else if (self->row != NULL)
    gtk_widget_grab_focus (self->start);
}

static void
apply (KlFittingRows *self,
       KlChange      *change)
{
  kl_library_apply_async (self->library, change, -1, NULL, applied_cb, g_object_ref (self));
}

static void
take_cb (KlFittingRows *self)
{
  g_autoptr(KlChange) change = kl_fitting_new_change (&self->offer, self->plan);

  apply (self, change);
}

static void
forget_cb (KlFittingRows *self)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (self->plan));

  kl_change_set_string (change, KL_RECORD (self->plan), "weights", NULL);
  apply (self, change);
}

static void
kl_fitting_rows_dispose (GObject *object)
{
  KlFittingRows *self = KL_FITTING_ROWS (object);

  g_cancellable_cancel (self->cancellable);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
  g_clear_object (&self->library);
  self->row = NULL;

  G_OBJECT_CLASS (kl_fitting_rows_parent_class)->dispose (object);
}

static void
kl_fitting_rows_class_init (KlFittingRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_fitting_rows_dispose;

  /**
   * KlFittingRows::say:
   * @self: the rows
   * @sentence: what went wrong
   */
  signals[SIGNAL_SAY] = g_signal_new ("say", KL_TYPE_FITTING_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                      1, G_TYPE_STRING);
}

static GtkWidget *
append_button (KlFittingRows *self,
               GtkWidget     *box,
               const char    *label,
               GCallback      callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
kl_fitting_rows_init (KlFittingRows *self)
{
  GtkWidget *list = gtk_list_box_new ();
  /* One below the other, which leaves room for the sentence in a narrow window. */
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_widget_set_margin_bottom (buttons, 6);
  self->row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _("Fit to My History"));
  self->forget = append_button (self, buttons, _("Reset"), G_CALLBACK (forget_cb));
  self->take = append_button (self, buttons, _("Use"), G_CALLBACK (take_cb));
  self->start = append_button (self, buttons, _("Fit"), G_CALLBACK (start_cb));
  adw_action_row_add_suffix (self->row, buttons);
  gtk_widget_add_css_class (self->take, "suggested-action");
  gtk_widget_set_tooltip_text (self->start, _("Looks for weights that predict your scores better"));
  gtk_widget_set_tooltip_text (self->forget, _("Goes back to the usual weights"));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Weights of the Schedule"),
                                  -1);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->row));
  adw_bin_set_child (ADW_BIN (self), list);
}

/**
 * kl_fitting_rows_new:
 * @library: an open library
 * @plan: a plan of it
 *
 * Returns: (transfer none): fits the weights of the plan on request, with progress and cancel, and offers them where
 *   they predict better
 */
GtkWidget *
kl_fitting_rows_new (KlLibrary *library,
                     KlPlan    *plan)
{
  KlFittingRows *self = g_object_new (KL_TYPE_FITTING_ROWS, NULL);

  self->library = g_object_ref (library);
  self->plan = g_object_ref (plan);
  g_signal_connect_swapped (plan, "notify::weights", G_CALLBACK (plan_changed_cb), self);
  show_weights (self);
  return GTK_WIDGET (self);
}
