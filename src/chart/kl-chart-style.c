/* kl-chart-style.c: the colours and the font that a chart is painted with */

#include "config.h"

#include "kl-chart-style.h"

#include <langinfo.h>

G_DEFINE_BOXED_TYPE (KlChartStyle, kl_chart_style, kl_chart_style_copy, kl_chart_style_free)

/* From the platform's palette and its colours for success, warning and error, one table a background. Each stands out
 * from it by 3:1 at least, by 4.5:1 in high contrast; a test computes that. */
static const guint palette[2][2][KL_CHART_N_HUES] = {
  /* GREEN, YELLOW, ORANGE, RED, BLUE, PURPLE, PLAIN */
  {
    { 0x1b8553, 0x9c6e03, 0xc64600, 0xc01c28, 0x1a5fb4, 0x813d9c, 0x5e5c64 },
    { 0x0f5132, 0x664700, 0x8f3300, 0x8a0e18, 0x103f7a, 0x4f1d66, 0x241f31 },
  },
  {
    { 0x33d17a, 0xf6d32d, 0xff9a3d, 0xff7b63, 0x78aeed, 0xdc8add, 0xc0bfbc },
    { 0x8ff0a4, 0xf9f06b, 0xffbe6f, 0xffa090, 0x99c1f1, 0xe5b5f0, 0xffffff },
  },
};

/* As GTK's calendar asks the C library; where that is another one, as ISO 8601 has it. */
static GDateWeekday
get_first_weekday (void)
{
#ifdef __GLIBC__
  /* The day that the first of a week's days is counted from, as a date in a number: a Sunday or a Monday. */
  guint counted_from = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY)) == 19971201 ? 1 : 0;
  guint first = (guint) (guchar) *nl_langinfo (_NL_TIME_FIRST_WEEKDAY);

  /* #GDateWeekday calls Sunday the seventh. */
  return (GDateWeekday) ((counted_from + first + 5) % 7 + 1);
#else
  return G_DATE_MONDAY;
#endif
}

/**
 * kl_chart_style_new:
 * @dark: light on dark instead of dark on light
 * @high_contrast: with the colours of high contrast
 *
 * Returns: (transfer full): a style with the platform's font in caption size
 */
KlChartStyle *
kl_chart_style_new (gboolean dark,
                    gboolean high_contrast)
{
  KlChartStyle *self = g_new0 (KlChartStyle, 1);
  const guint *colors = palette[dark ? 1 : 0][high_contrast ? 1 : 0];

  for (guint i = 0; i < KL_CHART_N_HUES; i++)
    self->hues[i] = kl_chart_color_from_hex (colors[i]);

  self->foreground = kl_chart_color_from_hex (dark ? 0xffffff : high_contrast ? 0x000000 : 0x333333);
  self->background = kl_chart_color_from_hex (dark ? 0x363636 : 0xffffff);
  self->accent = kl_chart_color_from_hex (dark ? 0x78aeed : 0x1c71d8);
  self->font = pango_font_description_from_string ("Cantarell, Sans 9");
  self->first_weekday = get_first_weekday ();
  self->high_contrast = high_contrast;
  return self;
}

/**
 * kl_chart_style_copy:
 * @self: a style
 *
 * Returns: (transfer full): the same again
 */
KlChartStyle *
kl_chart_style_copy (const KlChartStyle *self)
{
  KlChartStyle *copy = g_memdup2 (self, sizeof *self);

  copy->font = pango_font_description_copy (self->font);
  return copy;
}

/**
 * kl_chart_style_free:
 * @self: (transfer full): a style
 */
void
kl_chart_style_free (KlChartStyle *self)
{
  pango_font_description_free (self->font);
  g_free (self);
}
