#pragma once

#include "storage/kl-library.h"

G_BEGIN_DECLS

#define KL_TYPE_LIBRARY_HOLDER (kl_library_holder_get_type ())

G_DECLARE_FINAL_TYPE (KlLibraryHolder, kl_library_holder, KL, LIBRARY_HOLDER, GObject)

KlLibraryHolder *kl_library_holder_new         (void);
void             kl_library_holder_set_path    (KlLibraryHolder *self,
                                                const char      *path);
const char      *kl_library_holder_get_path    (KlLibraryHolder *self);
gboolean         kl_library_holder_is_usual    (KlLibraryHolder *self);
gboolean         kl_library_holder_exists      (KlLibraryHolder *self);
char            *kl_library_holder_dup_name    (KlLibraryHolder *self);
KlClock         *kl_library_holder_get_clock   (KlLibraryHolder *self);

void             kl_library_holder_open        (KlLibraryHolder *self,
                                                const char      *plan_id);
void             kl_library_holder_let_go      (KlLibraryHolder *self);
void             kl_library_holder_close       (KlLibraryHolder *self);
KlLibrary       *kl_library_holder_get_library (KlLibraryHolder *self);
gboolean         kl_library_holder_is_open     (KlLibraryHolder *self);
const GError    *kl_library_holder_get_failure (KlLibraryHolder *self);

G_END_DECLS
