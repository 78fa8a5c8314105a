/* kl-write-notes.c: the notes of a topic or a plan, which a document may have in several places */

#include "config.h"

#include "kl-write-notes.h"

#include <string.h>

/* What of @notes follows @piece, %NULL if they do not begin with it. */
static const char *
skip_piece (const char *notes,
            const char *piece)
{
  const char *rest = notes + strlen (piece);

  if (!g_str_has_prefix (notes, piece) || (*rest != '\0' && !g_str_has_prefix (rest, "\n\n")))
    return NULL;
  return rest + strspn (rest, "\n");
}

/**
 * kl_write_notes:
 * @writing: a writing
 * @base: whose notes, in the document
 * @before: (nullable): what they say there
 * @after: (nullable): what they say now
 * @owner: the first byte of what they belong to
 * @end: where notes go that are not there yet
 *
 * The pieces of the document that are notes stay where they are, as far as the notes still say the same.
 */
void
kl_write_notes (KlWriting  *writing,
                KlRecord   *base,
                const char *before,
                const char *after,
                gsize       owner,
                gsize       end)
{
  GArray *marks = kl_source_map_get_marks (writing->map, base);
  g_autofree char *rest = g_strchomp (g_strdup (after != NULL ? after : ""));
  const char *at = rest;
  gboolean replaced = FALSE;

  if (g_strcmp0 (before != NULL ? before : "", after != NULL ? after : "") == 0)
    return;
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const KlSourceMark *mark = &g_array_index (marks, KlSourceMark, i);
      g_autofree char *piece = NULL;
      const char *kept;

      if (!g_str_equal (mark->part, KL_SOURCE_NOTE))
        continue;
      piece = g_strndup (writing->text + mark->start, mark->end - mark->start);
      end = kl_writing_line_end (writing, mark->end);
      kept = replaced ? NULL : skip_piece (at, piece);
      if (kept != NULL)
        {
          at = kept;
          continue;
        }
      if (*at == '\0')
        kl_patch_replace (writing->patch, owner, mark->start, end, "");
      else
        kl_patch_replace (writing->patch, owner, mark->start, mark->end, at);
      replaced = TRUE;
      at = "";
    }
  if (*at != '\0')
    {
      g_autofree char *lines = g_strconcat ("\n", at, "\n", NULL);

      kl_patch_insert (writing->patch, owner, end, lines);
    }
}
