#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * KlStorageError:
 * @KL_STORAGE_ERROR_FAILED: anything that no caller can act on; the message says what
 * @KL_STORAGE_ERROR_NOT_A_LIBRARY: the file is no KLearn library
 * @KL_STORAGE_ERROR_NEWER: the library was written by a newer KLearn; it was not touched
 * @KL_STORAGE_ERROR_READ_ONLY: the library can be read but not changed
 * @KL_STORAGE_ERROR_LOCKED: another program holds the library; trying again helps
 * @KL_STORAGE_ERROR_NO_SPACE: the disk, or the quota, is full; trying again after making room helps
 * @KL_STORAGE_ERROR_CORRUPT: the file is damaged; a backup helps
 * @KL_STORAGE_ERROR_NOT_FOUND: the record is not there (any more)
 * @KL_STORAGE_ERROR_INVALID: a value that must not be stored, such as a score of 101
 * @KL_STORAGE_ERROR_NOTHING: there is nothing to undo or redo
 * @KL_STORAGE_ERROR_STALE: the library changed since the change was prepared; preparing it again helps
 * @KL_STORAGE_ERROR_MOVED: the file that is open is not at its path any more; the library follows, so trying again
 * helps
 * @KL_STORAGE_ERROR_UNCERTAIN: the disk failed while it wrote; only looking tells whether the change is there
 */
typedef enum
{
  KL_STORAGE_ERROR_FAILED,
  KL_STORAGE_ERROR_NOT_A_LIBRARY,
  KL_STORAGE_ERROR_NEWER,
  KL_STORAGE_ERROR_READ_ONLY,
  KL_STORAGE_ERROR_LOCKED,
  KL_STORAGE_ERROR_NO_SPACE,
  KL_STORAGE_ERROR_CORRUPT,
  KL_STORAGE_ERROR_NOT_FOUND,
  KL_STORAGE_ERROR_INVALID,
  KL_STORAGE_ERROR_NOTHING,
  KL_STORAGE_ERROR_STALE,
  KL_STORAGE_ERROR_MOVED,
  KL_STORAGE_ERROR_UNCERTAIN,
} KlStorageError;

#define KL_STORAGE_ERROR (kl_storage_error_quark ())
GQuark kl_storage_error_quark (void);

G_END_DECLS
