#pragma once

#include <gtk/gtk.h>

#include "storage/kl-search-hit.h"

G_BEGIN_DECLS

#define KL_TYPE_SEARCH_ROW (kl_search_row_get_type ())

G_DECLARE_FINAL_TYPE (KlSearchRow, kl_search_row, KL, SEARCH_ROW, GtkBox)

GtkListItemFactory *kl_search_row_factory_new (void);

G_END_DECLS
