/* kl-day.c: which day it is, in words, for as long as the clock goes on */

#include "config.h"

#include "kl-day.h"

#include <glib/gi18n.h>

struct _KlDay
{
  GObject parent_instance;

  KlClock *clock;
  char *text;
};

G_DEFINE_FINAL_TYPE (KlDay, kl_day, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
day_cb (KlDay *self)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (self->clock);
  /* Translators: a day with its weekday, as for g_date_time_format() */
  g_autofree char *text = g_date_time_format (now, _("%A, %-e %B %Y"));

  if (g_strcmp0 (text, self->text) == 0)
    return;

  g_free (self->text);
  self->text = g_steal_pointer (&text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
kl_day_get_property (GObject    *object,
                     guint       prop_id,
                     GValue     *value,
                     GParamSpec *pspec)
{
  if (prop_id == PROP_TEXT)
    g_value_set_string (value, KL_DAY (object)->text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_day_dispose (GObject *object)
{
  g_clear_object (&KL_DAY (object)->clock);

  G_OBJECT_CLASS (kl_day_parent_class)->dispose (object);
}

static void
kl_day_finalize (GObject *object)
{
  g_free (KL_DAY (object)->text);

  G_OBJECT_CLASS (kl_day_parent_class)->finalize (object);
}

static void
kl_day_class_init (KlDayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_day_get_property;
  object_class->dispose = kl_day_dispose;
  object_class->finalize = kl_day_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kl_day_init (KlDay *self)
{
}

/**
 * kl_day_new:
 * @clock: a clock
 *
 * Returns: (transfer full): the day that it is by @clock, whose “text” changes when another one begins
 */
KlDay *
kl_day_new (KlClock *clock)
{
  KlDay *self = g_object_new (KL_TYPE_DAY, NULL);

  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "day-changed", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
  day_cb (self);
  return self;
}

/**
 * kl_day_get_text:
 * @self: a day
 *
 * Returns: (transfer none): such as “Friday, 4 December 2026”
 */
const char *
kl_day_get_text (KlDay *self)
{
  g_return_val_if_fail (KL_IS_DAY (self), NULL);

  return self->text;
}
