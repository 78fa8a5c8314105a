/* kl-question-group.c: what only the person can decide about an import: both sides, and which of them counts */

#include "config.h"

#include "kl-question-group.h"

#include <glib/gi18n.h>

#include "exchange/kl-import-question.h"
#include "recall/kl-depth-text.h"

/* Whoever has more questions than that answers them all at once. */
#define MAX_QUESTIONS 100

struct _KlQuestionGroup
{
  AdwPreferencesGroup parent_instance;

  GListModel *questions;
  GPtrArray *rows;  /* element-type GtkWidget, as they stand */
  GPtrArray *boxes; /* element-type GtkCheckButton: the first answer of a question, then the second */
  gboolean is_loading;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KlQuestionGroup, kl_question_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_field_word (const char *field)
{
  static const struct
  {
    const char *field;
    const char *word;
  } words[] = {
    { "title", N_("Title") }, { "text", N_("Text") }, { "notes", N_("Notes") }, { "depth", N_("Depth") },
    { "minutes", N_("Minutes") }, { "why", N_("Why") }, { "parent", N_("Place") }, { "low", N_("Score") },
    { "high", N_("Score") }, { "date", N_("Date") }, { "open", N_("Open") }, { "done", N_("Done") },
    { "name", N_("Name") }, { "meaning", N_("Meaning") }, { "label", N_("Label") },
    { "explanation", N_("Explanation") }, { "wrong", N_("Wrong") }, { "right", N_("Right") },
    { "kind", N_("Kind") }, { "language", N_("Language") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].field, field))
      return _(words[i].word);
  return NULL;
}

static char *
dup_value (KlImportQuestion *question,
           const char       *value)
{
  const char *field = kl_import_question_get_field (question);

  if (*value == '\0')
    return g_strdup (_("Nothing"));
  if (field != NULL && g_str_equal (field, "depth"))
    return g_strdup (kl_depth_text_get (kl_depth_text_parse (value)));
  if (field != NULL && (g_str_equal (field, "open") || g_str_equal (field, "done")))
    return g_strdup (g_str_equal (value, "0") ? _("No") : _("Yes"));
  /* What a reference names is known by an id, which says nothing to anybody. */
  if (g_uuid_string_is_valid (value))
    return g_strdup (_("As it is there"));
  return g_strdup (value);
}

static KlImportAnswer
get_answer (KlImportQuestion *question,
            guint             side)
{
  if (kl_import_question_is_conflict (question))
    return side == 0 ? KL_IMPORT_ANSWER_MINE : KL_IMPORT_ANSWER_FILE;
  return side == 0 ? KL_IMPORT_ANSWER_SAME : KL_IMPORT_ANSWER_APART;
}

static void
toggled_cb (KlQuestionGroup *self,
            GtkCheckButton  *box)
{
  guint index;

  if (self->is_loading || !gtk_check_button_get_active (box) || !g_ptr_array_find (self->boxes, box, &index))
    return;
  {
    g_autoptr(KlImportQuestion) question = g_list_model_get_item (self->questions, index / 2);

    kl_import_question_set_answer (question, get_answer (question, index % 2));
  }
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
add_row (KlQuestionGroup *self,
         GtkWidget       *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_answer (KlQuestionGroup  *self,
            KlImportQuestion *question,
            guint             side,
            const char       *title,
            const char       *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 8,
                                 "title", title, "subtitle", subtitle, NULL);
  GtkWidget *box = gtk_check_button_new ();

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (side == 1)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (box), self->boxes->pdata[self->boxes->len - 1]);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (box),
                               kl_import_question_get_answer (question) == get_answer (question, side));
  g_ptr_array_add (self->boxes, box);
  g_signal_connect_object (box, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), box);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), box);
  add_row (self, row);
}

static void
add_question (KlQuestionGroup  *self,
              KlImportQuestion *question)
{
  gboolean is_conflict = kl_import_question_is_conflict (question);
  const char *field = is_conflict ? get_field_word (kl_import_question_get_field (question)) : NULL;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 3, "subtitle-lines", 3,
                                 "title", kl_import_question_get_title (question), NULL);
  g_autofree char *mine = dup_value (question, kl_import_question_get_mine (question));
  g_autofree char *file = dup_value (question, kl_import_question_get_file (question));

  gtk_widget_add_css_class (row, "heading");
  add_row (self, row);
  if (is_conflict)
    {
      /* Translators: %s is what was changed on both sides, such as “Title”. */
      g_autofree char *named = g_strdup_printf (_("%s: changed in KLearn and in the document"),
                                                field != NULL ? field : "");
      const char *subtitle = field != NULL ? named : _("Changed in KLearn and in the document");

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      add_answer (self, question, 0, _("Keep What KLearn Has"), mine);
      add_answer (self, question, 1, _("Take What the Document Has"), file);
    }
  else
    {
      g_autofree char *subtitle = g_strdup_printf (_("May be “%s” with a new title"), mine);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      add_answer (self, question, 0, _("The Same Topic"), _("It keeps its attempts and gets the new title."));
      add_answer (self, question, 1, _("Another Topic"), _("The old one is no longer in the document."));
    }
}

static void
answer_all (KlQuestionGroup *self,
            guint            side)
{
  guint n = g_list_model_get_n_items (self->questions);

  self->is_loading = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlImportQuestion) question = g_list_model_get_item (self->questions, i);

      if (!kl_import_question_is_conflict (question))
        continue;
      kl_import_question_set_answer (question, get_answer (question, side));
      if (2 * i + side < self->boxes->len)
        gtk_check_button_set_active (self->boxes->pdata[2 * i + side], TRUE);
    }
  self->is_loading = FALSE;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
keep_all_cb (KlQuestionGroup *self)
{
  answer_all (self, 0);
}

static void
take_all_cb (KlQuestionGroup *self)
{
  answer_all (self, 1);
}

static void
add_answer_to_all (KlQuestionGroup *self,
                   const char      *title,
                   GCallback        callback)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "title-lines", 0, "activatable", TRUE, NULL);

  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  add_row (self, row);
}

static void
kl_question_group_dispose (GObject *object)
{
  KlQuestionGroup *self = KL_QUESTION_GROUP (object);

  g_clear_object (&self->questions);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);

  G_OBJECT_CLASS (kl_question_group_parent_class)->dispose (object);
}

static void
kl_question_group_class_init (KlQuestionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_question_group_dispose;

  /**
   * KlQuestionGroup::answered:
   *
   * The person has decided otherwise than before.
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", KL_TYPE_QUESTION_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
kl_question_group_init (KlQuestionGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->boxes = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("To Decide"));
}

/* Those of before, read again: the rows stay, and with them the keyboard. */
static gboolean
are_same (KlQuestionGroup *self,
          GListModel      *questions)
{
  guint n = g_list_model_get_n_items (questions);

  if (self->questions == NULL || g_list_model_get_n_items (self->questions) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlImportQuestion) shown = g_list_model_get_item (self->questions, i);
      g_autoptr(KlImportQuestion) question = g_list_model_get_item (questions, i);

      if (!g_str_equal (kl_import_question_get_key (shown), kl_import_question_get_key (question))
          || kl_import_question_get_answer (shown) != kl_import_question_get_answer (question))
        return FALSE;
    }
  return TRUE;
}

static guint
count_conflicts (GListModel *questions)
{
  guint n_conflicts = 0;

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr(KlImportQuestion) question = g_list_model_get_item (questions, i);

      if (kl_import_question_is_conflict (question))
        n_conflicts++;
    }
  return n_conflicts;
}

/**
 * kl_question_group_set_questions:
 * @self: a group
 * @questions: a list of #KlImportQuestion, whose answers it sets
 */
void
kl_question_group_set_questions (KlQuestionGroup *self,
                                 GListModel      *questions)
{
  guint n = g_list_model_get_n_items (questions);
  gboolean same;

  g_return_if_fail (KL_IS_QUESTION_GROUP (self));

  same = are_same (self, questions);
  g_set_object (&self->questions, questions);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (same)
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->boxes, 0);
  if (count_conflicts (questions) > 1)
    {
      add_answer_to_all (self, _("Keep All of KLearn's"), G_CALLBACK (keep_all_cb));
      add_answer_to_all (self, _("Take All of the Document's"), G_CALLBACK (take_all_cb));
    }
  for (guint i = 0; i < MIN (n, MAX_QUESTIONS); i++)
    {
      g_autoptr(KlImportQuestion) question = g_list_model_get_item (questions, i);

      add_question (self, question);
    }
  if (n > MAX_QUESTIONS)
    {
      guint n_more = n - MAX_QUESTIONS;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      add_row (self, g_object_new (ADW_TYPE_ACTION_ROW, "title", more, NULL));
    }
}
