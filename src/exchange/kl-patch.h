#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KlPatch KlPatch;

KlPatch *kl_patch_new     (const char *text,
                           gsize       length);
void     kl_patch_free    (KlPatch    *self);
void     kl_patch_replace (KlPatch    *self,
                           gsize       owner,
                           gsize       start,
                           gsize       end,
                           const char *text);
void     kl_patch_insert  (KlPatch    *self,
                           gsize       owner,
                           gsize       at,
                           const char *lines);
void     kl_patch_move    (KlPatch    *self,
                           gsize       owner,
                           gsize       at,
                           const char *before,
                           gsize       start,
                           gsize       end,
                           const char *after);
GString *kl_patch_apply   (KlPatch    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlPatch, kl_patch_free)

G_END_DECLS
