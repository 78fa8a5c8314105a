#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* What stands between SQLite and the disk: it can write down what reaches the disk, and can let calls fail. */

typedef enum
{
  FAULT_CREATE,
  FAULT_WRITE,
  FAULT_TRUNCATE,
  FAULT_SYNC,
  FAULT_DELETE,
  FAULT_PROMISE, /* not of the disk: what somebody was told is on it */
} FaultEventKind;

typedef struct
{
  FaultEventKind kind;
  char          *name;   /* of the file, without its folder; of a promise, what was promised */
  gint64         offset; /* of a write; the new size of a truncation */
  GBytes        *bytes;
} FaultEvent;

/* Which calls can fail. */
typedef enum
{
  FAULT_ON_READ  = 1 << 0,
  FAULT_ON_WRITE = 1 << 1, /* creating, writing, truncating, syncing, deleting */
} FaultCalls;

void       fault_vfs_register       (void);

void       fault_vfs_record         (const char  *folder);
void       fault_vfs_promise        (const char  *what);
GPtrArray *fault_vfs_stop_recording (void);

void       fault_vfs_fail           (FaultCalls   calls,
                                     guint        after,
                                     gboolean     for_good,
                                     gboolean     full);
gboolean   fault_vfs_heal           (void);

G_END_DECLS
