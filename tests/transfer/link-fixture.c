/* link-fixture.c: a plan that is linked to its file */

#include "config.h"

#include "link-fixture.h"

#include <glib/gstdio.h>

#include "model/kl-point.h"
#include "transfer/kl-plan-link.h"
#include "transfer/kl-write-back.h"

void
link_fixture_put (const char *path,
                  const char *text)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
link_fixture_get (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* How many things that brought. */
guint
link_fixture_import (LinkFixture *fixture,
                     const char  *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) read_result = NULL;
  g_autoptr(GAsyncResult) apply_result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImportPreview) preview = NULL;
  g_autoptr(KlImportPreview) applied = NULL;
  const KlMergeCounts *counts;

  kl_importer_read_async (fixture->transfer.importer, file, NULL, NULL, NULL, NULL, transfer_fixture_done_cb,
                          &read_result);
  preview = kl_importer_read_finish (fixture->transfer.importer, transfer_fixture_wait_for (&read_result), &error);
  g_assert_no_error (error);
  kl_importer_apply_async (fixture->transfer.importer, preview, NULL, transfer_fixture_done_cb, &apply_result);
  applied = kl_importer_apply_finish (fixture->transfer.importer, transfer_fixture_wait_for (&apply_result), &error);
  g_assert_no_error (error);

  g_free (fixture->plan_id);
  fixture->plan_id = g_strdup (kl_import_preview_get_plan_id (applied));
  counts = kl_import_preview_get_counts (applied);
  return counts->topics + counts->points + counts->gaps + counts->attempts + counts->exercises + counts->changed
         + counts->removed;
}

static gboolean
try_link (LinkFixture *fixture,
          const char  *path,
          KlFollow     follow,
          gboolean     replace,
          GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *linked = NULL;

  kl_plan_link_async (fixture->transfer.library, fixture->plan_id, path, follow, replace, NULL,
                      transfer_fixture_done_cb, &result);
  linked = kl_plan_link_finish (transfer_fixture_wait_for (&result), error);
  return linked != NULL;
}

void
link_fixture_link (LinkFixture *fixture,
                   const char  *path,
                   KlFollow     follow)
{
  g_autoptr(GError) error = NULL;
  gboolean linked = try_link (fixture, path, follow, FALSE, &error);

  g_assert_no_error (error);
  g_assert_true (linked);
}

gboolean
link_fixture_try_link (LinkFixture *fixture,
                       const char  *path,
                       gboolean     replace,
                       GError     **error)
{
  return try_link (fixture, path, KL_FOLLOW_REQUEST, replace, error);
}

gboolean
link_fixture_save (LinkFixture *fixture,
                   gboolean    *wrote,
                   GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_write_back_async (fixture->transfer.library, fixture->plan_id, KL_WRITE_BACK_NONE, NULL, transfer_fixture_done_cb,
                       &result);
  return kl_write_back_finish (transfer_fixture_wait_for (&result), wrote, error);
}

void
link_fixture_save_well (LinkFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  gboolean saved = link_fixture_save (fixture, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (saved);
}

KlPlan *
link_fixture_read (LinkFixture *fixture,
                   KlDocument **document)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  KlPlan *plan;

  kl_library_read_plan_async (fixture->transfer.library, fixture->plan_id, NULL, transfer_fixture_done_cb, &result);
  plan = kl_library_read_plan_finish (fixture->transfer.library, transfer_fixture_wait_for (&result), document, NULL,
                                      &error);
  g_assert_no_error (error);
  return plan;
}

KlSubject *
link_fixture_subject (KlPlan     *plan,
                      const char *title)
{
  GListModel *subjects = kl_plan_get_subjects (plan);

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      if (g_strcmp0 (kl_subject_get_title (subject), title) == 0)
        return g_steal_pointer (&subject);
    }
  return NULL;
}

void
link_fixture_rename (LinkFixture *fixture,
                     const char  *title,
                     const char  *new_title)
{
  g_autoptr(KlPlan) plan = link_fixture_read (fixture, NULL);
  g_autoptr(KlSubject) subject = link_fixture_subject (plan, title);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, title);

  g_assert_nonnull (subject);
  kl_change_set_string (change, KL_RECORD (subject), "title", new_title);
  transfer_fixture_apply (&fixture->transfer, change);
}

void
link_fixture_add_point (LinkFixture *fixture,
                        const char  *title,
                        const char  *text)
{
  g_autoptr(KlPlan) plan = link_fixture_read (fixture, NULL);
  g_autoptr(KlSubject) subject = link_fixture_subject (plan, title);
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, title);
  g_autoptr(KlPoint) point = NULL;

  g_assert_nonnull (subject);
  point = g_object_new (KL_TYPE_POINT, "owner", kl_record_get_id (KL_RECORD (subject)), "position", (gint64) 1000,
                        "text", text, "depth", kl_subject_get_depth (subject), NULL);
  kl_change_insert (change, KL_RECORD (point));
  transfer_fixture_apply (&fixture->transfer, change);
}

static const char document[] =
  "# Plan\n\n"
  "Some words *of* the person.\n\n"
  "## Deep Dives Completed\n\n"
  "### First\n**Topics covered:**\n- One of the points\n- Two\n\n**Gaps identified:**\n- Three\n\n"
  "### Second\n**Topics covered:**\n* Four\n\n"
  "Last words.  \n";

void
link_fixture_set_up (LinkFixture   *fixture,
                     gconstpointer  data)
{
  transfer_fixture_set_up (&fixture->transfer, data);
  fixture->folder = g_build_filename (fixture->transfer.folder, "plans", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.md", NULL);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  link_fixture_put (fixture->path, document);
  g_assert_cmpuint (link_fixture_import (fixture, fixture->path), >, 0);
  link_fixture_link (fixture, NULL, KL_FOLLOW_REQUEST);
}

void
link_fixture_tear_down (LinkFixture   *fixture,
                        gconstpointer  data)
{
  transfer_fixture_tear_down (&fixture->transfer, data);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->plan_id);
}
