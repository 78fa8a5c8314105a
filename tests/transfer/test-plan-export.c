/* A plan is written as its document as far as it is just what that was read as, and no farther. */

#include "config.h"

#include <string.h>

#include "exchange/kl-markdown-writer.h"
#include "transfer-fixture.h"
#include "transfer/kl-plan-export.h"

#define DOCUMENT                                                                                                       \
  "# Storage\n\n## Deep Dives Completed ✅\n\n### Journaling\n"                                                         \
  "**Topics covered:**\n* commit records\n* checkpoints  \n\n"                                                        \
  "## Retention Scores 📊\n\n**Date:** 2025-10-10\n\n### Journaling\n**Score: 🟢 Strong (92%)**"

static char *
import_bytes (TransferFixture *fixture,
              GBytes          *bytes,
              const char      *name,
              const char      *title)
{
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = NULL;
  g_autoptr(KlImportPreview) applied = NULL;

  kl_importer_read_bytes_async (fixture->importer, bytes, name, title, NULL, NULL, NULL, transfer_fixture_done_cb,
                                &read);
  preview = kl_importer_read_finish (fixture->importer, transfer_fixture_wait_for (&read), &error);
  g_assert_no_error (error);
  kl_importer_apply_async (fixture->importer, preview, NULL, transfer_fixture_done_cb, &done);
  applied = kl_importer_apply_finish (fixture->importer, transfer_fixture_wait_for (&done), &error);
  g_assert_no_error (error);
  return g_strdup (kl_import_preview_get_plan_id (applied));
}

static char *
import (TransferFixture *fixture,
        const char      *text,
        const char      *title)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return import_bytes (fixture, bytes, "plan.md", title);
}

static GBytes *
export (TransferFixture *fixture,
        const char      *plan_id,
        const char      *form)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *bytes;
  guint format;

  g_assert_true (kl_plan_export_find_format (form, &format));
  kl_plan_export_async (fixture->library, plan_id, format, NULL, NULL, transfer_fixture_done_cb, &result);
  bytes = kl_plan_export_finish (transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_written (TransferFixture *fixture,
                const char      *plan_id,
                const char      *expected)
{
  g_autoptr(GBytes) bytes = export (fixture, plan_id, "md");
  g_autofree char *written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (written, ==, expected);
}

static KlEditedPlan *
read_edited (TransferFixture *fixture,
             const char      *plan_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  KlEditedPlan *edited;

  kl_library_read_edited_async (fixture->library, plan_id, NULL, transfer_fixture_done_cb, &result);
  edited = kl_library_read_edited_finish (fixture->library, transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  return edited;
}

static gboolean
is_untouched (TransferFixture *fixture,
              const char      *plan_id)
{
  g_autoptr(KlEditedPlan) edited = read_edited (fixture, plan_id);

  return edited->plan == NULL;
}

static KlPlan *
find_plan (TransferFixture *fixture,
           const char      *plan_id)
{
  GListModel *plans = kl_library_get_plans (fixture->library);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(KlRecord) plan = g_list_model_get_item (plans, i);

      if (g_str_equal (kl_record_get_id (plan), plan_id))
        return KL_PLAN (g_steal_pointer (&plan));
    }
  g_assert_not_reached ();
}

static void
rename_plan (TransferFixture *fixture,
             const char      *plan_id,
             const char      *title)
{
  g_autoptr(KlPlan) plan = find_plan (fixture, plan_id);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_PLAN, title);

  kl_change_set_string (change, KL_RECORD (plan), "title", title);
  transfer_fixture_apply (fixture, change);
}

static void
test_untouched (TransferFixture *fixture,
                gconstpointer    data)
{
  g_autofree char *first = import (fixture, DOCUMENT, NULL);
  g_autofree char *second = import (fixture, "# Another\n\n* topic\n", "Another");

  g_assert_true (is_untouched (fixture, first) && is_untouched (fixture, second));
  assert_written (fixture, first, DOCUMENT);

  rename_plan (fixture, second, "Renamed");
  g_assert_true (is_untouched (fixture, first));
  g_assert_false (is_untouched (fixture, second));
  assert_written (fixture, first, DOCUMENT);
  assert_written (fixture, second, "# Renamed\n\n* topic\n");

  transfer_fixture_undo (fixture);
  g_assert_true (is_untouched (fixture, second));
  assert_written (fixture, second, "# Another\n\n* topic\n");
  rename_plan (fixture, first, "Disks");
  g_assert_false (is_untouched (fixture, first));
}

/* Its document is what the plan was read from once; what the plan holds is more. */
static void
test_records (TransferFixture *fixture,
              gconstpointer    data)
{
  g_autofree char *plan_id = import (fixture, DOCUMENT, NULL);
  g_autoptr(GBytes) records = NULL;
  g_autofree char *again = NULL;
  g_autofree char *expected = NULL;

  rename_plan (fixture, plan_id, "Disks");
  records = export (fixture, plan_id, "json");
  transfer_fixture_undo (fixture);
  transfer_fixture_undo (fixture);
  again = import_bytes (fixture, records, "plan.json", NULL);
  g_assert_false (is_untouched (fixture, again));
  expected = g_strconcat ("# Disks", DOCUMENT + strlen ("# Storage"), NULL);
  assert_written (fixture, again, expected);
}

/* A document that is imported into a plan is not all that there is in it, and may have what was taken back here. */
static void
test_imported_again (TransferFixture *fixture,
                     gconstpointer    data)
{
  g_autofree char *first = import (fixture, "# Plan\n\n* one\n", NULL);
  g_autofree char *again = import (fixture, "# Plan\n\n* one\n* two\n", NULL);
  g_autoptr(KlEditedPlan) edited = NULL;

  g_assert_cmpstr (first, ==, again);
  edited = read_edited (fixture, first);
  g_assert_true (edited->plan != NULL && edited->edited == NULL);
  assert_written (fixture, first, "# Plan\n\n* one\n* two\n");
}

static const char long_document[]
  = DOCUMENT "\n\n### Caching\n**Score: 🟡 Good (80%)**\n\n**What you nailed:**\n- eviction\n\n"
             "## Surface Level 🟠\n\n### Caching\n**Prerequisites:** journaling, IP\n* eviction\n  * by age\n\n"
             "## Not Yet Covered\n\n### Replication\n* quorum\n\n"
             "## Next Retention Exercises\n- Explain Caching and Replication\n";

static GBytes *
write_whole (TransferFixture *fixture,
             const char      *plan_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  kl_library_read_plan_async (fixture->library, plan_id, NULL, transfer_fixture_done_cb, &result);
  plan = kl_library_read_plan_finish (fixture->library, transfer_fixture_wait_for (&result), &document, NULL, &error);
  g_assert_no_error (error);
  bytes = kl_markdown_writer_write (plan, document, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
assert_written_as_whole (TransferFixture *fixture,
                         const char      *plan_id)
{
  g_autoptr(GBytes) whole = write_whole (fixture, plan_id);
  g_autofree char *expected = g_strndup (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));

  assert_written (fixture, plan_id, expected);
}

static KlSubject *
find_subject (TransferFixture *fixture,
              const char      *plan_id,
              const char      *title)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_read_plan_async (fixture->library, plan_id, NULL, transfer_fixture_done_cb, &result);
  plan = kl_library_read_plan_finish (fixture->library, transfer_fixture_wait_for (&result), NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (kl_plan_get_subjects (plan)); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (kl_plan_get_subjects (plan), i);

      if (g_str_equal (kl_subject_get_title (subject), title))
        return g_steal_pointer (&subject);
    }
  g_assert_not_reached ();
}

static void
edit_string (TransferFixture *fixture,
             KlRecord        *record,
             const char      *field,
             const char      *value)
{
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "Something");

  kl_change_set_string (change, record, field, value);
  transfer_fixture_apply (fixture, change);
}

static void
record_attempt (TransferFixture *fixture,
                KlSubject       *subject)
{
  g_autoptr(KlAttempt) attempt = g_object_new (KL_TYPE_ATTEMPT, "date", "2025-11-01", "low", 70.0, "high", 70.0,
                                               "explanation", "In my words.", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_record_attempt_async (fixture->library, subject, attempt, NULL, transfer_fixture_done_cb, &result);
  g_assert_true (kl_library_record_attempt_finish (fixture->library, transfer_fixture_wait_for (&result), &error));
  g_assert_no_error (error);
}

/* Of what was edited all is read, of the rest only what there is; what is written is the same as if all had been read.
 */
static void
test_edited (TransferFixture *fixture,
             gconstpointer    data)
{
  g_autofree char *plan_id = import (fixture, long_document, NULL);
  g_autoptr(KlSubject) journaling = find_subject (fixture, plan_id, "Journaling");
  g_autoptr(KlSubject) caching = find_subject (fixture, plan_id, "Caching");
  g_autoptr(KlRecord) point = g_list_model_get_item (kl_subject_get_points (caching), 0);
  g_autoptr(KlEditedPlan) edited = NULL;

  /* Others name it, who are not edited. */
  edit_string (fixture, KL_RECORD (journaling), "title", "Journals");
  edited = read_edited (fixture, plan_id);
  g_assert_true (edited->plan != NULL && edited->edited != NULL);
  g_assert_cmpuint (g_hash_table_size (edited->edited), ==, 1);
  g_assert_true (g_hash_table_contains (edited->edited, kl_record_get_id (KL_RECORD (journaling))));
  assert_written_as_whole (fixture, plan_id);

  transfer_fixture_undo (fixture);
  edit_string (fixture, KL_RECORD (journaling), "notes", "More.");
  assert_written_as_whole (fixture, plan_id);
  edit_string (fixture, point, "text", "eviction of pages");
  assert_written_as_whole (fixture, plan_id);
  record_attempt (fixture, caching);
  assert_written_as_whole (fixture, plan_id);
  edit_string (fixture, KL_RECORD (journaling), "parent", kl_record_get_id (KL_RECORD (caching)));
  assert_written_as_whole (fixture, plan_id);

  for (guint i = 0; i < 4; i++)
    transfer_fixture_undo (fixture);
  g_assert_true (is_untouched (fixture, plan_id));
}

static void
test_deleted (TransferFixture *fixture,
              gconstpointer    data)
{
  g_autofree char *plan_id = import (fixture, long_document, NULL);
  g_autoptr(KlSubject) caching = find_subject (fixture, plan_id, "Caching");
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_DELETE_SUBJECT, "Caching");

  kl_change_remove (change, KL_TYPE_SUBJECT, kl_record_get_id (KL_RECORD (caching)));
  transfer_fixture_apply (fixture, change);
  assert_written_as_whole (fixture, plan_id);
}

/* What is not in the document cannot be taken from there. */
static void
test_other_document (TransferFixture *fixture,
                     gconstpointer    data)
{
  g_autofree char *plan_id = import (fixture, long_document, NULL);
  g_autoptr(KlEditedPlan) edited = NULL;

  rename_plan (fixture, plan_id, "Disks");
  edited = read_edited (fixture, plan_id);
  edit_string (fixture, KL_RECORD (edited->document), "text", "# Another\n\n* topic\n");
  assert_written_as_whole (fixture, plan_id);
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, TransferFixture, NULL, transfer_fixture_set_up, test, transfer_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/plan-export/untouched", test_untouched);
  ADD ("/plan-export/edited", test_edited);
  ADD ("/plan-export/deleted", test_deleted);
  ADD ("/plan-export/other-document", test_other_document);
  ADD ("/plan-export/records", test_records);
  ADD ("/plan-export/imported-again", test_imported_again);
  return g_test_run ();
}
