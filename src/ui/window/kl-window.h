#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_WINDOW (kl_window_get_type ())

G_DECLARE_FINAL_TYPE (KlWindow, kl_window, KL, WINDOW, AdwApplicationWindow)

KlWindow *kl_window_new          (GtkApplication *application,
                                  GSettings      *settings,
                                  GSettings      *library_settings);
void      kl_window_set_library  (KlWindow       *self,
                                  KlLibrary      *library);
void      kl_window_show_failure (KlWindow       *self,
                                  const char     *path,
                                  const GError   *error);
void      kl_window_go_to        (KlWindow       *self,
                                  const char     *plan_id,
                                  const char     *subject_id);
void      kl_window_import_file  (KlWindow       *self,
                                  GFile          *file);

G_END_DECLS
