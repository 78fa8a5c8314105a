/* kl-json-document.c: the one place where KLearn reads JSON */

#include "config.h"

#include "kl-json-document.h"

#include <glib/gi18n.h>

#include "kl-document-file.h"
#include "kl-exchange-error.h"
#include "kl-json-scan.h"

static gboolean
check_size (GBytes      *bytes,
            const char  *shown,
            GError     **error)
{
  g_autofree char *is = NULL;
  g_autofree char *may_be = NULL;

  if (g_bytes_get_size (bytes) <= KL_JSON_DOCUMENT_MAX_BYTES)
    return TRUE;
  is = g_format_size_full (g_bytes_get_size (bytes), G_FORMAT_SIZE_IEC_UNITS);
  may_be = g_format_size_full (KL_JSON_DOCUMENT_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_TOO_LARGE,
               _("“%s” is too large for a plan (%s, at most %s). Split it, or choose another file."), shown, is,
               may_be);
  return FALSE;
}

/**
 * kl_json_document_read:
 * @bytes: a JSON document; no NUL is needed at its end
 * @name: (nullable): what to call it in the error
 * @error: %KL_EXCHANGE_ERROR with a sentence that names @name, and the line where it is one place
 *
 * Reads JSON, to the letter: what RFC 8259 does not allow, names that come twice, numbers that would lose their value,
 * and nesting beyond %KL_JSON_DOCUMENT_MAX_DEPTH are errors. Any thread may call it.
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *
kl_json_document_read (GBytes      *bytes,
                       const char  *name,
                       GError     **error)
{
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : _("The document"));
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) reason = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!check_size (bytes, shown, error) || !kl_document_file_check (bytes, name, error))
    return NULL;
  if (kl_json_scan (text, length, KL_JSON_DOCUMENT_MAX_DEPTH, KL_JSON_DOCUMENT_MAX_VALUES, &reason)
      && json_parser_load_from_data (parser, text, (gssize) length, &reason))
    return json_parser_steal_root (parser);

  g_set_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_INVALID, _("“%s” cannot be read as JSON. %s"), shown,
               reason->message);
  return NULL;
}
