/* test-markdown-reader.c: any outline becomes a usable plan, and what is easy to miss is found */

#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange-fixture.h"
#include "model/kl-band.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"

static GListModel *
subjects_of (KlImport *import)
{
  return kl_plan_get_subjects (kl_import_get_plan (import));
}

static KlPoint *
point_of (KlImport   *import,
          const char *title,
          guint       index)
{
  return fixture_item (kl_subject_get_points (fixture_subject (import, title)), index);
}

static void
test_outline (void)
{
  g_autoptr(KlImport) import
    = fixture_read ("# My *plan*\n\nWhy I learn this.\n\n## Part\n\n### Chapter\n\nSome prose.\n\n- one\n  - nested\n  "
                    "  more\n- two\n\n"
                    "| a | b |\n|---|---|\n| 1 | 2 |\n\n#### Section\n- [x] known\n- [ ] open\n\n## Empty\n");

  g_assert_cmpstr (kl_plan_get_title (kl_import_get_plan (import)), ==, "My *plan*");
  g_assert_cmpstr (kl_plan_get_notes (kl_import_get_plan (import)), ==, "Why I learn this.");
  g_assert_cmpuint (g_list_model_get_n_items (subjects_of (import)), ==, 4);
  g_assert_cmpint (kl_subject_get_kind (fixture_subject (import, "Part")), ==, KL_SUBJECT_GROUP);
  g_assert_cmpint (kl_subject_get_kind (fixture_subject (import, "Empty")), ==, KL_SUBJECT_TOPIC);
  g_assert_cmpstr (kl_subject_get_parent (fixture_subject (import, "Chapter")), ==,
                   kl_record_get_id (KL_RECORD (fixture_subject (import, "Part"))));
  g_assert_cmpstr (kl_subject_get_parent (fixture_subject (import, "Section")), ==,
                   kl_record_get_id (KL_RECORD (fixture_subject (import, "Chapter"))));
  g_assert_cmpstr (kl_subject_get_notes (fixture_subject (import, "Chapter")), ==,
                   "Some prose.\n\n| a | b |\n|---|---|\n| 1 | 2 |");
  g_assert_cmpstr (kl_point_get_text (point_of (import, "Chapter", 1)), ==, "nested more");
  g_assert_cmpstr (kl_point_get_parent (point_of (import, "Chapter", 1)), ==,
                   kl_record_get_id (KL_RECORD (point_of (import, "Chapter", 0))));
  g_assert_null (kl_point_get_parent (point_of (import, "Chapter", 2)));
  g_assert_cmpint (kl_point_get_depth (point_of (import, "Section", 0)), ==, KL_DEPTH_DEEP);
  g_assert_cmpint (kl_point_get_depth (point_of (import, "Section", 1)), ==, KL_DEPTH_NONE);
  g_assert_cmpuint (kl_import_get_notes (import)->len, ==, 0);
}

static void
test_no_heading (void)
{
  g_autoptr(KlImport) import = fixture_read ("- a\n  - b\n- c");
  g_autoptr(KlImport) prose = fixture_read ("Just words.\n");
  g_autoptr(KlImport) front = fixture_read ("---\ntitle: Front\nlang: fr\n---\n\n- a\n");
  g_autoptr(KlImport) contents = fixture_read ("# T\n\n- [A](#a)\n\n## A\n- p\n");

  g_assert_cmpstr (kl_plan_get_title (kl_import_get_plan (import)), ==, "my-plan");
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (fixture_subject (import, "my-plan"))), ==, 3);
  /* What is only text can be explained too. */
  g_assert_cmpstr (kl_subject_get_notes (fixture_subject (prose, "my-plan")), ==, "Just words.");
  g_assert_cmpstr (kl_plan_get_title (kl_import_get_plan (front)), ==, "Front");
  g_assert_cmpstr (kl_plan_get_language (kl_import_get_plan (front)), ==, "fr");
  g_assert_cmpuint (g_list_model_get_n_items (subjects_of (contents)), ==, 1);
  g_assert_cmpstr (kl_plan_get_notes (kl_import_get_plan (contents)), ==, "- [A](#a)");
}

/* In any language: what is ticked off is known, and what leads to the headings is no topic. */
static void
test_form (void)
{
  g_autoptr(KlImport) import
    = fixture_read ("# 計画\n\n## 目次\n- [文法](#a)\n  - [漢字](#b)\n\n## 文法 ✔\n- て形\n- ❌ 受身形\n\n"
                    "## 漢字\n- ✅ 一年\n- ☐ 二年\n- [ ] ✅ 三年\n- 四年 ✅\n\n## 数 🚧\n- 一\n");

  g_assert_cmpuint (g_list_model_get_n_items (subjects_of (import)), ==, 3);
  g_assert_cmpint (kl_subject_get_depth (fixture_subject (import, "文法 ✔")), ==, KL_DEPTH_DEEP);
  g_assert_cmpint (kl_point_get_depth (point_of (import, "文法 ✔", 0)), ==, KL_DEPTH_DEEP);
  g_assert_cmpint (kl_point_get_depth (point_of (import, "文法 ✔", 1)), ==, KL_DEPTH_NONE);
  g_assert_cmpstr (kl_point_get_text (point_of (import, "漢字", 0)), ==, "✅ 一年");
  g_assert_cmpint (kl_point_get_depth (point_of (import, "漢字", 0)), ==, KL_DEPTH_DEEP);
  g_assert_cmpint (kl_point_get_depth (point_of (import, "漢字", 1)), ==, KL_DEPTH_NONE);
  g_assert_cmpint (kl_point_get_depth (point_of (import, "漢字", 2)), ==, KL_DEPTH_NONE);
  g_assert_cmpint (kl_point_get_depth (point_of (import, "漢字", 3)), ==, KL_DEPTH_NONE);
  g_assert_cmpint (kl_subject_get_depth (fixture_subject (import, "数 🚧")), ==, KL_DEPTH_SURFACE);
}

/* In any language: bands are known by their marks and ranges. */
static void
test_bands_by_form (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "# Plan\n\n## Netz\n- 🟢 40–50 % schneller\n- b\n\n## Bewertung\n- 🟢 **Stark (90–100 %):** sehr gut\n"
    "- 🟡 **Gut (70–89 %):** gut\n- 🔴 **Schwach (<70 %):** nochmal\n");
  GListModel *bands = kl_plan_get_bands (kl_import_get_plan (import));

  g_assert_cmpuint (g_list_model_get_n_items (subjects_of (import)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (bands), ==, 3);
  g_assert_cmpstr (kl_band_get_name (fixture_item (bands, 2)), ==, "Schwach");
  g_assert_cmpfloat_with_epsilon (kl_band_get_high (fixture_item (bands, 2)), 70, 1e-9);
}

static void
assert_band_notes (const char *lower,
                   const char *upper,
                   const char *expected)
{
  g_autofree char *text
    = g_strdup_printf ("# P\n\n## T\n- a\n\n## Scoring\n- 🟢 **High (%s)**: x\n- 🔴 **Low (%s)**: y\n", upper, lower);
  g_autoptr(KlImport) import = fixture_read (text);
  GPtrArray *notes = kl_import_get_notes (import);

  g_assert_cmpuint (g_list_model_get_n_items (kl_plan_get_bands (kl_import_get_plan (import))), ==, 2);
  g_assert_cmpuint (notes->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    g_assert_nonnull (strstr (((KlImportNote *) notes->pdata[0])->message, expected));
}

/* Kept as written, and told. */
static void
test_bands_with_gaps (void)
{
  assert_band_notes ("0-69%", "70-100%", NULL);
  assert_band_notes ("<70%", "70-100%", NULL);
  assert_band_notes ("<60%", "70-100%", "between 60 % and 70 %");
  assert_band_notes ("0-80%", "70-100%", "overlap");
  assert_band_notes ("10-69%", "70-100%", "below 10 %");
  assert_band_notes ("0-69%", "70-90%", "between 90 % and 100 %");
}

static void
assert_score (KlImport   *import,
              const char *title,
              double      low,
              double      high,
              const char *date)
{
  GListModel *attempts = kl_subject_get_attempts (fixture_subject (import, title));
  KlAttempt *attempt;

  g_assert_cmpuint (g_list_model_get_n_items (attempts), ==, 1);
  attempt = fixture_item (attempts, 0);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (attempt), low, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_high (attempt), high, 1e-9);
  g_assert_cmpstr (kl_attempt_get_date (attempt), ==, date);
}

/* Among scores, a number alone is one, whatever the label says; below a topic, it is not. */
static void
test_score_by_form (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "# Plan\n\n## Netz\n**Anteil:** 30 %\n\n- a\n\n## Ergebnisse\n\n**Datum: 10.10.2025**\n\n### Netz\n"
    "**Ergebnis: 🟡 Gut (75 %)**\n\n**Anteil: 20 %**\n\n### Artikel\n**Ergebnis: 92 %**\n\n**Anteil: 20 %**\n");

  assert_score (import, "Netz", 75, 75, "2025-10-10");
  assert_score (import, "Artikel", 92, 92, "2025-10-10");
}

/* The digits of any script are digits. */
static void
test_other_digits (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "# خطة\n\n## مكتمل ✅\n\n### نموذج\n- أ\n\n## النتائج\n\n**التاريخ: ٢٠٢٥-١٠-١٠**\n\n### نموذج\n"
    "**النتيجة: 🟢 قوي (٧٥–٨٥٫٥ ٪)**\n\n### 数\n**得点: 🟡 ７２％**\n");

  assert_score (import, "نموذج", 75, 85.5, "2025-10-10");
  assert_score (import, "数", 72, 72, "2025-10-10");
}

static void
test_depth_without_headings (void)
{
  g_autoptr(KlImport) import = fixture_read ("# T\n## Not yet covered\n- Storage\n  - PV\n- Security\n");

  g_assert_cmpuint (g_list_model_get_n_items (subjects_of (import)), ==, 2);
  g_assert_cmpstr (kl_point_get_text (point_of (import, "Storage", 0)), ==, "PV");
}

static void
test_same_day (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "## Retention Scores\n**Date: 2025-10-10**\n\n### A\n**Score: 40%**\n\n**Score: 75–85 %**\n\n"
    "**Date: 2025-11-01**\n**Score: 9/10**\n\n### B\n**Score: soon**\n");
  KlAttempt *last = fixture_attempt (import, "A", 2);

  g_assert_cmpint (kl_attempt_get_number (fixture_attempt (import, "A", 1)), ==, 2);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (fixture_attempt (import, "A", 1)), 75, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_high (fixture_attempt (import, "A", 1)), 85, 1e-9);
  g_assert_cmpstr (kl_attempt_get_date (fixture_attempt (import, "A", 1)), ==, "2025-10-10");
  g_assert_cmpstr (kl_attempt_get_date (last), ==, "2025-11-01");
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (last), 90, 1e-9);
  g_assert_true (isnan (kl_attempt_get_low (fixture_attempt (import, "B", 0))));
  g_assert_true (fixture_has_note (import, 13, "soon"));
}

static void
assert_correction (const char *item,
                   const char *wrong,
                   const char *right)
{
  g_autofree char *text
    = g_strconcat ("## Retention Scores\n### A\n**Score: 40%**\n\n**What needed work:**\n", item, "\n", NULL);
  g_autoptr(KlImport) import = fixture_read (text);
  KlFeedback *feedback = fixture_item (kl_attempt_get_feedback (fixture_attempt (import, "A", 0)), 0);

  g_assert_cmpint (kl_feedback_get_kind (feedback), ==,
                   wrong != NULL ? KL_FEEDBACK_CORRECTION : KL_FEEDBACK_NEEDS_WORK);
  g_assert_cmpstr (kl_feedback_get_wrong (feedback), ==, wrong);
  g_assert_cmpstr (kl_feedback_get_right (feedback), ==, right);
}

/* Numbers before titles, the score in the heading, another date, bands without a sign: people write as they like. */
static void
test_written_freely (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "# Rust\n\n## 1. Ownership\n- moves\n\n## 2.1 Borrowing\n- shared\n\n## TCP: Windows\n- a\n\n## 12 Factors\n- b\n\n"
    "## Retention Scores\n\n**Datum:** 10.10.2026\n\n### Ownership – 🟢 Strong (95%)\n**What you nailed:**\n- moves\n\n"
    "### Borrowing: Good (72-80 %)\n\n### TCP: Windows (88%)\n**Next review:** 2026-12-24\n\nOctober 13th, 2026\n\n"
    "### Ownership - third attempt\n**Score:** 99%\n\n### Factors\n**Score:** 50%\n\n"
    "## Exercises\n1. Explain a move\n\n## Scoring System\n- 🟢 Strong: 90+\n- Good: 70-89\n- 🔴 Weak: below 70 %\n");
  GListModel *bands = kl_plan_get_bands (kl_import_get_plan (import));
  KlAttempt *first = fixture_attempt (import, "1. Ownership", 0);

  g_assert_cmpuint (g_list_model_get_n_items (subjects_of (import)), ==, 6);
  g_assert_cmpint (kl_subject_get_kind (fixture_subject (import, "Explain a move")), ==, KL_SUBJECT_EXERCISE);
  g_assert_cmpstr (kl_attempt_get_label (first), ==, "🟢 Strong");
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (first), 95, 1e-9);
  g_assert_cmpstr (kl_attempt_get_date (first), ==, "2026-10-10");
  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_feedback (first)), ==, 1);
  g_assert_cmpstr (kl_attempt_get_date (fixture_attempt (import, "1. Ownership", 1)), ==, "2026-10-13");
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_high (fixture_attempt (import, "2.1 Borrowing", 0)), 80, 1e-9);
  g_assert_cmpstr (kl_attempt_get_label (fixture_attempt (import, "2.1 Borrowing", 0)), ==, "Good");
  /* A date under any other label is a note. */
  g_assert_cmpstr (kl_attempt_get_date (fixture_attempt (import, "TCP: Windows", 0)), ==, "2026-10-10");
  /* The number of “12 Factors” is no number of a list. */
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (fixture_attempt (import, "Factors", 0)), 50, 1e-9);
  g_assert_cmpuint (g_list_model_get_n_items (bands), ==, 3);
  g_assert_cmpfloat_with_epsilon (kl_band_get_high (fixture_item (bands, 0)), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_band_get_low (fixture_item (bands, 1)), 70, 1e-9);
  g_assert_cmpfloat_with_epsilon (kl_band_get_low (fixture_item (bands, 2)), 0, 1e-9);
}

/* Markdown goes on with the list there; a person does not. */
static void
test_labels_below_lists (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "## A\n**Topics covered:**\n- x\n  - deeper\n**Gaps identified:**\n- y\ngoes on\n\n## Scores\n\n### A\n**Score: "
    "80%**\n"
    "**What you nailed:**\n- x\n**Your money quote:**\n> words\n**What needed work:** z\n- no **bold:** label\n");
  GListModel *feedback = kl_attempt_get_feedback (fixture_attempt (import, "A", 0));
  static const KlFeedbackKind kinds[] = { KL_FEEDBACK_NAILED, KL_FEEDBACK_QUOTE, KL_FEEDBACK_NEEDS_WORK,
                                          KL_FEEDBACK_NEEDS_WORK };
  static const char *const texts[] = { "x", "> words", "z", "no **bold:** label" };

  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (fixture_subject (import, "A"))), ==, 2);
  g_assert_cmpstr (kl_gap_get_text (fixture_item (kl_subject_get_gaps (fixture_subject (import, "A")), 0)), ==,
                   "y goes on");
  g_assert_cmpuint (g_list_model_get_n_items (feedback), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_assert_cmpint (kl_feedback_get_kind (fixture_item (feedback, i)), ==, kinds[i]);
      g_assert_cmpstr (kl_feedback_get_text (fixture_item (feedback, i)), ==, texts[i]);
    }
}

/* Where a score stands in its entry, and what it says besides the number. */
static void
test_scores_of_all_kinds (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "## A\n- x\n\n## Retention Scores\n\n**Date:** 2026-01-01\n\n### A\n**Score:** 92% 🟢 Strong – at last\n\n"
    "### A\n**Retention Score: 88%** (Good)\n\n### A\n- Score: 70%\n- Nailed:\n  - foo\n\n### A\n**Score: 40% → "
    "91%**\n\n"
    "### A\n🟡 71%\n\n### A\n**Target score:** 99%\n**Expected score:** 80%\n**Score:** 77 %\n**Remarks:**\n- ✅ knew "
    "x\n"
    "- ⚠️ weak on z\n- plain\n\n### A\n**Score:** 8%-575%\n");
  static const double scores[] = { 92, 88, 70, 40, 91, 71, 77, 8 };
  GListModel *feedback;

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (fixture_attempt (import, "A", i)), scores[i], 1e-9);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (fixture_subject (import, "A"))), ==,
                    G_N_ELEMENTS (scores));
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_high (fixture_attempt (import, "A", 7)), 8, 1e-9);
  g_assert_cmpstr (kl_attempt_get_label (fixture_attempt (import, "A", 0)), ==, "🟢 Strong");
  feedback = kl_attempt_get_feedback (fixture_attempt (import, "A", 2));
  g_assert_cmpint (kl_feedback_get_kind (fixture_item (feedback, 0)), ==, KL_FEEDBACK_NAILED);
  g_assert_cmpstr (kl_feedback_get_text (fixture_item (feedback, 0)), ==, "foo");
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_guess (fixture_attempt (import, "A", 6)), 80, 1e-9);
  feedback = kl_attempt_get_feedback (fixture_attempt (import, "A", 6));
  g_assert_cmpuint (g_list_model_get_n_items (feedback), ==, 4);
  g_assert_cmpint (kl_feedback_get_kind (fixture_item (feedback, 0)), ==, KL_FEEDBACK_NOTE);
  g_assert_cmpint (kl_feedback_get_kind (fixture_item (feedback, 1)), ==, KL_FEEDBACK_NAILED);
  g_assert_cmpint (kl_feedback_get_kind (fixture_item (feedback, 2)), ==, KL_FEEDBACK_NEEDS_WORK);
  g_assert_cmpint (kl_feedback_get_kind (fixture_item (feedback, 3)), ==, KL_FEEDBACK_NOTE);
}

/* A reason may stand behind the title, where it is clear what the title is. */
static void
test_queue_lines (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "## A\n- x\n\n## B - C\n- y\n\n## Up Next\n1. A (30 min) – for threads\n2. A - again\n3. B - C\n4. D - unknown\n"
    "5. A (999999999999999999999999999999999 min)\n");
  GListModel *queue = kl_plan_get_queue (kl_import_get_plan (import));
  static const char *const titles[] = { "A", "A", "B - C", "D - unknown" };
  static const char *const whys[] = { "for threads", "again", NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_assert_cmpstr (kl_queue_entry_get_title (fixture_item (queue, i)), ==, titles[i]);
      g_assert_cmpstr (kl_queue_entry_get_why (fixture_item (queue, i)), ==, whys[i]);
    }
  g_assert_cmpint (kl_queue_entry_get_minutes (fixture_item (queue, 0)), ==, 30);
  g_assert_cmpint (kl_queue_entry_get_minutes (fixture_item (queue, 4)), ==, 0);
}

static void
test_corrections (void)
{
  assert_correction ("- ❌ A → B → ✅ C", "A → B", "C");
  assert_correction ("- ❌ wrong\n- ✅ right", "wrong", "right");
  assert_correction ("- ❌ wrong\n  - ✅ right", "wrong", "right");
  assert_correction ("- said “a b” vs “c”", "a b", "c");
  assert_correction ("- Mixed (said \"x\" vs \"y\")", "x", "y");
  assert_correction ("- implements vs creates", NULL, NULL);
  assert_correction ("- \"x\" vs \"y\"", NULL, NULL);
  assert_correction ("- ❌ Missed it entirely", NULL, NULL);
}

static void
test_feedback_blocks (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "## Retention Scores\n### A\n**Score: 40%**\n\n**Complete flow:**\n\n    indented  code\n\n> quote\n\n"
    "**What you nailed:**\n- item\n\n  ```c\n  x;\n  ```\n- next\n\n**Strange label:** kept\n\n**Action items:**\n- "
    "[x] did it\n- [ ] do it\n");
  KlAttempt *attempt = fixture_attempt (import, "A", 0);

  g_assert_cmpstr (kl_feedback_get_text (fixture_feedback (attempt, "indented")), ==, "    indented  code\n\n> quote");
  g_assert_cmpstr (kl_feedback_get_text (fixture_feedback (attempt, "x;")), ==, "item\n\n  ```c\n  x;\n  ```");
  g_assert_cmpstr (kl_feedback_get_text (fixture_feedback (attempt, "next")), ==, "next");
  g_assert_cmpint (kl_feedback_get_kind (fixture_feedback (attempt, "kept")), ==, KL_FEEDBACK_NOTE);
  g_assert_true (fixture_has_note (import, 19, "Strange label"));
  g_assert_true (kl_feedback_get_done (fixture_feedback (attempt, "did it")));
  g_assert_false (kl_feedback_get_done (fixture_feedback (attempt, "do it")));
}

static void
test_scored_in_place (void)
{
  g_autoptr(KlImport) import = fixture_read ("# T\n## A\n**Topics covered:**\n- p\n\n**Score: 🟡 Good "
                                             "(75%)**\n\n**What you nailed:**\n- n\n\n**Gaps identified:**\n- g\n");
  g_autoptr(KlImport) german = fixture_read (
    "# T\n## Themen ✅\n### Netze\n- Punkt\n\n## Behalten\n### Netze\n**Punkte:** 🟢 Stark (92 %)\n");
  KlSubject *a = fixture_subject (import, "A");

  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_points (a)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_gaps (a)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (kl_subject_get_attempts (a)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (kl_attempt_get_feedback (fixture_attempt (import, "A", 0))), ==, 1);
  g_assert_null (kl_subject_get_notes (a));

  g_assert_cmpint (kl_subject_get_depth (fixture_subject (german, "Netze")), ==, KL_DEPTH_DEEP);
  g_assert_cmpfloat_with_epsilon (kl_attempt_get_low (fixture_attempt (german, "Netze", 0)), 92, 1e-9);
  g_assert_cmpuint (g_list_model_get_n_items (subjects_of (german)), ==, 2);
}

static void
test_unknown_is_kept (void)
{
  g_autoptr(KlImport) import = fixture_read (
    "# T\n## Next Deep Dive\nHm.\n\n**Target:** Nowhere (20-30 min)\n**Why:** so\n\n## Learning Strategy\n- loose\n\n"
    "## Retention Scores\n\nStray words.\n");
  KlQueueEntry *entry = fixture_item (kl_plan_get_queue (kl_import_get_plan (import)), 0);
  const char *notes = kl_plan_get_notes (kl_import_get_plan (import));

  g_assert_cmpint (kl_queue_entry_get_minutes (entry), ==, 30);
  g_assert_cmpstr (kl_queue_entry_get_title (entry), ==, "Nowhere");
  g_assert_null (kl_queue_entry_get_subject (entry));
  g_assert_nonnull (strstr (notes, "Hm."));
  g_assert_nonnull (strstr (notes, "loose"));
  g_assert_nonnull (strstr (notes, "Stray words."));
  g_assert_true (fixture_has_note (import, 3, "topic"));
  g_assert_true (fixture_has_note (import, 5, "Nowhere"));
  g_assert_true (fixture_has_note (import, 9, "loose"));
  g_assert_true (fixture_has_note (import, 13, "scores"));
}

static void
test_keys (void)
{
  const char text[] = "# T\n## A\n- p\n- p\n- q\n## A\n- p\n## Retention Scores\n### A\n**Score: 5%**\n**Score: 5%**\n";
  g_autoptr(KlImport) once = fixture_read (text);
  g_autoptr(KlImport) twice = fixture_read (text);
  g_autoptr(GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (subjects_of (once)); i++)
    {
      KlSubject *subject = fixture_item (subjects_of (once), i);
      GListModel *points = kl_subject_get_points (subject);

      g_assert_cmpstr (kl_subject_get_source (subject), ==,
                       kl_subject_get_source (fixture_item (subjects_of (twice), i)));
      for (guint j = 0; j < g_list_model_get_n_items (points); j++)
        g_assert_true (g_hash_table_add (keys, (gpointer) (guintptr) kl_point_get_source (fixture_item (points, j))));
    }
  g_assert_cmpuint (g_hash_table_size (keys), ==, 4);
  g_assert_cmpstr (kl_attempt_get_source (fixture_attempt (once, "A", 0)), !=,
                   kl_attempt_get_source (fixture_attempt (once, "A", 1)));
}

static void
count_progress (double   fraction,
                gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_many_headings (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImport) import = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  double last = 0;

  for (guint i = 0; i < 30000; i++)
    g_string_append_printf (text, "%s h%u\n- p\n", i % 3 == 0 ? "#" : "###", i % 100);
  bytes = g_bytes_new (text->str, text->len);
  import = kl_markdown_reader_read_full (bytes, NULL, NULL, NULL, count_progress, &last, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, >, 0.5);
  g_assert_cmpuint (g_list_model_get_n_items (subjects_of (import)), ==, 30000);

  g_cancellable_cancel (cancellable);
  g_assert_null (kl_markdown_reader_read (bytes, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Pieces of what the sections recognise, in any order: nothing may warn or crash. */
static void
test_generated (void)
{
  static const char *const pieces[] = {
    "# T\n",
    "## Deep Dives Completed ✅\n",
    "## Surface-Level Knowledge\n",
    "## Not Yet Covered ⏳\n",
    "## Next Deep Dive\n",
    "## Retention Scores 📊\n",
    "### Overall Assessment\n",
    "## Learning Strategy\n",
    "### A\n",
    "### A / B\n",
    "#### What you nailed\n",
    "**Score: 🟡 Good (75%)**\n",
    "**Score:** \n",
    "**Date: 2025-10-10**\n",
    "**Date:** soon\n",
    "**Learning journey:**\n",
    "- Initial: 🔴 40% - x\n",
    "**What needed work:**\n",
    "- ❌ a → ✅ b\n",
    "- ❌ a\n",
    "- ✅ b\n",
    "  - ✅ nested\n",
    "- said \"a\" vs \"b\"\n",
    "- Gap: g\n",
    "**Critical errors corrected:**\n",
    "**Target:** A (15 min)\n",
    "**Why:** w\n",
    "**Prerequisites:** A, B\n",
    "**After that:** A\n",
    "**Status:** Deep dive\n",
    "**Topics covered:**\n",
    "- A: x, y (z, z), w\n",
    "- A (mentioned above)\n",
    "**Gaps identified:** a, b\n",
    "**Next retention exercises to try:**\n",
    "- Trace A (a → b -> c)\n",
    "1. **Deep Dive** = 30+ min\n",
    "**Scoring System:**\n",
    "- 🟢 **Strong (90-100%)**: fine\n",
    "- 🔴 **(<50%)**:\n",
    "- = \n",
    "- :\n",
    "**:** x\n",
    "****\n",
    "- ❌ → ✅\n",
    "```\ncode\n```\n",
    "> quote\n",
    "---\n",
    "\n",
    "text: with colon\n",
    "Status: done\n",
    "- \n",
    "###\n",
    "  continued\n",
    "- [x] task\n",
    "- \"\n",
    "- said vs \"\"\n",
    "100%\n",
    "- 5-% %\n",
  };

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      int n = g_test_rand_int_range (1, 40);
      g_autoptr(KlImport) import = NULL;

      for (int i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      import = fixture_read (text->str);
      g_assert_cmpstr (kl_document_get_text (kl_import_get_document (import)), ==, text->str);
    }
}

/* An exercise is about the topic whose point it names, also where the point stands below it in the document. */
static void
test_exercise_names_point (void)
{
  g_autoptr(KlImport) import = fixture_read ("# Storage\n\n## Practice exercises\n1. Explain write ahead logging\n\n"
                                             "## Deep Dives Completed\n\n### Journaling\n**Topics covered:**\n"
                                             "- Write-ahead logging\n- Checkpoints\n\n### Caches\n"
                                             "**Topics covered:**\n- Read ahead\n");
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (import));
  guint n_links = 0;

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      KlSubject *subject = fixture_item (subjects, i);
      GListModel *links = kl_subject_get_links (subject);

      if (kl_subject_get_kind (subject) != KL_SUBJECT_EXERCISE)
        continue;
      g_assert_cmpuint (g_list_model_get_n_items (links), ==, 1);
      g_assert_cmpstr (kl_link_get_text (fixture_item (links, 0)), ==, "Journaling");
      n_links++;
    }
  g_assert_cmpuint (n_links, ==, 1);
}

/* That of a long document is made by a thread of its own. */
static void
test_digest (void)
{
  for (guint n_lines = 1; n_lines <= 100000; n_lines *= 10)
    {
      g_autoptr(GString) text = g_string_new ("# Plan\n");
      g_autoptr(KlImport) import = NULL;
      g_autofree char *expected = NULL;

      for (guint i = 0; i < n_lines; i++)
        g_string_append_printf (text, "- point %u\n", i);
      import = fixture_read (text->str);
      expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
      g_assert_cmpstr (kl_document_get_digest (kl_import_get_document (import)), ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown-reader/outline", test_outline);
  g_test_add_func ("/markdown-reader/no-heading", test_no_heading);
  g_test_add_func ("/markdown-reader/form", test_form);
  g_test_add_func ("/markdown-reader/depth-without-headings", test_depth_without_headings);
  g_test_add_func ("/markdown-reader/same-day", test_same_day);
  g_test_add_func ("/markdown-reader/written-freely", test_written_freely);
  g_test_add_func ("/markdown-reader/scores-of-all-kinds", test_scores_of_all_kinds);
  g_test_add_func ("/markdown-reader/labels-below-lists", test_labels_below_lists);
  g_test_add_func ("/markdown-reader/bands-by-form", test_bands_by_form);
  g_test_add_func ("/markdown-reader/bands-with-gaps", test_bands_with_gaps);
  g_test_add_func ("/markdown-reader/score-by-form", test_score_by_form);
  g_test_add_func ("/markdown-reader/other-digits", test_other_digits);
  g_test_add_func ("/markdown-reader/queue-lines", test_queue_lines);
  g_test_add_func ("/markdown-reader/corrections", test_corrections);
  g_test_add_func ("/markdown-reader/feedback-blocks", test_feedback_blocks);
  g_test_add_func ("/markdown-reader/scored-in-place", test_scored_in_place);
  g_test_add_func ("/markdown-reader/unknown-is-kept", test_unknown_is_kept);
  g_test_add_func ("/markdown-reader/keys", test_keys);
  g_test_add_func ("/markdown-reader/many-headings", test_many_headings);
  g_test_add_func ("/markdown-reader/exercise-names-point", test_exercise_names_point);
  g_test_add_func ("/markdown-reader/digest", test_digest);
  g_test_add_func ("/markdown-reader/generated", test_generated);

  return g_test_run ();
}
