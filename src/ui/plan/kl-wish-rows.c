/* kl-wish-rows.c: what a plan wishes of its schedule, to be seen and changed
 *
 * A number is written when it has come to rest, so that going from 5 to 9 is one change to take back.
 */

#include "config.h"

#include "kl-wish-rows.h"

#include <glib/gi18n.h>
#include <math.h>


/* So long after the last step a number has come to rest. */
#define REST_MS 700

/* A wish as it is asked for. */
typedef struct
{
  KlWish wish;
  const char *title;
  const char *subtitle;
  double scale; /* of what is shown to what is kept */
} Question;

static const Question questions[] = {
  { KL_WISH_RETENTION, N_("Retention"), N_("How low recall may fall before the next attempt, in percent"), 100 },
  { KL_WISH_TARGET, N_("Target Score"), N_("In percent; below it a restudy is offered"), 1 },
  { KL_WISH_DAILY, N_("Daily Number"), N_("How many topics and exercises a day may ask for"), 1 },
  { KL_WISH_DAY_START, N_("Day Begins at"), N_("The hour; what is explained before it belongs to the evening"), 1 },
  { KL_WISH_LONGEST, N_("Longest Interval"), N_("In days"), 1 },
  { KL_WISH_RETAINED_ATTEMPTS, N_("Steps to Retained"), N_("Good attempts on different days"), 1 },
  { KL_WISH_RETAINED_SCORE, N_("Score of a Step"), N_("In percent"), 1 },
};

struct _KlWishRows
{
  AdwPreferencesGroup parent_instance;

  KlLibrary *library;
  KlPlan *plan;
  AdwActionRow *rows[G_N_ELEMENTS (questions)];
  GtkSpinButton *spins[G_N_ELEMENTS (questions)];
  GtkSwitch *fuzzes;
  guint rest;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (KlWishRows, kl_wish_rows, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_SAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void update (KlWishRows *self);

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(KlWishRows) self = user_data;
  g_autoptr(GError) error = NULL;

  if (kl_library_apply_finish (KL_LIBRARY (object), result, &error))
    return;

  g_signal_emit (self, signals[SIGNAL_SAY], 0, error->message);
  if (self->plan != NULL)
    update (self);
}

static void
apply (KlWishRows *self,
       KlChange   *change)
{
  if (kl_change_get_n_operations (change) > 0)
    kl_library_apply_async (self->library, change, -1, NULL, applied_cb, g_object_ref (self));
}

static double
get_shown (KlWishRows *self,
           guint       index)
{
  return kl_plan_get_wish (self->plan, questions[index].wish) * questions[index].scale;
}

/* All that differs from the plan is one change. */
static void
store (KlWishRows *self)
{
  g_autoptr(KlChange) change = NULL;

  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->plan == NULL)
    return;

  change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (self->plan));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      double shown = gtk_spin_button_get_value_as_int (self->spins[i]);

      if (fabs (shown - round (get_shown (self, i))) > 0.5)
        kl_change_set_number (change, KL_RECORD (self->plan), kl_wish_get_range (questions[i].wish)->field,
                              shown / questions[i].scale);
    }
  apply (self, change);
}

static gboolean
rest_cb (gpointer user_data)
{
  KlWishRows *self = user_data;

  self->rest = 0;
  store (self);
  return G_SOURCE_REMOVE;
}

static void
value_cb (KlWishRows *self)
{
  if (self->is_showing)
    return;

  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MS, rest_cb, self);
}

static void
fuzzes_cb (KlWishRows *self)
{
  gboolean fuzzes = gtk_switch_get_active (self->fuzzes);
  g_autoptr(KlChange) change = NULL;

  if (self->is_showing || fuzzes == kl_plan_get_fuzzes (self->plan))
    return;

  change = kl_change_new (KL_CHANGE_EDIT_PLAN, kl_plan_get_title (self->plan));
  kl_change_set_integer (change, KL_RECORD (self->plan), "fuzzes", fuzzes);
  apply (self, change);
}

/* What a damaged library says, or another program wrote, does not count, and is told. */
static void
update_subtitle (KlWishRows *self,
                 guint       index)
{
  const Question *question = &questions[index];
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  double said;

  if (kl_plan_has_impossible_wish (self->plan, question->wish, &said))
    /* Translators: a value of the library that cannot be, and what counts instead. */
    text = g_strdup_printf (_("The library says %1$g, which is not possible: %2$g counts"), said * question->scale,
                            get_shown (self, index));
  else
    text = g_strdup (_(question->subtitle));
  markup = g_markup_escape_text (text, -1);
  adw_action_row_set_subtitle (self->rows[index], markup);
}

static void
update (KlWishRows *self)
{
  /* What is being changed here stays until it was written. */
  if (self->rest != 0)
    return;

  self->is_showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      gtk_spin_button_set_value (self->spins[i], round (get_shown (self, i)));
      update_subtitle (self, i);
    }
  gtk_switch_set_active (self->fuzzes, kl_plan_get_fuzzes (self->plan));
  self->is_showing = FALSE;
}

static void
kl_wish_rows_unroot (GtkWidget *widget)
{
  KlWishRows *self = KL_WISH_ROWS (widget);

  if (self->rest != 0)
    store (self);
  GTK_WIDGET_CLASS (kl_wish_rows_parent_class)->unroot (widget);
}

static void
kl_wish_rows_dispose (GObject *object)
{
  KlWishRows *self = KL_WISH_ROWS (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (kl_wish_rows_parent_class)->dispose (object);
}

static void
kl_wish_rows_class_init (KlWishRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_wish_rows_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = kl_wish_rows_unroot;

  /**
   * KlWishRows::say:
   * @self: the rows
   * @sentence: what went wrong
   */
  signals[SIGNAL_SAY] = g_signal_new ("say", KL_TYPE_WISH_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                      G_TYPE_STRING);
}

static AdwActionRow *
append_row (KlWishRows *self,
            const char *title,
            GtkWidget  *control)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (row, 0);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (row, control);
  adw_action_row_set_activatable_widget (row, control);
  /* The keyboard goes from one control to the next. */
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  return row;
}

static void
kl_wish_rows_init (KlWishRows *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Schedule"));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      const KlWishRange *range = kl_wish_get_range (questions[i].wish);
      GtkWidget *spin = gtk_spin_button_new_with_range (round (range->low * questions[i].scale),
                                                        round (range->high * questions[i].scale), 1);

      self->spins[i] = GTK_SPIN_BUTTON (spin);
      gtk_spin_button_set_numeric (self->spins[i], TRUE);
      gtk_editable_set_width_chars (GTK_EDITABLE (spin), 5);
      self->rows[i] = append_row (self, _(questions[i].title), spin);
      g_signal_connect_object (spin, "value-changed", G_CALLBACK (value_cb), self, G_CONNECT_SWAPPED);
    }

  self->fuzzes = GTK_SWITCH (gtk_switch_new ());
  adw_action_row_set_subtitle (append_row (self, _("Vary Intervals"), GTK_WIDGET (self->fuzzes)),
                               _("So that what was recorded together does not come back together"));
  g_signal_connect_object (self->fuzzes, "notify::active", G_CALLBACK (fuzzes_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kl_wish_rows_new:
 * @library: a library
 * @plan: a plan of it
 *
 * Returns: (transfer floating): rows that follow the plan
 */
GtkWidget *
kl_wish_rows_new (KlLibrary *library,
                  KlPlan    *plan)
{
  KlWishRows *self = g_object_new (KL_TYPE_WISH_ROWS, NULL);

  self->library = g_object_ref (library);
  self->plan = g_object_ref (plan);
  g_signal_connect_object (plan, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_object_bind_property (library, "read-only", self, "sensitive", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  update (self);
  return GTK_WIDGET (self);
}
