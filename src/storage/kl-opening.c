/* kl-opening.c: opens the library's file and reads what is shown first, in one go */

#include "config.h"

#include "kl-opening.h"

#include "kl-library-file.h"

/**
 * kl_opening_new:
 * @tables: all tables
 * @path: the library's file
 * @refresh: (transfer full): what to read
 *
 * Returns: (transfer full): what kl_opening_get_work() works on and gives back
 */
KlOpening *
kl_opening_new (KlTables   *tables,
                const char *path,
                KlRefresh  *refresh)
{
  KlOpening *self = g_new0 (KlOpening, 1);

  self->tables = g_object_ref (tables);
  self->path = g_strdup (path);
  self->refresh = refresh;
  return self;
}

/**
 * kl_opening_free:
 * @self: (transfer full) (type KlOpening): an opening; a #GDestroyNotify
 */
void
kl_opening_free (gpointer self)
{
  KlOpening *opening = self;

  g_object_unref (opening->tables);
  g_free (opening->path);
  g_clear_pointer (&opening->refresh, kl_refresh_free);
  g_free (opening);
}

static gpointer
open_job (KlWorker  *worker,
          gpointer   data,
          GError   **error)
{
  KlOpening *asked = data;
  g_autoptr(KlOpening) opening = kl_opening_new (asked->tables, asked->path, g_steal_pointer (&asked->refresh));
  KlDatabase *database = kl_library_file_open (opening->path, &opening->read_only, error);

  /* A connection that was there stays where there is none to take its place. */
  if (database == NULL)
    return NULL;

  kl_worker_take_database (worker, database);
  if (!kl_refresh_read (opening->refresh, database, opening->tables, error))
    return NULL;

  return g_steal_pointer (&opening);
}

/**
 * kl_opening_get_work:
 *
 * Returns: (transfer none): a job on a #KlOpening: connects a worker to the file, made or brought up to date where it
 * must be, and gives a #KlOpening back that has been read
 */
const KlWork *
kl_opening_get_work (void)
{
  static const KlWork work = { open_job, kl_opening_free, kl_opening_free, TRUE };

  return &work;
}
