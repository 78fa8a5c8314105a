/* kl-report-text.c: a paragraph in lines
 *
 * Pango takes ever longer for each line of a long paragraph, so it gets a paragraph piece by piece. The last line of a
 * piece may go on in the next one: it is left out, and the next piece begins where it does. The lines are therefore
 * those of the whole paragraph. What was laid out can be let go of; it is made again when it is painted.
 */

#include "config.h"

#include "kl-report-text.h"

#include <pango/pangocairo.h>
#include <string.h>

/* Many lines on any paper, and little to lay out twice. */
#define PIECE_BYTES 4096

/* Words that may come again, as those of a table do. */
#define FEW_BYTES 32

/* Between the feet of two lines, over what the font itself asks for. */
#define LEADING 1.08

typedef struct
{
  gsize start; /* in the paragraph, in bytes */
  gsize length;
  guint first_line;
  PangoLayout *layout; /* NULL while it is not needed */
} Piece;

typedef struct
{
  guint piece;
  float height;
  float baseline; /* from its top */
  float left;     /* where its words begin, and how wide they are */
  float width;
} Line;

struct _KlReportText
{
  char *text;
  gsize length;
  KlReportStyle style;
  PangoAttrList *attributes;
  gboolean right_to_left; /* known from the first width on */

  double width;
  GArray *pieces;
  GArray *lines;
};

static void
clear_piece (gpointer data)
{
  g_clear_object (&((Piece *) data)->layout);
}

/**
 * kl_report_text_new:
 * @text: words in UTF-8
 * @style: how they are set
 * @attributes: (nullable) (transfer full): how some of them are set otherwise
 *
 * Returns: (transfer full): a paragraph
 */
KlReportText *
kl_report_text_new (const char    *text,
                    KlReportStyle  style,
                    PangoAttrList *attributes)
{
  KlReportText *self = g_new0 (KlReportText, 1);

  self->text = g_utf8_make_valid (text, -1);
  self->length = strlen (self->text);
  self->style = style;
  self->attributes = attributes;
  self->pieces = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  return self;
}

/**
 * kl_report_text_free:
 * @self: (transfer full): a paragraph
 */
void
kl_report_text_free (KlReportText *self)
{
  g_array_unref (self->pieces);
  g_array_unref (self->lines);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_free (self->text);
  g_free (self);
}

/**
 * kl_report_text_get_text:
 * @self: a paragraph
 *
 * Returns: (transfer none): its words
 */
const char *
kl_report_text_get_text (const KlReportText *self)
{
  return self->text;
}

/**
 * kl_report_text_get_style:
 * @self: a paragraph
 *
 * Returns: how it is set
 */
KlReportStyle
kl_report_text_get_style (const KlReportText *self)
{
  return self->style;
}

/* Those of a part of the paragraph, counted from its start. */
static PangoAttrList *
cut_attributes (PangoAttrList *attributes,
                gsize          start,
                gsize          length)
{
  PangoAttrList *cut = pango_attr_list_new ();
  GSList *all = pango_attr_list_get_attributes (attributes);

  for (GSList *link = all; link != NULL; link = link->next)
    {
      PangoAttribute *attribute = link->data;

      if (attribute->end_index > start && attribute->start_index < start + length)
        {
          attribute->start_index = attribute->start_index > start ? attribute->start_index - (guint) start : 0;
          attribute->end_index = (guint) MIN (attribute->end_index - start, length);
          pango_attr_list_insert (cut, attribute);
        }
      else
        {
          pango_attribute_destroy (attribute);
        }
    }
  g_slist_free (all);
  return cut;
}

static PangoLayout *
lay_out (const KlReportText  *self,
         const KlReportFonts *fonts,
         gsize                start,
         gsize                length)
{
  int width = (int) MAX (self->width * PANGO_SCALE, 1);
  PangoLayout *layout;

  if (self->length <= FEW_BYTES && self->attributes == NULL)
    return kl_report_fonts_lay_out (fonts, self->style, self->right_to_left, self->text, width);

  layout = kl_report_fonts_create_layout (fonts, self->style, self->right_to_left);
  pango_layout_set_width (layout, width);
  pango_layout_set_text (layout, self->text + start, (int) length);
  if (self->attributes != NULL)
    {
      PangoAttrList *attributes = cut_attributes (self->attributes, start, length);

      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

static gsize
find_end (const KlReportText *self,
          gsize               start)
{
  const char *end;

  if (self->length - start <= PIECE_BYTES)
    return self->length;

  end = g_utf8_find_prev_char (self->text + start, self->text + start + PIECE_BYTES);
  return (gsize) (end - self->text);
}

static void
add_line (KlReportText    *self,
          guint            piece,
          PangoLayoutLine *layout_line)
{
  PangoRectangle logical;
  Line line = { .piece = piece };

  pango_layout_line_get_extents (layout_line, NULL, &logical);
  line.height = (float) (LEADING * logical.height / PANGO_SCALE);
  line.baseline = (float) (-(double) logical.y / PANGO_SCALE);
  line.left = (float) ((double) logical.x / PANGO_SCALE);
  line.width = (float) ((double) logical.width / PANGO_SCALE);
  g_array_append_val (self->lines, line);
}

/* Returns where the next piece begins. */
static gsize
add_piece (KlReportText        *self,
           const KlReportFonts *fonts,
           gsize                start)
{
  gsize end = find_end (self, start);
  Piece piece = { start, end - start, self->lines->len, lay_out (self, fonts, start, end - start) };
  int n_lines = pango_layout_get_line_count (piece.layout);

  if (end < self->length && n_lines > 1)
    {
      PangoLayoutLine *last = pango_layout_get_line_readonly (piece.layout, n_lines - 1);

      /* A line that the piece does not end. */
      if (last->start_index > 0)
        {
          n_lines--;
          end = start + (gsize) last->start_index;
        }
    }
  for (int i = 0; i < n_lines; i++)
    add_line (self, self->pieces->len, pango_layout_get_line_readonly (piece.layout, i));
  g_array_append_val (self->pieces, piece);
  return end;
}

/**
 * kl_report_text_set_width:
 * @self: a paragraph
 * @fonts: what it is set with
 * @width: how wide its lines may be, in points
 *
 * Breaks it into lines.
 */
void
kl_report_text_set_width (KlReportText        *self,
                          const KlReportFonts *fonts,
                          double               width)
{
  gsize start = 0;

  if (self->lines->len > 0 && ABS (self->width - width) < 0.001)
    return;

  self->width = width;
  self->right_to_left = kl_report_fonts_reads_from_right (fonts, self->text);
  g_array_set_size (self->pieces, 0);
  g_array_set_size (self->lines, 0);
  do
    start = add_piece (self, fonts, start);
  while (start < self->length);
}

/**
 * kl_report_text_get_n_lines:
 * @self: a paragraph whose width is set
 *
 * Returns: how many lines it has
 */
guint
kl_report_text_get_n_lines (const KlReportText *self)
{
  return self->lines->len;
}

/**
 * kl_report_text_get_height:
 * @self: a paragraph whose width is set
 * @line: one of its lines
 *
 * Returns: how much room it takes, in points
 */
double
kl_report_text_get_height (const KlReportText *self,
                           guint               line)
{
  return (double) g_array_index (self->lines, Line, line).height;
}

static PangoLayoutLine *
ensure_line (const KlReportText  *self,
             const KlReportFonts *fonts,
             guint                line)
{
  Piece *piece = &g_array_index (self->pieces, Piece, g_array_index (self->lines, Line, line).piece);

  if (piece->layout == NULL)
    piece->layout = lay_out (self, fonts, piece->start, piece->length);
  return pango_layout_get_line_readonly (piece->layout, (int) (line - piece->first_line));
}

/**
 * kl_report_text_forget:
 * @self: a paragraph
 *
 * Lets go of what can be made again.
 */
void
kl_report_text_forget (KlReportText *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    clear_piece (&g_array_index (self->pieces, Piece, i));
}

/**
 * kl_report_text_find_start:
 * @self: a paragraph whose width is set
 * @fonts: what it is set with
 * @line: one of its lines, or how many there are
 *
 * Returns: where in its words the line begins, in bytes
 */
gsize
kl_report_text_find_start (KlReportText        *self,
                           const KlReportFonts *fonts,
                           guint                line)
{
  const Piece *piece;

  if (line >= self->lines->len)
    return self->length;

  piece = &g_array_index (self->pieces, Piece, g_array_index (self->lines, Line, line).piece);
  return piece->start + (gsize) ensure_line (self, fonts, line)->start_index;
}

/**
 * kl_report_text_paint_line:
 * @self: a paragraph whose width is set
 * @fonts: what it is set with
 * @line: one of its lines
 * @cr: where to
 * @x: where its column begins, at the left
 * @y: where the line begins, at the top
 * @align: where it stands in the column
 */
void
kl_report_text_paint_line (KlReportText        *self,
                           const KlReportFonts *fonts,
                           guint                line,
                           cairo_t             *cr,
                           double               x,
                           double               y,
                           KlReportAlign        align)
{
  PangoLayoutLine *words = ensure_line (self, fonts, line);
  gboolean from_right = align == KL_REPORT_ALIGN_OWN ? self->right_to_left : kl_report_fonts_get_right_to_left (fonts);
  double gray = kl_report_style_get_gray (self->style);
  const Line *set = &g_array_index (self->lines, Line, line);
  double free_room = self->width - (double) set->width;

  if (align == KL_REPORT_ALIGN_CENTER)
    x += free_room / 2;
  else if (from_right != (align == KL_REPORT_ALIGN_END))
    x += free_room;

  cairo_set_source_rgb (cr, gray, gray, gray);
  cairo_move_to (cr, x - (double) set->left, y + (double) set->baseline);
  pango_cairo_show_layout_line (cr, words);
}
