#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KL_TYPE_RICH_VIEW (kl_rich_view_get_type ())

G_DECLARE_FINAL_TYPE (KlRichView, kl_rich_view, KL, RICH_VIEW, GtkTextView)

GtkWidget *kl_rich_view_new      (const char *name);
void       kl_rich_view_set_text (KlRichView *self,
                                  const char *markdown);

G_END_DECLS
