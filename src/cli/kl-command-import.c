/* kl-command-import.c: klearn import */

#include "config.h"

#include "kl-command.h"

#include "transfer/kl-importer.h"

#include "kl-await.h"
#include "kl-cli-error.h"
#include "kl-text-table.h"

#include <glib/gi18n.h>

/* The person is not asked, but can say beforehand whose words count. */
static gboolean
answer_questions (KlInvocation     *invocation,
                  KlImportPreview  *preview,
                  GError          **error)
{
  GListModel *questions = kl_import_preview_get_questions (preview);
  const char *prefer = kl_invocation_get_prefer (invocation);

  if (prefer != NULL && !g_str_equal (prefer, "mine") && !g_str_equal (prefer, "file"))
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("“%s” is not a side. There are mine and file."), prefer);
      return FALSE;
    }
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr(KlImportQuestion) question = g_list_model_get_item (questions, i);

      if (kl_import_question_is_conflict (question))
        kl_import_question_set_answer (question, g_strcmp0 (prefer, "file") == 0 ? KL_IMPORT_ANSWER_FILE
                                                                                 : KL_IMPORT_ANSWER_MINE);
    }
  return TRUE;
}

static KlImportPreview *
bring_in (KlInvocation  *invocation,
          KlLibrary     *library,
          GError       **error)
{
  g_autoptr(KlImporter) importer = kl_importer_new (library);
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (kl_invocation_get_file (invocation));
  g_autoptr(GAsyncResult) read_result = NULL;
  g_autoptr(GAsyncResult) apply_result = NULL;
  g_autoptr(KlImportPreview) preview = NULL;

  kl_importer_read_async (importer, file, kl_invocation_get_plan (invocation), NULL, NULL, NULL, kl_await_cb,
                          &read_result);
  preview = kl_importer_read_finish (importer, kl_await (&read_result), error);
  if (preview == NULL || !answer_questions (invocation, preview, error))
    return NULL;

  /* What was read is in the preview; the bytes of the file are needed no more. */
  g_clear_object (&read_result);
  kl_importer_apply_async (importer, preview, NULL, kl_await_cb, &apply_result);
  return kl_importer_apply_finish (importer, kl_await (&apply_result), error);
}

static void
print_json (KlInvocation    *invocation,
            KlImportPreview *preview)
{
  const KlMergeCounts *counts = kl_import_preview_get_counts (preview);
  GPtrArray *notes = kl_import_preview_get_notes (preview);
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "plan", kl_import_preview_get_title (preview));
  kl_json_writer_begin_object (json, "added");
  kl_json_writer_add_integer (json, "topics", counts->topics);
  kl_json_writer_add_integer (json, "points", counts->points);
  kl_json_writer_add_integer (json, "gaps", counts->gaps);
  kl_json_writer_add_integer (json, "attempts", counts->attempts);
  kl_json_writer_add_integer (json, "exercises", counts->exercises);
  kl_json_writer_end_object (json);
  kl_json_writer_add_integer (json, "changed", counts->changed);
  kl_json_writer_add_integer (json, "removed", counts->removed);
  kl_json_writer_add_integer (json, "unchanged", counts->unchanged);
  kl_json_writer_begin_array (json, "notes");
  for (guint i = 0; i < notes->len; i++)
    {
      const KlImportNote *note = g_ptr_array_index (notes, i);

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_integer (json, "line", note->line);
      kl_json_writer_add_string (json, "message", note->message);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
  kl_json_writer_end_object (json);
  kl_invocation_print_json (invocation, json);
}

static void
add_count (KlTextTable *table,
           const char  *what,
           guint        n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (n > 0)
    kl_text_table_add (table, number, what, NULL);
}

static void
print_notes (KlOutput  *output,
             GPtrArray *notes)
{
  if (notes->len == 0)
    return;

  kl_output_add_raw (output, "\n");
  kl_output_add (output, KL_STYLE_HEADING, _("Worth a look"));
  kl_output_add_raw (output, "\n");
  for (guint i = 0; i < notes->len; i++)
    {
      const KlImportNote *note = g_ptr_array_index (notes, i);

      if (note->line > 0)
        kl_output_add_format (output, _("  line %u: %s"), note->line, note->message);
      else
        kl_output_add_format (output, "  %s", note->message);
    }
}

static void
print_text (KlInvocation    *invocation,
            KlImportPreview *preview)
{
  const KlMergeCounts *counts = kl_import_preview_get_counts (preview);
  KlOutput *output = kl_invocation_print (invocation);
  g_autoptr(KlTextTable) table = kl_text_table_new (2);

  kl_output_add (output, KL_STYLE_HEADING, kl_import_preview_get_title (preview));
  kl_output_add_raw (output, "\n");
  kl_text_table_set_right (table, 0);
  add_count (table, _("topics added"), counts->topics);
  add_count (table, _("points added"), counts->points);
  add_count (table, _("gaps added"), counts->gaps);
  add_count (table, _("attempts added"), counts->attempts);
  add_count (table, _("exercises added"), counts->exercises);
  add_count (table, _("changed"), counts->changed);
  add_count (table, _("removed"), counts->removed);
  add_count (table, _("unchanged"), counts->unchanged);
  kl_text_table_print (table, output);
  if (!kl_import_preview_has_changes (preview))
    kl_output_add_line (output, _("Nothing is new."));
  print_notes (output, kl_import_preview_get_notes (preview));
}

/**
 * kl_command_import:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Brings a Markdown plan into the library, or what has changed in it since the last time.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_import (KlInvocation  *invocation,
                   GError       **error)
{
  g_autoptr(KlImportPreview) preview = bring_in (invocation, kl_invocation_take_library (invocation), error);

  if (preview == NULL)
    return FALSE;

  if (kl_invocation_wants_json (invocation))
    print_json (invocation, preview);
  else
    print_text (invocation, preview);
  return TRUE;
}
