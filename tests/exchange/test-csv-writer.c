/* test-csv-writer.c: attempts as a table */

#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange-fixture.h"
#include "exchange/kl-csv-row.h"
#include "exchange/kl-csv-writer.h"

#define HEAD "subject,kind,number,date,score,low,high,band,label,first_score,guess,assisted,seconds,explanation\r\n"

static char *
write_plan (KlImport *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = kl_csv_writer_write (kl_import_get_plan (import), NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_rows (void)
{
  g_autoptr(KlImport) import
    = fixture_read ("# P\n\n## Retention Scores\n\n**Date: 2025-10-10**\n\n### A, B\n**Learning journey:**\n"
                    "- First: 🟡 75-85%\n- Then: 98%\n\n## Scoring System\n- 🟢 **Strong (90-100%)**: good\n");
  g_autofree char *text = NULL;

  g_object_set (fixture_attempt (import, "A, B", 1), "seconds", (gint64) 90, "guess", 95.5, "assisted", TRUE,
                "explanation", "He said \"no\"\nand went.", NULL);
  text = write_plan (import);
  g_assert_cmpstr (text, ==,
                   HEAD
                   "\"A, B\",topic,1,2025-10-10,80,75,85,,🟡,80,,no,,\r\n"
                   "\"A, B\",topic,2,2025-10-10,98,98,98,Strong,,98,95.5,yes,90,\"He said \"\"no\"\"\nand went.\"\r\n");
}

static void
test_formulas (void)
{
  static const char *const words[] = { "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(KlImport) import = fixture_read ("# P\n\n## Retention Scores\n\n### A\n**Score: 50%**\n");
      g_autofree char *text = NULL;
      g_autofree char *safe = g_strconcat ("'", words[i], NULL);

      g_object_set (fixture_attempt (import, "A", 0), "explanation", words[i], NULL);
      text = write_plan (import);
      g_assert_nonnull (strstr (text, safe));
    }
}

/* A first cell without words is a cell all the same. */
static void
test_no_words (void)
{
  g_autoptr(GString) table = g_string_new ("head\r\n");

  kl_csv_row_add_text (table, "");
  kl_csv_row_add_number (table, 7);
  kl_csv_row_add_text (table, NULL);
  kl_csv_row_end (table);
  kl_csv_row_add_number (table, (double) NAN);
  kl_csv_row_add_text (table, "a,");
  kl_csv_row_end (table);
  g_assert_cmpstr (table->str, ==, "head\r\n,7,\r\n,\"a,\"\r\n");
}

static void
test_nothing (void)
{
  g_autoptr(KlImport) import = fixture_read ("# P\n");
  g_autofree char *text = write_plan (import);

  g_assert_cmpstr (text, ==, HEAD);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-writer/rows", test_rows);
  g_test_add_func ("/csv-writer/formulas", test_formulas);
  g_test_add_func ("/csv-writer/no-words", test_no_words);
  g_test_add_func ("/csv-writer/nothing", test_nothing);

  return g_test_run ();
}
