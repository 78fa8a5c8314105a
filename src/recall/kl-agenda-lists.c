/* kl-agenda-lists.c: what there is to do in a plan, listed */

#include "config.h"

#include "kl-agenda-lists.h"

#include "model/kl-list-update.h"

#include "kl-dive-order.h"
#include "kl-dive.h"
#include "kl-duty.h"
#include "kl-prospect-text.h"

/* So many things to dive into are named. */
#define MAX_DIVES 3

/**
 * kl_agenda_lists_new:
 *
 * Returns: (transfer full): empty lists
 */
KlAgendaLists *
kl_agenda_lists_new (void)
{
  KlAgendaLists *self = g_new0 (KlAgendaLists, 1);

  self->duties = g_list_store_new (KL_TYPE_DUTY);
  self->unbegun = g_list_store_new (KL_TYPE_DUTY);
  self->restudies = g_list_store_new (KL_TYPE_DUTY);
  self->dives = g_list_store_new (KL_TYPE_DIVE);
  self->drafts = g_list_store_new (KL_TYPE_SUBJECT);
  self->exercises = g_list_store_new (KL_TYPE_SUBJECT);
  self->untried = g_list_store_new (KL_TYPE_SUBJECT);
  return self;
}

/**
 * kl_agenda_lists_free:
 * @self: (transfer full): lists
 */
void
kl_agenda_lists_free (KlAgendaLists *self)
{
  g_object_unref (self->duties);
  g_object_unref (self->unbegun);
  g_object_unref (self->restudies);
  g_object_unref (self->dives);
  g_object_unref (self->drafts);
  g_object_unref (self->exercises);
  g_object_unref (self->untried);
  g_free (self);
}

static gboolean
has_draft (KlSubject *subject)
{
  KlStanding *standing = kl_subject_get_standing (subject);

  return standing != NULL && kl_standing_get_has_draft (standing);
}

/**
 * kl_agenda_lists_take_standings:
 * @self: lists
 * @subjects: (element-type KlSubject): a plan's subjects
 *
 * Lists what waits, which is known as soon as it is known how the subjects stand.
 */
void
kl_agenda_lists_take_standings (KlAgendaLists *self,
                                GPtrArray     *subjects)
{
  g_autoptr(GPtrArray) drafts = g_ptr_array_new ();
  g_autoptr(GPtrArray) exercises = g_ptr_array_new ();
  g_autoptr(GPtrArray) untried = g_ptr_array_new ();
  g_autoptr(GPtrArray) tried = g_ptr_array_new ();

  for (guint i = 0; i < subjects->len; i++)
    {
      KlSubject *subject = subjects->pdata[i];
      KlStanding *standing = kl_subject_get_standing (subject);
      gboolean is_exercise = kl_subject_get_kind (subject) == KL_SUBJECT_EXERCISE;

      if (standing == NULL)
        continue;
      if (kl_standing_get_has_draft (standing))
        g_ptr_array_add (drafts, subject);
      if (is_exercise)
        g_ptr_array_add (kl_standing_get_n_attempts (standing) == 0 ? exercises : tried, subject);
      if (is_exercise && kl_standing_get_n_attempts (standing) == 0 && !kl_standing_get_has_draft (standing))
        g_ptr_array_add (untried, subject);
    }
  g_ptr_array_extend (exercises, tried, NULL, NULL);

  kl_list_update (self->drafts, drafts, FALSE);
  kl_list_update (self->exercises, exercises, FALSE);
  kl_list_update (self->untried, untried, FALSE);
}

/* None of these ever changes; one that says the same as before stays. */
static void
update_list (GListStore *store,
             GPtrArray  *items,
             GEqualFunc  equal)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (store));

  for (guint i = 0; i < items->len; i++)
    for (guint j = 0; j < n_before; j++)
      {
        g_autoptr(GObject) before = g_list_model_get_item (G_LIST_MODEL (store), j);

        if (equal (before, items->pdata[i]))
          {
            g_object_unref (items->pdata[i]);
            items->pdata[i] = g_steal_pointer (&before);
          }
      }
  kl_list_update (store, items, FALSE);
}

static void
update_duties (GListStore  *store,
               GPtrArray   *prospects,
               gboolean     is_restudy,
               KlSchedules *schedules,
               gint64       today)
{
  g_autoptr(GPtrArray) duties = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < prospects->len; i++)
    {
      const KlProspect *prospect = prospects->pdata[i];
      g_autofree char *why = is_restudy ? kl_prospect_explain_restudy (prospect, schedules, today)
                                        : kl_prospect_explain_due (prospect, schedules, today);

      g_ptr_array_add (duties, kl_duty_new (prospect, is_restudy ? KL_DUTY_RESTUDY : prospect->kind, why));
    }
  update_list (store, duties, (GEqualFunc) kl_duty_equal);
}

/* An explanation that was begun is gone on with. */
static void
update_unbegun (KlAgendaLists *self)
{
  g_autoptr(GPtrArray) unbegun = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->duties)); i++)
    {
      g_autoptr(KlDuty) duty = g_list_model_get_item (G_LIST_MODEL (self->duties), i);

      if (!has_draft (kl_duty_get_subject (duty)))
        g_ptr_array_add (unbegun, g_steal_pointer (&duty));
    }
  kl_list_update (self->unbegun, unbegun, FALSE);
}

/**
 * kl_agenda_lists_take_outlook:
 * @self: lists
 * @plan: a plan, loaded
 * @outlook: how it goes on with it, up to date
 * @facts: what that follows from
 *
 * Lists what there is to explain and to study.
 */
void
kl_agenda_lists_take_outlook (KlAgendaLists   *self,
                              KlPlan          *plan,
                              const KlOutlook *outlook,
                              KlAgendaFacts   *facts)
{
  KlSchedules *schedules = kl_agenda_facts_get_schedules (facts);
  g_autoptr(GPtrArray) dives
    = kl_dive_order_new (plan, outlook->prospects, kl_agenda_facts_get_needs (facts), MAX_DIVES);

  update_duties (self->duties, outlook->day_plan->today, FALSE, schedules, outlook->today);
  update_unbegun (self);
  update_duties (self->restudies, outlook->day_plan->restudies, TRUE, schedules, outlook->today);
  update_list (self->dives, dives, (GEqualFunc) kl_dive_equal);
}

/**
 * kl_agenda_lists_get_count:
 * @self: lists
 *
 * Returns: how many things wait: drafts, and what is to be explained
 */
guint
kl_agenda_lists_get_count (const KlAgendaLists *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->drafts))
         + g_list_model_get_n_items (G_LIST_MODEL (self->unbegun));
}
