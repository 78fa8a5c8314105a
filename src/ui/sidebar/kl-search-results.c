/* kl-search-results.c: where words are found in a plan */

#include "config.h"

#include "kl-search-results.h"

#include "ui/draft/kl-draft-assist.h"

#include "kl-search-row.h"

/* More results than anybody reads. */
#define LIMIT 100

struct _KlSearchResults
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListView *list_view;

  KlPlan *plan;
  char *explained;
  GCancellable *search;
};

G_DEFINE_FINAL_TYPE (KlSearchResults, kl_search_results, ADW_TYPE_BIN)

enum
{
  SIGNAL_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
stop (KlSearchResults *self)
{
  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

static void
activate_cb (KlSearchResults *self,
             guint            position)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list_view);
  g_autoptr(KlSearchHit) hit = model != NULL ? g_list_model_get_item (G_LIST_MODEL (model), position) : NULL;

  if (hit == NULL || kl_search_hit_get_subject (hit) == NULL)
    return;

  if (g_strcmp0 (kl_search_hit_get_kind (hit), "attempt") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-attempt", "(ss)", kl_search_hit_get_subject (hit),
                                kl_search_hit_get_id (hit));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-topic", "s", kl_search_hit_get_subject (hit));
}

/* What is found shows points, and words of earlier attempts. */
static void
assist (KlSearchResults *self,
        KlLibrary       *library,
        GListModel      *hits)
{
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(KlSearchHit) hit = g_list_model_get_item (hits, i);
      const char *id = kl_search_hit_get_subject (hit);
      KlSubject *subject = id != NULL ? kl_plan_find_subject (self->plan, id) : NULL;
      KlStanding *standing = subject != NULL ? kl_subject_get_standing (subject) : NULL;

      if (g_strcmp0 (kl_search_hit_get_kind (hit), "subject") == 0 || subject == NULL)
        continue;
      if (g_strcmp0 (id, self->explained) == 0 || (standing != NULL && kl_standing_get_has_draft (standing)))
        kl_draft_assist (library, subject);
    }
}

static void
searched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(KlSearchResults) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) hits = kl_library_search_finish (KL_LIBRARY (object), result, &error);
  g_autoptr(GtkSelectionModel) model = NULL;

  /* A later search, or none, took its place. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->search == NULL)
    return;

  if (hits == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }

  assist (self, KL_LIBRARY (object), hits);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (hits)));
  gtk_list_view_set_model (self->list_view, model);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (hits) > 0 ? "hits" : "nothing");
  g_signal_emit (self, signals[SIGNAL_FOUND], 0);
}

static void
kl_search_results_dispose (GObject *object)
{
  KlSearchResults *self = KL_SEARCH_RESULTS (object);

  stop (self);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->explained, g_free);
  if (self->list_view != NULL)
    gtk_list_view_set_factory (self->list_view, NULL);
  /* The template would let go of the stack behind the back of the bin that has it. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_SEARCH_RESULTS);

  G_OBJECT_CLASS (kl_search_results_parent_class)->dispose (object);
}

static void
kl_search_results_class_init (KlSearchResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_search_results_dispose;

  /**
   * KlSearchResults::found:
   *
   * What was searched for last is shown, or that there is nothing.
   */
  signals[SIGNAL_FOUND] = g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/sidebar/kl-search-results.ui");
  gtk_widget_class_bind_template_child (widget_class, KlSearchResults, stack);
  gtk_widget_class_bind_template_child (widget_class, KlSearchResults, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
kl_search_results_init (KlSearchResults *self)
{
  g_autoptr(GtkListItemFactory) factory = kl_search_row_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list_view, factory);
}

GtkWidget *
kl_search_results_new (void)
{
  return g_object_new (KL_TYPE_SEARCH_RESULTS, NULL);
}

/**
 * kl_search_results_search:
 * @self: the results
 * @library: the library that @plan is in
 * @plan: a plan
 * @explained: (nullable): the id of the subject that is being explained; finding something of it is a help
 * @words: what to look for
 *
 * Takes the place of a search that has not ended. Emits #KlSearchResults::found when there is something to see.
 */
void
kl_search_results_search (KlSearchResults *self,
                          KlLibrary       *library,
                          KlPlan          *plan,
                          const char      *explained,
                          const char      *words)
{
  g_return_if_fail (KL_IS_SEARCH_RESULTS (self));

  stop (self);
  g_set_object (&self->plan, plan);
  g_free (self->explained);
  self->explained = g_strdup (explained);
  self->search = g_cancellable_new ();
  kl_library_search_async (library, kl_record_get_id (KL_RECORD (plan)), words, LIMIT, self->search, searched_cb,
                           g_object_ref (self));
}

/**
 * kl_search_results_clear:
 * @self: the results
 *
 * Ends the search, and shows nothing of what it found.
 */
void
kl_search_results_clear (KlSearchResults *self)
{
  g_return_if_fail (KL_IS_SEARCH_RESULTS (self));

  stop (self);
  gtk_list_view_set_model (self->list_view, NULL);
}

/**
 * kl_search_results_open_first:
 * @self: the results
 *
 * Opens the first of them, if there is one.
 */
void
kl_search_results_open_first (KlSearchResults *self)
{
  g_return_if_fail (KL_IS_SEARCH_RESULTS (self));

  activate_cb (self, 0);
}
