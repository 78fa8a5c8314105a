/* faulty-work.c: what a person does to a library, for the tests in which the disk fails or the power goes */

#include "config.h"

#include "faulty-work.h"

#include "model/kl-feedback.h"
#include "model/kl-verdict.h"
#include "transfer/kl-importer.h"

enum
{
  N_TOPICS = 6,
  N_WORDS = 200,
  REMARK_LENGTH = 32 * 1024, /* of an import that is taken back by a way of its own, as are all that are large */
};

static void
write_document (FaultyWork *self)
{
  g_autoptr(GString) text = g_string_new ("# Plan\n\n## Deep Dives Completed\n\n");
  g_autofree char *remark = g_strnfill (REMARK_LENGTH, 'r');
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < N_TOPICS; i++)
    g_string_append_printf (text,
                            "### Topic %u\n**Topics covered:**\n- One\n- Two\n\n**Gaps identified:**\n- Three\n\n", i);
  g_string_append_printf (text, "### Last topic\n\n%s\n", remark);
  g_assert_true (g_file_set_contents (self->document, text->str, -1, &error));
  g_assert_no_error (error);
}

void
faulty_work_set_up (FaultyWork    *self,
                    gconstpointer  data)
{
  library_fixture_set_up (&self->fixture, data);
  faulty_work_begin (self);
}

/* In one change, so that there is nothing in between. */
static void
add_plan_with_subject (FaultyWork *self)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, "title", "plan", NULL);
  g_autoptr(KlRecord) subject = g_object_new (KL_TYPE_SUBJECT, "title", "subject", NULL);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_CREATE_PLAN, "plan");
  g_autoptr(GError) error = NULL;

  kl_record_append (KL_RECORD (plan), subject);
  kl_change_insert_tree (change, KL_RECORD (plan));
  g_assert_true (library_fixture_apply (&self->fixture, change, &error));
  g_assert_no_error (error);

  self->plan = g_list_model_get_item (kl_library_get_plans (self->fixture.library), 0);
  library_fixture_load_plan (&self->fixture, self->plan);
  self->subject = g_list_model_get_item (kl_plan_get_subjects (self->plan), 0);
  library_fixture_load (&self->fixture, self->subject);
}

/* Needs the fixture's folder, path and open library. */
void
faulty_work_begin (FaultyWork *self)
{
  self->document = g_build_filename (self->fixture.folder, "plan.md", NULL);
  self->backup = g_build_filename (self->fixture.folder, "copy.db", NULL);
  write_document (self);
  add_plan_with_subject (self);
}

void
faulty_work_tear_down (FaultyWork    *self,
                       gconstpointer  data)
{
  g_clear_object (&self->subject);
  g_clear_object (&self->plan);
  g_free (self->document);
  g_free (self->backup);
  library_fixture_tear_down (&self->fixture, data);
}

/* Long enough for several pages, the journal's changeset included. */
static char *
some_words (FaultyWork *self)
{
  g_autoptr(GString) words = g_string_new (NULL);

  self->number++;
  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (words, "word%u of %u ", i, self->number);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

gboolean
faulty_work_record (FaultyWork  *self,
                    GError     **error)
{
  g_autofree char *words = some_words (self);
  g_autoptr(KlAttempt) attempt = library_fixture_new_attempt (words, 80);
  g_autoptr(KlRecord) feedback = g_object_new (KL_TYPE_FEEDBACK, "text", words, NULL);
  g_autoptr(KlRecord) verdict = g_object_new (KL_TYPE_VERDICT, "text", words, NULL);

  kl_record_append (KL_RECORD (attempt), feedback);
  kl_record_append (KL_RECORD (attempt), verdict);
  return library_fixture_record (&self->fixture, self->subject, attempt, error);
}

gboolean
faulty_work_type (FaultyWork  *self,
                  GError     **error)
{
  g_autofree char *words = some_words (self);
  g_autoptr(KlDraft) draft = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (self->subject)),
                                           "text", words, NULL);

  return library_fixture_save_draft (&self->fixture, draft, error);
}

gboolean
faulty_work_import (FaultyWork  *self,
                    GError     **error)
{
  g_autoptr(KlImporter) importer = kl_importer_new (self->fixture.library);
  g_autoptr(GFile) file = g_file_new_for_path (self->document);
  g_autofree char *title = g_strdup_printf ("import %u", ++self->number);
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) applied = NULL;
  g_autoptr(KlImportPreview) preview = NULL;
  g_autoptr(KlImportPreview) done = NULL;

  kl_importer_read_async (importer, file, title, NULL, NULL, NULL, library_fixture_done_cb, &read);
  preview = kl_importer_read_finish (importer, library_fixture_await (&read), error);
  if (preview == NULL)
    return FALSE;

  kl_importer_apply_async (importer, preview, NULL, library_fixture_done_cb, &applied);
  done = kl_importer_apply_finish (importer, library_fixture_await (&applied), error);
  return done != NULL;
}

gboolean
faulty_work_undo (FaultyWork  *self,
                  GError     **error)
{
  g_autofree char *name = library_fixture_undo (&self->fixture, error);

  return name != NULL;
}

gboolean
faulty_work_redo (FaultyWork  *self,
                  GError     **error)
{
  g_autofree char *name = library_fixture_redo (&self->fixture, error);

  return name != NULL;
}

/* One that was imported. */
gboolean
faulty_work_delete (FaultyWork  *self,
                    GError     **error)
{
  GListModel *plans = kl_library_get_plans (self->fixture.library);
  g_autoptr(KlRecord) first = g_list_model_get_item (plans, 0);
  g_autoptr(KlRecord) plan = g_list_model_get_item (plans, first == KL_RECORD (self->plan) ? 1 : 0);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_DELETE_PLAN, "plan");

  kl_change_remove (change, KL_TYPE_PLAN, kl_record_get_id (plan));
  return library_fixture_apply (&self->fixture, change, error);
}

gboolean
faulty_work_back_up (FaultyWork  *self,
                     GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_backup_async (self->fixture.library, self->backup, NULL, library_fixture_done_cb, &result);
  return kl_library_backup_finish (self->fixture.library, library_fixture_await (&result), error);
}

gboolean
faulty_work_restore (FaultyWork  *self,
                     GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_restore_async (self->fixture.library, self->backup, NULL, library_fixture_done_cb, &result);
  return kl_library_restore_finish (self->fixture.library, library_fixture_await (&result), error);
}

/* What klearn check says; empty where all is well. */
char **
faulty_work_check (LibraryFixture  *fixture,
                   GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_check_async (fixture->library, NULL, library_fixture_done_cb, &result);
  return kl_library_check_finish (fixture->library, library_fixture_await (&result), error);
}
