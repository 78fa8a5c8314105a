/* Power cuts: what a person was told is on the disk is there when the power comes back, and nothing is there in part.
 *
 * Somebody works on a library on a disk that writes down what reaches it. Then the power goes, at a moment of that
 * record: what was synced is on the disk; of what was written since, each sector may have got there or not, in any
 * order. KLearn opens what is left. It must be sound, and hold exactly what it held after the last step that somebody
 * was told of, or after the one that was under way.
 *
 * The control is the same on a disk that does not do what it is told to sync, which is PRAGMA synchronous = OFF seen
 * from below: there, the test must find losses.
 *
 * KLEARN_POWER_CUTS is the number of cuts, each as random as --seed says.
 */

#include "config.h"

#include <string.h>

#include "fault-vfs.h"
#include "faulty-work.h"
#include "test-clock.h"

enum
{
  N_CUTS = 250,
  N_CONTROL_CUTS = 40,
  N_STEPS = 20,
  SECTOR_BYTES = 512,
};

/* A file as the disk has it, and what it was told since the last sync. */
typedef struct
{
  gboolean exists;
  GByteArray *bytes;
  GPtrArray *pending; /* FaultEvent, not owned */
} DiskFile;

typedef enum
{
  POWER_DROPS, /* nothing that was not synced got there */
  POWER_KEEPS, /* all of it did */
  POWER_TEARS, /* some sectors of it did */
  N_POWERS,
} Power;

static GPtrArray *record; /* FaultEvent */

static void
disk_file_free (gpointer data)
{
  DiskFile *file = data;

  g_byte_array_unref (file->bytes);
  g_ptr_array_unref (file->pending);
  g_free (file);
}

static DiskFile *
find_file (GHashTable *disk,
           const char *name)
{
  DiskFile *file = g_hash_table_lookup (disk, name);

  if (file == NULL)
    {
      file = g_new0 (DiskFile, 1);
      file->bytes = g_byte_array_new ();
      file->pending = g_ptr_array_new ();
      g_hash_table_insert (disk, g_strdup (name), file);
    }
  return file;
}

static void
set_size (GByteArray *bytes,
          gsize       size)
{
  gsize before = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (size > before)
    memset (bytes->data + before, 0, size - before);
}

static void
put (GByteArray   *bytes,
     gsize         offset,
     const guint8 *data,
     gsize         length)
{
  if (bytes->len < offset + length)
    set_size (bytes, offset + length);
  memcpy (bytes->data + offset, data, length);
}

static void
write_torn (DiskFile         *file,
            const FaultEvent *event)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (event->bytes, &length);

  for (gsize start = 0; start < length; start += SECTOR_BYTES)
    if (g_test_rand_bit ())
      put (file->bytes, (gsize) event->offset + start, data + start, MIN (SECTOR_BYTES, length - start));
}

static void
do_event (DiskFile         *file,
          const FaultEvent *event)
{
  gsize length;
  const guint8 *data;

  switch (event->kind)
    {
    case FAULT_CREATE:
      file->exists = TRUE;
      break;
    case FAULT_WRITE:
      data = g_bytes_get_data (event->bytes, &length);
      file->exists = TRUE;
      put (file->bytes, (gsize) event->offset, data, length);
      break;
    case FAULT_TRUNCATE:
      set_size (file->bytes, (gsize) event->offset);
      break;
    case FAULT_DELETE:
      set_size (file->bytes, 0);
      file->exists = FALSE;
      break;
    case FAULT_SYNC:
    case FAULT_PROMISE:
    default:
      g_assert_not_reached ();
    }
}

static void
settle (DiskFile *file,
        Power     power)
{
  for (guint i = 0; i < file->pending->len; i++)
    {
      const FaultEvent *event = g_ptr_array_index (file->pending, i);

      if (power == POWER_TEARS && event->kind == FAULT_WRITE && g_test_rand_int_range (0, 3) == 0)
        write_torn (file, event);
      else if (power == POWER_KEEPS || (power == POWER_TEARS && g_test_rand_bit ()))
        do_event (file, event);
    }
  g_ptr_array_set_size (file->pending, 0);
}

/* What the disk holds when the power goes after @n_events. */
static GHashTable *
cut_power (guint    n_events,
           Power    power,
           gboolean syncs)
{
  GHashTable *disk = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, disk_file_free);
  GHashTableIter iterator;
  gpointer file;

  for (guint i = 0; i < n_events; i++)
    {
      FaultEvent *event = g_ptr_array_index (record, i);

      if (event->kind == FAULT_PROMISE)
        continue;
      if (event->kind != FAULT_SYNC)
        g_ptr_array_add (find_file (disk, event->name)->pending, event);
      else if (syncs)
        settle (find_file (disk, event->name), POWER_KEEPS);
    }

  g_hash_table_iter_init (&iterator, disk);
  while (g_hash_table_iter_next (&iterator, NULL, &file))
    settle (file, power);
  return disk;
}

static void
write_files (GHashTable *disk,
             const char *folder)
{
  GHashTableIter iterator;
  gpointer name;
  gpointer value;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_hash_table_iter_init (&iterator, disk);
  while (g_hash_table_iter_next (&iterator, &name, &value))
    {
      const DiskFile *file = value;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GError) error = NULL;

      if (file->exists)
        g_file_set_contents_full (path, (const char *) file->bytes->data, (gssize) file->bytes->len,
                                  G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
}

static const char *
promised (guint n_events,
          gint  direction)
{
  for (guint i = direction < 0 ? n_events - 1 : n_events; i < record->len; i += (guint) direction)
    {
      const FaultEvent *event = g_ptr_array_index (record, i);

      if (event->kind == FAULT_PROMISE)
        return event->name;
    }

  return NULL;
}

/* Returns what is wrong with the library, or NULL. */
static char *
look (LibraryFixture *fixture,
      guint           n_events)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;
  g_auto(GStrv) problems = NULL;

  if (!library_fixture_open (fixture, &error))
    return g_strdup (error->message);

  problems = faulty_work_check (fixture, &error);
  if (problems == NULL)
    return g_strdup (error->message);
  if (problems[0] != NULL)
    return g_strjoinv (" ", problems);

  found = library_fixture_dump_all (fixture);
  /* Before the first promise, nothing. */
  if (g_strcmp0 (found, promised (n_events, -1) != NULL ? promised (n_events, -1) : "") != 0
      && g_strcmp0 (found, promised (n_events, 1)) != 0)
    return g_strdup ("it holds neither what it held before the step under way, nor what it held after it");

  return NULL;
}

static char *
try_cut (guint    n_events,
         Power    power,
         gboolean syncs)
{
  g_autoptr(GHashTable) disk = cut_power (n_events, power, syncs);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = NULL;
  LibraryFixture fixture = { 0 };
  char *problem;

  fixture.folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
  g_assert_no_error (error);
  folder = g_build_filename (fixture.folder, "klearn", NULL);
  fixture.path = g_build_filename (folder, "library.db", NULL);
  write_files (disk, folder);
  problem = look (&fixture, n_events);
  library_fixture_tear_down (&fixture, NULL);
  return problem;
}

static void
promise (FaultyWork *work)
{
  g_autofree char *rows = library_fixture_dump_all (&work->fixture);

  fault_vfs_promise (rows);
}

typedef gboolean (*Step) (FaultyWork *, GError **);

static const Step steps[N_STEPS] = {
  faulty_work_type,   faulty_work_type,    faulty_work_record, faulty_work_import,  faulty_work_record,
  faulty_work_undo,   faulty_work_redo,    faulty_work_type,   faulty_work_back_up, faulty_work_delete,
  faulty_work_record, faulty_work_undo,    faulty_work_undo,   faulty_work_type,    faulty_work_import,
  faulty_work_record, faulty_work_restore, faulty_work_record, faulty_work_type,    faulty_work_record,
};

static void
work_and_record (void)
{
  g_autofree char *folder = NULL;
  g_autoptr(GError) error = NULL;
  FaultyWork work = { 0 };

  work.fixture.folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
  g_assert_no_error (error);
  folder = g_build_filename (work.fixture.folder, "klearn", NULL);
  work.fixture.path = g_build_filename (folder, "library.db", NULL);
  fault_vfs_record (folder);
  g_assert_true (library_fixture_open (&work.fixture, &error));
  g_assert_no_error (error);
  promise (&work);
  faulty_work_begin (&work);
  promise (&work);

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_assert_true (steps[i] (&work, &error));
      g_assert_no_error (error);
      promise (&work);
    }

  faulty_work_tear_down (&work, NULL);
  record = fault_vfs_stop_recording ();
}

static guint
choose_cut (void)
{
  guint n_events = (guint) g_test_rand_int_range (1, (gint32) record->len + 1);

  /* Half of them lie right before or after a sync or a promise, where it matters most. */
  if (g_test_rand_bit ())
    for (guint i = n_events; i < record->len; i++)
      {
        const FaultEvent *event = g_ptr_array_index (record, i);

        if (event->kind == FAULT_SYNC || event->kind == FAULT_PROMISE)
          return i + (guint) g_test_rand_bit ();
      }

  return n_events;
}

static void
test_power_cuts (void)
{
  const char *wanted = g_getenv ("KLEARN_POWER_CUTS");
  guint n_cuts = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : N_CUTS;

  for (guint i = 0; i < n_cuts; i++)
    {
      guint n_events = choose_cut ();
      Power power = (Power) MIN (g_test_rand_int_range (0, 2 * N_POWERS), POWER_TEARS);
      g_autofree char *problem = try_cut (n_events, power, TRUE);

      if (problem != NULL)
        g_error ("Power cut after event %u of %u (%d): %s", n_events, record->len, (int) power, problem);
    }
  g_test_message ("%u power cuts among %u events: nothing lost, nothing in part", n_cuts, record->len);
}

/* The kind of journal belongs to a connection: each one that writes must have set it. */
static void
test_journal (void)
{
  guint n_truncations = 0;

  for (guint i = 0; i < record->len; i++)
    {
      const FaultEvent *event = g_ptr_array_index (record, i);

      g_assert_cmpint (event->kind, !=, FAULT_DELETE);
      n_truncations += event->kind == FAULT_TRUNCATE && g_str_has_suffix (event->name, "-journal");
    }
  g_assert_cmpuint (n_truncations, >=, N_STEPS);
}

static void
test_control (void)
{
  guint n_losses = 0;

  for (guint i = 0; i < N_CONTROL_CUTS; i++)
    {
      g_autofree char *problem = try_cut (choose_cut (), POWER_TEARS, FALSE);

      n_losses += problem != NULL;
    }
  g_test_message ("on a disk that does not sync, %u of %d power cuts lost something", n_losses, N_CONTROL_CUTS);
  g_assert_cmpuint (n_losses, >, N_CONTROL_CUTS / 2);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  work_and_record ();
  g_test_add_func ("/power-cuts/nothing-lost", test_power_cuts);
  g_test_add_func ("/power-cuts/journal", test_journal);
  g_test_add_func ("/power-cuts/control", test_control);
  status = g_test_run ();
  g_ptr_array_unref (record);
  return status;
}
