#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KL_TYPE_SEARCH_HIT (kl_search_hit_get_type ())

G_DECLARE_FINAL_TYPE (KlSearchHit, kl_search_hit, KL, SEARCH_HIT, GObject)

KlSearchHit *kl_search_hit_new         (const char  *kind,
                                        const char  *id,
                                        const char  *subject,
                                        const char  *plan,
                                        const char  *title,
                                        const char  *snippet);
const char  *kl_search_hit_get_kind    (KlSearchHit *self);
const char  *kl_search_hit_get_id      (KlSearchHit *self);
const char  *kl_search_hit_get_subject (KlSearchHit *self);
const char  *kl_search_hit_get_plan    (KlSearchHit *self);
const char  *kl_search_hit_get_title   (KlSearchHit *self);
const char  *kl_search_hit_get_snippet (KlSearchHit *self);

G_END_DECLS
