/* test-random-edits.c: whatever is done to a plan, here and in its file: nothing is lost, and what was written brings
 * nothing when it is read again */

#include "config.h"

#include "link-fixture.h"

#include <string.h>

#include "exchange/kl-exchange-error.h"
#include "exchange/kl-markdown-writer.h"
#include "model/kl-gap.h"
#include "model/kl-point.h"
#include "transfer/kl-plan-export.h"

#define N_PLANS 6
#define N_STEPS 40

typedef struct
{
  LinkFixture *fixture;
  GRand *rand;
  guint n_made; /* so that each word is a new one */
  guint n_undoable;
} Walk;

static const char *const documents[] = {
  "# Plan\n\n## Deep Dives Completed\n\n### Alpha of the first\n**Topics covered:**\n- One of the points\n- Two\n\n"
  "**Gaps identified:**\n- Three is open\n\n### Beta of the second\n**Topics covered:**\n- Four\n\n"
  "## Not Yet Covered\n\n### Gamma of the third\n- Five\n- Six\n",
  "# Another\n\nWords.\n\n## Alpha group\n\n* [x] known already\n* [ ] not known yet\n\n"
  "## Beta group\n\n1. first\n2. second\n",
  "\xef\xbb\xbf# Lines\r\n\r\n## Alpha\r\n- a\r\n  - b\r\n\r\nSome prose, **bold**.\r\n\r\n## Beta\r\n- c",
};

static KlRecord *
pick (Walk       *walk,
      GListModel *list)
{
  guint n = g_list_model_get_n_items (list);

  return n > 0 ? g_list_model_get_item (list, (guint) g_rand_int_range (walk->rand, 0, (gint32) n)) : NULL;
}

static char *
make_words (Walk       *walk,
            const char *what)
{
  static const char *const parts[] = { "network", "storage", "memory", "journal", "scheduler", "cache" };

  return g_strdup_printf ("%s %s number %u", what,
                          parts[g_rand_int_range (walk->rand, 0, (gint32) G_N_ELEMENTS (parts))], walk->n_made++);
}

static void
edit_subject (Walk      *walk,
              KlChange  *change,
              KlSubject *subject)
{
  g_autofree char *words = make_words (walk, "A");
  g_autoptr(KlRecord) point = pick (walk, kl_subject_get_points (subject));
  g_autoptr(KlRecord) gap = pick (walk, kl_subject_get_gaps (subject));
  g_autoptr(KlRecord) fresh = NULL;

  switch (g_rand_int_range (walk->rand, 0, 6))
    {
    case 0:
      kl_change_set_string (change, KL_RECORD (subject), "title", words);
      break;
    case 1:
      fresh = g_object_new (KL_TYPE_POINT, "owner", kl_record_get_id (KL_RECORD (subject)), "position", (gint64) 1000,
                            "text", words, "depth", kl_subject_get_depth (subject), NULL);
      kl_change_insert (change, fresh);
      break;
    case 2:
      if (point != NULL)
        kl_change_set_string (change, point, "text", words);
      break;
    case 3:
      if (point != NULL)
        kl_change_remove (change, KL_TYPE_POINT, kl_record_get_id (point));
      break;
    case 4:
      if (gap != NULL)
        kl_change_set_integer (change, gap, "open", !kl_gap_get_open (KL_GAP (gap)));
      break;
    default:
      fresh = g_object_new (KL_TYPE_GAP, "owner", kl_record_get_id (KL_RECORD (subject)), "position", (gint64) 1000,
                            "text", words, "open", TRUE, NULL);
      kl_change_insert (change, fresh);
    }
}

/* Of what nobody edited, an export reads only the document. */
static void
assert_exported_alike (Walk *walk)
{
  g_autoptr(KlDocument) document = NULL;
  g_autoptr(KlPlan) plan = link_fixture_read (walk->fixture, &document);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) whole = kl_markdown_writer_write (plan, document, &error);
  g_autoptr(GBytes) exported = NULL;
  guint format;

  g_assert_no_error (error);
  g_assert_true (kl_plan_export_find_format ("md", &format));
  kl_plan_export_async (walk->fixture->transfer.library, kl_record_get_id (KL_RECORD (plan)), format, NULL, NULL,
                        transfer_fixture_done_cb, &result);
  exported = kl_plan_export_finish (transfer_fixture_wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (exported, whole));
}

static void
edit_here (Walk *walk)
{
  g_autoptr(KlPlan) plan = link_fixture_read (walk->fixture, NULL);
  g_autoptr(KlRecord) subject = pick (walk, kl_plan_get_subjects (plan));
  g_autoptr(KlChange) change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, "Something");

  if (subject != NULL && kl_subject_get_kind (KL_SUBJECT (subject)) == KL_SUBJECT_TOPIC)
    edit_subject (walk, change, KL_SUBJECT (subject));
  if (kl_change_get_n_operations (change) == 0)
    return;
  transfer_fixture_apply (&walk->fixture->transfer, change);
  walk->n_undoable++;
}

/* A line at the end, as somebody adds one who has the file open. */
static char *
edit_elsewhere (Walk *walk)
{
  g_autofree char *text = link_fixture_get (walk->fixture->path);
  const char *newline = strstr (text, "\r\n") != NULL ? "\r\n" : "\n";
  g_autofree char *words = make_words (walk, "Elsewhere");
  g_autofree char *more
    = g_strconcat (text, newline, newline, "## ", words, newline, newline, "- of it", newline, NULL);

  link_fixture_put (walk->fixture->path, more);
  return g_steal_pointer (&words);
}

static void
save_and_read_again (Walk *walk)
{
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  guint n;

  link_fixture_save_well (walk->fixture);
  text = link_fixture_get (walk->fixture->path);
  n = link_fixture_import (walk->fixture, walk->fixture->path);
  if (n > 0)
    g_error ("%u things were brought by:\n%s", n, text);
  link_fixture_save_well (walk->fixture);
  again = link_fixture_get (walk->fixture->path);
  g_assert_cmpstr (again, ==, text);
}

static void
change_elsewhere (Walk *walk)
{
  g_autofree char *words = edit_elsewhere (walk);
  g_autofree char *theirs = link_fixture_get (walk->fixture->path);
  g_autofree char *held = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  edit_here (walk);
  g_assert_false (link_fixture_save (walk->fixture, NULL, &error));
  g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_CHANGED);
  held = link_fixture_get (walk->fixture->path);
  g_assert_cmpstr (held, ==, theirs);

  g_assert_cmpuint (link_fixture_import (walk->fixture, walk->fixture->path), >, 0);
  walk->n_undoable = 0;
  link_fixture_save_well (walk->fixture);
  text = link_fixture_get (walk->fixture->path);
  g_assert_nonnull (strstr (text, words));
}

static void
step (Walk *walk)
{
  switch (g_rand_int_range (walk->rand, 0, 8))
    {
    case 0:
      change_elsewhere (walk);
      break;
    case 1:
      if (walk->n_undoable > 0)
        {
          transfer_fixture_undo (&walk->fixture->transfer);
          walk->n_undoable--;
        }
      break;
    case 2:
    case 3:
      save_and_read_again (walk);
      break;
    default:
      edit_here (walk);
    }
  assert_exported_alike (walk);
}

static void
test_walks (void)
{
  for (guint i = 0; i < N_PLANS; i++)
    {
      LinkFixture fixture = { 0 };
      guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      Walk walk = { &fixture, rand, 0, 0 };

      g_test_message ("seed %u", seed);
      link_fixture_set_up (&fixture, NULL);
      g_free (fixture.path);
      fixture.path = g_build_filename (fixture.folder, "random.md", NULL);
      link_fixture_put (fixture.path, documents[i % G_N_ELEMENTS (documents)]);
      link_fixture_import (&fixture, fixture.path);
      link_fixture_link (&fixture, NULL, KL_FOLLOW_REQUEST);
      for (guint j = 0; j < N_STEPS; j++)
        step (&walk);
      save_and_read_again (&walk);
      link_fixture_tear_down (&fixture, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random-edits/walks", test_walks);
  return g_test_run ();
}
