/* kl-usual-offset.c: by how many points suggested scores are raised or lowered, as the person usually scores
 *
 * It follows from the attempts, unless the preferences say that it is not wanted.
 */

#include "config.h"

#include "kl-usual-offset.h"

#include "recall/kl-reading-habit.h"
#include "ui/page/kl-settings.h"

#define OFFSET_KEY "reading-offset"

struct _KlUsualOffset
{
  GObject parent_instance;

  GSettings *settings; /* NULL where they are not installed */
  KlReadingHabit *habit;
};

G_DEFINE_FINAL_TYPE (KlUsualOffset, kl_usual_offset, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (KlUsualOffset *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
kl_usual_offset_dispose (GObject *object)
{
  KlUsualOffset *self = KL_USUAL_OFFSET (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->habit);

  G_OBJECT_CLASS (kl_usual_offset_parent_class)->dispose (object);
}

static void
kl_usual_offset_class_init (KlUsualOffsetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_usual_offset_dispose;

  /* It is another one. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_USUAL_OFFSET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_usual_offset_init (KlUsualOffset *self)
{
}

/**
 * kl_usual_offset_new:
 * @library: the library
 *
 * Returns: (transfer full): the offset, kept up to date
 */
KlUsualOffset *
kl_usual_offset_new (KlLibrary *library)
{
  KlUsualOffset *self = g_object_new (KL_TYPE_USUAL_OFFSET, NULL);

  self->habit = kl_reading_habit_for (library);
  self->settings = kl_settings_new ("com.example.KLearn", NULL);
  g_signal_connect_object (self->habit, "notify::offset", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed::" OFFSET_KEY, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kl_usual_offset_get:
 * @self: an offset
 *
 * Returns: what is to be added to a suggested score, in whole points; less than 0 to take away, 0 where it is not
 * wanted
 */
double
kl_usual_offset_get (KlUsualOffset *self)
{
  g_return_val_if_fail (KL_IS_USUAL_OFFSET (self), 0);

  return kl_reading_habit_get_wanted (self->habit);
}
