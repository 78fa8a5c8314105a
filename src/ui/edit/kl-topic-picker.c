/* kl-topic-picker.c: the topics of a plan to choose from, with a search
 *
 * Where it knows which ones are chosen it stays open, so that several can be. What it shows is made when it is first
 * opened: hardly any is, and the list makes two hundred rows.
 */

#include "config.h"

#include "kl-topic-picker.h"

#include <glib/gi18n.h>

struct _KlTopicPicker
{
  GtkPopover parent_instance;

  KlPlan *plan;
  GtkEditable *search;
  GtkStringFilter *words;
  GtkSingleSelection *topics;
  GtkListView *view;
  GHashTable *bound; /* of GtkListItem, none owned */
  KlTopicPickerMarkFunc is_marked;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (KlTopicPicker, kl_topic_picker, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_mark (KlTopicPicker *self,
           GtkListItem   *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  gboolean marked = self->is_marked != NULL && self->is_marked (gtk_list_item_get_item (item), self->user_data);

  gtk_widget_set_visible (gtk_widget_get_last_child (row), marked);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               marked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
setup_cb (KlTopicPicker *self,
          GtkListItem   *item)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "spacing", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_margin_start (row, 6);
  gtk_widget_set_margin_end (row, 6);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (KlTopicPicker *self,
         GtkListItem   *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  const char *title = kl_subject_get_title (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (row)), title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
  g_hash_table_add (self->bound, item);
  show_mark (self, item);
}

static void
unbind_cb (KlTopicPicker *self,
           GtkListItem   *item)
{
  g_hash_table_remove (self->bound, item);
}

static void
search_cb (KlTopicPicker *self)
{
  gtk_string_filter_set_search (self->words, gtk_editable_get_text (self->search));
}

static void
pick (KlTopicPicker *self,
      guint          position)
{
  g_autoptr(KlSubject) subject = g_list_model_get_item (G_LIST_MODEL (self->topics), position);

  if (subject == NULL)
    return;
  if (self->is_marked == NULL)
    gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, subject);
}

static void
activate_cb (KlTopicPicker *self,
             guint          position)
{
  pick (self, position);
}

static void
search_activate_cb (KlTopicPicker *self)
{
  pick (self, gtk_single_selection_get_selected (self->topics));
}

/* Up and Down go through what is found while words are written. */
static gboolean
search_key_cb (KlTopicPicker   *self,
               guint            keyval,
               guint            keycode,
               GdkModifierType  state)
{
  guint selected = gtk_single_selection_get_selected (self->topics);
  guint n_topics = g_list_model_get_n_items (G_LIST_MODEL (self->topics));

  if ((keyval != GDK_KEY_Up && keyval != GDK_KEY_Down) || n_topics == 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Up)
    selected = selected > 0 ? selected - 1 : 0;
  else
    selected = MIN (selected + 1, n_topics - 1);
  gtk_single_selection_set_selected (self->topics, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", selected);
  return GDK_EVENT_STOP;
}

static gboolean
is_topic (gpointer item,
          gpointer user_data)
{
  return kl_subject_get_kind (item) == KL_SUBJECT_TOPIC;
}

static void
create_list (KlTopicPicker *self)
{
  GListModel *subjects = g_object_ref (kl_plan_get_subjects (self->plan));
  GtkFilter *kind = GTK_FILTER (gtk_custom_filter_new (is_topic, NULL, NULL));
  GListModel *topics = G_LIST_MODEL (gtk_filter_list_model_new (subjects, kind));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->words = gtk_string_filter_new (gtk_property_expression_new (KL_TYPE_SUBJECT, NULL, "title"));
  topics = G_LIST_MODEL (gtk_filter_list_model_new (topics, GTK_FILTER (self->words)));
  self->topics = gtk_single_selection_new (topics);

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (self->topics), factory));
  gtk_list_view_set_single_click_activate (self->view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Topics to choose"),
                                  -1);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

static void
create_search (KlTopicPicker *self)
{
  GtkWidget *search = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_EDITABLE (search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search topics"), -1);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (search, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (search, keys);
}

static void
create_content (KlTopicPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  create_search (self);
  create_list (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_size_request (scrolled, 260, 220);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static void
kl_topic_picker_show (GtkWidget *widget)
{
  KlTopicPicker *self = KL_TOPIC_PICKER (widget);

  if (self->view == NULL)
    create_content (self);
  gtk_editable_set_text (self->search, "");
  gtk_string_filter_set_search (self->words, "");
  kl_topic_picker_update (self);
  GTK_WIDGET_CLASS (kl_topic_picker_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
kl_topic_picker_dispose (GObject *object)
{
  g_clear_object (&KL_TOPIC_PICKER (object)->plan);

  G_OBJECT_CLASS (kl_topic_picker_parent_class)->dispose (object);
}

static void
kl_topic_picker_finalize (GObject *object)
{
  g_hash_table_unref (KL_TOPIC_PICKER (object)->bound);

  G_OBJECT_CLASS (kl_topic_picker_parent_class)->finalize (object);
}

static void
kl_topic_picker_class_init (KlTopicPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_topic_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_topic_picker_finalize;
  GTK_WIDGET_CLASS (klass)->show = kl_topic_picker_show;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", KL_TYPE_TOPIC_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, KL_TYPE_SUBJECT);
}

static void
kl_topic_picker_init (KlTopicPicker *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
}

/**
 * kl_topic_picker_new:
 * @plan: a plan, loaded
 *
 * It emits “picked” with a topic, and changes nothing.
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
kl_topic_picker_new (KlPlan *plan)
{
  KlTopicPicker *self = g_object_new (KL_TYPE_TOPIC_PICKER, NULL);

  self->plan = g_object_ref (plan);
  return GTK_WIDGET (self);
}

/**
 * kl_topic_picker_set_marks:
 * @self: a picker
 * @func: tells which topics are chosen
 * @user_data: data for @func, which outlives @self
 *
 * It stays open then, and what is picked again shall not be chosen any more.
 */
void
kl_topic_picker_set_marks (KlTopicPicker         *self,
                           KlTopicPickerMarkFunc  func,
                           gpointer               user_data)
{
  g_return_if_fail (KL_IS_TOPIC_PICKER (self));

  self->is_marked = func;
  self->user_data = user_data;
  kl_topic_picker_update (self);
}

/**
 * kl_topic_picker_update:
 * @self: a picker
 *
 * Shows anew which topics are chosen.
 */
void
kl_topic_picker_update (KlTopicPicker *self)
{
  GHashTableIter iter;
  gpointer item;

  g_return_if_fail (KL_IS_TOPIC_PICKER (self));

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    show_mark (self, item);
}
