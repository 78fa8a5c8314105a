/* kl-accelerators.c: the keys of the window's actions
 *
 * Each is named in kl-shortcuts.ui too, and a test compares the two. Undo and redo are not here: in a text field their
 * keys are the text's own, so the window binds them behind the focused widget.
 */

#include "config.h"

#include "kl-accelerators.h"

static const KlAccelerator accelerators[] = {
  { "win.new-topic", { "<Control>n", NULL } },
  { "win.import", { "<Control>o", NULL } },
  { "win.save-file", { "<Control>s", NULL } },
  { "win.print-report", { "<Control>p", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.explain-current", { "<Control>e", NULL } },
  { "win.toggle-list", { "F9", NULL } },
  { "win.back", { "<Alt>Left", NULL } },
  { "win.show-today", { "<Control>t", NULL } },
  { "win.show-map", { "<Control>m", NULL } },
  { "win.preferences", { "<Control>comma", NULL } },
  { "win.plan-preferences", { "<Alt>Return", NULL } },
  { "win.show-help-overlay", { "<Control>question", "F1", NULL } },
  { "window.close", { "<Control>w", NULL } },
  { "app.quit", { "<Control>q", NULL } },
};

/**
 * kl_accelerators_get:
 * @n_accelerators: (out): how many
 *
 * Returns: (array length=n_accelerators) (transfer none): every action that has keys of its own
 */
const KlAccelerator *
kl_accelerators_get (gsize *n_accelerators)
{
  *n_accelerators = G_N_ELEMENTS (accelerators);
  return accelerators;
}

/**
 * kl_accelerators_install:
 * @application: the application
 */
void
kl_accelerators_install (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action, accelerators[i].accelerators);
}
