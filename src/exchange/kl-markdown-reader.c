/* kl-markdown-reader.c: a Markdown document as a plan */

#include "config.h"

#include "kl-markdown-reader.h"

#include <string.h>

#include "kl-dealings.h"
#include "kl-digest.h"
#include "kl-document-file.h"
#include "kl-excerpt.h"
#include "kl-phrase.h"
#include "kl-plan-sections.h"
#include "kl-reading.h"
#include "kl-section.h"
#include "kl-source-map.h"

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const KlImportNote *const *first = a;
  const KlImportNote *const *second = b;

  return (*first)->line < (*second)->line ? -1 : (*first)->line > (*second)->line;
}

static KlImport *
new_import (KlPlan     *plan,
            GPtrArray  *notes,
            GBytes     *bytes,
            KlDigest   *made,
            const char *name,
            const char *choices)
{
  g_autoptr(KlDocument) document = NULL;
  g_autofree char *digest = kl_digest_dup (made);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_ptr_array_sort (notes, compare_notes);
  document = g_object_new (KL_TYPE_DOCUMENT, "path", name, "digest", digest,
                           "title", kl_plan_get_title (plan), "headings", choices, "owner",
                           kl_record_get_id (KL_RECORD (plan)), NULL);
  kl_record_take_string (KL_RECORD (document), kl_record_class_find_field (KL_RECORD_GET_CLASS (document), "text"),
                         g_strndup (data, length));
  return kl_import_new (plan, document, notes);
}

static KlImport *
read_all (GBytes         *bytes,
          const char     *name,
          const char     *choices,
          const char     *language,
          KlSourceMap    *map,
          KlReadingPace  *pace,
          GError        **error)
{
  g_autoptr(KlDigest) digest = NULL;
  g_autoptr(KlOutline) outline = NULL;
  g_autoptr(KlReading) reading = NULL;
  g_autoptr(GArray) sections = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(GPtrArray) notes = NULL;

  if (!kl_document_file_check (bytes, name, error))
    return NULL;
  if (map == NULL)
    digest = kl_digest_new (bytes);
  outline = kl_outline_new (bytes, pace->progress, pace->progress_data, pace->cancellable, error);
  if (outline == NULL)
    return NULL;

  sections = kl_section_read_all (outline, choices);
  reading = kl_plan_sections_read (outline, sections, name, language, map, pace, error);
  if (reading == NULL)
    return NULL;
  if (map != NULL)
    {
      kl_source_map_add_sections (map, outline, sections);
      map->date = g_strdup (reading->date);
      return kl_import_new (reading->plan, NULL, reading->notes);
    }

  /* The text is not copied before all else that is as long has gone. */
  plan = g_object_ref (reading->plan);
  notes = g_ptr_array_ref (reading->notes);
  g_clear_pointer (&reading, kl_reading_free);
  g_clear_pointer (&sections, g_array_unref);
  g_clear_pointer (&outline, kl_outline_free);
  return new_import (plan, notes, bytes, digest, name, choices);
}

/* Whether a scored heading may be about the half of a topic that a point beginning so makes. */
static gboolean
is_scored_by (GArray    *sections,
              GPtrArray *prefixes)
{
  for (guint i = 0; i < sections->len && prefixes->len > 0; i++)
    {
      KlSection *section = &g_array_index (sections, KlSection, i);
      g_autofree char *folded = NULL;

      if (section->role != KL_SECTION_SCORED)
        continue;
      folded = kl_phrase_fold (section->title);
      for (guint j = 0; j < prefixes->len; j++)
        if (kl_phrase_begins (folded, g_ptr_array_index (prefixes, j)))
          return TRUE;
    }
  return FALSE;
}

static void
move_notes (KlReading *reading,
            KlExcerpt *excerpt,
            GArray    *sections)
{
  for (guint i = 0; i < reading->notes->len; i++)
    {
      KlImportNote *note = g_ptr_array_index (reading->notes, i);

      note->line = kl_excerpt_find_line (excerpt, sections, note->line);
    }
}

/* What two versions of a document differ in, without the rest; NULL without an error where the rest counts as well. */
static KlImport *
read_excerpt (KlExcerpt      *excerpt,
              GArray         *sections,
              GBytes         *bytes,
              KlDigest       *digest,
              KlDocument     *document,
              KlReadingPace  *pace,
              GError        **error)
{
  const char *name = kl_document_get_path (document);
  const char *choices = kl_document_get_headings (document);
  g_autoptr(GBytes) now = kl_excerpt_dup_now (excerpt);
  g_autoptr(GBytes) before = kl_excerpt_dup_before (excerpt);
  g_autoptr(KlOutline) outline = kl_outline_new (now, NULL, NULL, pace->cancellable, error);
  g_autoptr(KlOutline) outline_before
    = outline != NULL ? kl_outline_new (before, NULL, NULL, pace->cancellable, error) : NULL;
  g_autoptr(GArray) parts = NULL;
  g_autoptr(GArray) parts_before = NULL;
  g_autoptr(KlReading) reading = NULL;
  g_autoptr(KlReading) reading_before = NULL;
  g_autoptr(GPtrArray) prefixes = NULL;
  g_autoptr(KlImport) base = NULL;
  KlImport *import;

  if (outline_before == NULL)
    return NULL;
  parts = kl_section_read_all (outline, choices);
  parts_before = kl_section_read_all (outline_before, choices);
  if (!kl_excerpt_is_faithful (excerpt, parts, parts_before))
    return NULL;

  reading = kl_plan_sections_read (outline, parts, name, NULL, NULL, pace, error);
  reading_before = reading != NULL
                     ? kl_plan_sections_read (outline_before, parts_before, name, NULL, NULL, pace, error)
                     : NULL;
  if (reading_before == NULL)
    return NULL;
  prefixes = kl_dealings_list_prefixes (reading, reading_before);
  if (!kl_dealings_are_alike (reading, reading_before) || is_scored_by (sections, prefixes))
    return NULL;

  base = kl_import_new (reading_before->plan, document, reading_before->notes);
  move_notes (reading, excerpt, parts);
  import = new_import (reading->plan, reading->notes, bytes, digest, name, choices);
  kl_import_set_base (import, base);
  return import;
}

static gboolean
is_unchanged (GBytes     *bytes,
              const char *before)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return strlen (before) == length && memcmp (text, before, length) == 0;
}

/* The document before, of which the plan need not be known: nothing was changed. */
static KlImport *
new_unchanged_base (KlDocument *before,
                    KlImport   *import)
{
  g_autoptr(KlPlan) plan
    = g_object_new (KL_TYPE_PLAN, "title", kl_plan_get_title (kl_import_get_plan (import)), NULL);
  g_autoptr(GPtrArray) notes = g_ptr_array_new ();

  return kl_import_new (plan, before, notes);
}

/**
 * kl_markdown_reader_read_full:
 * @bytes: a Markdown document
 * @name: (nullable): its path; the title of a plan that has none
 * @choices: (nullable): what the person wants headings to become, as kl_heading_choices_format() writes it
 * @language: (nullable): BCP 47; else what the front matter says
 * @progress: (nullable): told how far it is, 0–1
 * @progress_data: for @progress
 * @cancellable: (nullable): stops between sections
 * @error: %KL_EXCHANGE_ERROR where the bytes are no text, %G_IO_ERROR_CANCELLED
 *
 * Reads a plan, in any thread. Whatever the text is, it becomes a plan: what is not understood is kept as notes of what
 * it stands under, and named with its line.
 *
 * Returns: (transfer full): the plan, the document and the notes
 */
KlImport *
kl_markdown_reader_read_full (GBytes              *bytes,
                              const char          *name,
                              const char          *choices,
                              const char          *language,
                              KlExchangeProgress   progress,
                              gpointer             progress_data,
                              GCancellable        *cancellable,
                              GError             **error)
{
  KlReadingPace pace = { progress, progress_data, cancellable, 0, 0 };

  g_return_val_if_fail (bytes != NULL, NULL);

  return read_all (bytes, name, choices, language, NULL, &pace, error);
}

/**
 * kl_markdown_reader_read_again:
 * @bytes: a Markdown document
 * @before: what it was when it was read last
 * @progress: (nullable): told how far it is, 0–1
 * @progress_data: for @progress
 * @cancellable: (nullable): stops between sections
 * @error: as kl_markdown_reader_read_full()
 *
 * Reads a document of which a version was read already. Where the two differ in a few topics or scores only, and what
 * those say does not matter elsewhere in the document, just these are read, in both versions: kl_import_get_base()
 * has @before, and the part of the plan that it says. Where nothing was changed, that part is empty, and the document
 * is read for what there is to say of it.
 *
 * Returns: (transfer full): the plan, or the part of it that is in what was changed, the whole document, and the notes
 */
KlImport *
kl_markdown_reader_read_again (GBytes              *bytes,
                               KlDocument          *before,
                               KlExchangeProgress   progress,
                               gpointer             progress_data,
                               GCancellable        *cancellable,
                               GError             **error)
{
  KlReadingPace pace = { progress, progress_data, cancellable, 0, 0 };
  const char *name = kl_document_get_path (before);
  const char *choices = kl_document_get_headings (before);
  const char *text = kl_document_get_text (before);
  g_autoptr(KlDigest) digest = NULL;
  g_autoptr(KlOutline) outline = NULL;
  g_autoptr(KlReading) reading = NULL;
  g_autoptr(GArray) sections = NULL;
  g_autoptr(KlExcerpt) excerpt = NULL;
  g_autoptr(GError) problem = NULL;
  gboolean unchanged;
  KlImport *import;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!kl_document_file_check (bytes, name, error))
    return NULL;
  digest = kl_digest_new (bytes);
  outline = kl_outline_new (bytes, progress, progress_data, cancellable, error);
  if (outline == NULL)
    return NULL;

  sections = kl_section_read_all (outline, choices);
  unchanged = text != NULL && is_unchanged (bytes, text);
  excerpt = text != NULL && !unchanged ? kl_excerpt_new (outline, sections, text) : NULL;
  if (excerpt != NULL)
    {
      import = read_excerpt (excerpt, sections, bytes, digest, before, &pace, &problem);
      if (import != NULL)
        return import;
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }
  reading = kl_plan_sections_read (outline, sections, name, NULL, NULL, &pace, error);
  if (reading == NULL)
    return NULL;

  import = new_import (reading->plan, reading->notes, bytes, digest, name, choices);
  if (unchanged)
    {
      g_autoptr(KlImport) base = new_unchanged_base (before, import);

      kl_import_set_base (import, base);
    }
  return import;
}

/**
 * kl_markdown_reader_trace:
 * @bytes: a Markdown document
 * @name: (nullable): its path; the title of a plan that has none
 * @choices: (nullable): what the person wants headings to become, as kl_heading_choices_format() writes it
 * @map: an empty map, takes where in @bytes the records of the plan stand
 * @error: as kl_markdown_reader_read_full()
 *
 * Returns: (transfer full): the plan, as kl_markdown_reader_read() reads it, without the document; @map is good as long
 *   as it is there
 */
KlImport *
kl_markdown_reader_trace (GBytes       *bytes,
                          const char   *name,
                          const char   *choices,
                          KlSourceMap  *map,
                          GError      **error)
{
  KlReadingPace pace = { NULL, NULL, NULL, 0, 0 };

  return read_all (bytes, name, choices, NULL, map, &pace, error);
}

/**
 * kl_markdown_reader_read:
 * @bytes: a Markdown document
 * @name: (nullable): its path; the title of a plan that has none
 * @language: (nullable): BCP 47; else what the front matter says
 * @cancellable: (nullable): stops between sections
 * @error: as kl_markdown_reader_read_full()
 *
 * Returns: (transfer full): the plan, the document and the notes
 */
KlImport *
kl_markdown_reader_read (GBytes        *bytes,
                         const char    *name,
                         const char    *language,
                         GCancellable  *cancellable,
                         GError       **error)
{
  return kl_markdown_reader_read_full (bytes, name, NULL, language, NULL, NULL, cancellable, error);
}

/**
 * kl_markdown_reader_read_file:
 * @file: a Markdown document
 * @language: (nullable): BCP 47; else what the front matter says
 * @progress: (nullable): told how far it is, 0–1
 * @progress_data: for @progress
 * @cancellable: (nullable): stops between sections
 * @error: as kl_document_file_load() and kl_markdown_reader_read_full()
 *
 * Returns: (transfer full): the plan, the document and the notes
 */
KlImport *
kl_markdown_reader_read_file (GFile               *file,
                              const char          *language,
                              KlExchangeProgress   progress,
                              gpointer             progress_data,
                              GCancellable        *cancellable,
                              GError             **error)
{
  g_autoptr(GBytes) bytes = kl_document_file_load (file, KL_MARKDOWN_READER_MAX_BYTES, cancellable, error);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = path != NULL ? NULL : g_file_get_parse_name (file);

  if (bytes == NULL)
    return NULL;
  return kl_markdown_reader_read_full (bytes, path != NULL ? path : name, NULL, language, progress, progress_data,
                                       cancellable, error);
}

/**
 * kl_markdown_reader_list_headings:
 * @import: a document that was read
 * @cancellable: (nullable): to stop
 * @error: only %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a list of #KlHeading, in order, each with what it became and with the
 * choice that it was read with; other choices count when the document is read again with kl_heading_choices_format()
 */
GListModel *
kl_markdown_reader_list_headings (KlImport      *import,
                                  GCancellable  *cancellable,
                                  GError       **error)
{
  g_autoptr(GListStore) headings = g_list_store_new (KL_TYPE_HEADING);
  KlDocument *document = kl_import_get_document (import);
  const char *text = document != NULL ? kl_document_get_text (document) : NULL;
  /* The import holds the text for as long as this takes. */
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, text != NULL ? strlen (text) : 0);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(KlOutline) outline = NULL;
  g_autoptr(GArray) sections = NULL;

  if (text == NULL || *text == '\0')
    return G_LIST_MODEL (g_steal_pointer (&headings));
  outline = kl_outline_new (bytes, NULL, NULL, cancellable, error);
  if (outline == NULL)
    return NULL;

  sections = kl_section_read_all (outline, kl_document_get_headings (document));
  for (guint i = 0; i < sections->len; i++)
    {
      KlSection *section = &g_array_index (sections, KlSection, i);
      KlSection *parent = kl_section_get_parent (sections, section);
      gboolean inherited = parent != NULL && parent->choice >= KL_HEADING_POINTS && section->choice == parent->choice;
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (seen, section->title)) + 1;
      g_autoptr(KlHeading) heading
        = kl_heading_new (section->title, number, section->line, section->level,
                          kl_section_get_kind (sections, section), inherited ? KL_HEADING_AUTO : section->choice);

      g_hash_table_insert (seen, section->title, GUINT_TO_POINTER (number));
      g_list_store_append (headings, heading);
    }
  return G_LIST_MODEL (g_steal_pointer (&headings));
}
