/* kl-learning-calendar.c: the days of learning of many dates
 *
 * GLib looks through all changes of a zone's clocks for each moment, which is felt with a hundred thousand of them.
 * Here time is cut into pieces. Where a piece begins and ends between the same two changes, there is none in it, and
 * its offset is kept.
 */

#include "config.h"

#include "kl-learning-calendar.h"

#include "kl-day-number.h"

/* Pieces of 2²¹ seconds are of 24 days: as many as are kept at once reach over 17 years. */
#define PIECE_BITS 21
#define N_PIECES 256u

typedef struct
{
  gint64 number; /* which piece is kept here */
  gint32 offset;
  gboolean is_known;
  gboolean is_even; /* whether its offset is the same all the time */
} Piece;

struct _KlLearningCalendar
{
  GTimeZone *zone;
  guint rollover;
  Piece pieces[N_PIECES];
};

/**
 * kl_learning_calendar_new:
 * @zone: the person's zone
 * @rollover: the hour at which a day begins, 0–23
 *
 * Returns: (transfer full): a calendar, for one thread at a time
 */
KlLearningCalendar *
kl_learning_calendar_new (GTimeZone *zone,
                          guint      rollover)
{
  KlLearningCalendar *self = g_new0 (KlLearningCalendar, 1);

  self->zone = g_time_zone_ref (zone);
  self->rollover = rollover;
  return self;
}

/**
 * kl_learning_calendar_free:
 * @self: (transfer full): a calendar
 */
void
kl_learning_calendar_free (KlLearningCalendar *self)
{
  g_time_zone_unref (self->zone);
  g_free (self);
}

static gint32
find_offset (KlLearningCalendar *self,
             gint64              second)
{
  int interval = g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, second);

  return g_time_zone_get_offset (self->zone, interval);
}

/* An arithmetic shift, so that there are pieces before 1970, too. */
static void
look_at_piece (KlLearningCalendar *self,
               Piece              *piece,
               gint64              number)
{
  gint64 begin = number * ((gint64) 1 << PIECE_BITS);
  gint64 end = begin + ((gint64) 1 << PIECE_BITS) - 1;

  piece->number = number;
  piece->is_known = TRUE;
  piece->is_even = g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, begin)
                   == g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, end);
  piece->offset = find_offset (self, begin);
}

static gint32
get_offset (KlLearningCalendar *self,
            gint64              second)
{
  gint64 number = second >> PIECE_BITS;
  Piece *piece = &self->pieces[(guint64) number % N_PIECES];

  if (!piece->is_known || piece->number != number)
    look_at_piece (self, piece, number);
  return piece->is_even ? piece->offset : find_offset (self, second);
}

/**
 * kl_learning_calendar_get_day:
 * @self: a calendar
 * @date: a date
 * @second: (out): the moment in Unix time, in seconds; %KL_DAY_NUMBER_NO_TIME where there is only a day
 *
 * As kl_day_number_of_date().
 *
 * Returns: the number of the day that it belongs to
 */
gint64
kl_learning_calendar_get_day (KlLearningCalendar *self,
                              const KlIsoDate    *date,
                              gint64             *second)
{
  if (date->second == KL_ISO_DATE_NO_TIME)
    {
      *second = KL_DAY_NUMBER_NO_TIME;
      return date->day;
    }

  *second = kl_iso_date_get_unix (date, self->zone);
  return kl_day_number_of_local (*second + get_offset (self, *second), self->rollover);
}
