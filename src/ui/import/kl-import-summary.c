/* kl-import-summary.c: how much an import brings, what the person has to decide, and what was not understood */

#include "config.h"

#include "kl-import-summary.h"

#include <glib/gi18n.h>

#include "exchange/kl-import-note.h"
#include "ui/page/kl-list-group.h"

#include "kl-question-group.h"

/* Whoever has more notes than that has another kind of document. */
#define MAX_NOTES 200

struct _KlImportSummary
{
  AdwBin parent_instance;

  AdwPreferencesGroup *counts_group;
  KlQuestionGroup *question_group;
  AdwPreferencesGroup *notes_group;
  GPtrArray *rows; /* element-type GtkWidget: of the counts and the notes */
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlImportSummary, kl_import_summary, ADW_TYPE_BIN)

static void
add_row (KlImportSummary     *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (KlImportSummary *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *group = gtk_widget_get_ancestor (self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), self->rows->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
append_count (KlImportSummary *self,
              const char     *title,
              guint           count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  GtkWidget *row, *label;

  if (count == 0)
    return;

  row = kl_list_group_row (title, NULL);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  add_row (self, self->counts_group, row);
}

static void
show_counts (KlImportSummary *self,
             KlImportPreview *preview)
{
  const KlMergeCounts *counts = kl_import_preview_get_counts (preview);
  const char *title = kl_import_preview_get_title (preview);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  const char *description;

  if (kl_import_preview_get_is_new (preview))
    description = _("A new plan, with");
  else if (kl_import_preview_has_changes (preview))
    description = _("The plan is in the library already. What changes:");
  else
    description = _("The library has all of this already.");

  adw_preferences_group_set_title (self->counts_group, markup);
  adw_preferences_group_set_description (self->counts_group, description);
  append_count (self, _("Topics"), counts->topics);
  append_count (self, _("Key points"), counts->points);
  append_count (self, _("Gaps"), counts->gaps);
  append_count (self, _("Attempts"), counts->attempts);
  append_count (self, _("Exercises"), counts->exercises);
  append_count (self, _("Changed"), counts->changed);
  append_count (self, _("Removed"), counts->removed);
}

static void
show_notes (KlImportSummary *self,
            KlImportPreview *preview)
{
  GPtrArray *notes = kl_import_preview_get_notes (preview);
  guint n_notes = notes != NULL ? notes->len : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), n_notes > 0);
  for (guint i = 0; i < MIN (n_notes, MAX_NOTES); i++)
    {
      const KlImportNote *note = notes->pdata[i];
      g_autofree char *line = note->line > 0 ? g_strdup_printf (_("Line %u"), note->line) : NULL;

      add_row (self, self->notes_group, kl_list_group_row (line != NULL ? line : _("Document"), note->message));
    }
  if (n_notes > MAX_NOTES)
    {
      guint n_more = n_notes - MAX_NOTES;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      add_row (self, self->notes_group, kl_list_group_row (more, NULL));
    }
}

static void
answered_cb (KlImportSummary *self)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
kl_import_summary_dispose (GObject *object)
{
  KlImportSummary *self = KL_IMPORT_SUMMARY (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), KL_TYPE_IMPORT_SUMMARY);

  G_OBJECT_CLASS (kl_import_summary_parent_class)->dispose (object);
}

static void
kl_import_summary_class_init (KlImportSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kl_import_summary_dispose;

  /**
   * KlImportSummary::answered:
   *
   * The person has answered a question of the preview.
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", KL_TYPE_IMPORT_SUMMARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  g_type_ensure (KL_TYPE_QUESTION_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/import/kl-import-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, KlImportSummary, counts_group);
  gtk_widget_class_bind_template_child (widget_class, KlImportSummary, question_group);
  gtk_widget_class_bind_template_child (widget_class, KlImportSummary, notes_group);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
}

static void
kl_import_summary_init (KlImportSummary *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kl_import_summary_set_preview:
 * @self: a summary
 * @preview: what it is about; the answers to its questions are set by the person
 */
void
kl_import_summary_set_preview (KlImportSummary *self,
                               KlImportPreview *preview)
{
  g_return_if_fail (KL_IS_IMPORT_SUMMARY (self));

  clear_rows (self);
  show_counts (self, preview);
  kl_question_group_set_questions (self->question_group, kl_import_preview_get_questions (preview));
  show_notes (self, preview);
}
