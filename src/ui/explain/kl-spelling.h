#pragma once

#include <gtksourceview/gtksource.h>

#include "model/kl-plan.h"

G_BEGIN_DECLS

#define KL_TYPE_SPELLING (kl_spelling_get_type ())

G_DECLARE_FINAL_TYPE (KlSpelling, kl_spelling, KL, SPELLING, GObject)

KlSpelling *kl_spelling_new (GtkSourceView *view,
                             KlPlan        *plan);

G_END_DECLS
