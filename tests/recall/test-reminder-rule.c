/* test-reminder-rule.c: once a day, not before its hour, whatever becomes of the clock */

#include "config.h"

#include "model/kl-iso-date.h"
#include "recall/kl-reminder-rule.h"

#define MINUTE G_TIME_SPAN_MINUTE
#define N_WALKS 60
#define N_STEPS 400

/* All that there is of a computer and its person here. */
typedef struct
{
  GDateTime  *now;
  gboolean    is_wanted;
  guint       hour;
  char      **days;
  gint64      out;
  gboolean    is_known;
  guint       n_due;
  GHashTable *reminded; /* day → how often */
} World;

static void
world_init (World      *self,
            const char *now)
{
  *self = (World){ .is_wanted = TRUE, .hour = 9, .is_known = TRUE, .n_due = 3 };
  self->now = g_date_time_new_from_iso8601 (now, NULL);
  g_assert_nonnull (self->now);
  self->reminded = g_hash_table_new (NULL, NULL);
}

static void
world_clear (World *self)
{
  g_date_time_unref (self->now);
  g_strfreev (self->days);
  g_hash_table_unref (self->reminded);
}

static void
set_now (World     *self,
         GDateTime *now)
{
  g_date_time_unref (self->now);
  self->now = now;
}

static void
set_time (World      *self,
          const char *now)
{
  set_now (self, g_date_time_new_from_iso8601 (now, NULL));
  g_assert_nonnull (self->now);
}

static KlReminderFacts
get_facts (World *self)
{
  return (KlReminderFacts){ .now = self->now,
                            .is_wanted = self->is_wanted,
                            .hour = self->hour,
                            .days = (const char *const *) self->days,
                            .out = self->out,
                            .is_known = self->is_known,
                            .n_due = self->n_due };
}

static void
settle_day (World *self,
            gint64 day)
{
  char **more = kl_reminder_rule_add_day ((const char *const *) self->days, day);

  g_strfreev (self->days);
  self->days = more;
}

/* What a program does that goes by the rule, until there is nothing to do; returns whether it reminded. */
static gboolean
follow (World *self)
{
  gint64 today = kl_reminder_rule_get_day (self->now);
  gboolean has_reminded = FALSE;

  for (guint i = 0; i < 3; i++)
    {
      const KlReminderFacts facts = get_facts (self);
      KlReminderStep step = kl_reminder_rule_decide (&facts);

      if (step == KL_REMINDER_NOTHING)
        return has_reminded;
      if (step == KL_REMINDER_WITHDRAW)
        {
          g_assert_cmpint (self->out, !=, 0);
          self->out = 0;
          continue;
        }

      g_assert_cmpint (self->out, ==, 0);
      settle_day (self, today);
      self->out = today;
      has_reminded = TRUE;
      g_hash_table_insert (self->reminded, GINT_TO_POINTER ((int) today),
                           GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (self->reminded,
                                                                                  GINT_TO_POINTER ((int) today)))
                                            + 1));
    }

  g_assert_not_reached ();
}

static gboolean
has_settled (World  *self,
             gint64  day)
{
  g_autofree char *date = kl_iso_date_format_day (day);

  return self->days != NULL && g_strv_contains ((const char *const *) self->days, date);
}

static void
test_hour (void)
{
  World world;

  world_init (&world, "2026-11-23T08:59:59Z");
  g_assert_false (follow (&world));
  set_time (&world, "2026-11-23T09:00:00Z");
  g_assert_true (follow (&world));
  g_assert_cmpstr (world.days[0], ==, "2026-11-23");
  g_assert_false (follow (&world));
  /* Another hour of the same day makes none more, nor does a new start. */
  world.hour = 15;
  world.out = 0;
  set_time (&world, "2026-11-23T15:00:00Z");
  g_assert_false (follow (&world));
  /* The computer slept at that hour. */
  set_time (&world, "2026-11-24T21:30:00Z");
  g_assert_true (follow (&world));
  world_clear (&world);
}

static void
test_withdrawn (void)
{
  World world;

  world_init (&world, "2026-11-23T09:00:00Z");
  g_assert_true (follow (&world));
  world.is_known = FALSE;
  world.n_due = 0;
  g_assert_false (follow (&world));
  g_assert_cmpint (world.out, !=, 0); /* nobody knows */
  world.is_known = TRUE;
  g_assert_false (follow (&world));
  g_assert_cmpint (world.out, ==, 0); /* done */
  world.n_due = 1;
  g_assert_false (follow (&world)); /* taken back: the day had its reminder */

  set_time (&world, "2026-11-24T09:00:00Z");
  g_assert_true (follow (&world));
  world.is_known = FALSE;
  set_time (&world, "2026-11-24T23:59:59Z");
  g_assert_false (follow (&world));
  g_assert_cmpint (world.out, !=, 0);
  set_time (&world, "2026-11-25T00:00:00Z");
  g_assert_false (follow (&world));
  g_assert_cmpint (world.out, ==, 0); /* its day is over */

  world.is_known = TRUE;
  set_time (&world, "2026-11-25T10:00:00Z");
  g_assert_true (follow (&world));
  world.is_wanted = FALSE;
  g_assert_false (follow (&world));
  g_assert_cmpint (world.out, ==, 0); /* switched off */
  world_clear (&world);
}

static void
test_clock_set_back (void)
{
  World world;

  world_init (&world, "2026-11-22T10:00:00Z");
  g_assert_true (follow (&world));
  set_time (&world, "2026-11-23T10:00:00Z");
  g_assert_true (follow (&world));
  set_time (&world, "2026-11-22T10:00:00Z");
  g_assert_false (follow (&world)); /* that day had one */
  set_time (&world, "2026-11-23T10:00:00Z");
  g_assert_false (follow (&world)); /* and so had this */
  set_time (&world, "2026-11-24T10:00:00Z");
  g_assert_true (follow (&world));

  /* A clock that was years ahead keeps no day without. */
  set_time (&world, "2099-01-01T10:00:00Z");
  g_assert_true (follow (&world));
  set_time (&world, "2026-11-25T10:00:00Z");
  g_assert_true (follow (&world));
  /* And one that began in the past, as without a battery, repeats none. */
  set_time (&world, "1970-01-01T10:00:00Z");
  g_assert_true (follow (&world));
  set_time (&world, "2026-11-25T11:00:00Z");
  g_assert_false (follow (&world));
  world_clear (&world);
}

/* The hour that is left out in spring, and the one that comes twice in autumn. */
static void
test_summer_time (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  World world;

  if (zone == NULL)
    {
      g_test_skip ("this computer knows no time zones");
      return;
    }

  world_init (&world, "2027-03-28T00:59:00Z");
  world.hour = 2;
  set_now (&world, g_date_time_to_timezone (world.now, zone));
  g_assert_false (follow (&world)); /* 01:59 */
  set_now (&world, g_date_time_add (world.now, 2 * MINUTE));
  g_assert_cmpint (g_date_time_get_hour (world.now), ==, 3);
  g_assert_true (follow (&world));

  set_time (&world, "2027-10-31T00:30:00Z");
  set_now (&world, g_date_time_to_timezone (world.now, zone));
  g_assert_cmpint (g_date_time_get_hour (world.now), ==, 2);
  g_assert_true (follow (&world));
  set_now (&world, g_date_time_add (world.now, 60 * MINUTE));
  g_assert_cmpint (g_date_time_get_hour (world.now), ==, 2);
  g_assert_false (follow (&world));
  world_clear (&world);
}

/* What is no date, as of somebody's hand, is passed over. */
static void
test_days (void)
{
  static const char *const days[] = { "", "yesterday", "2026-11-23", "2026-11-22T10:00", NULL };
  g_auto(GStrv) more = kl_reminder_rule_add_day (days, kl_iso_date_parse_day ("2026-11-23"));
  g_autofree char *joined = g_strjoinv (" ", more);

  g_assert_cmpstr (joined, ==, "2026-11-23  yesterday 2026-11-22T10:00");
  for (guint i = 0; i < 100; i++)
    {
      char **next = kl_reminder_rule_add_day ((const char *const *) more, 800000 + i);

      g_strfreev (more);
      more = next;
    }
  g_assert_cmpuint (g_strv_length (more), ==, 31);
}

static GDateTime *
go_on (World *self)
{
  int chance = g_test_rand_int_range (0, 100);

  if (chance < 60)
    return g_date_time_add (self->now, g_test_rand_int_range (0, 120) * MINUTE);
  if (chance < 75)
    return g_date_time_add (self->now, g_test_rand_int_range (0, 48 * 60) * MINUTE); /* asleep */
  if (chance < 92)
    return g_date_time_add (self->now, g_test_rand_int_range (-72 * 60, 24 * 60) * MINUTE); /* set by hand */
  return g_date_time_add_days (self->now, g_test_rand_int_range (-8, 8));
}

static void
change_something (World *self)
{
  static const char *const zones[] = { "UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Apia", "Asia/Kolkata",
                                       "Pacific/Kiritimati" };
  g_autoptr(GTimeZone) zone = NULL;

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      self->hour = (guint) g_test_rand_int_range (0, 24);
      break;
    case 1:
      self->is_wanted = !self->is_wanted || g_test_rand_bit ();
      break;
    case 2:
    case 3:
      self->n_due = (guint) g_test_rand_int_range (0, 3);
      break;
    case 4:
      self->is_known = !self->is_known || g_test_rand_bit ();
      break;
    case 5: /* killed, and started again */
      self->out = self->days != NULL ? kl_iso_date_parse_day (self->days[0]) : 0;
      break;
    case 6: /* put off */
      settle_day (self, kl_reminder_rule_get_day (self->now));
      self->out = 0;
      break;
    case 7: /* a journey */
      zone = g_time_zone_new_identifier (zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))]);
      if (zone != NULL)
        set_now (self, g_date_time_to_timezone (self->now, zone));
      break;
    default:
      set_now (self, go_on (self));
      break;
    }
}

static void
assert_as_it_should_be (World    *self,
                        gboolean  has_reminded)
{
  gint64 today = kl_reminder_rule_get_day (self->now);
  gboolean is_time = (guint) g_date_time_get_hour (self->now) >= self->hour;

  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (self->reminded, GINT_TO_POINTER ((int) today))), <=, 1);
  if (has_reminded)
    g_assert_true (is_time && self->is_wanted && self->is_known && self->n_due > 0);
  if (!self->is_wanted || (self->is_known && self->n_due == 0))
    g_assert_cmpint (self->out, ==, 0);
  if (self->out != 0)
    g_assert_true (self->out == today || self->out == today + 1);
  /* No day goes without: at the latest when no other day's reminder is out any more. */
  if (self->is_wanted && is_time && self->is_known && self->n_due > 0 && self->out == 0)
    g_assert_true (has_settled (self, today));
}

/* Whatever happens within a month of days. */
static void
test_walks (void)
{
  guint n_reminded = 0;

  for (guint i = 0; i < N_WALKS; i++)
    {
      World world;

      world_init (&world, "2026-10-20T10:00:00Z");
      for (guint j = 0; j < N_STEPS; j++)
        {
          gboolean has_reminded = follow (&world);

          assert_as_it_should_be (&world, has_reminded);
          n_reminded += has_reminded ? 1 : 0;
          change_something (&world);
          if (world.days != NULL && g_strv_length (world.days) > 30)
            break;
        }
      world_clear (&world);
    }
  g_assert_cmpuint (n_reminded, >, N_WALKS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-rule/hour", test_hour);
  g_test_add_func ("/reminder-rule/withdrawn", test_withdrawn);
  g_test_add_func ("/reminder-rule/clock-set-back", test_clock_set_back);
  g_test_add_func ("/reminder-rule/summer-time", test_summer_time);
  g_test_add_func ("/reminder-rule/days", test_days);
  g_test_add_func ("/reminder-rule/walks", test_walks);
  return g_test_run ();
}
