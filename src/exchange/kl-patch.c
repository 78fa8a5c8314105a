/* kl-patch.c: changes to a text, in a few places of it
 *
 * Each change knows where what it belongs to begins (its owner), so that a piece that is moved takes along the changes
 * in it, and leaves those that only stand at its borders.
 */

#include "config.h"

#include "kl-patch.h"

#include <string.h>

typedef struct
{
  gsize owner;
  gsize start;
  gsize end;
  guint number;
  gboolean lines;
  char *text;
  gsize from[2];
  char *after;
} Edit;

struct _KlPatch
{
  const char *text;
  gsize length;
  const char *line_break;
  GArray *edits;
};

static void
clear_edit (gpointer data)
{
  Edit *edit = data;

  g_free (edit->text);
  g_free (edit->after);
}

static const char *
find_line_break (const char *text,
                 gsize       length)
{
  const char *feed = memchr (text, '\n', length);

  if (feed == NULL)
    return memchr (text, '\r', length) != NULL ? "\r" : "\n";
  return feed > text && feed[-1] == '\r' ? "\r\n" : "\n";
}

/**
 * kl_patch_new:
 * @text: a text, which must outlive the patch
 * @length: its bytes
 *
 * Returns: (transfer full): a patch that changes nothing
 */
KlPatch *
kl_patch_new (const char *text,
              gsize       length)
{
  KlPatch *self = g_new0 (KlPatch, 1);

  self->text = text;
  self->length = length;
  self->line_break = find_line_break (text, length);
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (self->edits, clear_edit);
  return self;
}

/**
 * kl_patch_free:
 * @self: (transfer full): a patch
 */
void
kl_patch_free (KlPatch *self)
{
  g_array_unref (self->edits);
  g_free (self);
}

/* The text's own line breaks in the place of “\n”. */
static char *
dup_with_line_breaks (KlPatch    *self,
                      const char *text)
{
  g_auto(GStrv) lines = NULL;

  if (g_str_equal (self->line_break, "\n"))
    return g_strdup (text);
  lines = g_strsplit (text, "\n", -1);
  return g_strjoinv (self->line_break, lines);
}

static Edit *
add_edit (KlPatch    *self,
          gsize       owner,
          gsize       start,
          gsize       end,
          const char *text)
{
  Edit edit = { owner, start, end, self->edits->len, FALSE, dup_with_line_breaks (self, text), { 0, 0 }, NULL };

  g_array_append_val (self->edits, edit);
  return &g_array_index (self->edits, Edit, self->edits->len - 1);
}

/**
 * kl_patch_replace:
 * @self: a patch
 * @owner: the first byte of what the change belongs to
 * @start: the first byte to replace
 * @end: one past the last
 * @text: what comes in their place
 */
void
kl_patch_replace (KlPatch    *self,
                  gsize       owner,
                  gsize       start,
                  gsize       end,
                  const char *text)
{
  add_edit (self, owner, start, end, text);
}

/**
 * kl_patch_insert:
 * @self: a patch
 * @owner: the first byte of what the lines belong to
 * @at: the first byte of a line, or the end of the text
 * @lines: whole lines
 *
 * What is put into the same place stands there in the order of the calls; the inner of two owners comes first.
 */
void
kl_patch_insert (KlPatch    *self,
                 gsize       owner,
                 gsize       at,
                 const char *lines)
{
  add_edit (self, owner, at, at, lines)->lines = TRUE;
}

/**
 * kl_patch_move:
 * @self: a patch
 * @owner: the first byte of what the lines will belong to
 * @at: where they go, as kl_patch_insert()
 * @before: lines to put before them
 * @start: the first byte of the lines, which have to be removed by themselves
 * @end: one past the last
 * @after: lines to put behind them
 *
 * The lines come with the changes in them.
 */
void
kl_patch_move (KlPatch    *self,
               gsize       owner,
               gsize       at,
               const char *before,
               gsize       start,
               gsize       end,
               const char *after)
{
  Edit *edit = add_edit (self, owner, at, at, before);

  edit->lines = TRUE;
  edit->from[0] = start;
  edit->from[1] = end;
  edit->after = dup_with_line_breaks (self, after);
}

static int
compare_edits (gconstpointer a,
               gconstpointer b)
{
  const Edit *first = a;
  const Edit *second = b;
  gboolean first_replaces = first->end > first->start;
  gboolean second_replaces = second->end > second->start;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first_replaces != second_replaces)
    return first_replaces ? 1 : -1;
  if (first->owner != second->owner)
    return first->owner > second->owner ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

static gboolean
ends_line (GString *out)
{
  return out->len == 0 || out->str[out->len - 1] == '\n' || out->str[out->len - 1] == '\r';
}

/* Moved pieces lie in one another at most as deep as headings do. */
static void
render (KlPatch  *self,
        gsize     start,
        gsize     end,
        gboolean  whole,
        GString  *out)
{
  gsize at = start;
  gsize gone = G_MAXSIZE;

  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);

      if (edit->start < at || edit->start > end || edit->end > end || (!whole && edit->owner < start))
        continue;
      /* What stands at the end of a piece that is gone, and belongs to it, is gone as well. */
      if (edit->start == at && edit->owner >= gone && edit->owner < at)
        continue;
      if (edit->start > at)
        gone = G_MAXSIZE;
      g_string_append_len (out, self->text + at, (gssize) (edit->start - at));
      at = edit->end;
      if (edit->end > edit->start)
        gone = edit->start;
      if (edit->lines && !ends_line (out))
        g_string_append (out, self->line_break);
      g_string_append (out, edit->text);
      if (edit->from[1] > edit->from[0])
        {
          render (self, edit->from[0], edit->from[1], FALSE, out);
          if (!ends_line (out))
            g_string_append (out, self->line_break);
          g_string_append (out, edit->after);
        }
    }
  g_string_append_len (out, self->text + at, (gssize) (end - at));
}

static void
drop_last_line_break (KlPatch *self,
                      GString *out)
{
  if (g_str_has_suffix (out->str, self->line_break))
    g_string_truncate (out, out->len - strlen (self->line_break));
}

/**
 * kl_patch_apply:
 * @self: a patch
 *
 * Returns: (transfer full): the changed text; it ends with a line break only if the text did
 */
GString *
kl_patch_apply (KlPatch *self)
{
  GString *out = g_string_sized_new (self->length + 1024);
  gboolean open = self->length > 0 && self->text[self->length - 1] != '\n' && self->text[self->length - 1] != '\r';

  g_array_sort (self->edits, compare_edits);
  render (self, 0, self->length, TRUE, out);
  if (open && self->edits->len > 0 && ends_line (out))
    drop_last_line_break (self, out);
  return out;
}
