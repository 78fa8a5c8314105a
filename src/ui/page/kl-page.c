/* kl-page.c: what fills the window beside the list
 *
 * A page derives from KlPage and brings its own AdwHeaderBar. It never calls another page: to go somewhere it activates
 * an action of the window by gtk_widget_activate_action():
 *
 *   win.show-topic (s subject-id)        win.show-today
 *   win.explain (s subject-id)           win.show-exercises
 *   win.review (s subject-id)            win.show-insights, win.show-map
 *   win.edit-explanation (s subject-id): where win.explain leads to what is being read back, this leads to its text
 *   win.study (s subject-id)             win.restudy (s subject-id)
 *   win.show-attempt ((ss) subject-id, attempt-id)
 *   win.back                             win.undo, win.redo
 *   win.toast (s sentence)               win.toast-undo (s sentence): the toast has an Undo button
 *   win.new-topic, win.new-plan, win.import
 *
 * In the page's template, its header bar binds to “folded” (one column only):
 *
 *   <object class="AdwHeaderBar">
 *     <binding name="show-start-title-buttons"><lookup name="folded">KlFooPage</lookup></binding>
 *     <child type="start">
 *       <object class="GtkButton">
 *         <property name="action-name">win.back</property>
 *         <property name="icon-name">go-previous-symbolic</property>
 *         …
 *
 * win.back is enabled where there is somewhere to go back to: an earlier page, or the list when folded. “folded” also
 * tells a page to move its header's actions to a bottom bar or a menu. Shortcuts of a page are bindings of its class
 * (gtk_widget_class_add_binding_action()); list them in application/kl-shortcuts.ui too. The constructors are called in
 * window/kl-page-factory.c.
 */

#include "config.h"

#include "kl-page.h"

typedef struct
{
  KlLibrary *library;
  KlPlan *plan;
  KlSubject *subject;
  char *title;
  gboolean folded;
  GPtrArray *waiting; /* GTasks of flush, until everything under way is saved */
  GError *failure;    /* of a save since they wait */
  guint n_saving;
} KlPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KlPage, kl_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_PLAN,
  PROP_SUBJECT,
  PROP_TITLE,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
kl_page_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  KlPagePrivate *priv = kl_page_get_instance_private (KL_PAGE (object));

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, priv->library);
      break;
    case PROP_PLAN:
      g_value_set_object (value, priv->plan);
      break;
    case PROP_SUBJECT:
      g_value_set_object (value, priv->subject);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, priv->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kl_page_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  KlPage *self = KL_PAGE (object);
  KlPagePrivate *priv = kl_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      priv->library = g_value_dup_object (value);
      break;
    case PROP_PLAN:
      priv->plan = g_value_dup_object (value);
      break;
    case PROP_SUBJECT:
      priv->subject = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      kl_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_FOLDED:
      kl_page_set_folded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kl_page_finalize (GObject *object)
{
  KlPagePrivate *priv = kl_page_get_instance_private (KL_PAGE (object));

  g_clear_object (&priv->library);
  g_clear_object (&priv->plan);
  g_clear_object (&priv->subject);
  g_clear_pointer (&priv->title, g_free);
  g_clear_pointer (&priv->waiting, g_ptr_array_unref);
  g_clear_error (&priv->failure);

  G_OBJECT_CLASS (kl_page_parent_class)->finalize (object);
}

static void
kl_page_real_flush_async (KlPage              *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  KlPagePrivate *priv = kl_page_get_instance_private (self);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, kl_page_real_flush_async);
  if (priv->n_saving == 0)
    g_task_return_boolean (task, TRUE);
  else
    g_ptr_array_add (priv->waiting, g_steal_pointer (&task));
}

static gboolean
kl_page_real_flush_finish (KlPage        *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
kl_page_class_init (KlPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_page_get_property;
  object_class->set_property = kl_page_set_property;
  object_class->finalize = kl_page_finalize;

  klass->flush_async = kl_page_real_flush_async;
  klass->flush_finish = kl_page_real_flush_finish;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, KL_TYPE_LIBRARY,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, KL_TYPE_PLAN,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBJECT] = g_param_spec_object ("subject", NULL, NULL, KL_TYPE_SUBJECT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kl_page_init (KlPage *self)
{
  KlPagePrivate *priv = kl_page_get_instance_private (self);

  priv->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * kl_page_get_library:
 * @self: a page
 *
 * Returns: (transfer none): the library that it shows something of
 */
KlLibrary *
kl_page_get_library (KlPage *self)
{
  KlPagePrivate *priv = kl_page_get_instance_private (self);

  g_return_val_if_fail (KL_IS_PAGE (self), NULL);

  return priv->library;
}

/**
 * kl_page_get_plan:
 * @self: a page
 *
 * Returns: (transfer none): the plan that it shows something of
 */
KlPlan *
kl_page_get_plan (KlPage *self)
{
  KlPagePrivate *priv = kl_page_get_instance_private (self);

  g_return_val_if_fail (KL_IS_PAGE (self), NULL);

  return priv->plan;
}

/**
 * kl_page_get_subject:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the one subject that it is about
 */
KlSubject *
kl_page_get_subject (KlPage *self)
{
  KlPagePrivate *priv = kl_page_get_instance_private (self);

  g_return_val_if_fail (KL_IS_PAGE (self), NULL);

  return priv->subject;
}

/**
 * kl_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): its title, as for the window's
 */
const char *
kl_page_get_title (KlPage *self)
{
  KlPagePrivate *priv = kl_page_get_instance_private (self);

  g_return_val_if_fail (KL_IS_PAGE (self), NULL);

  return priv->title;
}

/**
 * kl_page_set_title:
 * @self: a page
 * @title: (nullable): its title
 */
void
kl_page_set_title (KlPage     *self,
                   const char *title)
{
  KlPagePrivate *priv = kl_page_get_instance_private (self);

  g_return_if_fail (KL_IS_PAGE (self));

  if (g_strcmp0 (priv->title, title) == 0)
    return;

  g_free (priv->title);
  priv->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * kl_page_set_folded:
 * @self: a page
 * @folded: whether the window shows the page alone
 */
void
kl_page_set_folded (KlPage   *self,
                    gboolean  folded)
{
  KlPagePrivate *priv = kl_page_get_instance_private (self);

  g_return_if_fail (KL_IS_PAGE (self));

  if (priv->folded == folded)
    return;

  priv->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

/**
 * kl_page_set_hand_in:
 * @self: a page where somebody writes
 * @action: an action of it
 *
 * Lets Ctrl+Return activate @action, before the text gets the key, which would make a line break of it.
 */
void
kl_page_set_hand_in (KlPage     *self,
                     const char *action)
{
  GtkEventController *shortcuts;

  g_return_if_fail (KL_IS_PAGE (self));

  shortcuts = gtk_shortcut_controller_new ();
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (
                                                            "<Control>Return|<Control>KP_Enter"),
                                                          gtk_named_action_new (action)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

/**
 * kl_page_begin_saving:
 * @self: a page
 *
 * Something that was written here is on its way into the library: kl_page_end_saving() follows.
 */
void
kl_page_begin_saving (KlPage *self)
{
  KlPagePrivate *priv = kl_page_get_instance_private (self);

  g_return_if_fail (KL_IS_PAGE (self));

  priv->n_saving++;
}

/**
 * kl_page_end_saving:
 * @self: a page
 * @error: (nullable): why it could not be saved
 */
void
kl_page_end_saving (KlPage       *self,
                    const GError *error)
{
  KlPagePrivate *priv = kl_page_get_instance_private (self);
  g_autoptr(GPtrArray) waiting = NULL;
  g_autoptr(GError) failure = NULL;

  g_return_if_fail (KL_IS_PAGE (self));
  g_return_if_fail (priv->n_saving > 0);

  if (error != NULL && priv->failure == NULL && priv->waiting->len > 0)
    priv->failure = g_error_copy (error);
  if (--priv->n_saving > 0)
    return;

  waiting = g_steal_pointer (&priv->waiting);
  failure = g_steal_pointer (&priv->failure);
  priv->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    {
      if (failure != NULL)
        g_task_return_error (g_ptr_array_index (waiting, i), g_error_copy (failure));
      else
        g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
    }
}

static void
flushed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlPage *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (KL_PAGE_GET_CLASS (self)->flush_finish (self, result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * kl_page_flush_async:
 * @self: a page
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Saves what was written on the page and is not in the library yet. The window does this before it leaves the page or
 * closes, and stays where it is when that fails: no written word is lost.
 */
void
kl_page_flush_async (KlPage              *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (KL_IS_PAGE (self));

  /* A page may leave the saving to another object; the caller is called back by the page all the same. */
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kl_page_flush_async);
  g_task_set_check_cancellable (task, FALSE);
  KL_PAGE_GET_CLASS (self)->flush_async (self, cancellable, flushed_cb, task);
}

/**
 * kl_page_flush_finish:
 * @self: a page
 * @result: what the callback got
 * @error: (nullable): where to put an error of %KL_STORAGE_ERROR
 *
 * Returns: whether everything is saved
 */
gboolean
kl_page_flush_finish (KlPage        *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
