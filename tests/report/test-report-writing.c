/* test-report-writing.c: a report says all that there is to say of a plan, topic by topic */

#include "config.h"

#include <glib/gstdio.h>
#include <pango/pango.h>
#include <string.h>

#include "../transfer/transfer-fixture.h"

#include "exchange/kl-markdown-markup.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "report/kl-report-loading.h"
#include "report/kl-report-pages.h"
#include "report/kl-report-saving.h"

typedef struct
{
  TransferFixture base;
  KlPlan *plan;
  KlReport *report;
} Fixture;

static void
import (Fixture    *fixture,
        const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(KlImportPreview) preview = NULL;
  g_autoptr(KlImportPreview) applied = NULL;
  g_autoptr(GError) error = NULL;

  kl_importer_read_bytes_async (fixture->base.importer, bytes, "plan.md", NULL, NULL, NULL, NULL,
                                transfer_fixture_done_cb, &read);
  preview = kl_importer_read_finish (fixture->base.importer, transfer_fixture_wait_for (&read), &error);
  g_assert_no_error (error);
  kl_importer_apply_async (fixture->base.importer, preview, NULL, transfer_fixture_done_cb, &done);
  applied = kl_importer_apply_finish (fixture->base.importer, transfer_fixture_wait_for (&done), &error);
  g_assert_no_error (error);
  g_assert_nonnull (applied);
}

static void
load (Fixture  *fixture,
      gboolean  right_to_left)
{
  g_autoptr(KlPlan) plan = g_list_model_get_item (kl_library_get_plans (fixture->base.library), 0);
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(GError) error = NULL;

  kl_library_read_plan_async (fixture->base.library, kl_record_get_id (KL_RECORD (plan)), NULL,
                              transfer_fixture_done_cb, &read);
  fixture->plan
    = kl_library_read_plan_finish (fixture->base.library, transfer_fixture_wait_for (&read), NULL, NULL, &error);
  g_assert_no_error (error);
  kl_report_load_async (fixture->base.library, kl_record_get_id (KL_RECORD (plan)), right_to_left, NULL,
                        transfer_fixture_done_cb, &loaded);
  fixture->report = kl_report_load_finish (transfer_fixture_wait_for (&loaded), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->plan);
  g_clear_object (&fixture->report);
  transfer_fixture_tear_down (&fixture->base, data);
}

/* All words of a section, a line each. */
static char *
dup_words (KlReport   *report,
           const char *section)
{
  GString *words = g_string_new ("\n");
  int level = -1;

  for (guint i = 0; i < kl_report_get_n_blocks (report); i++)
    {
      const KlReportBlock *block = kl_report_get_block (report, i);
      int found = block->section != NULL ? kl_report_find_section (report, block->section) : -1;

      if (found >= 0)
        level = section == NULL || g_str_equal (block->section, section) ? 0 : -1;
      for (guint cell = 0; (section == NULL || level == 0) && cell < block->cells->len; cell++)
        g_string_append_printf (words, "%s\n", kl_report_text_get_text (kl_report_block_get (block, cell)->text));
    }
  return g_string_free (words, FALSE);
}

/* Each line of what was written comes after the one before it. */
static const char *
find_written (const char *words,
              const char *markdown)
{
  g_autofree char *markup = kl_markdown_to_markup (markdown);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (strstr (markup, "<a ") != NULL)
    return words;
  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);
      const char *found;

      if (g_str_has_prefix (line, "• "))
        line += strlen ("• ");
      found = strstr (words, line);
      if (found == NULL)
        g_error ("“%s” is not in the report", line);
      words = found + strlen (line);
    }
  return words;
}

static void
check_feedback (KlSubject  *subject,
                const char *words)
{
  GListModel *attempts = kl_subject_get_attempts (subject);

  for (guint i = 0; i < g_list_model_get_n_items (attempts); i++)
    {
      g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, i);
      GListModel *feedback = kl_attempt_get_feedback (attempt);

      for (guint j = 0; j < g_list_model_get_n_items (feedback); j++)
        {
          g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, j);
          KlFeedbackKind kind = kl_feedback_get_kind (item);

          if (kind == KL_FEEDBACK_CORRECTION)
            find_written (find_written (words, kl_feedback_get_wrong (item)), kl_feedback_get_right (item));
          else if ((kind == KL_FEEDBACK_ACTION && !kl_feedback_get_done (item)) || kind == KL_FEEDBACK_INSIGHT
                   || kind == KL_FEEDBACK_QUOTE)
            find_written (words, kl_feedback_get_text (item));
        }
    }
}

static void
check_subject (Fixture   *fixture,
               KlSubject *subject)
{
  g_autofree char *words = dup_words (fixture->report, kl_record_get_id (KL_RECORD (subject)));
  GListModel *points = kl_subject_get_points (subject), *gaps = kl_subject_get_gaps (subject);
  const char *at = words;

  g_assert_nonnull (strstr (words, kl_subject_get_title (subject)));
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlPoint) point = g_list_model_get_item (points, i);

      at = find_written (at, kl_point_get_text (point));
    }
  for (guint i = 0; i < g_list_model_get_n_items (gaps); i++)
    {
      g_autoptr(KlGap) gap = g_list_model_get_item (gaps, i);

      if (kl_gap_get_open (gap))
        at = find_written (at, kl_gap_get_text (gap));
    }
  check_feedback (subject, words);
  if (kl_subject_get_notes (subject) != NULL)
    find_written (words, kl_subject_get_notes (subject));
}

static guint
count_charts (KlReport   *report,
              const char *section)
{
  gboolean inside = FALSE;
  guint n = 0;

  for (guint i = 0; i < kl_report_get_n_blocks (report); i++)
    {
      const KlReportBlock *block = kl_report_get_block (report, i);

      if (block->section != NULL)
        inside = g_str_equal (block->section, section);
      n += inside && block->chart != NULL ? 1 : 0;
    }
  return n;
}

static void
test_nothing_lost (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "example-plan.md", NULL);
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;
  GListModel *subjects;
  guint n_pages = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  import (fixture, text);
  load (fixture, FALSE);
  all = dup_words (fixture->report, NULL);
  subjects = kl_plan_get_subjects (fixture->plan);
  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      const char *id = kl_record_get_id (KL_RECORD (subject));

      /* The table names each, also those of which there is nothing else to say. */
      g_assert_nonnull (strstr (all, kl_subject_get_title (subject)));
      if (kl_report_find_section (fixture->report, id) < 0)
        continue;
      n_pages++;
      check_subject (fixture, subject);
      g_assert_cmpuint (count_charts (fixture->report, id), ==,
                        g_list_model_get_n_items (kl_subject_get_attempts (subject)) > 0 ? 1 : 0);
    }
  g_assert_cmpuint (n_pages, >, 4);
  g_assert_cmpuint (count_charts (fixture->report, "insights"), >=, 2);
  g_assert_cmpstr (kl_report_get_title (fixture->report), ==, "Linux Storage and File Systems");
}

/* What is in the plan is only words. */
static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  KlReportPaper paper = kl_report_paper_new (595, 842);
  g_autoptr(KlReportPages) pages = NULL;
  g_autoptr(GString) text = g_string_new ("# <b>&amp; Plan\n\n## Deep Dives\n\n### <i>&lt;\n\n");
  g_autofree char *words = NULL;

  g_string_append (text, "- <span size='999999'>big</span> & \x01\x7f ‮reversed‬\n- a\u2028b\n- ");
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "長");
  g_string_append (text, "\n- [words](https://example.com/?a=1&b='2'\\\">)\n");
  import (fixture, text->str);
  load (fixture, TRUE);
  words = dup_words (fixture->report, NULL);
  g_assert_nonnull (strstr (words, "<b>&amp; Plan\n"));
  g_assert_nonnull (strstr (words, "<span size='999999'>big</span> & \x01\x7f"));
  g_assert_nonnull (strstr (words, "(https://example.com/"));
  pages = kl_report_pages_new (fixture->report, &paper, NULL, NULL, NULL);
  g_assert_cmpuint (kl_report_pages_get_n (pages), >, 3);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  KlReportPaper paper = kl_report_paper_new (595, 842);
  g_autoptr(KlReportPages) pages = NULL;
  g_autofree char *words = NULL;

  import (fixture, "# Nothing Yet\n");
  load (fixture, FALSE);
  words = dup_words (fixture->report, NULL);
  g_assert_nonnull (strstr (words, "The plan has no topics yet."));
  pages = kl_report_pages_new (fixture->report, &paper, NULL, NULL, NULL);
  g_assert_cmpuint (kl_report_pages_get_n (pages), ==, 3);
}

static guint
save (Fixture       *fixture,
      const char    *path,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(KlPlan) plan = g_list_model_get_item (kl_library_get_plans (fixture->base.library), 0);
  KlReportPaper paper = kl_report_paper_new (595, 842);
  g_autoptr(GAsyncResult) result = NULL;

  kl_report_save_async (fixture->base.library, kl_record_get_id (KL_RECORD (plan)), path, &paper, FALSE, cancellable,
                        transfer_fixture_done_cb, &result);
  return kl_report_save_finish (transfer_fixture_wait_for (&result), error);
}

/* Whatever fails, what was in the file is still there. */
static void
test_failures (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "report.pdf", NULL);
  g_autofree char *library = g_strdup (kl_library_get_path (fixture->base.library));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *held = NULL;

  import (fixture, "# Plan\n\n## Deep Dives\n\n### Topic\n\n- Point\n");
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_cmpuint (save (fixture, path, cancellable, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (save (fixture, library, NULL, &error), ==, 0);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpuint (save (fixture, "/proc/report.pdf", NULL, &error), ==, 0);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "/proc/report.pdf"));
  g_assert_true (g_file_get_contents (path, &held, NULL, NULL));
  g_assert_cmpstr (held, ==, "before");
  g_clear_error (&error);
  g_assert_cmpuint (save (fixture, path, NULL, &error), ==, 4);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test)                                                                                     \
  g_test_add ("/report/writing/" name, Fixture, NULL, (void (*) (Fixture *, gconstpointer)) transfer_fixture_set_up, \
              test, tear_down)
  ADD ("nothing-lost", test_nothing_lost);
  ADD ("hostile", test_hostile);
  ADD ("empty", test_empty);
  ADD ("failures", test_failures);

  return g_test_run ();
}
