#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KlAccelerator:
 * @action: the detailed name of an action
 * @accelerators: (array zero-terminated=1): its keys
 */
typedef struct
{
  const char *action;
  const char *accelerators[3];
} KlAccelerator;

const KlAccelerator *kl_accelerators_get     (gsize          *n_accelerators);
void                 kl_accelerators_install (GtkApplication *application);

G_END_DECLS
