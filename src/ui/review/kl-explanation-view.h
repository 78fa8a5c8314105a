#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_EXPLANATION_VIEW (kl_explanation_view_get_type ())

G_DECLARE_FINAL_TYPE (KlExplanationView, kl_explanation_view, KL, EXPLANATION_VIEW, GtkTextView)

void kl_explanation_view_set_text   (KlExplanationView *self,
                                     const char        *text);
void kl_explanation_view_set_places (KlExplanationView *self,
                                     const GArray      *places);
void kl_explanation_view_highlight  (KlExplanationView *self,
                                     const GArray      *places,
                                     gboolean           comes_there);

G_END_DECLS
