/* kl-study-clock.c: a study session that is not over yet
 *
 * It belongs to a subject and, as a draft, is beyond the reach of undo: time that was spent is not taken back. All that
 * is needed to go on after the program was killed is in it.
 */

#include "config.h"

#include "kl-study-clock.h"

struct _KlStudyClock
{
  KlRecord parent_instance;

  int kind;
  gint64 minutes;
  char *started;
  gint64 seconds;
  char *running_since;
  char *boot;
  gint64 ticks;
  char *notes;
  char *ticked;
};

G_DEFINE_FINAL_TYPE (KlStudyClock, kl_study_clock, KL_TYPE_RECORD)

static const KlField fields[] = {
  { "kind", KL_FIELD_CHOICE, G_STRUCT_OFFSET (KlStudyClock, kind), kl_session_kind_get_type },
  { "minutes", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlStudyClock, minutes), NULL },
  { "started", KL_FIELD_STRING, G_STRUCT_OFFSET (KlStudyClock, started), NULL },
  { "seconds", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlStudyClock, seconds), NULL },
  { "running-since", KL_FIELD_STRING, G_STRUCT_OFFSET (KlStudyClock, running_since), NULL },
  { "boot", KL_FIELD_STRING, G_STRUCT_OFFSET (KlStudyClock, boot), NULL },
  { "ticks", KL_FIELD_INTEGER, G_STRUCT_OFFSET (KlStudyClock, ticks), NULL },
  { "notes", KL_FIELD_STRING, G_STRUCT_OFFSET (KlStudyClock, notes), NULL },
  { "ticked", KL_FIELD_STRING, G_STRUCT_OFFSET (KlStudyClock, ticked), NULL },
};

static void
kl_study_clock_class_init (KlStudyClockClass *klass)
{
  kl_record_class_install_fields (KL_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
kl_study_clock_init (KlStudyClock *self)
{
}

KlSessionKind
kl_study_clock_get_kind (KlStudyClock *self)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), 0);

  return (KlSessionKind) self->kind;
}

/**
 * kl_study_clock_get_minutes:
 * @self: a clock
 *
 * Returns: how long the session is meant to be, 0 where nobody said
 */
gint64
kl_study_clock_get_minutes (KlStudyClock *self)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), 0);

  return self->minutes;
}

/**
 * kl_study_clock_get_started:
 * @self: a clock
 *
 * Returns: (nullable): when the session began, as ISO 8601
 */
const char *
kl_study_clock_get_started (KlStudyClock *self)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), NULL);

  return self->started;
}

/**
 * kl_study_clock_get_seconds:
 * @self: a clock
 *
 * Returns: the time that was spent until it was paused last, or until it was saved
 */
gint64
kl_study_clock_get_seconds (KlStudyClock *self)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), 0);

  return self->seconds;
}

/**
 * kl_study_clock_get_running_since:
 * @self: a clock
 *
 * Returns: (nullable): the moment from which on time is to be added to the seconds, as ISO 8601; %NULL while it is
 *   paused
 */
const char *
kl_study_clock_get_running_since (KlStudyClock *self)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), NULL);

  return self->running_since;
}

/**
 * kl_study_clock_get_boot:
 * @self: a clock
 *
 * Returns: (nullable): of which start of the computer kl_study_clock_get_ticks() is
 */
const char *
kl_study_clock_get_boot (KlStudyClock *self)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), NULL);

  return self->boot;
}

/**
 * kl_study_clock_get_ticks:
 * @self: a clock
 *
 * Returns: the moment of kl_study_clock_get_running_since() by a clock that nobody sets, in microseconds; it counts as
 *   long as the computer was not started again
 */
gint64
kl_study_clock_get_ticks (KlStudyClock *self)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), 0);

  return self->ticks;
}

const char *
kl_study_clock_get_notes (KlStudyClock *self)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), NULL);

  return self->notes;
}

/**
 * kl_study_clock_get_ticked:
 * @self: a clock
 *
 * Returns: (nullable): the ids of the points and gaps that were ticked, one a line
 */
const char *
kl_study_clock_get_ticked (KlStudyClock *self)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), NULL);

  return self->ticked;
}

/**
 * kl_study_clock_is_running:
 * @self: a clock
 * @boot: (nullable): of which start of the computer the moment is
 *
 * Nobody knows how long the computer was off: after a new start the clock stands at what was saved of it.
 *
 * Returns: whether the time counts
 */
gboolean
kl_study_clock_is_running (KlStudyClock *self,
                           const char   *boot)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), FALSE);

  return self->running_since != NULL && boot != NULL && g_strcmp0 (self->boot, boot) == 0;
}

/**
 * kl_study_clock_get_elapsed:
 * @self: a clock
 * @boot: (nullable): of which start of the computer @ticks are
 * @ticks: the moment, in microseconds by the clock that nobody sets
 *
 * Returns: the time that was spent, in seconds
 */
gint64
kl_study_clock_get_elapsed (KlStudyClock *self,
                            const char   *boot,
                            gint64        ticks)
{
  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), 0);

  if (!kl_study_clock_is_running (self, boot) || ticks <= self->ticks)
    return self->seconds;
  return self->seconds + (ticks - self->ticks) / G_USEC_PER_SEC;
}

/**
 * kl_study_clock_go_on:
 * @self: a clock
 * @boot: (nullable): of which start of the computer @ticks are
 * @ticks: the moment, in microseconds by the clock that nobody sets
 * @now: the same moment, as ISO 8601
 *
 * Puts into it what was spent so far, so that no more than what follows is lost with the power, and goes on.
 */
void
kl_study_clock_go_on (KlStudyClock *self,
                      const char   *boot,
                      gint64        ticks,
                      const char   *now)
{
  gint64 seconds;
  gint64 rest;

  g_return_if_fail (KL_IS_STUDY_CLOCK (self));

  seconds = kl_study_clock_get_elapsed (self, boot, ticks);
  /* Whole seconds are kept: what is left over of the last one counts with the next. */
  rest = kl_study_clock_is_running (self, boot) && ticks > self->ticks ? (ticks - self->ticks) % G_USEC_PER_SEC : 0;
  g_object_set (self, "seconds", seconds, "running-since", now, "boot", boot, "ticks", ticks - rest, NULL);
}

/**
 * kl_study_clock_pause:
 * @self: a clock
 * @boot: (nullable): of which start of the computer @ticks are
 * @ticks: the moment, in microseconds by the clock that nobody sets
 */
void
kl_study_clock_pause (KlStudyClock *self,
                      const char   *boot,
                      gint64        ticks)
{
  g_return_if_fail (KL_IS_STUDY_CLOCK (self));

  g_object_set (self, "seconds", kl_study_clock_get_elapsed (self, boot, ticks), "running-since", NULL, NULL);
}

/**
 * kl_study_clock_has_ticked:
 * @self: a clock
 * @id: of a point, a gap or feedback
 *
 * Returns: whether that was ticked in the session
 */
gboolean
kl_study_clock_has_ticked (KlStudyClock *self,
                           const char   *id)
{
  g_auto(GStrv) lines = NULL;

  g_return_val_if_fail (KL_IS_STUDY_CLOCK (self), FALSE);

  lines = g_strsplit (self->ticked != NULL ? self->ticked : "", "\n", -1);
  /* Nothing was ticked that has no id. */
  return *id != '\0' && g_strv_contains ((const char *const *) lines, id);
}

/**
 * kl_study_clock_tick:
 * @self: a clock
 * @id: of a point, a gap or feedback
 * @is_ticked: whether it is ticked now
 */
void
kl_study_clock_tick (KlStudyClock *self,
                     const char   *id,
                     gboolean      is_ticked)
{
  g_auto(GStrv) lines = NULL;
  g_autoptr(GString) ticked = NULL;

  g_return_if_fail (KL_IS_STUDY_CLOCK (self));

  ticked = g_string_new (NULL);
  lines = g_strsplit (self->ticked != NULL ? self->ticked : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_str_equal (lines[i], id))
      g_string_append_printf (ticked, "%s\n", lines[i]);
  if (is_ticked)
    g_string_append_printf (ticked, "%s\n", id);
  g_object_set (self, "ticked", ticked->len > 0 ? ticked->str : NULL, NULL);
}
