/* kl-sidebar.c: the list beside the page: which plan, what is in it, and where words are found in it */

#include "config.h"

#include "kl-sidebar.h"

#include <glib/gi18n.h>

#include "kl-plan-menu.h"
#include "kl-search-results.h"
#include "kl-sidebar-list.h"

#define NATURAL_WIDTH 290

struct _KlSidebar
{
  AdwBin parent_instance;

  GtkMenuButton *plan_button;
  GtkLabel *plan_label;
  GtkMenuButton *menu_button;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  KlSidebarList *list;
  KlSearchResults *results;
  GMenuModel *plan_menu;
  GMenuModel *primary_menu;
  GMenu *plans_section;
  GMenu *undo_section;

  KlLibrary *library;
  KlPlan *plan;
  GListModel *plans;
  char *explained;
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (KlSidebar, kl_sidebar, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
found_cb (KlSidebar *self)
{
  gtk_stack_set_visible_child_name (self->stack, "results");
}

/* Made with the first search, for which no window has to wait that opens. */
static void
search (KlSidebar  *self,
        const char *words)
{
  if (self->results == NULL)
    {
      self->results = KL_SEARCH_RESULTS (kl_search_results_new ());
      g_signal_connect_object (self->results, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->results), "results");
    }
  kl_search_results_search (self->results, self->library, self->plan, self->explained, words);
}

static void
stop_searching (KlSidebar *self)
{
  gtk_stack_set_visible_child_name (self->stack, "topics");
  if (self->results != NULL)
    kl_search_results_clear (self->results);
}

static void
search_activate_cb (KlSidebar *self)
{
  if (self->results != NULL)
    kl_search_results_open_first (self->results);
}

static void
search_changed_cb (KlSidebar *self)
{
  g_autofree char *words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (*g_strstrip (words) == '\0' || self->plan == NULL)
    stop_searching (self);
  else
    search (self, words);
}

static void
search_mode_cb (KlSidebar *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
plans_cb (KlSidebar *self)
{
  kl_plan_menu_fill (self->plans_section, self->plans);
}

static void
plan_title_cb (KlSidebar *self)
{
  const char *title = self->plan != NULL ? kl_plan_get_title (self->plan) : "";
  g_autofree char *label = g_strdup_printf (_("Plan: %s"), title);

  gtk_label_set_label (self->plan_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plan_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->plans != NULL)
    plans_cb (self);
}

static void
drop_plan (KlSidebar *self)
{
  stop_searching (self);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);
}

static void
kl_sidebar_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, NULL, NULL);

  /* Pinned, so that the window folds at the same width whatever the list says. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, NATURAL_WIDTH);
}

static void
kl_sidebar_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
}

static void
kl_sidebar_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (prop_id == PROP_FOLDED)
    g_value_set_boolean (value, KL_SIDEBAR (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_sidebar_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  KlSidebar *self = KL_SIDEBAR (object);

  if (prop_id != PROP_FOLDED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  if (self->folded == g_value_get_boolean (value))
    return;

  self->folded = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, properties[PROP_FOLDED]);
}

static void
kl_sidebar_dispose (GObject *object)
{
  KlSidebar *self = KL_SIDEBAR (object);

  if (self->stack != NULL)
    drop_plan (self);
  if (self->plans != NULL)
    g_signal_handlers_disconnect_by_data (self->plans, self);
  g_clear_object (&self->plans);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_SIDEBAR);

  G_OBJECT_CLASS (kl_sidebar_parent_class)->dispose (object);
}

static void
kl_sidebar_finalize (GObject *object)
{
  KlSidebar *self = KL_SIDEBAR (object);

  g_free (self->explained);

  G_OBJECT_CLASS (kl_sidebar_parent_class)->finalize (object);
}

static void
kl_sidebar_class_init (KlSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kl_sidebar_get_property;
  object_class->set_property = kl_sidebar_set_property;
  object_class->dispose = kl_sidebar_dispose;
  object_class->finalize = kl_sidebar_finalize;
  widget_class->measure = kl_sidebar_measure;
  widget_class->size_allocate = kl_sidebar_size_allocate;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/sidebar/kl-sidebar.ui");
  g_type_ensure (KL_TYPE_SIDEBAR_LIST);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, plan_button);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, plan_label);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, search_button);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, plan_menu);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, plans_section);
  gtk_widget_class_bind_template_child (widget_class, KlSidebar, undo_section);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
}

/* What was chosen in a submenu keeps the keyboard, out of sight, and no shortcut is heard any more. */
static void
menu_closed_cb (GtkPopover *popover,
                gpointer    button)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (button));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (popover)))
    gtk_widget_grab_focus (button);
}

/* A menu is some fifty widgets, made when somebody first opens it. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       menu)
{
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  popover = gtk_popover_menu_new_from_model (menu);
  g_signal_connect_object (popover, "closed", G_CALLBACK (menu_closed_cb), button, 0);
  gtk_menu_button_set_popover (button, popover);
}

static void
kl_sidebar_init (KlSidebar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->plan_button, create_menu_cb, self->plan_menu, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self->primary_menu, NULL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->stack));
}

/**
 * kl_sidebar_set_plan:
 * @self: the list
 * @library: the library that @plan is in
 * @plan: (nullable): a plan, loaded
 */
void
kl_sidebar_set_plan (KlSidebar *self,
                     KlLibrary *library,
                     KlPlan    *plan)
{
  g_return_if_fail (KL_IS_SIDEBAR (self));

  g_set_object (&self->library, library);
  if (self->plan == plan)
    return;

  drop_plan (self);
  if (plan != NULL)
    {
      self->plan = g_object_ref (plan);
      g_signal_connect_swapped (plan, "notify::title", G_CALLBACK (plan_title_cb), self);
    }

  kl_sidebar_list_set_plan (self->list, library, plan);
  gtk_toggle_button_set_active (self->search_button, FALSE);
  plan_title_cb (self);
}

/**
 * kl_sidebar_set_plans:
 * @self: the list
 * @plans: the plans of the library, for the menu
 */
void
kl_sidebar_set_plans (KlSidebar  *self,
                      GListModel *plans)
{
  g_return_if_fail (KL_IS_SIDEBAR (self));

  if (self->plans != NULL)
    g_signal_handlers_disconnect_by_data (self->plans, self);
  g_set_object (&self->plans, plans);
  g_signal_connect_swapped (plans, "items-changed", G_CALLBACK (plans_cb), self);
  plans_cb (self);
}

/**
 * kl_sidebar_set_current:
 * @self: the list
 * @action_name: (nullable): the action that shows the open page, where that is one of the whole plan
 * @subject_id: (nullable): the id of the subject that the open page is about
 */
void
kl_sidebar_set_current (KlSidebar  *self,
                        const char *action_name,
                        const char *subject_id)
{
  g_return_if_fail (KL_IS_SIDEBAR (self));

  kl_sidebar_list_set_current (self->list, action_name, subject_id);
}

/**
 * kl_sidebar_set_explained:
 * @self: the list
 * @subject_id: (nullable): the id of the subject that is being explained: its earlier scores are not shown meanwhile
 */
void
kl_sidebar_set_explained (KlSidebar  *self,
                          const char *subject_id)
{
  g_return_if_fail (KL_IS_SIDEBAR (self));

  if (g_strcmp0 (self->explained, subject_id) == 0)
    return;

  g_free (self->explained);
  self->explained = g_strdup (subject_id);

  /* What was found shows points and words of earlier attempts; a search from now on counts as help. */
  if (subject_id != NULL)
    gtk_toggle_button_set_active (self->search_button, FALSE);

  kl_sidebar_list_set_explained (self->list, subject_id);
}

/**
 * kl_sidebar_set_order:
 * @self: the list
 * @sort: `plan`, `due`, `score` or `name`
 * @filter: `all`, `due`, `unassessed` or `drafts`
 */
void
kl_sidebar_set_order (KlSidebar  *self,
                      const char *sort,
                      const char *filter)
{
  g_return_if_fail (KL_IS_SIDEBAR (self));

  kl_sidebar_list_set_order (self->list,
                             g_str_equal (sort, "score") ? KL_SIDEBAR_SORT_SCORE
                             : g_str_equal (sort, "due")  ? KL_SIDEBAR_SORT_DUE
                             : g_str_equal (sort, "name") ? KL_SIDEBAR_SORT_NAME : KL_SIDEBAR_SORT_PLAN,
                             g_str_equal (filter, "unassessed") ? KL_SIDEBAR_FILTER_UNASSESSED
                             : g_str_equal (filter, "due")    ? KL_SIDEBAR_FILTER_DUE
                             : g_str_equal (filter, "drafts") ? KL_SIDEBAR_FILTER_DRAFTS : KL_SIDEBAR_FILTER_ALL);
}

/**
 * kl_sidebar_set_undo:
 * @self: the list
 * @undo_name: (nullable): what can be taken back, for the menu
 * @redo_name: (nullable): what can be done again
 */
void
kl_sidebar_set_undo (KlSidebar  *self,
                     const char *undo_name,
                     const char *redo_name)
{
  g_autofree char *undo_text = kl_plan_menu_escape (undo_name);
  g_autofree char *redo_text = kl_plan_menu_escape (redo_name);
  /* Translators: %s names a change, such as “Deletion of “Pod Networking””. */
  g_autofree char *undo = undo_name != NULL ? g_strdup_printf (_("_Undo %s"), undo_text) : g_strdup (_("_Undo"));
  g_autofree char *redo = redo_name != NULL ? g_strdup_printf (_("_Redo %s"), redo_text) : g_strdup (_("_Redo"));

  g_return_if_fail (KL_IS_SIDEBAR (self));

  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo, "win.undo");
  g_menu_append (self->undo_section, redo, "win.redo");
}

/**
 * kl_sidebar_start_search:
 * @self: the list
 *
 * Shows the search entry and puts the cursor into it.
 */
void
kl_sidebar_start_search (KlSidebar *self)
{
  g_return_if_fail (KL_IS_SIDEBAR (self));

  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * kl_sidebar_focus_list:
 * @self: the list
 *
 * Puts the focus on the row of the open page.
 */
void
kl_sidebar_focus_list (KlSidebar *self)
{
  g_return_if_fail (KL_IS_SIDEBAR (self));

  if (!kl_sidebar_list_focus_current (self->list))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD); /* such as what was found */
}
