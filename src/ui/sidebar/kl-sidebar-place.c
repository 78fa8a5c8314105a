/* kl-sidebar-place.c: a row of the list that leads to a page of the whole plan, or only names the rows below it */

#include "config.h"

#include "kl-sidebar-place.h"

struct _KlSidebarPlace
{
  GObject parent_instance;

  char *title;
  char *icon_name;
  char *action_name;
  guint count;
};

G_DEFINE_FINAL_TYPE (KlSidebarPlace, kl_sidebar_place, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
kl_sidebar_place_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_COUNT)
    g_value_set_uint (value, KL_SIDEBAR_PLACE (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kl_sidebar_place_finalize (GObject *object)
{
  KlSidebarPlace *self = KL_SIDEBAR_PLACE (object);

  g_free (self->title);
  g_free (self->icon_name);
  g_free (self->action_name);

  G_OBJECT_CLASS (kl_sidebar_place_parent_class)->finalize (object);
}

static void
kl_sidebar_place_class_init (KlSidebarPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kl_sidebar_place_get_property;
  object_class->finalize = kl_sidebar_place_finalize;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kl_sidebar_place_init (KlSidebarPlace *self)
{
}

/**
 * kl_sidebar_place_new:
 * @title: what the row says
 * @icon_name: (nullable): its icon
 * @action_name: (nullable): the action that shows the page; %NULL for the heading of a group
 *
 * Returns: (transfer full): a row with a count of 0
 */
KlSidebarPlace *
kl_sidebar_place_new (const char *title,
                      const char *icon_name,
                      const char *action_name)
{
  KlSidebarPlace *self = g_object_new (KL_TYPE_SIDEBAR_PLACE, NULL);

  self->title = g_strdup (title);
  self->icon_name = g_strdup (icon_name);
  self->action_name = g_strdup (action_name);
  return self;
}

const char *
kl_sidebar_place_get_title (KlSidebarPlace *self)
{
  g_return_val_if_fail (KL_IS_SIDEBAR_PLACE (self), NULL);

  return self->title;
}

const char *
kl_sidebar_place_get_icon_name (KlSidebarPlace *self)
{
  g_return_val_if_fail (KL_IS_SIDEBAR_PLACE (self), NULL);

  return self->icon_name;
}

/**
 * kl_sidebar_place_get_action:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the window's action that it stands for, %NULL for a heading
 */
const char *
kl_sidebar_place_get_action (KlSidebarPlace *self)
{
  g_return_val_if_fail (KL_IS_SIDEBAR_PLACE (self), NULL);

  return self->action_name;
}

guint
kl_sidebar_place_get_count (KlSidebarPlace *self)
{
  g_return_val_if_fail (KL_IS_SIDEBAR_PLACE (self), 0);

  return self->count;
}

/**
 * kl_sidebar_place_set_count:
 * @self: a row
 * @count: how many things wait there; 0 shows nothing
 */
void
kl_sidebar_place_set_count (KlSidebarPlace *self,
                            guint           count)
{
  g_return_if_fail (KL_IS_SIDEBAR_PLACE (self));

  if (self->count == count)
    return;

  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}
