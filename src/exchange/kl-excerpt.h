#pragma once

#include "kl-outline.h"

G_BEGIN_DECLS

typedef struct _KlExcerpt KlExcerpt;

KlExcerpt *kl_excerpt_new         (KlOutline  *outline,
                                   GArray     *sections,
                                   const char *before);
void       kl_excerpt_free        (KlExcerpt  *self);
GBytes    *kl_excerpt_dup_now     (KlExcerpt  *self);
GBytes    *kl_excerpt_dup_before  (KlExcerpt  *self);
gboolean   kl_excerpt_is_faithful (KlExcerpt  *self,
                                   GArray     *now,
                                   GArray     *before);
guint      kl_excerpt_find_line   (KlExcerpt  *self,
                                   GArray     *now,
                                   guint       line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlExcerpt, kl_excerpt_free)

G_END_DECLS
