/* kl-navigator.c: the content side of the window: one page at a time, and the way back
 *
 * Going anywhere has three steps: what was written on the page is saved, what the next page needs is loaded, the pages
 * change. Of several wishes that come meanwhile the last one counts.
 */

#include "config.h"

#include "kl-navigator.h"

#include "kl-history.h"
#include "kl-page-factory.h"
#include "kl-page-stack.h"

struct _KlNavigator
{
  AdwBin parent_instance;

  KlPageStack *stack;
  KlPage *page;
  KlLibrary *library;
  KlPlan *plan;
  KlHistory *history;
  gboolean folded;

  KlPlan *wanted_plan;
  KlPlace *wanted;
  GCancellable *loading;
  gboolean is_flushing;
  gboolean wants_back; /* what is wanted is the way back */
};

G_DEFINE_FINAL_TYPE (KlNavigator, kl_navigator, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void subjects_changed_cb (KlNavigator *self);

static void
show_page (KlNavigator *self,
           KlPage      *page,
           gboolean     is_back)
{
  self->page = page;
  g_object_bind_property (self, "folded", page, "folded", G_BINDING_SYNC_CREATE);
  kl_page_stack_show (self->stack, page, is_back);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_plan (KlNavigator *self,
          KlPlan      *plan)
{
  if (self->plan == plan)
    return;

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_func (kl_plan_get_subjects (self->plan), subjects_changed_cb, self);
  g_set_object (&self->plan, plan);
  kl_history_clear (self->history);
  g_signal_connect_swapped (kl_plan_get_subjects (plan), "items-changed", G_CALLBACK (subjects_changed_cb), self);
}

static void
arrive (KlNavigator *self)
{
  g_autoptr(KlPlace) place = g_steal_pointer (&self->wanted);
  KlPage *page;
  gboolean is_back = self->wants_back;

  self->wants_back = FALSE;
  set_plan (self, self->wanted_plan);
  g_clear_object (&self->wanted_plan);

  page = kl_page_factory_create (place, self->library, self->plan, kl_plan_find_subject (self->plan, place->subject));
  if (page == NULL)
    {
      if (place->subject != NULL)
        kl_history_remove_subject (self->history, place->subject);
      place->kind = KL_PLACE_TODAY;
      g_clear_pointer (&place->subject, g_free);
      g_clear_pointer (&place->attempt, g_free);
      page = kl_page_factory_create (place, self->library, self->plan, NULL);
    }

  place->begins = FALSE;
  if (is_back)
    kl_history_go_back (self->history, place);
  else
    is_back = kl_history_go (self->history, place);
  show_page (self, page, is_back);
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(KlNavigator) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_loaded = kl_library_load_subject_finish (KL_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->wanted == NULL)
    return;

  g_clear_object (&self->loading);
  if (!is_loaded)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  arrive (self);
}

static void
draft_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlNavigator) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(KlDraft) draft = kl_library_load_draft_finish (KL_LIBRARY (object), result, &error);
  const KlPlace *current = kl_history_get_current (self->history);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->wanted == NULL
      || self->wanted->kind != KL_PLACE_RESUME)
    return;

  g_clear_object (&self->loading);
  self->wanted->kind = draft != NULL && kl_draft_get_stage (draft) == KL_DRAFT_REVIEWING ? KL_PLACE_REVIEW
                                                                                         : KL_PLACE_EXPLAIN;
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);

  if (self->page == NULL || self->plan != self->wanted_plan || current == NULL
      || !kl_place_equal (current, self->wanted))
    {
      arrive (self);
      return;
    }

  /* It is being explained already: what is on the page stays as it is. */
  g_clear_pointer (&self->wanted, kl_place_free);
  g_clear_object (&self->wanted_plan);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* An attempt's page is made from the attempt, which is in no list before its subject is loaded; where an explanation
 * goes on is written in its draft. */
static void
load (KlNavigator *self)
{
  KlSubject *subject = NULL;

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);

  if (self->wanted->kind == KL_PLACE_ATTEMPT || self->wanted->kind == KL_PLACE_RESUME)
    subject = kl_plan_find_subject (self->wanted_plan, self->wanted->subject);
  if (subject == NULL)
    {
      arrive (self);
      return;
    }

  self->loading = g_cancellable_new ();
  if (self->wanted->kind == KL_PLACE_RESUME)
    kl_library_load_draft_async (self->library, subject, self->loading, draft_cb, g_object_ref (self));
  else
    kl_library_load_subject_async (self->library, subject, self->loading, load_cb, g_object_ref (self));
}

static void
flush_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(KlNavigator) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_saved = kl_page_flush_finish (KL_PAGE (object), result, &error);

  self->is_flushing = FALSE;
  if (self->wanted == NULL)
    return;

  if (is_saved)
    {
      load (self);
      return;
    }

  g_clear_pointer (&self->wanted, kl_place_free);
  g_clear_object (&self->wanted_plan);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
want (KlNavigator   *self,
      KlPlan        *plan,
      const KlPlace *place,
      gboolean       is_back)
{
  KlPlace *copy = kl_place_copy (place);

  self->wants_back = is_back;
  g_clear_pointer (&self->wanted, kl_place_free);
  self->wanted = copy;
  g_set_object (&self->wanted_plan, plan);

  if (self->page == NULL)
    {
      load (self);
    }
  else if (!self->is_flushing)
    {
      self->is_flushing = TRUE;
      kl_page_flush_async (self->page, NULL, flush_cb, g_object_ref (self));
    }
}

/* What the page is about may be deleted, or its creation undone, here or by another program. */
static void
subjects_changed_cb (KlNavigator *self)
{
  const KlPlace *place = kl_history_get_current (self->history);
  g_autofree char *subject = place != NULL ? g_strdup (place->subject) : NULL;
  g_autoptr(KlPlace) previous = NULL;

  if (subject == NULL || kl_plan_find_subject (self->plan, subject) != NULL)
    return;

  kl_history_remove_subject (self->history, subject);
  place = kl_history_get_current (self->history);
  previous = place != NULL ? kl_place_copy (place) : kl_place_new (KL_PLACE_TODAY, NULL, NULL);
  g_clear_pointer (&self->wanted, kl_place_free);
  self->wanted = g_steal_pointer (&previous);
  self->wants_back = TRUE;
  g_set_object (&self->wanted_plan, self->plan);
  load (self);
}

static void
kl_navigator_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_FOLDED)
    g_value_set_boolean (value, KL_NAVIGATOR (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_navigator_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  KlNavigator *self = KL_NAVIGATOR (object);

  if (prop_id != PROP_FOLDED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  if (self->folded == g_value_get_boolean (value))
    return;

  self->folded = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, properties[PROP_FOLDED]);
}

static void
kl_navigator_dispose (GObject *object)
{
  KlNavigator *self = KL_NAVIGATOR (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_func (kl_plan_get_subjects (self->plan), subjects_changed_cb, self);
  self->page = NULL;
  self->stack = NULL;
  g_clear_object (&self->plan);
  g_clear_object (&self->wanted_plan);
  g_clear_pointer (&self->wanted, kl_place_free);
  g_clear_object (&self->library);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (kl_navigator_parent_class)->dispose (object);
}

static void
kl_navigator_class_init (KlNavigatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_navigator_get_property;
  object_class->set_property = kl_navigator_set_property;
  object_class->dispose = kl_navigator_dispose;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kl_navigator_init (KlNavigator *self)
{
  self->history = kl_history_new ();
  self->stack = kl_page_stack_new ();
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * kl_navigator_show_plan:
 * @self: a navigator
 * @library: the library
 * @plan: a plan, loaded
 * @place: where in it to begin
 *
 * Emits “changed” once the page is there.
 */
void
kl_navigator_show_plan (KlNavigator   *self,
                        KlLibrary     *library,
                        KlPlan        *plan,
                        const KlPlace *place)
{
  g_return_if_fail (KL_IS_NAVIGATOR (self));

  g_set_object (&self->library, library);
  want (self, plan, place, FALSE);
}

/**
 * kl_navigator_go:
 * @self: a navigator that shows a plan
 * @place: where to go in that plan
 */
void
kl_navigator_go (KlNavigator   *self,
                 const KlPlace *place)
{
  const KlPlace *current;

  g_return_if_fail (KL_IS_NAVIGATOR (self));

  current = kl_history_get_current (self->history);
  if (self->plan == NULL || (self->wanted == NULL && current != NULL && kl_place_equal (current, place)))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  else
    want (self, self->wanted_plan != NULL ? self->wanted_plan : self->plan, place, FALSE);
}

/**
 * kl_navigator_go_back:
 * @self: a navigator
 *
 * Returns: whether there is somewhere to go back to
 */
gboolean
kl_navigator_go_back (KlNavigator *self)
{
  const KlPlace *previous;

  g_return_val_if_fail (KL_IS_NAVIGATOR (self), FALSE);

  previous = kl_history_get_previous (self->history);
  if (previous != NULL)
    want (self, self->plan, previous, TRUE);

  return previous != NULL;
}

/**
 * kl_navigator_can_go_back:
 * @self: a navigator
 *
 * Returns: whether there is somewhere to go back to
 */
gboolean
kl_navigator_can_go_back (KlNavigator *self)
{
  g_return_val_if_fail (KL_IS_NAVIGATOR (self), FALSE);

  return kl_history_get_previous (self->history) != NULL;
}

/**
 * kl_navigator_get_place:
 * @self: a navigator
 *
 * Returns: (transfer none) (nullable): where it is
 */
const KlPlace *
kl_navigator_get_place (KlNavigator *self)
{
  g_return_val_if_fail (KL_IS_NAVIGATOR (self), NULL);

  return kl_history_get_current (self->history);
}

/**
 * kl_navigator_get_page:
 * @self: a navigator
 *
 * Returns: (transfer none) (nullable): the page that is open
 */
KlPage *
kl_navigator_get_page (KlNavigator *self)
{
  g_return_val_if_fail (KL_IS_NAVIGATOR (self), NULL);

  return self->page;
}

/**
 * kl_navigator_get_plan:
 * @self: a navigator
 *
 * Returns: (transfer none) (nullable): the plan whose page is open
 */
KlPlan *
kl_navigator_get_plan (KlNavigator *self)
{
  g_return_val_if_fail (KL_IS_NAVIGATOR (self), NULL);

  return self->plan;
}

static void
flush_only_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (kl_page_flush_finish (KL_PAGE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * kl_navigator_flush_async:
 * @self: a navigator
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Saves what was written on the open page.
 */
void
kl_navigator_flush_async (KlNavigator         *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (KL_IS_NAVIGATOR (self));

  g_task_set_source_tag (task, kl_navigator_flush_async);
  if (self->page != NULL)
    kl_page_flush_async (self->page, NULL, flush_only_cb, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * kl_navigator_flush_finish:
 * @self: a navigator
 * @result: what the callback got
 * @error: (nullable): where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether everything is saved
 */
gboolean
kl_navigator_flush_finish (KlNavigator   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
