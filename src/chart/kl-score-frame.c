/* kl-score-frame.c: what stands around and behind scores in time: zones, limits, names and dates */

#include "config.h"

#include "kl-score-frame.h"

#include <glib/gi18n.h>
#include <math.h>

#include "kl-chart-axis.h"

#define GAP KL_CHART_SHEET_GAP
/* Of the width, at most, for the names of the bands. */
#define NAMES_PART 0.3

/**
 * kl_score_frame_init:
 * @self: (out caller-allocates): a frame
 * @sheet: a sheet with nothing on it
 * @bands: (element-type KlChartBand): the bands, best first, which outlive the frame
 *
 * Cuts the dates below, the limits before and the names of the bands after the plot in the direction of reading.
 */
void
kl_score_frame_init (KlScoreFrame *self,
                     KlChartSheet *sheet,
                     const GArray *bands)
{
  double line, names = 0, before = kl_chart_sheet_measure (sheet, "100", &line) + GAP;

  for (guint i = 0; i < bands->len; i++)
    names = MAX (names, kl_chart_sheet_measure (sheet, kl_chart_bands_get (bands, (int) i)->name, NULL));
  names = MIN (names, sheet->room.width * NAMES_PART);
  kl_chart_axis_cut (sheet, before, names > 0 ? names + GAP : 0, line + GAP / 2);
  sheet->plot = (cairo_rectangle_t) { sheet->field.x + KL_SCORE_FRAME_INSET_X, sheet->field.y + KL_SCORE_FRAME_INSET_Y,
                                      MAX (sheet->field.width - 2 * KL_SCORE_FRAME_INSET_X, 0),
                                      MAX (sheet->field.height - 2 * KL_SCORE_FRAME_INSET_Y, 0) };
  self->sheet = sheet;
  self->bands = bands;
  self->names_width = names;
  kl_score_frame_set_days (self, 0, 0);
}

/**
 * kl_score_frame_set_days:
 * @self: a frame
 * @first: the first day that there is anything of, as in #GDate, 0 where there is none
 * @last: the last one
 *
 * Sets the scale, over the sheet's plot.
 */
void
kl_score_frame_set_days (KlScoreFrame *self,
                         int           first,
                         int           last)
{
  kl_score_scale_init (&self->scale, &self->sheet->plot, first, last, self->sheet->view);
}

/**
 * kl_score_frame_is_seen:
 * @self: a frame
 * @day: a day as in #GDate, 0 for none
 *
 * Returns: whether it is in the part that is seen
 */
gboolean
kl_score_frame_is_seen (const KlScoreFrame *self,
                        int                 day)
{
  double x = kl_score_scale_get_x (&self->scale, day);

  return day > 0 && x >= self->scale.plot.x - 0.5 && x <= self->scale.plot.x + self->scale.plot.width + 0.5;
}

/**
 * kl_score_frame_get_color:
 * @self: a frame
 * @rank: a band's place from the top, -1 for none
 *
 * Returns: its colour
 */
KlChartColor
kl_score_frame_get_color (const KlScoreFrame *self,
                          int                 rank)
{
  const KlChartBand *band = kl_chart_bands_get (self->bands, rank);

  return self->sheet->style->hues[band != NULL ? band->hue : KL_CHART_HUE_PLAIN];
}

static void
add_rectangle (const KlScoreFrame *self,
               double              x,
               double              y,
               double              width,
               double              height,
               KlChartColor        color)
{
  const cairo_rectangle_t area = { x, y, width, height };

  kl_chart_sheet_add_rectangle (self->sheet, -1, &area, color);
}

/**
 * kl_score_frame_lay_zones:
 * @self: a frame
 *
 * The outer bands reach to the edges of the field, behind marks of 0 and of 100.
 */
void
kl_score_frame_lay_zones (const KlScoreFrame *self)
{
  const cairo_rectangle_t *field = &self->sheet->field;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const KlChartBand *band = kl_chart_bands_get (self->bands, (int) i);
      double top = i == 0 ? field->y : round (kl_score_scale_get_y (&self->scale, band->high));
      double bottom = i == self->bands->len - 1 ? field->y + field->height
                                                : round (kl_score_scale_get_y (&self->scale, band->low));

      add_rectangle (self, field->x, top, field->width, bottom - top,
                     kl_chart_color_fade (self->sheet->style->hues[band->hue], 0.08));
    }
  for (guint i = 0; i + 1 < self->bands->len; i++)
    add_rectangle (self, field->x,
                   round (kl_score_scale_get_y (&self->scale, kl_chart_bands_get (self->bands, (int) i)->low)),
                   field->width, 1, kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.15));
}

/**
 * kl_score_frame_lay_today:
 * @self: a frame
 * @today: the day that it is, 0 to leave it out
 */
void
kl_score_frame_lay_today (const KlScoreFrame *self,
                          int                 today)
{
  if (kl_score_frame_is_seen (self, today))
    add_rectangle (self, round (kl_score_scale_get_x (&self->scale, today)), self->sheet->field.y, 1,
                   self->sheet->field.height, kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.35));
}

static gboolean
is_to_come_seen (const KlScoreFrame *self,
                 int                 day)
{
  return day <= self->scale.time.last_day && kl_score_frame_is_seen (self, day);
}

/**
 * kl_score_frame_lay_due:
 * @self: a frame
 * @due: the day on which it is to be explained again, 0 to leave it out
 */
void
kl_score_frame_lay_due (const KlScoreFrame *self,
                        int                 due)
{
  const cairo_rectangle_t *field = &self->sheet->field;
  double x = round (kl_score_scale_get_x (&self->scale, due)) + 0.5;
  KlChartItem *item;

  if (!is_to_come_seen (self, due))
    return;

  kl_chart_sheet_add_point (self->sheet, x, field->y);
  kl_chart_sheet_add_point (self->sheet, x, field->y + field->height);
  item = kl_chart_sheet_end_points (self->sheet, KL_CHART_ITEM_LINE, -1,
                                    kl_chart_sheet_faint (self->sheet, self->sheet->style->foreground, 0.45));
  item->line_width = 1;
  item->dash = 3;
}

static void
place_limit (const KlScoreFrame *self,
             double              limit)
{
  const cairo_rectangle_t *field = &self->sheet->field;
  gboolean mirrored = self->sheet->style->right_to_left;
  g_autofree char *number = kl_chart_text_number (limit);
  const KlChartText text = { .text = number,
                             .x = mirrored ? field->x + field->width + GAP : field->x - GAP,
                             .y = kl_score_scale_get_y (&self->scale, limit),
                             .align_x = mirrored ? 0 : 1,
                             .align_y = 0.5,
                             .color = kl_score_frame_get_color (self, -1) };

  kl_chart_sheet_add_text (self->sheet, &text);
}

static void
place_name (const KlScoreFrame *self,
            const KlChartBand  *band)
{
  const cairo_rectangle_t *field = &self->sheet->field;
  gboolean mirrored = self->sheet->style->right_to_left;
  double low = kl_score_scale_get_y (&self->scale, band->low), high = kl_score_scale_get_y (&self->scale, band->high);
  const KlChartText text = { .text = band->name,
                             .x = mirrored ? field->x - GAP : field->x + field->width + GAP,
                             .y = (low + high) / 2,
                             .align_x = mirrored ? 1 : 0,
                             .align_y = 0.5,
                             .max_width = MAX (self->names_width, 1),
                             .color = self->sheet->style->hues[band->hue] };

  kl_chart_sheet_add_text (self->sheet, &text);
}

/**
 * kl_score_frame_lay_limits:
 * @self: a frame
 *
 * The limits of the bands first: where there is not room for all, 0 and 100 are what anybody knows. Then their names.
 */
void
kl_score_frame_lay_limits (const KlScoreFrame *self)
{
  for (guint i = 0; i < self->bands->len; i++)
    place_limit (self, kl_chart_bands_get (self->bands, (int) i)->low);
  place_limit (self, 100);
  place_limit (self, 0);
  for (guint i = 0; i < self->bands->len; i++)
    place_name (self, kl_chart_bands_get (self->bands, (int) i));
}

static gboolean
place_date (const KlScoreFrame *self,
            const char         *words,
            int                 day)
{
  const cairo_rectangle_t *field = &self->sheet->field;
  const KlChartText text = { .text = words,
                             .x = kl_score_scale_get_x (&self->scale, day),
                             .y = field->y + field->height + GAP / 2,
                             .align_x = 0.5,
                             .color = kl_score_frame_get_color (self, -1),
                             .within = field };

  return kl_chart_sheet_add_text (self->sheet, &text);
}

/* What happens on a day that is still to come, where that is seen and there is room for it. */
static gboolean
place_day_to_come (const KlScoreFrame *self,
                   const char         *format,
                   int                 day)
{
  g_autofree char *date = kl_chart_text_day (day, KL_CHART_DATE_DAY);
  g_autoptr(GString) words = g_string_new (format);

  g_string_replace (words, "%s", date, 1);
  return is_to_come_seen (self, day) && place_date (self, words->str, day);
}

/**
 * kl_score_frame_lay_dates:
 * @self: a frame
 * @today: the day that it is, 0 to leave it out
 * @due: the day on which it is to be explained again, 0 to leave it out
 * @crossing: the day on which what is expected falls below the target, 0 to leave it out
 *
 * Where today is the only day, its date says more than its name.
 */
void
kl_score_frame_lay_dates (const KlScoreFrame *self,
                          int                 today,
                          int                 due,
                          int                 crossing)
{
  int first = (int) ceil (self->scale.time.from);
  guint n_before;

  if (self->scale.time.first_day < self->scale.time.last_day && kl_score_frame_is_seen (self, today))
    place_date (self, _("Today"), today);
  /* Translators: the day on which a topic is to be explained again: “Due 8 Jan”. */
  place_day_to_come (self, _("Due %s"), due);
  /* Translators: the day from which on the expected score is below the one that is aimed at: “Below target 3 Mar”. */
  if (!place_day_to_come (self, _("Below target %s"), crossing))
    /* The cross that is in the plot says as much beside another date. */
    place_day_to_come (self, "× %s", crossing);

  n_before = self->sheet->items->len;
  kl_chart_axis_lay_dates (self->sheet, &self->scale.time);
  /* Where no round date has room beside today, the first day says at least when it began. */
  if (self->sheet->items->len == n_before && first > 0)
    {
      g_autofree char *text = kl_chart_text_day (first, KL_CHART_DATE_YEAR);

      place_date (self, text, first);
    }
}

/**
 * kl_score_frame_lay_words:
 * @self: a frame
 * @words: what is said instead of marks
 *
 * In the middle of a zone, where no line of the grid runs through it.
 */
void
kl_score_frame_lay_words (const KlScoreFrame *self,
                          const char         *words)
{
  const cairo_rectangle_t *field = &self->sheet->field;
  const KlChartBand *tallest = NULL;
  double middle = 50;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const KlChartBand *band = kl_chart_bands_get (self->bands, (int) i);

      if (tallest == NULL || band->high - band->low > tallest->high - tallest->low)
        tallest = band;
    }
  if (tallest != NULL)
    middle = (tallest->low + tallest->high) / 2;

  kl_chart_sheet_add_text (self->sheet, &(KlChartText) { .text = words,
                                                         .x = field->x + field->width / 2,
                                                         .y = kl_score_scale_get_y (&self->scale, middle),
                                                         .align_x = 0.5,
                                                         .align_y = 0.5,
                                                         .max_width = MAX (field->width, 1),
                                                         .color = kl_score_frame_get_color (self, -1) });
}
