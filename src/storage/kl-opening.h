#pragma once

#include "kl-refresh.h"
#include "kl-worker.h"

G_BEGIN_DECLS

/**
 * KlOpening:
 * @tables: all tables
 * @path: the library's file
 * @read_only: whether it can only be read
 * @refresh: what is asked for, then what was read
 *
 * What opening the file gives: one reading, so that the main loop has to turn only once before something is shown.
 */
typedef struct
{
  KlTables  *tables;
  char      *path;
  gboolean   read_only;
  KlRefresh *refresh;
} KlOpening;

KlOpening    *kl_opening_new      (KlTables   *tables,
                                   const char *path,
                                   KlRefresh  *refresh);
void          kl_opening_free     (gpointer    self);
const KlWork *kl_opening_get_work (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlOpening, kl_opening_free)

G_END_DECLS
