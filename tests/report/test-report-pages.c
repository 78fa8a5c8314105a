/* test-report-pages.c: reports of any shape on pages of any size
 *
 * Everything comes once and in order, nothing stands outside of the margins, headings stand with what they head.
 * KLEARN_TEST_SEED is the first seed, KLEARN_TEST_ROUNDS how many of them.
 */

#include "config.h"

#include <string.h>

#include "chart/kl-bar-chart.h"
#include "report/kl-report-file.h"
#include "report/kl-report-pages.h"
#include "report/kl-report-painter.h"

#define TINY 0.1

static const char *const words[] = {
  "topic", "ClusterIP", "kube-proxy", "Erklärung", "שלום", "مرحبا بالعالم", "説明する", "👩‍👩‍👧‍👦", "<b>not markup</b>",
  "a\u2028b", "\x01\x7f", "e\u0301\u0301\u0301", "\u200b\u200b", "&amp;", "…", "\t", "\ufffd", "x",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsdurchführungsbestimmung",
};

static char *
dup_text (GRand *random,
          guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0 && g_rand_int_range (random, 0, 40) > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
  return g_string_free (text, FALSE);
}

static guint
draw_length (GRand *random)
{
  guint kind = (guint) g_rand_int_range (random, 0, 40);

  return kind == 0 ? (guint) g_rand_int_range (random, 0, 3000) : kind < 5 ? (guint) g_rand_int_range (random, 0, 200)
                                                                          : (guint) g_rand_int_range (random, 0, 14);
}

static void
add_cells (KlReportBlock *block,
           GRand         *random)
{
  guint n_cells = (guint) g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *text = dup_text (random, draw_length (random));
      KlReportStyle style = (KlReportStyle) g_rand_int_range (random, 0, KL_REPORT_STYLE_FIGURE + 1);

      kl_report_block_add (block, kl_report_text_new (text, style, NULL), g_rand_double_range (random, -300, 300),
                           g_rand_double_range (random, -100, 300))
        ->align
        = (KlReportAlign) g_rand_int_range (random, 0, KL_REPORT_ALIGN_OWN + 1);
    }
}

static KlReport *
make_report (GRand *random)
{
  KlReport *report = kl_report_new ("Report", 2461000, g_rand_boolean (random));
  guint n_blocks = (guint) g_rand_int_range (random, 0, 120);
  KlReportBlock *head = NULL;

  for (guint i = 0; i < n_blocks; i++)
    {
      KlReportBlock *block = kl_report_block_new ();
      guint kind = (guint) g_rand_int_range (random, 0, 30);

      if (kind == 0)
        {
          g_autofree char *name = g_strdup_printf ("section %u", i);

          kl_report_begin_section (report, name, name, (guint) g_rand_int_range (random, 0, 12));
          block->begins_page = g_rand_boolean (random);
        }
      if (kind == 1)
        block->chart_height = g_rand_double_range (random, 1, 400);
      else
        add_cells (block, random);
      block->above = g_rand_double_range (random, 0, 30);
      block->begins_group = kind == 2;
      block->keeps_next = kind > 2 && kind < 7;
      block->is_ruled = kind == 7;
      block->head = kind > 20 ? head : NULL;
      kl_report_add (report, block);
      head = kind == 8 && kl_report_block_get (block, 0) != NULL ? block : kind == 9 ? NULL : head;
    }
  if (g_rand_boolean (random))
    kl_report_put_contents (report, (guint) g_rand_int_range (random, 0, (gint32) n_blocks + 1), "Contents");
  return report;
}

/* What of each cell was placed so far: lines come in order and without gaps. */
static void
check_order (KlReportPages *pages)
{
  KlReport *report = kl_report_pages_get_report (pages);
  g_autofree guint *first = g_new0 (guint, kl_report_get_n_blocks (report) + 1);
  g_autoptr(GArray) placed = g_array_new (FALSE, TRUE, sizeof (guint));
  guint n_cells = 0, last = 0;

  for (guint i = 0; i < kl_report_get_n_blocks (report); i++)
    {
      first[i] = n_cells;
      n_cells += kl_report_get_block (report, i)->cells->len;
    }
  g_array_set_size (placed, n_cells);
  for (guint page = 0; page < kl_report_pages_get_n (pages); page++)
    {
      guint n_parts;
      const KlReportPart *parts = kl_report_pages_get_parts (pages, page, &n_parts);

      for (guint i = 0; i < n_parts; i++)
        {
          if (parts[i].is_repeated)
            continue;
          g_assert_cmpuint (parts[i].block, >=, last);
          last = parts[i].block;
          if (parts[i].cell == KL_REPORT_WHOLE)
            continue;
          g_assert_cmpuint (g_array_index (placed, guint, first[last] + parts[i].cell), ==, parts[i].first);
          g_array_index (placed, guint, first[last] + parts[i].cell) += parts[i].n;
        }
    }
  for (guint i = 0; i < kl_report_get_n_blocks (report); i++)
    for (guint cell = 0; cell < kl_report_get_block (report, i)->cells->len; cell++)
      g_assert_cmpuint (g_array_index (placed, guint, first[i] + cell), ==,
                        kl_report_text_get_n_lines (kl_report_block_get (kl_report_get_block (report, i), cell)->text));
}

static double
get_part_height (KlReport           *report,
                 const KlReportPart *part)
{
  const KlReportBlock *block = kl_report_get_block (report, part->block);
  double height = 0;

  if (part->cell == KL_REPORT_WHOLE)
    return block->chart_height;
  for (guint line = part->first; line < part->first + part->n; line++)
    height += kl_report_text_get_height (kl_report_block_get (block, part->cell)->text, line);
  return height;
}

/* Only what is higher than a page stands out of it, and then alone: after the head of its table at most. */
static void
check_margins (KlReportPages *pages)
{
  KlReport *report = kl_report_pages_get_report (pages);

  for (guint page = 0; page < kl_report_pages_get_n (pages); page++)
    {
      guint n_parts;
      const KlReportPart *parts = kl_report_pages_get_parts (pages, page, &n_parts);

      for (guint i = 0; i < n_parts; i++)
        {
          double height = get_part_height (report, &parts[i]);

          g_assert_cmpfloat (parts[i].y, >=, 0);
          if (parts[i].y + height <= kl_report_pages_get_height (pages) + TINY)
            continue;
          for (guint j = 0; j < i; j++)
            g_assert_true (parts[j].is_repeated || parts[j].block == parts[i].block);
        }
    }
}

static gboolean
begins_page (KlReportPages *pages,
             guint          block,
             guint         *page)
{
  for (*page = 0; *page < kl_report_pages_get_n (pages); (*page)++)
    {
      guint n_parts;
      const KlReportPart *parts = kl_report_pages_get_parts (pages, *page, &n_parts);

      for (guint i = 0; i < n_parts; i++)
        if (!parts[i].is_repeated && parts[i].block == block)
          return i == 0 || (parts[i - 1].is_repeated && i == 1);
    }
  return FALSE;
}

static guint
find_last_page (KlReportPages *pages,
                guint          block)
{
  for (guint page = kl_report_pages_get_n (pages); page > 0; page--)
    {
      guint n_parts;
      const KlReportPart *parts = kl_report_pages_get_parts (pages, page - 1, &n_parts);

      for (guint i = 0; i < n_parts; i++)
        if (!parts[i].is_repeated && parts[i].block == block)
          return page - 1;
    }
  return G_MAXUINT;
}

/* A heading of little height is on the page of what follows it. */
static void
check_headings (KlReportPages *pages)
{
  KlReport *report = kl_report_pages_get_report (pages);
  double height = kl_report_pages_get_height (pages);

  for (guint i = 0; i + 1 < kl_report_get_n_blocks (report); i++)
    {
      const KlReportBlock *block = kl_report_get_block (report, i), *next = kl_report_get_block (report, i + 1);
      guint page = 0;
      double together = block->above + kl_report_block_get_height (block) + next->above;
      gboolean is_headed = i > 0 && kl_report_get_block (report, i - 1)->keeps_next;

      if (block->cells->len == 0 || next->cells->len == 0 || !block->keeps_next || next->keeps_next || is_headed
          || next->begins_page || next->head != NULL || together + kl_report_block_get_least (next, 2) > height)
        continue;
      (void) begins_page (pages, i + 1, &page);
      g_assert_cmpuint (find_last_page (pages, i), ==, page);
    }
}

static void
check_sections (KlReportPages *pages)
{
  KlReport *report = kl_report_pages_get_report (pages);

  for (guint i = 0; i < kl_report_get_n_sections (report); i++)
    {
      const KlReportSection *section = kl_report_get_section (report, i);
      guint page = 0;

      for (guint j = 0; j < kl_report_get_n_blocks (report); j++)
        if (kl_report_get_block (report, j) == section->block)
          {
            gboolean first = begins_page (pages, j, &page);

            g_assert_cmpuint (kl_report_pages_find (pages, i), ==, page);
            g_assert_true (first || !section->block->begins_page);
          }
    }
}

static KlReportPaper
draw_paper (GRand *random)
{
  if (g_rand_int_range (random, 0, 3) > 0)
    return kl_report_paper_new (595, 842);
  return kl_report_paper_new (g_rand_double_range (random, 20, 1500), g_rand_double_range (random, 20, 1500));
}

static void
test_random (void)
{
  guint first = g_getenv ("KLEARN_TEST_SEED") != NULL ? (guint) atoi (g_getenv ("KLEARN_TEST_SEED")) : 1;
  guint n = g_getenv ("KLEARN_TEST_ROUNDS") != NULL ? (guint) atoi (g_getenv ("KLEARN_TEST_ROUNDS")) : 20;

  for (guint seed = first; seed < first + n; seed++)
    {
      g_autoptr(GRand) random = g_rand_new_with_seed (seed);
      g_autoptr(KlReport) report = make_report (random);
      KlReportPaper paper = draw_paper (random);
      g_autoptr(KlReportPages) pages = kl_report_pages_new (report, &paper, NULL, NULL, NULL);
      g_autoptr(GError) error = NULL;

      g_test_message ("seed %u: %u pages", seed, kl_report_pages_get_n (pages));
      check_order (pages);
      check_margins (pages);
      check_headings (pages);
      check_sections (pages);
      if (seed % 5 == 0)
        {
          g_autoptr(GBytes) bytes = kl_report_file_render (pages, NULL, NULL, NULL, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
        }
    }
}

/* A paragraph is set in pieces: its lines are those of the whole. */
static void
test_long_paragraph (void)
{
  g_autoptr(KlReportFonts) fonts = kl_report_fonts_new (FALSE);
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  g_autofree char *text = dup_text (random, 3000);
  g_autoptr(PangoLayout) whole = kl_report_fonts_create_layout (fonts, KL_REPORT_STYLE_BODY, FALSE);
  KlReportText *paragraph = kl_report_text_new (text, KL_REPORT_STYLE_BODY, NULL);

  pango_layout_set_width (whole, 400 * PANGO_SCALE);
  pango_layout_set_text (whole, text, -1);
  kl_report_text_set_width (paragraph, fonts, 400);
  g_assert_cmpint ((int) kl_report_text_get_n_lines (paragraph), ==, pango_layout_get_line_count (whole));
  for (guint i = 0; i < kl_report_text_get_n_lines (paragraph); i++)
    g_assert_cmpint ((int) kl_report_text_find_start (paragraph, fonts, i), ==,
                     pango_layout_get_line_readonly (whole, (int) i)->start_index);

  /* What was let go of is made again, the same. */
  kl_report_text_forget (paragraph);
  g_assert_cmpint ((int) kl_report_text_find_start (paragraph, fonts, 40), ==,
                   pango_layout_get_line_readonly (whole, 40)->start_index);
  kl_report_text_free (paragraph);
}

static void
add_lines (KlReport *report,
           guint     n,
           gboolean  keeps)
{
  for (guint i = 0; i < n; i++)
    {
      KlReportBlock *block = kl_report_block_new ();

      kl_report_block_add (block, kl_report_text_new ("A line", KL_REPORT_STYLE_BODY, NULL), 0, 0);
      block->keeps_next = keeps;
      kl_report_add (report, block);
    }
}

/* The head of a table stands on each page of it. */
static void
test_table (void)
{
  g_autoptr(KlReport) report = kl_report_new ("Report", 2461000, FALSE);
  KlReportPaper paper = kl_report_paper_new (595, 842);
  g_autoptr(KlReportPages) pages = NULL;

  add_lines (report, 1, TRUE);
  add_lines (report, 300, FALSE);
  for (guint i = 1; i <= 300; i++)
    kl_report_get_block (report, i)->head = kl_report_get_block (report, 0);
  pages = kl_report_pages_new (report, &paper, NULL, NULL, NULL);
  g_assert_cmpuint (kl_report_pages_get_n (pages), >, 4);
  for (guint page = 0; page < kl_report_pages_get_n (pages); page++)
    {
      guint n_parts;
      const KlReportPart *parts = kl_report_pages_get_parts (pages, page, &n_parts);

      g_assert_cmpuint (n_parts, >, 1);
      g_assert_cmpuint (parts[0].block, ==, 0);
      g_assert_true (parts[0].is_repeated == (page > 0));
      g_assert_cmpfloat (parts[1].y, >, parts[0].y);
    }
}

/* A group that fits on a page is on one, below another where there is room. */
static void
test_groups (void)
{
  g_autoptr(KlReport) report = kl_report_new ("Report", 2461000, FALSE);
  KlReportPaper paper = kl_report_paper_new (595, 842);
  g_autoptr(KlReportPages) pages = NULL;
  guint page;

  add_lines (report, 30, FALSE);
  add_lines (report, 20, FALSE);
  add_lines (report, 30, FALSE);
  kl_report_get_block (report, 30)->begins_group = TRUE;
  kl_report_get_block (report, 50)->begins_group = TRUE;
  pages = kl_report_pages_new (report, &paper, NULL, NULL, NULL);
  g_assert_cmpuint (kl_report_pages_get_n (pages), ==, 2);
  g_assert_false (begins_page (pages, 30, &page));
  g_assert_true (begins_page (pages, 50, &page));
  g_assert_cmpuint (page, ==, 1);
}

static void
test_paper (void)
{
  KlReportPaper paper;

  g_assert_true (kl_report_paper_find ("A4", &paper));
  g_assert_cmpfloat_with_epsilon (paper.width, 595.28, 0.01);
  g_assert_true (kl_report_paper_find ("letter", &paper));
  g_assert_cmpfloat_with_epsilon (paper.height, 792, 0.01);
  g_assert_false (kl_report_paper_find ("", &paper));
  paper = kl_report_paper_new (60, 40);
  g_assert_cmpfloat (paper.left + paper.right, <, 60);
  g_assert_cmpfloat (paper.top + paper.bottom, <, 40);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/pages/random", test_random);
  g_test_add_func ("/report/pages/long-paragraph", test_long_paragraph);
  g_test_add_func ("/report/pages/table", test_table);
  g_test_add_func ("/report/pages/groups", test_groups);
  g_test_add_func ("/report/pages/paper", test_paper);

  return g_test_run ();
}
