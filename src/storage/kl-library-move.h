#pragma once

#include <glib.h>

G_BEGIN_DECLS

int kl_library_move_to_free_name (const char  *from,
                                  const char  *wanted,
                                  char       **moved_to) G_GNUC_WARN_UNUSED_RESULT;
int kl_library_move_over         (const char  *from,
                                  const char  *to) G_GNUC_WARN_UNUSED_RESULT;
int kl_library_move_sync         (const char  *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
