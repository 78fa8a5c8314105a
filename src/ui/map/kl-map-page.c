/* kl-map-page.c: the map of a plan, which follows it while it is looked at */

#include "config.h"

#include "kl-map-page.h"

#include <glib/gi18n.h>

#include "map/kl-plan-map.h"
#include "ui/chart/kl-chart-save-button.h"
#include "ui/chart/kl-chart-table.h"
#include "ui/page/kl-control-name.h"
#include "ui/page/kl-keyboard-focus.h"

#include "kl-map-view.h"

#define STEP 1.25

struct _KlMapPage
{
  KlPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *failure;
  KlMapView *view;
  KlChartTable *table;
  GtkWidget *controls;
  GtkWidget *details;
  GtkWidget *zoom_box;
  GtkWidget *normal_button;
  GtkToggleButton *table_button;
  KlChartSaveButton *save_button;

  KlPlanMap *map;
};

G_DEFINE_FINAL_TYPE (KlMapPage, kl_map_page, KL_TYPE_PAGE)

static void
activated_cb (KlMapPage  *self,
              const char *target)
{
  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-topic", "s", target);
}

static const char *
find_child_name (KlMapPage *self)
{
  if (kl_plan_map_get_failure (self->map) != NULL)
    return "failure";
  if (!kl_plan_map_is_loaded (self->map))
    return "loading";
  if (kl_chart_get_n_marks (KL_CHART (kl_plan_map_get_chart (self->map))) == 0)
    return "empty";
  return gtk_toggle_button_get_active (self->table_button) ? "table" : "map";
}

static void
update (KlMapPage *self)
{
  KlChart *chart = KL_CHART (kl_plan_map_get_chart (self->map));
  const GError *failure = kl_plan_map_get_failure (self->map);
  g_autofree char *sentence = failure != NULL ? g_markup_escape_text (failure->message, -1) : NULL;
  const char *name = find_child_name (self);
  gboolean shows_map = g_str_equal (name, "map"), shows_table = g_str_equal (name, "table");
  gboolean had_focus = gtk_stack_get_visible_child (self->stack) != NULL
                       && kl_keyboard_focus_find_child (GTK_WIDGET (self->stack)) != NULL;

  adw_status_page_set_description (self->failure, sentence);
  /* Most tables are never looked at. */
  if (shows_table)
    kl_chart_table_set_chart (self->table, chart);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->controls, shows_map || shows_table);
  gtk_widget_set_visible (self->details, shows_map);
  gtk_widget_set_sensitive (self->zoom_box, shows_map);
  if (shows_map && had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
again_cb (KlMapPage *self)
{
  kl_plan_map_try_again (self->map);
}

static void
zoom_cb (KlMapPage *self)
{
  double zoom = kl_map_view_get_zoom (self->view);

  gtk_widget_set_sensitive (self->normal_button, zoom < 0.999 || zoom > 1.001);
}

static void
out_cb (KlMapPage *self)
{
  kl_map_view_zoom_to (self->view, kl_map_view_get_zoom (self->view) / STEP);
}

static void
in_cb (KlMapPage *self)
{
  kl_map_view_zoom_to (self->view, kl_map_view_get_zoom (self->view) * STEP);
}

static void
normal_cb (KlMapPage *self)
{
  kl_map_view_zoom_to (self->view, 1);
}

static void
whole_cb (KlMapPage *self)
{
  kl_map_view_zoom_to (self->view, kl_map_view_find_whole (self->view));
}

static void
kl_map_page_constructed (GObject *object)
{
  KlMapPage *self = KL_MAP_PAGE (object);
  g_autofree char *name = NULL;
  g_autofree char *table = NULL;
  KlMapChart *chart;

  G_OBJECT_CLASS (kl_map_page_parent_class)->constructed (object);

  self->map = kl_plan_map_new (kl_page_get_library (KL_PAGE (self)), kl_page_get_plan (KL_PAGE (self)));
  chart = kl_plan_map_get_chart (self->map);
  name = kl_chart_dup_name (KL_CHART (chart));
  /* Translators: %s is what a chart is called. */
  table = g_strdup_printf (_("Table: %s"), name);
  kl_control_name_set (GTK_WIDGET (self->table_button), table);
  kl_map_view_set_chart (self->view, chart);
  kl_chart_save_button_set_chart (self->save_button, KL_CHART (chart));
  g_signal_connect_object (self->map, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  zoom_cb (self);
  update (self);
}

/* While it is looked at, it follows the library. */
static void
kl_map_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kl_map_page_parent_class)->map (widget);
  kl_plan_map_set_following (KL_MAP_PAGE (widget)->map, TRUE);
}

static void
kl_map_page_unmap (GtkWidget *widget)
{
  if (KL_MAP_PAGE (widget)->map != NULL)
    kl_plan_map_set_following (KL_MAP_PAGE (widget)->map, FALSE);
  GTK_WIDGET_CLASS (kl_map_page_parent_class)->unmap (widget);
}

static void
kl_map_page_dispose (GObject *object)
{
  KlMapPage *self = KL_MAP_PAGE (object);

  if (self->map != NULL)
    kl_plan_map_set_following (self->map, FALSE);
  g_clear_object (&self->map);
  gtk_widget_dispose_template (GTK_WIDGET (object), KL_TYPE_MAP_PAGE);

  G_OBJECT_CLASS (kl_map_page_parent_class)->dispose (object);
}

static void
kl_map_page_class_init (KlMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kl_map_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = kl_map_page_dispose;
  widget_class->map = kl_map_page_map;
  widget_class->unmap = kl_map_page_unmap;

  g_type_ensure (KL_TYPE_MAP_VIEW);
  g_type_ensure (KL_TYPE_CHART_TABLE);
  g_type_ensure (KL_TYPE_CHART_SAVE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/KLearn/map/kl-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KlMapPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KlMapPage, failure);
  gtk_widget_class_bind_template_child (widget_class, KlMapPage, view);
  gtk_widget_class_bind_template_child (widget_class, KlMapPage, table);
  gtk_widget_class_bind_template_child (widget_class, KlMapPage, controls);
  gtk_widget_class_bind_template_child (widget_class, KlMapPage, details);
  gtk_widget_class_bind_template_child (widget_class, KlMapPage, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, KlMapPage, normal_button);
  gtk_widget_class_bind_template_child (widget_class, KlMapPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, KlMapPage, save_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
  gtk_widget_class_bind_template_callback (widget_class, out_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_cb);
  gtk_widget_class_bind_template_callback (widget_class, normal_cb);
  gtk_widget_class_bind_template_callback (widget_class, whole_cb);
}

static void
kl_map_page_init (KlMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kl_map_page_new:
 * @library: the library
 * @plan: its plan, loaded
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
kl_map_page_new (KlLibrary *library,
                 KlPlan    *plan)
{
  return g_object_new (KL_TYPE_MAP_PAGE, "library", library, "plan", plan, NULL);
}
