/* kl-report-style.c: the fonts of a report
 *
 * They come from a font map of its own, so that a report may be set in one thread and painted in another.
 */

#include "config.h"

#include "kl-report-style.h"

#include <pango/pangocairo.h>

/* One unit of a page is a point; one of a chart is what a pixel is on screens. */
#define POINTS_PER_INCH 72
#define PIXELS_PER_INCH 96

#define FAMILY "Cantarell, Sans"

typedef struct
{
  double size;
  PangoWeight weight;
  double gray;
} Face;

static const Face faces[] = {
  [KL_REPORT_STYLE_TITLE] = { 30, PANGO_WEIGHT_BOLD, 0 },
  [KL_REPORT_STYLE_CHAPTER] = { 22, PANGO_WEIGHT_BOLD, 0 },
  [KL_REPORT_STYLE_TOPIC] = { 16, PANGO_WEIGHT_BOLD, 0 },
  [KL_REPORT_STYLE_HEADING] = { 10.5, PANGO_WEIGHT_BOLD, 0 },
  [KL_REPORT_STYLE_STRONG] = { 9.5, PANGO_WEIGHT_BOLD, 0 },
  [KL_REPORT_STYLE_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, 0 },
  /* Gray enough to stand back, and dark enough for any printer: 7:1 on white. */
  [KL_REPORT_STYLE_CAPTION] = { 8, PANGO_WEIGHT_NORMAL, 0.33 },
  [KL_REPORT_STYLE_FIGURE] = { 24, PANGO_WEIGHT_NORMAL, 0 },
};

struct _KlReportFonts
{
  gboolean right_to_left;
  PangoContext *contexts[2]; /* by whether what is set reads from the right */
  PangoContext *chart_context;
  PangoFontDescription *descriptions[G_N_ELEMENTS (faces)];
  GHashTable *layouts; /* Words → PangoLayout */
};

/* Words that were laid out. */
typedef struct
{
  char *text;
  KlReportStyle style;
  gboolean right_to_left;
  int width;
} Words;

/* So many are kept: of headings, signs, scores and dates a report has few, each often. */
#define MAX_LAYOUTS 2000

static guint
words_hash (gconstpointer data)
{
  const Words *self = data;

  return g_str_hash (self->text) ^ (guint) self->width ^ (guint) self->style << 24;
}

static gboolean
words_equal (gconstpointer a,
             gconstpointer b)
{
  const Words *self = a, *other = b;

  return self->style == other->style && self->right_to_left == other->right_to_left && self->width == other->width
         && g_str_equal (self->text, other->text);
}

static void
words_free (gpointer data)
{
  g_free (((Words *) data)->text);
  g_free (data);
}

/* Those of living languages. */
static gboolean
reads_from_right (GUnicodeScript script)
{
  static const GUnicodeScript scripts[]
    = { G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_SYRIAC,   G_UNICODE_SCRIPT_THAANA,
        G_UNICODE_SCRIPT_NKO,    G_UNICODE_SCRIPT_ADLAM,  G_UNICODE_SCRIPT_MANDAIC, G_UNICODE_SCRIPT_SAMARITAN };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (script == scripts[i])
      return TRUE;
  return FALSE;
}

static PangoContext *
create_context (PangoFontMap *fonts,
                double        per_inch,
                gboolean      right_to_left)
{
  PangoContext *context = pango_font_map_create_context (fonts);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Where words stand must not depend on what they are painted on. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, per_inch);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

/**
 * kl_report_fonts_new:
 * @right_to_left: whether the report is read from the right
 *
 * Returns: (transfer full): the fonts of a report
 */
KlReportFonts *
kl_report_fonts_new (gboolean right_to_left)
{
  KlReportFonts *self = g_new0 (KlReportFonts, 1);
  g_autoptr(PangoFontMap) fonts = pango_cairo_font_map_new ();

  self->right_to_left = right_to_left;
  self->layouts = g_hash_table_new_full (words_hash, words_equal, words_free, g_object_unref);
  self->contexts[FALSE] = create_context (fonts, POINTS_PER_INCH, FALSE);
  self->contexts[TRUE] = create_context (fonts, POINTS_PER_INCH, TRUE);
  self->chart_context = create_context (fonts, PIXELS_PER_INCH, right_to_left);
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      self->descriptions[i] = pango_font_description_from_string (FAMILY);
      pango_font_description_set_size (self->descriptions[i], (int) (faces[i].size * PANGO_SCALE));
      pango_font_description_set_weight (self->descriptions[i], faces[i].weight);
    }
  return self;
}

/**
 * kl_report_fonts_free:
 * @self: (transfer full): the fonts of a report
 */
void
kl_report_fonts_free (KlReportFonts *self)
{
  g_hash_table_unref (self->layouts);
  g_object_unref (self->contexts[FALSE]);
  g_object_unref (self->contexts[TRUE]);
  g_object_unref (self->chart_context);
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    pango_font_description_free (self->descriptions[i]);
  g_free (self);
}

/**
 * kl_report_fonts_find_right_to_left:
 *
 * Returns: whether the person's language is read from the right
 */
gboolean
kl_report_fonts_find_right_to_left (void)
{
  int n_scripts;
  const PangoScript *scripts = pango_language_get_scripts (pango_language_get_default (), &n_scripts);

  /* Pango took its numbers from Unicode's list, as GLib did. */
  return scripts != NULL && n_scripts > 0 && reads_from_right ((GUnicodeScript) scripts[0]);
}

/**
 * kl_report_fonts_reads_from_right:
 * @self: the fonts of a report
 * @text: a paragraph
 *
 * Returns: whether it is read from the right: what its first letter says, and where it has none, as the report is
 */
gboolean
kl_report_fonts_reads_from_right (const KlReportFonts *self,
                                  const char          *text)
{
  for (; *text != '\0'; text = g_utf8_find_next_char (text, NULL))
    {
      gunichar letter = g_utf8_get_char (text);

      if (g_unichar_isalpha (letter))
        return reads_from_right (g_unichar_get_script (letter));
    }
  return self->right_to_left;
}

/**
 * kl_report_fonts_get_right_to_left:
 * @self: the fonts of a report
 *
 * Returns: whether the report is read from the right
 */
gboolean
kl_report_fonts_get_right_to_left (const KlReportFonts *self)
{
  return self->right_to_left;
}

/**
 * kl_report_fonts_get_context:
 * @self: the fonts of a report
 * @right_to_left: whether what is to be set reads from the right
 *
 * Returns: (transfer none): what to set words with, in points
 */
PangoContext *
kl_report_fonts_get_context (const KlReportFonts *self,
                             gboolean             right_to_left)
{
  return self->contexts[right_to_left ? TRUE : FALSE];
}

/**
 * kl_report_fonts_get_chart_context:
 * @self: the fonts of a report
 *
 * Returns: (transfer none): what charts are set with, in the pixels of a screen
 */
PangoContext *
kl_report_fonts_get_chart_context (const KlReportFonts *self)
{
  return self->chart_context;
}

/**
 * kl_report_fonts_create_layout:
 * @self: the fonts of a report
 * @style: a style
 * @right_to_left: whether what is to be set reads from the right
 *
 * Returns: (transfer full): an empty layout in that style
 */
PangoLayout *
kl_report_fonts_create_layout (const KlReportFonts *self,
                               KlReportStyle        style,
                               gboolean             right_to_left)
{
  PangoLayout *layout = pango_layout_new (kl_report_fonts_get_context (self, right_to_left));

  pango_layout_set_font_description (layout, self->descriptions[style]);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static PangoLayout *
lay_out (const KlReportFonts *self,
         Words                words)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, &words);

  if (layout != NULL)
    return g_object_ref (layout);

  layout = kl_report_fonts_create_layout (self, words.style, words.right_to_left);
  pango_layout_set_width (layout, words.width);
  pango_layout_set_text (layout, words.text, -1);
  if (g_hash_table_size (self->layouts) < MAX_LAYOUTS)
    {
      words.text = g_strdup (words.text);
      g_hash_table_insert (self->layouts, g_memdup2 (&words, sizeof words), g_object_ref (layout));
    }
  return layout;
}

/**
 * kl_report_fonts_lay_out:
 * @self: the fonts of a report
 * @style: a style
 * @right_to_left: whether @text reads from the right
 * @text: a few words, which may come again and again
 * @width: how wide its lines may be, in Pango's units
 *
 * What fits into a line is laid out once for all widths.
 *
 * Returns: (transfer full): @text in lines, not to be changed
 */
PangoLayout *
kl_report_fonts_lay_out (const KlReportFonts *self,
                         KlReportStyle        style,
                         gboolean             right_to_left,
                         const char          *text,
                         int                  width)
{
  Words words = { (gpointer) (guintptr) text, style, right_to_left, -1 };
  g_autoptr(PangoLayout) layout = lay_out (self, words);
  int natural;

  pango_layout_get_size (layout, &natural, NULL);
  if (natural <= width)
    return g_steal_pointer (&layout);

  words.width = width;
  return lay_out (self, words);
}

/**
 * kl_report_style_get_gray:
 * @self: a style
 *
 * Returns: how light its words are, 0 for black to 1 for white
 */
double
kl_report_style_get_gray (KlReportStyle self)
{
  return faces[self].gray;
}
