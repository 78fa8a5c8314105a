/* exchange-fixture.c: reading small documents and finding things in them */

#include "config.h"

#include "exchange-fixture.h"

#include <string.h>

KlImport *
fixture_read (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  KlImport *import = kl_markdown_reader_read (bytes, "notes/my-plan.md", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  return import;
}

KlImport *
fixture_read_path (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  KlImport *import = kl_markdown_reader_read_file (file, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  return import;
}

/* Borrowed: the list keeps it. */
gpointer
fixture_item (GListModel *list,
              guint       index)
{
  g_autoptr(GObject) item = g_list_model_get_item (list, index);

  g_assert_nonnull (item);
  return item;
}

KlSubject *
fixture_subject (KlImport   *import,
                 const char *title)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      KlSubject *subject = fixture_item (subjects, i);

      if (g_str_equal (kl_subject_get_title (subject), title))
        return subject;
    }
  g_error ("no subject is called %s", title);
}

guint
fixture_count_subjects (KlImport      *import,
                        KlSubjectKind  kind,
                        int            depth,
                        gboolean       top)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      KlSubject *subject = fixture_item (subjects, i);

      if (kl_subject_get_kind (subject) == kind && (depth < 0 || (int) kl_subject_get_depth (subject) == depth) &&
          (!top || kl_subject_get_parent (subject) == NULL))
        n++;
    }
  return n;
}

KlAttempt *
fixture_attempt (KlImport   *import,
                 const char *title,
                 guint       index)
{
  return fixture_item (kl_subject_get_attempts (fixture_subject (import, title)), index);
}

KlFeedback *
fixture_feedback (KlAttempt  *attempt,
                  const char *text_part)
{
  GListModel *feedback = kl_attempt_get_feedback (attempt);

  for (guint i = 0; i < g_list_model_get_n_items (feedback); i++)
    {
      KlFeedback *item = fixture_item (feedback, i);

      if (strstr (kl_feedback_get_text (item), text_part) != NULL)
        return item;
    }
  g_error ("no feedback says %s", text_part);
}

gboolean
fixture_has_note (KlImport   *import,
                  guint       line,
                  const char *part)
{
  GPtrArray *notes = kl_import_get_notes (import);

  for (guint i = 0; i < notes->len; i++)
    {
      KlImportNote *note = g_ptr_array_index (notes, i);

      if (note->line == line && strstr (note->message, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A library for the test: carries a change out on the objects of a plan. */

static KlRecord *
find_record (KlRecord   *root,
             const char *id,
             GListStore **list)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (root);

  if (g_str_equal (kl_record_get_id (root), id))
    return root;
  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListStore *children = kl_record_get_list (root, &klass->lists[i]);

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (children)); j++)
        {
          KlRecord *found = find_record (fixture_item (G_LIST_MODEL (children), j), id, list);

          if (found != NULL)
            {
              if (list != NULL && *list == NULL)
                *list = children;
              return found;
            }
        }
    }
  return NULL;
}

void
fixture_apply (KlMerge    *merge,
               KlPlan     *plan,
               KlDocument *stored)
{
  KlChange *change = kl_merge_get_change (merge);

  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    {
      const KlOperation *operation = kl_change_get_operation (change, i);
      GListStore *list = NULL;
      KlRecord *record = NULL;

      if (operation->kind == KL_OPERATION_INSERT && operation->type == KL_TYPE_DOCUMENT)
        continue;
      if (g_str_equal (operation->id, kl_record_get_id (KL_RECORD (stored))))
        record = KL_RECORD (stored);
      else if (operation->kind != KL_OPERATION_INSERT)
        record = find_record (KL_RECORD (plan), operation->id, &list);

      if (operation->kind == KL_OPERATION_INSERT)
        {
          KlRecord *owner = find_record (KL_RECORD (plan), kl_record_get_owner (operation->record), NULL);
          gint64 position = kl_record_get_position (operation->record);

          g_assert_nonnull (owner);
          kl_record_append (owner, operation->record);
          g_object_set (operation->record, "position", position, NULL);
        }
      else if (operation->kind == KL_OPERATION_SET)
        {
          g_assert_nonnull (record);
          g_object_set_property (G_OBJECT (record), operation->field->name, &operation->value);
        }
      else
        {
          guint position;

          g_assert_nonnull (list);
          g_assert_true (g_list_store_find (list, record, &position));
          g_list_store_remove (list, position);
        }
    }
}
