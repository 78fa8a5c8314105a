/* kl-day-plan.c: what to do on a day, most needed first, and no more than the day has room for
 *
 * What is expected to score lowest comes first, and what something builds on before that. What was never explained
 * takes turns with the rest, so that neither keeps the other waiting for weeks. What does not fit fills the room that
 * the next days have.
 */

#include "config.h"

#include "kl-day-plan.h"

typedef struct
{
  KlProspect *prospect;
  guint next; /* of its prerequisites */
} Visit;

static GPtrArray *
take_turns (GPtrArray *first,
            GPtrArray *second)
{
  GPtrArray *both = g_ptr_array_new ();

  for (guint i = 0; i < MAX (first->len, second->len); i++)
    {
      if (i < first->len)
        g_ptr_array_add (both, first->pdata[i]);
      if (i < second->len)
        g_ptr_array_add (both, second->pdata[i]);
    }
  return both;
}

static GPtrArray *
collect_due (GPtrArray *prospects,
             gint64     today)
{
  g_autoptr(GPtrArray) never = g_ptr_array_new ();
  g_autoptr(GPtrArray) again = g_ptr_array_new ();

  for (guint i = 0; i < prospects->len; i++)
    {
      KlProspect *prospect = prospects->pdata[i];

      prospect->planned = 0;
      if (prospect->due > 0 && prospect->due <= today)
        g_ptr_array_add (prospect->is_assessed ? again : never, prospect);
    }
  return take_turns (never, again);
}

/* A visit ends after those of all that it builds on; what is not due is passed through, and nothing is visited twice,
 * so that a circle ends. */
static void
visit (KlProspect    *first,
       GPtrArray     *order,
       GHashTable    *visited,
       gint64         today,
       KlDayPlanFunc  get_prerequisite,
       gpointer       data)
{
  g_autoptr(GArray) path = NULL;
  const Visit begin = { first, 0 };
  guint none = 0;

  if (!g_hash_table_add (visited, first))
    return;
  /* Most build on nothing. */
  if (get_prerequisite (first, &none, data) == NULL)
    {
      g_ptr_array_add (order, first);
      return;
    }

  path = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_array_append_val (path, begin);
  while (path->len > 0)
    {
      Visit *last = &g_array_index (path, Visit, path->len - 1);
      KlProspect *prerequisite = get_prerequisite (last->prospect, &last->next, data);

      if (prerequisite == NULL)
        {
          if (last->prospect->due > 0 && last->prospect->due <= today)
            g_ptr_array_add (order, last->prospect);
          g_array_set_size (path, path->len - 1);
        }
      else if (g_hash_table_add (visited, prerequisite))
        {
          const Visit next = { prerequisite, 0 };

          g_array_append_val (path, next);
        }
    }
}

static GPtrArray *
put_prerequisites_first (GPtrArray     *due,
                         gint64         today,
                         KlDayPlanFunc  get_prerequisite,
                         gpointer       data)
{
  g_autoptr(GHashTable) visited = g_hash_table_new (NULL, NULL);
  GPtrArray *order = g_ptr_array_new ();

  for (guint i = 0; i < due->len; i++)
    visit (due->pdata[i], order, visited, today, get_prerequisite, data);
  return order;
}

/* How many are due by themselves on each of the next days: as many days as those that wait may need at most. */
static guint *
count_coming (GPtrArray *prospects,
              gint64     today,
              guint      n_days)
{
  guint *coming = g_new0 (guint, n_days + 1);

  for (guint i = 0; i < prospects->len; i++)
    {
      const KlProspect *prospect = prospects->pdata[i];

      if (prospect->due > today && prospect->due <= today + n_days)
        coming[prospect->due - today]++;
    }
  return coming;
}

static void
spread (GPtrArray *later,
        GPtrArray *prospects,
        gint64     today,
        guint      daily)
{
  /* Each of the subjects fills no more than one place of one day. */
  guint n_days = later->len + prospects->len;
  g_autofree guint *taken = NULL;
  guint day = 1;

  if (later->len == 0)
    return;

  taken = count_coming (prospects, today, n_days);
  for (guint i = 0; i < later->len; i++)
    {
      KlProspect *prospect = later->pdata[i];

      while (day < n_days && taken[day] >= daily)
        day++;
      taken[day]++;
      prospect->planned = today + day;
    }
}

static KlProspect *
find_next (GPtrArray *prospects,
           gint64     today)
{
  KlProspect *next = NULL;

  for (guint i = 0; i < prospects->len; i++)
    {
      KlProspect *prospect = prospects->pdata[i];

      if (prospect->due > today && (next == NULL || prospect->due < next->due))
        next = prospect;
    }
  return next;
}

/* What is to be explained today shows by itself what is missing; so that comes after what is not. */
static GPtrArray *
collect_restudies (GPtrArray *prospects,
                   gint64     today,
                   guint      daily)
{
  GPtrArray *restudies = g_ptr_array_new ();
  g_autoptr(GPtrArray) due = g_ptr_array_new ();

  for (guint i = 0; i < prospects->len; i++)
    {
      const KlProspect *prospect = prospects->pdata[i];

      if (prospect->restudy > 0 && prospect->restudy <= today)
        g_ptr_array_add (prospect->due > 0 && prospect->due <= today ? due : restudies, prospects->pdata[i]);
    }
  g_ptr_array_extend (restudies, due, NULL, NULL);
  g_ptr_array_set_size (restudies, (int) MIN (restudies->len, daily));
  return restudies;
}

/**
 * kl_day_plan_new:
 * @prospects: (element-type KlProspect): those of all subjects, seen from @today, in the order of
 *   kl_prospect_compare(); their planned day is set
 * @today: the number of the day
 * @daily: how many subjects a day has room for, at least 1
 * @get_prerequisite: (scope call): says what a subject builds on
 * @data: for @get_prerequisite
 *
 * Returns: (transfer full): what there is to do; the same for the same prospects
 */
KlDayPlan *
kl_day_plan_new (GPtrArray     *prospects,
                 gint64         today,
                 guint          daily,
                 KlDayPlanFunc  get_prerequisite,
                 gpointer       data)
{
  KlDayPlan *self = g_new0 (KlDayPlan, 1);
  g_autoptr(GPtrArray) due = collect_due (prospects, today);
  g_autoptr(GPtrArray) order = put_prerequisites_first (due, today, get_prerequisite, data);

  self->today = g_ptr_array_new ();
  self->later = g_ptr_array_new ();
  for (guint i = 0; i < order->len; i++)
    {
      KlProspect *prospect = order->pdata[i];

      if (i < daily)
        prospect->planned = today;
      g_ptr_array_add (i < daily ? self->today : self->later, prospect);
    }
  spread (self->later, prospects, today, daily);
  self->restudies = collect_restudies (prospects, today, daily);
  self->next = find_next (prospects, today);
  return self;
}

/**
 * kl_day_plan_free:
 * @self: (transfer full): a day's plan
 */
void
kl_day_plan_free (KlDayPlan *self)
{
  g_ptr_array_unref (self->today);
  g_ptr_array_unref (self->later);
  g_ptr_array_unref (self->restudies);
  g_free (self);
}
