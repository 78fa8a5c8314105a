/* kl-window-plan.c: which plan the window shows */

#include "config.h"

#include "recall/kl-agenda.h"
#include "ui/page/kl-frame-idle.h"

#include "kl-window-private.h"

static char *
dup_last_plan (KlWindow *self)
{
  return self->library_settings != NULL ? g_settings_get_string (self->library_settings, "last-plan") : NULL;
}

/* Where nothing can be written, nothing is explained. */
static KlPlace *
take_wanted_place (KlWindow *self)
{
  g_autoptr(KlPlace) place = g_steal_pointer (&self->wanted_place);

  if (place != NULL && kl_library_get_read_only (self->library))
    return kl_place_new (KL_PLACE_TODAY, NULL, NULL);
  return g_steal_pointer (&place);
}

static void
show_plan (KlWindow *self,
           KlPlan   *plan)
{
  g_autofree char *last_plan = dup_last_plan (self);
  g_autofree char *last_page = NULL;
  g_autoptr(KlPlace) place = take_wanted_place (self);

  if (place == NULL && self->library_settings != NULL
      && g_strcmp0 (last_plan, kl_record_get_id (KL_RECORD (plan))) == 0)
    {
      last_page = g_settings_get_string (self->library_settings, "last-page");
      place = kl_place_parse (last_page);
    }
  if (place == NULL)
    place = kl_place_new (KL_PLACE_TODAY, NULL, NULL);

  kl_navigator_show_plan (self->navigator, self->library, plan, place);
}

static KlPlan *
find_plan (KlWindow   *self,
           const char *id)
{
  GListModel *plans = kl_library_get_plans (self->library);
  guint n_plans = g_list_model_get_n_items (plans);

  for (guint i = 0; id != NULL && i < n_plans; i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);

      /* The library's list keeps the plan alive. */
      if (g_str_equal (kl_record_get_id (KL_RECORD (plan)), id))
        return plan;
    }

  return NULL;
}

static void
agenda_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  /* The window shows all but what is due; what is wrong with the library is said by what reads the rest of it. */
  if (!kl_agenda_load_finish (KL_AGENDA (object), result, &error) && !g_error_matches (error, G_IO_ERROR,
                                                                                       G_IO_ERROR_CANCELLED))
    g_debug ("What is due could not be worked out: %s", error->message);
}

static void
standings_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlAgenda) agenda = NULL;
  KlPlan *plan;

  if (!kl_library_load_standings_finish (KL_LIBRARY (object), result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->library == KL_LIBRARY (object))
        kl_window_show_failure (self, kl_library_get_path (self->library), error);
      return;
    }

  plan = self->library == KL_LIBRARY (object) ? find_plan (self, self->plan_id) : NULL;
  if (plan == NULL)
    return;

  agenda = kl_agenda_for (plan);
  kl_agenda_load_async (agenda, self->library, self->loading, agenda_cb, g_object_ref (self));
}

static void
load_standings_cb (GtkWidget *widget)
{
  KlWindow *self = KL_WINDOW (widget);
  KlPlan *plan = self->library != NULL ? find_plan (self, self->plan_id) : NULL;

  if (plan != NULL)
    kl_library_load_standings_async (self->library, plan, self->loading, standings_cb, g_object_ref (self));
}

/* The topics first: how they stand takes a look at every attempt, which waits until a frame has shown them. */
static void
show_loaded (KlWindow *self,
             KlPlan   *plan)
{
  show_plan (self, plan);
  kl_frame_idle_add (GTK_WIDGET (self), load_standings_cb);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_loaded = kl_library_load_plan_finish (KL_LIBRARY (object), result, &error);
  KlPlan *plan;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->library != KL_LIBRARY (object))
    return;

  plan = find_plan (self, self->plan_id);
  if (!is_loaded)
    kl_window_show_failure (self, kl_library_get_path (self->library), error);
  else if (plan != NULL)
    show_loaded (self, plan);
}

/* Shows that plan, at once or as soon as it is in the library. */
void
kl_window_select_plan (KlWindow   *self,
                       const char *id)
{
  KlPlan *plan = find_plan (self, id);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "select-plan");

  if (plan == NULL)
    {
      g_free (self->wanted_plan_id);
      self->wanted_plan_id = g_strdup (id);
      return;
    }
  if (g_strcmp0 (self->plan_id, id) == 0)
    return;

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  g_free (self->plan_id);
  self->plan_id = g_strdup (id);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (self->plan_id));
  if (kl_library_has_loaded (self->library, KL_RECORD (plan)))
    show_loaded (self, plan);
  else
    kl_library_load_plan_async (self->library, plan, self->loading, loaded_cb, g_object_ref (self));
}

/**
 * kl_window_go_to:
 * @self: the window
 * @plan_id: (nullable): the id of a plan, %NULL for the one that the window shows, or showed last
 * @subject_id: (nullable): the id of a subject of it to explain, %NULL for Today
 *
 * Goes there as soon as the plan is loaded. What is not there any more leads to Today.
 */
void
kl_window_go_to (KlWindow   *self,
                 const char *plan_id,
                 const char *subject_id)
{
  KlPlan *shown = kl_navigator_get_plan (self->navigator);
  g_autoptr(KlPlace) place = NULL;

  g_clear_pointer (&self->wanted_place, kl_place_free);
  self->wanted_place = kl_place_new (subject_id != NULL ? KL_PLACE_RESUME : KL_PLACE_TODAY, subject_id, NULL);
  if (self->library == NULL)
    {
      g_free (self->wanted_plan_id);
      self->wanted_plan_id = g_strdup (plan_id);
      return;
    }

  if (plan_id != NULL)
    kl_window_select_plan (self, plan_id);
  if (self->wanted_place == NULL || shown == NULL
      || g_strcmp0 (kl_record_get_id (KL_RECORD (shown)), self->plan_id) != 0)
    return;

  place = take_wanted_place (self);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->navigator));
  kl_navigator_go (self->navigator, place);
}

/* What is shown follows the library, whoever changes it. */
void
kl_window_follow_plans (KlWindow *self)
{
  GListModel *plans = kl_library_get_plans (self->library);
  g_autoptr(KlPlan) first = g_list_model_get_item (plans, 0);
  g_autofree char *last_plan = dup_last_plan (self);

  if (first == NULL)
    {
      g_clear_pointer (&self->plan_id, g_free);
      kl_window_show_first_run (self);
      return;
    }

  if (self->wanted_plan_id != NULL && find_plan (self, self->wanted_plan_id) != NULL)
    {
      g_autofree char *wanted = g_steal_pointer (&self->wanted_plan_id);

      kl_window_select_plan (self, wanted);
    }
  if (find_plan (self, self->plan_id) == NULL)
    {
      g_clear_pointer (&self->plan_id, g_free);
      kl_window_select_plan (self,
                             find_plan (self, last_plan) != NULL ? last_plan : kl_record_get_id (KL_RECORD (first)));
    }
}
