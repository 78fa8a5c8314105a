#pragma once

#include "ui/page/kl-page.h"

G_BEGIN_DECLS

/**
 * KlApplyFunc:
 * @target: what wanted the change, still alive
 * @error: (nullable): why it was not made; the person has been told
 */
typedef void (*KlApplyFunc) (gpointer      target,
                             const GError *error);

void kl_apply (GtkWidget   *widget,
               KlChange    *change,
               const char  *sentence,
               KlApplyFunc  done,
               gpointer     target);

G_END_DECLS
