#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_SIDEBAR_PLACE (kl_sidebar_place_get_type ())

G_DECLARE_FINAL_TYPE (KlSidebarPlace, kl_sidebar_place, KL, SIDEBAR_PLACE, GObject)

KlSidebarPlace *kl_sidebar_place_new           (const char     *title,
                                                const char     *icon_name,
                                                const char     *action_name);
const char     *kl_sidebar_place_get_title     (KlSidebarPlace *self);
const char     *kl_sidebar_place_get_icon_name (KlSidebarPlace *self);
const char     *kl_sidebar_place_get_action    (KlSidebarPlace *self);
guint           kl_sidebar_place_get_count     (KlSidebarPlace *self);
void            kl_sidebar_place_set_count     (KlSidebarPlace *self,
                                                guint           count);

G_END_DECLS
