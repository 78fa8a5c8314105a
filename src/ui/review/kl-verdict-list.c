/* kl-verdict-list.c: the points of a topic, each with a verdict that the person gives, or that is suggested */

#include "config.h"

#include "kl-verdict-list.h"

#include "recall/kl-reading-text.h"

#include "kl-verdict-row.h"

#include <glib/gi18n.h>

/* A deeper point does not stand further in: the row would have no room left. */
#define DEEPEST 6

struct _KlVerdictList
{
  AdwBin parent_instance;

  GListModel *points;
  KlVerdictTally *tally;
  KlSuggestions *suggestions;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (KlVerdictList, kl_verdict_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LEFT,
  SIGNAL_SELECTED,
  SIGNAL_SHOW,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static KlPoint *
find_point (KlVerdictList *self,
            const char    *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->points); i++)
    {
      /* The list keeps the point alive. */
      g_autoptr(KlPoint) point = g_list_model_get_item (self->points, i);

      if (g_str_equal (kl_record_get_id (KL_RECORD (point)), id))
        return point;
    }

  return NULL;
}

static guint
level_of (KlVerdictList *self,
          KlPoint       *point)
{
  guint level = 0;

  while (point != NULL && kl_point_get_parent (point) != NULL && level < DEEPEST)
    {
      point = find_point (self, kl_point_get_parent (point));
      level++;
    }

  return level;
}

static void
chosen_cb (KlVerdictList *self,
           gboolean       by_key,
           KlVerdictRow  *row)
{
  const char *id = kl_record_get_id (KL_RECORD (kl_verdict_row_get_point (row)));
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list,
                                                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);

  kl_verdict_tally_set (self->tally, id, kl_verdict_row_get_value (row));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (by_key && next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  else if (by_key)
    g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static KlVerdictRow *
get_row (KlVerdictList *self,
         guint          index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  return row != NULL ? KL_VERDICT_ROW (row) : NULL;
}

static const char *
get_id (KlVerdictRow *row)
{
  return kl_record_get_id (KL_RECORD (kl_verdict_row_get_point (row)));
}

static void
show_suggestion (KlVerdictList *self,
                 KlVerdictRow  *row)
{
  const KlPointReading *point = self->suggestions != NULL ? kl_suggestions_peek_point (self->suggestions, get_id (row))
                                                          : NULL;
  g_autofree char *why = point != NULL ? kl_reading_text_why (point) : NULL;
  g_autofree char *quote
    = point != NULL ? kl_reading_text_quote (point->evidence, kl_suggestions_get_explanation (self->suggestions))
                    : NULL;

  kl_verdict_row_set_suggestion (row, point != NULL ? point->verdict : KL_VERDICT_UNSET, why, quote);
}

static void
suggestions_cb (KlVerdictList *self)
{
  for (guint i = 0; get_row (self, i) != NULL; i++)
    show_suggestion (self, get_row (self, i));
}

static void
show_verdicts (KlVerdictList *self)
{
  for (guint i = 0; get_row (self, i) != NULL; i++)
    kl_verdict_row_set_value (get_row (self, i), kl_verdict_tally_get (self->tally, get_id (get_row (self, i))));
}

/* Where the keyboard is, is what is looked at. */
static void
entered_cb (KlVerdictList *self,
            KlVerdictRow  *row)
{
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
selected_cb (KlVerdictList *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
show_cb (KlVerdictList *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW], 0);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  KlVerdictList *self = user_data;
  GtkWidget *row = kl_verdict_row_new (item, level_of (self, item));

  kl_verdict_row_set_value (KL_VERDICT_ROW (row), kl_verdict_tally_get (self->tally, kl_record_get_id (item)));
  show_suggestion (self, KL_VERDICT_ROW (row));
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "show-evidence", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
kl_verdict_list_dispose (GObject *object)
{
  KlVerdictList *self = KL_VERDICT_LIST (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->points);
  g_clear_object (&self->tally);
  g_clear_object (&self->suggestions);

  G_OBJECT_CLASS (kl_verdict_list_parent_class)->dispose (object);
}

static void
kl_verdict_list_class_init (KlVerdictListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_verdict_list_dispose;

  /* The person gave a verdict, or took one back. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_VERDICT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /* By a key, to the last point: what comes next may take the keyboard. */
  signals[SIGNAL_LEFT] = g_signal_new ("left", KL_TYPE_VERDICT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  /* Another point is looked at, or none. */
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", KL_TYPE_VERDICT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  /* By a key: what speaks for the point is to be shown. */
  signals[SIGNAL_SHOW] = g_signal_new ("show-evidence", KL_TYPE_VERDICT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
kl_verdict_list_init (KlVerdictList *self)
{
  self->tally = kl_verdict_tally_new (NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Key Points"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

/**
 * kl_verdict_list_set_points:
 * @self: a list
 * @points: (element-type KlPoint): what to judge by
 */
void
kl_verdict_list_set_points (KlVerdictList *self,
                            GListModel    *points)
{
  g_return_if_fail (KL_IS_VERDICT_LIST (self));

  if (g_set_object (&self->points, points))
    gtk_list_box_bind_model (self->list, points, create_row_cb, self, NULL);
}

/**
 * kl_verdict_list_set_suggestions:
 * @self: a list
 * @suggestions: what is suggested, kept up to date
 */
void
kl_verdict_list_set_suggestions (KlVerdictList *self,
                                 KlSuggestions *suggestions)
{
  g_return_if_fail (KL_IS_VERDICT_LIST (self));

  if (!g_set_object (&self->suggestions, suggestions))
    return;
  g_signal_connect_object (suggestions, "changed", G_CALLBACK (suggestions_cb), self, G_CONNECT_SWAPPED);
  suggestions_cb (self);
}

/**
 * kl_verdict_list_fill:
 * @self: a list
 * @draft: where the verdicts stand that were given before
 */
void
kl_verdict_list_fill (KlVerdictList *self,
                      KlDraft       *draft)
{
  g_return_if_fail (KL_IS_VERDICT_LIST (self));

  g_clear_object (&self->tally);
  self->tally = kl_verdict_tally_new (kl_draft_get_verdicts (draft));
  show_verdicts (self);
}

/**
 * kl_verdict_list_accept_all:
 * @self: a list
 *
 * Makes the person's own what is suggested for points without a verdict.
 */
void
kl_verdict_list_accept_all (KlVerdictList *self)
{
  g_return_if_fail (KL_IS_VERDICT_LIST (self));

  for (guint i = 0; get_row (self, i) != NULL; i++)
    {
      const char *id = get_id (get_row (self, i));

      if (kl_verdict_tally_get (self->tally, id) == KL_VERDICT_UNSET)
        kl_verdict_tally_set (self->tally, id,
                              kl_verdict_tally_get (kl_suggestions_get_tally (self->suggestions), id));
    }
  show_verdicts (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * kl_verdict_list_store:
 * @self: a list
 * @draft: where to put the verdicts
 */
void
kl_verdict_list_store (KlVerdictList *self,
                       KlDraft       *draft)
{
  g_autofree char *verdicts = NULL;

  g_return_if_fail (KL_IS_VERDICT_LIST (self));

  verdicts = kl_verdict_tally_format (self->tally);
  g_object_set (draft, "verdicts", verdicts, NULL);
}

/**
 * kl_verdict_list_get_n:
 * @self: a list
 *
 * Returns: how many points there are
 */
guint
kl_verdict_list_get_n (KlVerdictList *self)
{
  g_return_val_if_fail (KL_IS_VERDICT_LIST (self), 0);

  return self->points != NULL ? g_list_model_get_n_items (self->points) : 0;
}

/**
 * kl_verdict_list_get_tally:
 * @self: a list
 *
 * Returns: (transfer none): the verdicts that the person gave
 */
KlVerdictTally *
kl_verdict_list_get_tally (KlVerdictList *self)
{
  g_return_val_if_fail (KL_IS_VERDICT_LIST (self), NULL);

  return self->tally;
}

/**
 * kl_verdict_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the id of the point that is looked at
 */
const char *
kl_verdict_list_get_selected (KlVerdictList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (KL_IS_VERDICT_LIST (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? get_id (KL_VERDICT_ROW (row)) : NULL;
}

/**
 * kl_verdict_list_go_to:
 * @self: a list
 * @point: a point's id
 *
 * Gives the keyboard to a point.
 */
void
kl_verdict_list_go_to (KlVerdictList *self,
                       const char    *point)
{
  g_return_if_fail (KL_IS_VERDICT_LIST (self));

  for (guint i = 0; get_row (self, i) != NULL; i++)
    if (g_str_equal (get_id (get_row (self, i)), point))
      {
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (get_row (self, i)));
        gtk_widget_grab_focus (GTK_WIDGET (get_row (self, i)));
        return;
      }
}

/**
 * kl_verdict_list_unselect:
 * @self: a list
 *
 * No point is looked at any more.
 */
void
kl_verdict_list_unselect (KlVerdictList *self)
{
  g_return_if_fail (KL_IS_VERDICT_LIST (self));

  gtk_list_box_unselect_all (self->list);
}

/**
 * kl_verdict_list_focus_first:
 * @self: a list
 *
 * Gives the keyboard to the first point: 1, 2 and 3 work at once.
 *
 * Returns: whether there is one
 */
gboolean
kl_verdict_list_focus_first (KlVerdictList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (KL_IS_VERDICT_LIST (self), FALSE);

  row = gtk_list_box_get_row_at_index (self->list, 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}
