/* kl-plan-file.c: a plan out of a file of any form that KLearn reads */

#include "config.h"

#include "kl-plan-file.h"

#include "kl-document-file.h"
#include "kl-json-document.h"
#include "kl-json-plan-reader.h"
#include "kl-markdown-reader.h"

/**
 * kl_plan_file_is_json:
 * @bytes: what is in a file
 * @name: (nullable): its path
 *
 * Returns: whether that is a plan that KLearn exported as JSON, and no Markdown document
 */
gboolean
kl_plan_file_is_json (GBytes     *bytes,
                      const char *name)
{
  return kl_json_plan_reader_is_json (bytes, name);
}

/**
 * kl_plan_file_load:
 * @file: a Markdown document, or a plan that KLearn exported as JSON
 * @name: (out) (transfer full): its path, to call it by
 * @cancellable: (nullable): stops the reading
 * @error: as kl_document_file_load()
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
kl_plan_file_load (GFile         *file,
                   char         **name,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *path = g_file_get_path (file);
  gsize max_bytes;

  *name = path != NULL ? g_steal_pointer (&path) : g_file_get_parse_name (file);
  max_bytes = kl_plan_file_is_json (NULL, *name) ? KL_JSON_DOCUMENT_MAX_BYTES : KL_MARKDOWN_READER_MAX_BYTES;
  return kl_document_file_load (file, max_bytes, cancellable, error);
}

/**
 * kl_plan_file_read_bytes:
 * @bytes: what is in such a file
 * @name: (nullable): its path; the title of a plan that has none
 * @choices: (nullable): what headings become, as the person wants it
 * @progress: (nullable): told how far it is, 0–1
 * @progress_data: for @progress
 * @cancellable: (nullable): stops the reading
 * @error: as the readers of the two forms
 *
 * Returns: (transfer full) (nullable): the plan, the document and the notes
 */
KlImport *
kl_plan_file_read_bytes (GBytes              *bytes,
                         const char          *name,
                         const char          *choices,
                         KlExchangeProgress   progress,
                         gpointer             progress_data,
                         GCancellable        *cancellable,
                         GError             **error)
{
  gboolean is_json = kl_json_plan_reader_is_json (bytes, name);

  if (!kl_document_file_check_size (bytes, name, is_json ? KL_JSON_DOCUMENT_MAX_BYTES : KL_MARKDOWN_READER_MAX_BYTES,
                                    error))
    return NULL;
  if (is_json)
    return kl_json_plan_reader_read (bytes, name, cancellable, error);
  return kl_markdown_reader_read_full (bytes, name, choices, NULL, progress, progress_data, cancellable, error);
}
