/* kl-study-week.c: how long was studied in a week, and what */

#include "config.h"

#include "kl-study-week.h"

struct _KlStudyWeek
{
  GObject parent_instance;

  char *monday;
  GPtrArray *titles;
  GArray *seconds; /* gint64 each, of the title with the same index */
};

G_DEFINE_FINAL_TYPE (KlStudyWeek, kl_study_week, G_TYPE_OBJECT)

static void
kl_study_week_finalize (GObject *object)
{
  KlStudyWeek *self = KL_STUDY_WEEK (object);

  g_free (self->monday);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->seconds);

  G_OBJECT_CLASS (kl_study_week_parent_class)->finalize (object);
}

static void
kl_study_week_class_init (KlStudyWeekClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_study_week_finalize;
}

static void
kl_study_week_init (KlStudyWeek *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->seconds = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * kl_study_week_new:
 * @monday: its first day, as ISO 8601
 *
 * Returns: (transfer full): a week in which nothing was studied so far
 */
KlStudyWeek *
kl_study_week_new (const char *monday)
{
  KlStudyWeek *self = g_object_new (KL_TYPE_STUDY_WEEK, NULL);

  self->monday = g_strdup (monday);
  return self;
}

/**
 * kl_study_week_add:
 * @self: a week
 * @title: what a topic is called
 * @seconds: how long it was studied
 */
void
kl_study_week_add (KlStudyWeek *self,
                   const char  *title,
                   gint64       seconds)
{
  g_return_if_fail (KL_IS_STUDY_WEEK (self));

  g_ptr_array_add (self->titles, g_strdup (title));
  g_array_append_val (self->seconds, seconds);
}

/**
 * kl_study_week_get_monday:
 * @self: a week
 *
 * Returns: its first day, as ISO 8601
 */
const char *
kl_study_week_get_monday (KlStudyWeek *self)
{
  g_return_val_if_fail (KL_IS_STUDY_WEEK (self), NULL);

  return self->monday;
}

/**
 * kl_study_week_get_seconds:
 * @self: a week
 *
 * Returns: how long was studied in it
 */
gint64
kl_study_week_get_seconds (KlStudyWeek *self)
{
  gint64 seconds = 0;

  g_return_val_if_fail (KL_IS_STUDY_WEEK (self), 0);

  for (guint i = 0; i < self->seconds->len; i++)
    seconds += g_array_index (self->seconds, gint64, i);
  return seconds;
}

/**
 * kl_study_week_get_n_parts:
 * @self: a week
 *
 * Returns: how many topics were studied in it
 */
guint
kl_study_week_get_n_parts (KlStudyWeek *self)
{
  g_return_val_if_fail (KL_IS_STUDY_WEEK (self), 0);

  return self->titles->len;
}

/**
 * kl_study_week_get_part:
 * @self: a week
 * @index: which topic
 * @seconds: (out): how long it was studied
 *
 * Returns: what it is called
 */
const char *
kl_study_week_get_part (KlStudyWeek *self,
                        guint        index,
                        gint64      *seconds)
{
  g_return_val_if_fail (KL_IS_STUDY_WEEK (self) && index < self->titles->len, NULL);

  *seconds = g_array_index (self->seconds, gint64, index);
  return g_ptr_array_index (self->titles, index);
}
