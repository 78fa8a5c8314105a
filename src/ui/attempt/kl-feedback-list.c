/* kl-feedback-list.c: what was said about an attempt, under the labels that it has, to be amended where it stands */

#include "config.h"

#include "kl-feedback-list.h"

#include <glib/gi18n.h>

#include "ui/edit/kl-apply.h"
#include "ui/edit/kl-list-edit.h"
#include "ui/edit/kl-section.h"
#include "ui/page/kl-control-name.h"
#include "model/kl-list-update.h"
#include "ui/review/kl-draft-record.h"
#include "ui/topic/kl-feedback-edit.h"
#include "ui/topic/kl-feedback-row.h"

struct _KlFeedbackList
{
  GtkBox parent_instance;

  KlPage *page; /* it outlives the list; NULL where it is only to be read */
  KlAttempt *attempt;
  GtkBox *groups;
  GtkWidget *adding;
  AdwEntryRow *entry;
  GtkDropDown *kind;
  GQueue added; /* texts that are on their way into the library, the first one first */
};

G_DEFINE_FINAL_TYPE (KlFeedbackList, kl_feedback_list, GTK_TYPE_BOX)

/* Those that the person may say of an attempt, in the order in which they are offered. */
static const KlFeedbackKind kinds[] = {
  KL_FEEDBACK_NAILED,     KL_FEEDBACK_NEEDS_WORK, KL_FEEDBACK_CORRECTION, KL_FEEDBACK_ACTION,    KL_FEEDBACK_INSIGHT,
  KL_FEEDBACK_QUOTE,      KL_FEEDBACK_REFINEMENT, KL_FEEDBACK_DEFENDED,   KL_FEEDBACK_REASONING, KL_FEEDBACK_BONUS,
  KL_FEEDBACK_RESULT,     KL_FEEDBACK_KNOWN_GAP,  KL_FEEDBACK_NOTE,
};

static const char *
get_kind_title (KlFeedbackKind kind)
{
  switch (kind)
    {
    case KL_FEEDBACK_NAILED:
      return _("Nailed");
    case KL_FEEDBACK_NEEDS_WORK:
      return _("Needs work");
    case KL_FEEDBACK_CORRECTION:
      return _("Corrections");
    case KL_FEEDBACK_ACTION:
      return _("Action items");
    case KL_FEEDBACK_INSIGHT:
      return _("Key insight");
    case KL_FEEDBACK_QUOTE:
      return _("Quote");
    case KL_FEEDBACK_REFINEMENT:
      return _("Refinements");
    case KL_FEEDBACK_DEFENDED:
      return _("Defended");
    case KL_FEEDBACK_REASONING:
      return _("Reasoning");
    case KL_FEEDBACK_BONUS:
      return _("Bonus");
    case KL_FEEDBACK_FLOW:
      return _("Flow");
    case KL_FEEDBACK_RESULT:
      return _("Result");
    case KL_FEEDBACK_SUMMARY:
      return _("Summary");
    case KL_FEEDBACK_KNOWN_GAP:
      return _("Known gaps");
    case KL_FEEDBACK_NOTE:
    default:
      return _("Notes");
    }
}

static const char *
get_title (KlFeedback *item)
{
  const char *label = kl_feedback_get_label (item);

  return label != NULL && *label != '\0' ? label : get_kind_title (kl_feedback_get_kind (item));
}

static gboolean
is_editable (KlFeedbackList *self)
{
  return self->page != NULL && !kl_library_get_read_only (kl_page_get_library (self->page));
}

static char *
dup_now (KlFeedbackList *self)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (kl_page_get_library (self->page)));

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
}

/* Groups */

static void
remove_cb (KlFeedbackList *self,
           GPtrArray      *items)
{
  g_autofree char *date = dup_now (self);
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("%u piece of feedback withdrawn", "%u pieces of feedback withdrawn", items->len),
                       items->len);

  kl_apply (GTK_WIDGET (self),
            kl_feedback_edit_new_remove (kl_page_get_subject (self->page), self->attempt, items, date), sentence, NULL,
            NULL);
}

/* Among those of its label. */
static void
move_cb (KlFeedbackList *self,
         KlRecord       *item,
         int             by,
         KlSection      *section)
{
  g_autoptr(KlChange) change
    = kl_change_new (KL_CHANGE_AMEND_ATTEMPT, kl_subject_get_title (kl_page_get_subject (self->page)));

  if (kl_list_edit_move (change, g_object_get_data (G_OBJECT (section), "kl-items"), item, by))
    kl_apply (GTK_WIDGET (self), g_steal_pointer (&change), NULL, NULL, NULL);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  KlFeedbackList *self = user_data;
  GtkWidget *row = kl_feedback_row_new (item, self->attempt);

  kl_feedback_row_set_editable (KL_FEEDBACK_ROW (row), is_editable (self));
  return row;
}

static KlSection *
append_group (KlFeedbackList *self,
              const char     *title)
{
  GtkWidget *section = kl_section_new (title, NULL);
  GListStore *items = g_list_store_new (KL_TYPE_FEEDBACK);

  g_object_set_data_full (G_OBJECT (section), "kl-title", g_strdup (title), g_free);
  g_object_set_data_full (G_OBJECT (section), "kl-items", items, g_object_unref);
  kl_section_set_model (KL_SECTION (section), G_LIST_MODEL (items), create_row_cb, self);
  kl_section_set_arrangeable (KL_SECTION (section), is_editable (self));
  g_signal_connect_object (section, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (section, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->groups, section);
  return KL_SECTION (section);
}

/* The group at @place gets @items; one that was there with another title makes room. */
static void
fill_group (KlFeedbackList *self,
            GtkWidget     **place,
            const char     *title,
            GPtrArray      *items)
{
  GtkWidget *section = *place;

  while (section != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (section), "kl-title"), title) != 0)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (section);

      gtk_box_remove (self->groups, section);
      section = next;
    }
  if (section == NULL)
    section = GTK_WIDGET (append_group (self, title));
  kl_list_update (g_object_get_data (G_OBJECT (section), "kl-items"), items, FALSE);
  *place = gtk_widget_get_next_sibling (section);
}

/* In the order in which it was written: a new label, or another kind, begins a new group. */
static void
update (KlFeedbackList *self)
{
  GListModel *items = kl_attempt_get_feedback (self->attempt);
  guint n_items = g_list_model_get_n_items (items);
  GtkWidget *place = gtk_widget_get_first_child (GTK_WIDGET (self->groups));
  g_autoptr(GPtrArray) group = g_ptr_array_new ();
  const char *title = NULL;

  for (guint i = 0; i < n_items; i++)
    {
      /* The attempt's list keeps it alive. */
      g_autoptr(KlFeedback) item = g_list_model_get_item (items, i);

      if (group->len > 0 && g_strcmp0 (title, get_title (item)) != 0)
        {
          fill_group (self, &place, title, group);
          g_ptr_array_set_size (group, 0);
        }
      title = get_title (item);
      g_ptr_array_add (group, item);
    }
  if (group->len > 0)
    fill_group (self, &place, title, group);
  while (place != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (place);

      gtk_box_remove (self->groups, place);
      place = next;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->groups), n_items > 0);
}

/* Adding */

static void
added_cb (gpointer      target,
          const GError *error)
{
  KlFeedbackList *self = target;
  g_autofree char *text = g_queue_pop_head (&self->added);

  /* What could not be stored comes back. */
  if (error != NULL && self->entry != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

static void
add_cb (KlFeedbackList *self)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr(KlFeedback) item = NULL;
  g_autofree char *date = dup_now (self);
  KlChange *change;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  /* Otherwise it offers to apply that it is empty. */
  adw_entry_row_set_show_apply_button (self->entry, FALSE);
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  if (*text == '\0')
    {
      g_free (text);
      return;
    }

  item = kl_draft_record_new_feedback (kinds[gtk_drop_down_get_selected (self->kind)], text);
  change = kl_feedback_edit_new_add (kl_page_get_subject (self->page), self->attempt, item, date);
  g_queue_push_tail (&self->added, text);
  kl_apply (GTK_WIDGET (self), change, NULL, added_cb, self);
}

static void
append_adding (KlFeedbackList *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (names, get_kind_title (kinds[i]));
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->kind), GTK_ALIGN_CENTER);
  kl_control_name_set (GTK_WIDGET (self->kind), _("Kind of feedback"));

  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _("Add Feedback"));
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  adw_entry_row_add_suffix (self->entry, GTK_WIDGET (self->kind));
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);

  self->adding = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->adding), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->adding, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->adding), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Feedback"), -1);
  gtk_list_box_append (GTK_LIST_BOX (self->adding), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self), self->adding);
}

static void
set_editable (gpointer row,
              gpointer editable)
{
  kl_feedback_row_set_editable (row, GPOINTER_TO_INT (editable));
}

static void
read_only_cb (KlFeedbackList *self)
{
  gboolean editable = is_editable (self);

  gtk_widget_set_visible (self->adding, editable || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0');
  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    {
      kl_section_set_arrangeable (KL_SECTION (section), editable);
      kl_section_foreach (KL_SECTION (section), set_editable, GINT_TO_POINTER (editable));
    }
}

static void
kl_feedback_list_dispose (GObject *object)
{
  KlFeedbackList *self = KL_FEEDBACK_LIST (object);

  g_clear_object (&self->attempt);
  self->entry = NULL;

  G_OBJECT_CLASS (kl_feedback_list_parent_class)->dispose (object);
}

static void
kl_feedback_list_finalize (GObject *object)
{
  g_queue_clear_full (&KL_FEEDBACK_LIST (object)->added, g_free);

  G_OBJECT_CLASS (kl_feedback_list_parent_class)->finalize (object);
}

static void
kl_feedback_list_class_init (KlFeedbackListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_feedback_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kl_feedback_list_finalize;
}

static void
kl_feedback_list_init (KlFeedbackList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->groups));
}

/**
 * kl_feedback_list_new:
 * @page: (nullable): the page that the list will be on; %NULL for one that is only to be read
 * @attempt: an attempt of its subject
 *
 * Returns: (transfer floating): what was said about it, to be amended
 */
GtkWidget *
kl_feedback_list_new (KlPage    *page,
                      KlAttempt *attempt)
{
  KlFeedbackList *self = g_object_new (KL_TYPE_FEEDBACK_LIST, NULL);

  self->page = page;
  self->attempt = g_object_ref (attempt);
  g_signal_connect_object (kl_attempt_get_feedback (attempt), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  if (page == NULL)
    return GTK_WIDGET (self);

  append_adding (self);
  g_signal_connect_object (kl_page_get_library (page), "notify::read-only", G_CALLBACK (read_only_cb), self,
                           G_CONNECT_SWAPPED);
  read_only_cb (self);
  return GTK_WIDGET (self);
}

static void
finish_row (gpointer row,
            gpointer user_data)
{
  kl_feedback_row_finish (row);
}

/**
 * kl_feedback_list_finish:
 * @self: a list
 *
 * Keeps what is being written, as when the page is left.
 */
void
kl_feedback_list_finish (KlFeedbackList *self)
{
  g_return_if_fail (KL_IS_FEEDBACK_LIST (self));

  for (GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    kl_section_foreach (KL_SECTION (section), finish_row, NULL);
  add_cb (self);
}
