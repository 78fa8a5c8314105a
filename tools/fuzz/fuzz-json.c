/* fuzz-json.c: whatever the bytes are, reading them as a plan in JSON ends with a plan or with a sentence
 *
 * A plan that was read is written, read again and written again: the same bytes.
 */

#include "config.h"

#include "fuzz.h"

#include "exchange/kl-json-plan-reader.h"
#include "exchange/kl-json-plan-writer.h"

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  return 0;
}

static GBytes *
write_plan (KlImport *import)
{
  g_autoptr(GError) error = NULL;
  GBytes *written = kl_json_plan_writer_write (kl_import_get_plan (import), kl_import_get_document (import), &error);

  g_assert_no_error (error);
  return written;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);
  g_autoptr(GError) error = NULL;
  g_autoptr(KlImport) import = kl_json_plan_reader_read (bytes, "plan.json", NULL, &error);
  g_autoptr(KlImport) again = NULL;
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) second = NULL;

  if (import == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  first = write_plan (import);
  again = kl_json_plan_reader_read (first, "again.json", NULL, &error);
  g_assert_no_error (error);
  second = write_plan (again);
  g_assert_true (g_bytes_equal (first, second));
  return 0;
}
