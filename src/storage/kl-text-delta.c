/* kl-text-delta.c: what differs between two versions of a text
 *
 * A delta is an array of hunks: how many bytes stay before it, what stands there in the first version, and what in the
 * second. So it makes either version of the other. It is short where few lines differ, and never wrong: where the same
 * lines stand in another order it just repeats some of them.
 */

#include "config.h"

#include "kl-text-delta.h"

#include <string.h>

#define HUNKS_TYPE G_VARIANT_TYPE ("a(tayay)")

/* A line shorter than this stands in so many places that it says nothing about which one it is. */
#define MIN_LINE 8

typedef struct
{
  const char *bytes;
  gsize length;
} Line;

/* The rest of a version of the text. */
typedef struct
{
  const char *at;
  const char *end;
} Rest;

static Line
next_line (const char *at,
           const char *end)
{
  const char *newline = memchr (at, '\n', (gsize) (end - at));
  Line line = { at, newline != NULL ? (gsize) (newline - at) + 1 : (gsize) (end - at) };

  return line;
}

static guint
hash_line (gconstpointer data)
{
  const Line *line = data;
  guint hash = 5381;

  for (gsize i = 0; i < line->length; i++)
    hash = hash * 33 + (guint8) line->bytes[i];
  return hash;
}

static gboolean
equal_lines (gconstpointer a,
             gconstpointer b)
{
  const Line *first = a;
  const Line *second = b;

  return first->length == second->length && memcmp (first->bytes, second->bytes, first->length) == 0;
}

/* Lines that stand once in @rest; those that stand more often have no place. */
static GHashTable *
find_places (const Rest *rest,
             GArray     *lines)
{
  GHashTable *places = g_hash_table_new (hash_line, equal_lines);

  for (const char *at = rest->at; at < rest->end;)
    {
      Line line = next_line (at, rest->end);

      g_array_append_val (lines, line);
      at += line.length;
    }

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      if (line->length >= MIN_LINE)
        g_hash_table_insert (places, line,
                             g_hash_table_contains (places, line) ? NULL : (gpointer) (guintptr) line->bytes);
    }
  return places;
}

static GVariant *
new_bytes (const char *bytes,
           gsize       length)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, length, 1);
}

static void
add_hunk (GVariantBuilder *hunks,
          gsize            n_same,
          const Rest      *before,
          const Rest      *after)
{
  g_variant_builder_add (hunks, "(t@ay@ay)", (guint64) n_same,
                         new_bytes (before->at, (gsize) (before->end - before->at)),
                         new_bytes (after->at, (gsize) (after->end - after->at)));
}

static gsize
skip_same_lines (Rest *before,
                 Rest *after)
{
  const char *start = before->at;

  while (before->at < before->end && after->at < after->end)
    {
      Line first = next_line (before->at, before->end);
      Line second = next_line (after->at, after->end);

      if (!equal_lines (&first, &second))
        break;
      before->at += first.length;
      after->at += second.length;
    }
  return (gsize) (before->at - start);
}

/* Where the two run together again, or where both end. */
static void
find_next_same (const Rest *before,
                const Rest *after,
                GHashTable *places,
                Rest       *gone,
                Rest       *come)
{
  gone->at = before->at;
  gone->end = before->end;
  come->at = after->at;
  come->end = after->end;
  for (const char *at = after->at; at < after->end;)
    {
      Line line = next_line (at, after->end);
      const char *place = g_hash_table_lookup (places, &line);

      if (place != NULL && place >= before->at)
        {
          gone->end = place;
          come->end = at;
          return;
        }
      at += line.length;
    }
}

static void
add_hunks (GVariantBuilder *hunks,
           gsize            n_same,
           Rest            *before,
           Rest            *after)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr(GHashTable) places = find_places (before, lines);

  while (before->at < before->end || after->at < after->end)
    {
      Rest gone;
      Rest come;

      n_same += skip_same_lines (before, after);
      find_next_same (before, after, places, &gone, &come);
      if (gone.at < gone.end || come.at < come.end)
        add_hunk (hunks, n_same, &gone, &come);
      n_same = 0;
      before->at = gone.end;
      after->at = come.end;
    }
}

/**
 * kl_text_delta_new:
 * @before: a text
 * @after: another version of it
 *
 * Returns: (transfer floating): the difference, with no hunks where there is none
 */
GVariant *
kl_text_delta_new (const char *before,
                   const char *after)
{
  GVariantBuilder hunks = G_VARIANT_BUILDER_INIT (HUNKS_TYPE);
  Rest first = { before, before + strlen (before) };
  Rest second = { after, after + strlen (after) };
  gsize n_same = skip_same_lines (&first, &second);

  /* Most often one place differs, and nothing has to be looked for. */
  while (first.end > first.at && second.end > second.at && first.end[-1] == second.end[-1])
    {
      first.end--;
      second.end--;
    }
  add_hunks (&hunks, n_same, &first, &second);
  return g_variant_builder_end (&hunks);
}

/**
 * kl_text_delta_apply:
 * @delta: a difference, which may be damaged
 * @inverse: whether to make the first version of the second, instead of the other way round
 * @text: the version that there is
 *
 * Returns: (transfer full) (nullable): the other version; %NULL where @text is not what @delta was made of
 */
char *
kl_text_delta_apply (GVariant   *delta,
                     gboolean    inverse,
                     const char *text)
{
  g_autoptr(GString) result = g_string_new (NULL);
  const char *at = text;
  const char *end = text + strlen (text);
  gsize n_hunks;

  if (!g_variant_is_of_type (delta, HUNKS_TYPE))
    return NULL;

  n_hunks = g_variant_n_children (delta);
  for (gsize i = 0; i < n_hunks; i++)
    {
      g_autoptr(GVariant) hunk = g_variant_get_child_value (delta, i);
      g_autoptr(GVariant) same = g_variant_get_child_value (hunk, 0);
      g_autoptr(GVariant) there = g_variant_get_child_value (hunk, inverse ? 2 : 1);
      g_autoptr(GVariant) instead = g_variant_get_child_value (hunk, inverse ? 1 : 2);
      guint64 n_same = g_variant_get_uint64 (same);
      gsize n_there;
      gsize n_instead;
      gconstpointer bytes_there = g_variant_get_fixed_array (there, &n_there, 1);
      gconstpointer bytes_instead = g_variant_get_fixed_array (instead, &n_instead, 1);

      if (n_same > (gsize) (end - at) || n_there > (gsize) (end - at) - n_same
          || (n_there > 0 && memcmp (at + n_same, bytes_there, n_there) != 0))
        return NULL;
      g_string_append_len (result, at, (gssize) n_same);
      if (n_instead > 0)
        g_string_append_len (result, bytes_instead, (gssize) n_instead);
      at += n_same + n_there;
    }

  g_string_append_len (result, at, (gssize) (end - at));
  return g_string_free (g_steal_pointer (&result), FALSE);
}
