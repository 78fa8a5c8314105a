/* A plan is written as its document where it is just what that was read as, and only there. */

#include "config.h"

#include <string.h>

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

static gboolean
is_untouched (TransferFixture *fixture,
              const char      *plan_id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_find_untouched_async (fixture->library, plan_id, NULL, transfer_fixture_done_cb, &result);
  document = kl_library_find_document_finish (fixture->library, transfer_fixture_wait_for (&result), &error);
  if (document == NULL)
    g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND);
  return document != NULL;
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

  /* What was done to any plan since may have been done to this one: it is looked at as a whole, and is the same. */
  rename_plan (fixture, second, "Renamed");
  g_assert_false (is_untouched (fixture, first) || is_untouched (fixture, second));
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

/* A document that is imported into a plan is not all that there is in it. */
static void
test_imported_again (TransferFixture *fixture,
                     gconstpointer    data)
{
  g_autofree char *first = import (fixture, "# Plan\n\n* one\n", NULL);
  g_autofree char *again = import (fixture, "# Plan\n\n* one\n* two\n", NULL);

  g_assert_cmpstr (first, ==, again);
  g_assert_false (is_untouched (fixture, first));
  assert_written (fixture, first, "# Plan\n\n* one\n* two\n");
}

#define ADD(path, test)                                                                                                \
  g_test_add (path, TransferFixture, NULL, transfer_fixture_set_up, test, transfer_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/plan-export/untouched", test_untouched);
  ADD ("/plan-export/records", test_records);
  ADD ("/plan-export/imported-again", test_imported_again);
  return g_test_run ();
}
