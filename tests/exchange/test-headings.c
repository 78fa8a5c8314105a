/* test-headings.c: a heading becomes what the person wants */

#include "config.h"

#include <string.h>

#include "exchange-fixture.h"
#include "exchange/kl-heading-choices.h"
#include "exchange/kl-markdown-writer.h"
#include "model/kl-point.h"

static const char document[] = "# Plan\n\n## Rocks\n- hard\n\n### Granite\n- grey\n  - or pink\n\n"
                               "### Sources\nA book: [one](x).\n\n#### Older\n- a leaflet\n\n"
                               "## Waters\n- wet\n\n## Sources\n- none yet\n";

static KlHeading *
find_heading (GListModel *headings,
              guint       line)
{
  for (guint i = 0; i < g_list_model_get_n_items (headings); i++)
    {
      KlHeading *heading = fixture_item (headings, i);

      if (kl_heading_get_line (heading) == line)
        return heading;
    }
  g_error ("no heading stands on line %u", line);
}

static guint
line_of (const char *part)
{
  guint line = 1;

  for (const char *at = document; at < strstr (document, part); at++)
    line += *at == '\n';
  return line;
}

static KlImport *
read_chosen (const char *choices)
{
  g_autoptr(GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr(GError) error = NULL;
  KlImport *import = kl_markdown_reader_read_full (bytes, "plan.md", choices, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return import;
}

/* Reads the document with one choice; whatever it is, the document comes back as it was. */
static KlImport *
choose (const char    *part,
        KlHeadingKind  choice)
{
  g_autoptr(KlImport) import = fixture_read (document);
  g_autoptr(GListModel) headings = kl_markdown_reader_list_headings (import, NULL, NULL);
  g_autofree char *choices = NULL;
  g_autoptr(GBytes) expected = g_bytes_new_static (document, strlen (document));
  g_autoptr(GBytes) written = NULL;
  g_autoptr(GListModel) again = NULL;
  g_autoptr(GError) error = NULL;
  KlImport *chosen;

  kl_heading_set_choice (find_heading (headings, line_of (part)), choice);
  choices = kl_heading_choices_format (headings);
  chosen = read_chosen (choices);
  again = kl_markdown_reader_list_headings (chosen, NULL, NULL);
  g_assert_cmpint (kl_heading_get_choice (find_heading (again, line_of (part))), ==, choice);
  g_assert_cmpint (kl_heading_get_becomes (find_heading (again, line_of (part))), ==, choice);

  written = kl_markdown_writer_write (kl_import_get_plan (chosen), kl_import_get_document (chosen), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (written, expected));
  return chosen;
}

/* Whoever has just the headings that were chosen says the same as one who has all, also of several with one title. */
static void
test_only_chosen (void)
{
  g_autoptr(KlImport) import = fixture_read ("# T\n\n## A\n\n## B\n\n## A\n\n## A\n");
  g_autoptr(GListModel) headings = kl_markdown_reader_list_headings (import, NULL, NULL);
  g_autoptr(GListStore) chosen = g_list_store_new (KL_TYPE_HEADING);
  g_autofree char *from_all = NULL;
  g_autofree char *from_chosen = NULL;

  kl_heading_set_choice (find_heading (headings, 5), KL_HEADING_SKIP);
  kl_heading_set_choice (find_heading (headings, 7), KL_HEADING_NOTE);
  g_list_store_append (chosen, find_heading (headings, 5));
  g_list_store_append (chosen, find_heading (headings, 7));
  from_all = kl_heading_choices_format (headings);
  from_chosen = kl_heading_choices_format (G_LIST_MODEL (chosen));
  g_assert_cmpstr (from_all, ==, "skip 1 B\nnote 2 A\n");
  g_assert_cmpstr (from_chosen, ==, from_all);
}

static gboolean
has_subject (KlImport   *import,
             const char *title)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    if (g_str_equal (kl_subject_get_title (fixture_item (subjects, i)), title))
      return TRUE;
  return FALSE;
}

static void
test_list (void)
{
  static const KlHeadingKind kinds[]
    = { KL_HEADING_PLAN, KL_HEADING_TOPIC, KL_HEADING_SUBTOPIC, KL_HEADING_GROUP, KL_HEADING_TOPIC, KL_HEADING_TOPIC,
        KL_HEADING_TOPIC };
  g_autoptr(KlImport) import = fixture_read (document);
  g_autoptr(GListModel) headings = kl_markdown_reader_list_headings (import, NULL, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (headings), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (kl_heading_get_becomes (fixture_item (headings, i)), ==, kinds[i]);
  g_assert_cmpstr (kl_heading_get_title (fixture_item (headings, 2)), ==, "Granite");
  g_assert_cmpuint (kl_heading_get_line (fixture_item (headings, 2)), ==, 6);
  g_assert_cmpuint (kl_heading_get_level (fixture_item (headings, 2)), ==, 3);
}

static void
test_skip (void)
{
  g_autoptr(KlImport) import = choose ("### Sources", KL_HEADING_SKIP);
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));

  /* The other one of that title stays, what is below goes along. */
  g_assert_cmpuint (g_list_model_get_n_items (subjects), ==, 4);
  g_assert_true (has_subject (import, "Sources"));
  g_assert_false (has_subject (import, "Older"));
  g_assert_null (kl_subject_get_notes (fixture_subject (import, "Rocks")));
}

static void
test_note (void)
{
  g_autoptr(KlImport) import = choose ("### Sources", KL_HEADING_NOTE);

  g_assert_cmpstr (kl_subject_get_notes (fixture_subject (import, "Rocks")), ==,
                   "### Sources\nA book: [one](x).\n\n#### Older\n- a leaflet");
  g_assert_false (has_subject (import, "Older"));
}

static void
test_points (void)
{
  g_autoptr(KlImport) import = choose ("### Granite", KL_HEADING_POINTS);
  GListModel *points = kl_subject_get_points (fixture_subject (import, "Rocks"));

  g_assert_cmpuint (g_list_model_get_n_items (points), ==, 4);
  g_assert_cmpstr (kl_point_get_text (fixture_item (points, 1)), ==, "Granite");
  g_assert_cmpstr (kl_point_get_parent (fixture_item (points, 2)), ==,
                   kl_record_get_id (fixture_item (points, 1)));
  g_assert_cmpstr (kl_point_get_parent (fixture_item (points, 3)), ==,
                   kl_record_get_id (fixture_item (points, 2)));
}

static void
test_group_and_topics (void)
{
  g_autoptr(KlImport) group = choose ("## Rocks", KL_HEADING_GROUP);
  g_autoptr(KlImport) topic = choose ("### Granite", KL_HEADING_TOPIC);
  g_autoptr(KlImport) part = choose ("## Waters", KL_HEADING_SUBTOPIC);

  g_assert_cmpint (kl_subject_get_kind (fixture_subject (group, "Rocks")), ==, KL_SUBJECT_GROUP);
  g_assert_null (kl_subject_get_parent (fixture_subject (topic, "Granite")));
  g_assert_cmpstr (kl_subject_get_parent (fixture_subject (part, "Waters")), ==,
                   kl_record_get_id (KL_RECORD (fixture_subject (part, "Rocks"))));
}

/* Whatever is kept beside a document, it is read. */
static void
test_nonsense (void)
{
  g_autoptr(KlImport) import = read_chosen ("\n \nskip\nplan 1 Rocks\nskip x Rocks\nfly 1 Rocks\nskip 9 Rocks\n");

  g_assert_true (has_subject (import, "Rocks"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/headings/list", test_list);
  g_test_add_func ("/headings/only-chosen", test_only_chosen);
  g_test_add_func ("/headings/skip", test_skip);
  g_test_add_func ("/headings/note", test_note);
  g_test_add_func ("/headings/points", test_points);
  g_test_add_func ("/headings/group-and-topics", test_group_and_topics);
  g_test_add_func ("/headings/nonsense", test_nonsense);

  return g_test_run ();
}
