#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KlSourceKeys KlSourceKeys;

KlSourceKeys *kl_source_keys_new  (void);
void          kl_source_keys_free (KlSourceKeys *self);
char         *kl_source_keys_dup  (KlSourceKeys *self,
                                   const char   *owner_key,
                                   const char   *kind,
                                   const char   *text);

G_END_DECLS
