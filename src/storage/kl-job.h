#pragma once

#include "kl-library.h"
#include "kl-tables.h"

G_BEGIN_DECLS

/**
 * KlJob:
 * @tables: all tables
 * @path: the library's file
 * @now: the time when the job was given
 * @object: (nullable): what it works on
 * @text: (nullable): what it works with
 * @id: (nullable): the id of what it works on
 * @number: a revision, or a limit
 * @read_only: whether the library can only be read
 *
 * What a worker needs to know: a copy, since the library belongs to the main thread.
 */
typedef struct
{
  KlTables  *tables;
  char      *path;
  GDateTime *now;
  GObject   *object;
  char      *text;
  char      *id;
  gint64     number;
  gboolean   read_only;
} KlJob;

KlJob *kl_job_new  (KlLibrary *library);
void   kl_job_free (gpointer   self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlJob, kl_job_free)

G_END_DECLS
