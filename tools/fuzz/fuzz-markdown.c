/* fuzz-markdown.c: whatever the text is, it becomes a plan, and comes back byte for byte
 *
 * The plan is also written as JSON, which must be read as the same plan: what one form holds, the other can take. That
 * takes most of the time, and JSON has a target of its own: the fuzzer does it with one input in KL_FUZZ_JSON_SHARE.
 */

#include "config.h"

#include "fuzz.h"

#include "exchange/kl-json-plan-reader.h"
#include "exchange/kl-json-plan-writer.h"
#include "exchange/kl-markdown-reader.h"
#include "exchange/kl-markdown-writer.h"

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  return 0;
}

static void
check_json (KlImport *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) first
    = kl_json_plan_writer_write (kl_import_get_plan (import), kl_import_get_document (import), &error);
  g_autoptr(KlImport) again = kl_json_plan_reader_read (first, "plan.json", NULL, &error);
  g_autoptr(GBytes) second = NULL;

  g_assert_no_error (error);
  second = kl_json_plan_writer_write (kl_import_get_plan (again), kl_import_get_document (again), &error);
  g_assert_true (g_bytes_equal (first, second));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImport) import = kl_markdown_reader_read (bytes, "plan.md", NULL, NULL, &error);
  g_autoptr(GBytes) written = NULL;

  if (import == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  written = kl_markdown_writer_write (kl_import_get_plan (import), kl_import_get_document (import), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, written));
  if (g_bytes_hash (bytes) % KL_FUZZ_JSON_SHARE == 0)
    check_json (import);
  return 0;
}
