/* kl-due-list.c: what is due today in all plans of a library, most needed first
 *
 * It is what Today lists of each plan, with what fits the day and no more. It follows the library for as long as
 * somebody holds it.
 */

#include "config.h"

#include "kl-due-list.h"

/* What is due of one plan. */
typedef struct
{
  KlPlan *plan;
  KlAgenda *agenda;
  gulong handler;
  guint next; /* of its duties, while those of all plans are put in order */
} DuePlan;

typedef struct
{
  KlSubject *subject;
  KlPlan *plan;
} DueSubject;

/* A plan that is being loaded. */
typedef struct
{
  KlDueList *list;
  KlPlan *plan;
} Load;

struct _KlDueList
{
  GObject parent_instance;

  KlLibrary *library;
  GCancellable *cancellable;
  GPtrArray *plans; /* of DuePlan */
  GArray *due;      /* of DueSubject */
  guint n_loading;
  GError *error;
};

G_DEFINE_FINAL_TYPE (KlDueList, kl_due_list, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
due_plan_free (gpointer data)
{
  DuePlan *self = data;

  if (self->agenda != NULL)
    g_clear_signal_handler (&self->handler, self->agenda);
  g_clear_object (&self->agenda);
  g_object_unref (self->plan);
  g_free (self);
}

static void
due_subject_clear (gpointer data)
{
  DueSubject *self = data;

  g_object_unref (self->subject);
  g_object_unref (self->plan);
}

static void
load_free (Load *self)
{
  g_object_unref (self->list);
  g_object_unref (self->plan);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static DuePlan *
find (KlDueList *self,
      KlPlan    *plan)
{
  for (guint i = 0; i < self->plans->len; i++)
    {
      DuePlan *candidate = self->plans->pdata[i];

      if (candidate->plan == plan)
        return candidate;
    }

  return NULL;
}

/* The next one of a plan that is not in the list yet. */
static KlSubject *
peek_next (DuePlan *plan)
{
  g_autoptr(KlDuty) duty = NULL;

  if (plan->agenda == NULL || !kl_agenda_is_loaded (plan->agenda))
    return NULL;

  duty = g_list_model_get_item (kl_agenda_get_duties (plan->agenda), plan->next);
  return duty != NULL ? kl_duty_get_subject (duty) : NULL;
}

static const KlProspect *
get_prospect (DuePlan   *plan,
              KlSubject *subject)
{
  return kl_agenda_get_prospect (plan->agenda, kl_record_get_id (KL_RECORD (subject)));
}

static gboolean
comes_before (DuePlan *plan,
              DuePlan *other)
{
  const KlProspect *prospect = get_prospect (plan, peek_next (plan));
  const KlProspect *other_prospect = get_prospect (other, peek_next (other));

  return prospect != NULL && (other_prospect == NULL || kl_prospect_compare (prospect, other_prospect) < 0);
}

/* The order of each plan stays: what something builds on comes before it. */
static void
collect (KlDueList *self)
{
  g_array_set_size (self->due, 0);
  for (guint i = 0; i < self->plans->len; i++)
    ((DuePlan *) self->plans->pdata[i])->next = 0;

  for (;;)
    {
      DuePlan *first = NULL;
      DueSubject due;

      for (guint i = 0; i < self->plans->len; i++)
        if (peek_next (self->plans->pdata[i]) != NULL
            && (first == NULL || comes_before (self->plans->pdata[i], first)))
          first = self->plans->pdata[i];
      if (first == NULL)
        return;

      due.subject = g_object_ref (peek_next (first));
      due.plan = g_object_ref (first->plan);
      g_array_append_val (self->due, due);
      first->next++;
    }
}

static void
changed_cb (KlDueList *self)
{
  collect (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A plan that went while it was being loaded is none to know of. */
static void
end_load (Load   *load,
          GError *error)
{
  KlDueList *self = load->list;

  self->n_loading--;
  if (error != NULL && self->error == NULL && find (self, load->plan) != NULL
      && !g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_FOUND))
    self->error = g_error_copy (error);
  changed_cb (self);
}

static void
agenda_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Load) load = user_data;
  g_autoptr(GError) error = NULL;

  if (kl_agenda_load_finish (KL_AGENDA (object), result, &error))
    end_load (load, NULL);
  else
    end_load (load, error);
}

static void
plan_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Load) load = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_loaded = kl_library_load_plan_finish (KL_LIBRARY (object), result, &error);
  KlDueList *self = load->list;
  DuePlan *plan = find (self, load->plan);

  if (!is_loaded || plan == NULL)
    {
      end_load (load, error);
      return;
    }

  plan->agenda = kl_agenda_for (plan->plan);
  plan->handler = g_signal_connect_swapped (plan->agenda, "changed", G_CALLBACK (changed_cb), self);
  kl_agenda_load_async (plan->agenda, self->library, self->cancellable, agenda_cb, g_steal_pointer (&load));
}

static void
add (KlDueList *self,
     KlPlan    *plan)
{
  DuePlan *due_plan = g_new0 (DuePlan, 1);
  Load *load = g_new0 (Load, 1);

  due_plan->plan = g_object_ref (plan);
  g_ptr_array_add (self->plans, due_plan);

  load->list = g_object_ref (self);
  load->plan = g_object_ref (plan);
  self->n_loading++;
  kl_library_load_plan_async (self->library, plan, self->cancellable, plan_cb, load);
}

static void
plans_cb (KlDueList *self,
          guint      position,
          guint      n_removed,
          guint      n_added)
{
  GListModel *plans = kl_library_get_plans (self->library);

  for (guint i = self->plans->len; i > 0; i--)
    if (!g_list_store_find (G_LIST_STORE (plans), ((DuePlan *) self->plans->pdata[i - 1])->plan, NULL))
      g_ptr_array_remove_index (self->plans, i - 1);
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);

      if (find (self, plan) == NULL)
        add (self, plan);
    }
  changed_cb (self);
}

static void
kl_due_list_dispose (GObject *object)
{
  KlDueList *self = KL_DUE_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (kl_library_get_plans (self->library), self);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->due, g_array_unref);
  g_clear_object (&self->library);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (kl_due_list_parent_class)->dispose (object);
}

static void
kl_due_list_class_init (KlDueListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kl_due_list_dispose;

  /**
   * KlDueList::changed:
   * @self: the list
   *
   * Anything that it says may be another thing than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KL_TYPE_DUE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
kl_due_list_init (KlDueList *self)
{
  self->cancellable = g_cancellable_new ();
  self->plans = g_ptr_array_new_with_free_func (due_plan_free);
  self->due = g_array_new (FALSE, FALSE, sizeof (DueSubject));
  g_array_set_clear_func (self->due, due_subject_clear);
}

/**
 * kl_due_list_new:
 * @library: a library, open
 *
 * Returns: (transfer full): what is due today in all of its plans, which begins to be worked out; “changed” tells when
 *   it is loaded
 */
KlDueList *
kl_due_list_new (KlLibrary *library)
{
  KlDueList *self = g_object_new (KL_TYPE_DUE_LIST, NULL);
  GListModel *plans = kl_library_get_plans (library);

  self->library = g_object_ref (library);
  g_signal_connect_swapped (plans, "items-changed", G_CALLBACK (plans_cb), self);
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);

      add (self, plan);
    }
  return self;
}

/**
 * kl_due_list_is_loaded:
 * @self: a list
 *
 * Returns: whether it is known what is due in every plan
 */
gboolean
kl_due_list_is_loaded (KlDueList *self)
{
  g_return_val_if_fail (KL_IS_DUE_LIST (self), FALSE);

  return self->n_loading == 0 && self->error == NULL;
}

/**
 * kl_due_list_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why a plan could not be loaded; the list is of no use then
 */
const GError *
kl_due_list_get_error (KlDueList *self)
{
  g_return_val_if_fail (KL_IS_DUE_LIST (self), NULL);

  return self->error;
}

/**
 * kl_due_list_get_n_due:
 * @self: a list
 *
 * Returns: how much is due today, as far as it is loaded
 */
guint
kl_due_list_get_n_due (KlDueList *self)
{
  g_return_val_if_fail (KL_IS_DUE_LIST (self), 0);

  return self->due->len;
}

/**
 * kl_due_list_get_subject:
 * @self: a list
 * @index: below kl_due_list_get_n_due()
 *
 * Returns: (transfer none): a subject that is due, most needed first
 */
KlSubject *
kl_due_list_get_subject (KlDueList *self,
                         guint      index)
{
  g_return_val_if_fail (KL_IS_DUE_LIST (self) && index < self->due->len, NULL);

  return g_array_index (self->due, DueSubject, index).subject;
}

/**
 * kl_due_list_get_plan:
 * @self: a list
 * @index: below kl_due_list_get_n_due()
 *
 * Returns: (transfer none): the plan of that subject
 */
KlPlan *
kl_due_list_get_plan (KlDueList *self,
                      guint      index)
{
  g_return_val_if_fail (KL_IS_DUE_LIST (self) && index < self->due->len, NULL);

  return g_array_index (self->due, DueSubject, index).plan;
}
