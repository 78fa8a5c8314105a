#pragma once

#include <adwaita.h>

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_SEARCH_RESULTS (kl_search_results_get_type ())

G_DECLARE_FINAL_TYPE (KlSearchResults, kl_search_results, KL, SEARCH_RESULTS, AdwBin)

GtkWidget *kl_search_results_new        (void);
void       kl_search_results_search     (KlSearchResults *self,
                                         KlLibrary       *library,
                                         KlPlan          *plan,
                                         const char      *explained,
                                         const char      *words);
void       kl_search_results_clear      (KlSearchResults *self);
void       kl_search_results_open_first (KlSearchResults *self);

G_END_DECLS
