#pragma once

#include "ui/sidebar/kl-sidebar.h"
#include "ui/study/kl-study-bar.h"

#include "transfer/kl-plan-follower.h"

#include "kl-file-bar.h"
#include "kl-library-bar.h"
#include "kl-navigator.h"
#include "kl-window.h"

G_BEGIN_DECLS

struct _KlWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwLeaflet *leaflet;
  KlSidebar *sidebar;
  KlNavigator *navigator;
  KlLibraryBar *library_bar;
  KlFileBar *file_bar;
  KlStudyBar *study_bar;

  GSettings *settings;
  GSettings *library_settings;
  KlLibrary *library;
  KlPlanFollower *follower;
  char *plan_id;
  char *wanted_plan_id;
  KlPlace *wanted_place;
  GQueue wanted_files;
  GtkWindow *import_dialog;
  GCancellable *loading;
  guint spinner_timeout;
  guint close_timeout;
  gboolean has_come; /* a plan, where there was none */
  gboolean may_close;
  gboolean is_closing; /* saves, or asks what to do */
};

void kl_window_install_actions (KlWindow   *self);
void kl_window_install_import  (KlWindow   *self);
void kl_window_import_wanted   (KlWindow   *self);
void kl_window_install_file    (KlWindow   *self);
void kl_window_follow_files    (KlWindow   *self);
void kl_window_drop_follower   (KlWindow   *self);
void kl_window_update_file     (KlWindow   *self);
void kl_window_update_actions  (KlWindow   *self);
void kl_window_show_toast      (KlWindow   *self,
                                const char *sentence);
void kl_window_select_plan     (KlWindow   *self,
                                const char *id);
void kl_window_follow_plans    (KlWindow   *self);
void kl_window_show_first_run  (KlWindow   *self);
void kl_window_update_title    (KlWindow   *self);

G_END_DECLS
