/* kl-library-holder.c: the library of the application, for as long as it is needed
 *
 * Where no window is open a library may be let go of for hours, and opened again. What was given to it before is
 * written all the same, and waited for when the program ends.
 */

#include "config.h"

#include "kl-library-holder.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "storage/kl-system-clock.h"

struct _KlLibraryHolder
{
  GObject parent_instance;

  char *path;
  KlClock *clock;
  KlLibrary *library;
  GError *failure;
  gboolean is_usual;
  gboolean is_open;
  guint n_closing;
};

G_DEFINE_FINAL_TYPE (KlLibraryHolder, kl_library_holder, G_TYPE_OBJECT)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlLibraryHolder) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!kl_library_close_finish (KL_LIBRARY (object), result, &error))
    g_message ("%s", error->message);
  self->n_closing--;
#ifdef __GLIBC__
  /* What is left may be there for weeks. */
  if (self->library == NULL)
    malloc_trim (0);
#endif
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(KlLibraryHolder) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_open = kl_library_open_finish (KL_LIBRARY (object), result, &error);

  if (self->library != KL_LIBRARY (object))
    return;

  self->is_open = is_open;
  g_clear_error (&self->failure);
  self->failure = g_steal_pointer (&error);
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static void
kl_library_holder_dispose (GObject *object)
{
  KlLibraryHolder *self = KL_LIBRARY_HOLDER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->clock);
  g_clear_error (&self->failure);

  G_OBJECT_CLASS (kl_library_holder_parent_class)->dispose (object);
}

static void
kl_library_holder_finalize (GObject *object)
{
  g_free (KL_LIBRARY_HOLDER (object)->path);

  G_OBJECT_CLASS (kl_library_holder_parent_class)->finalize (object);
}

static void
kl_library_holder_class_init (KlLibraryHolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kl_library_holder_dispose;
  object_class->finalize = kl_library_holder_finalize;

  /**
   * KlLibraryHolder::opened:
   * @self: the holder
   *
   * The library is open, or there is a failure.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", KL_TYPE_LIBRARY_HOLDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
kl_library_holder_init (KlLibraryHolder *self)
{
  self->path = kl_library_dup_default_path ();
  self->is_usual = TRUE;
  self->clock = kl_system_clock_new ();
}

/**
 * kl_library_holder_new:
 *
 * Returns: (transfer full): what holds the library in its usual place, not open yet
 */
KlLibraryHolder *
kl_library_holder_new (void)
{
  return g_object_new (KL_TYPE_LIBRARY_HOLDER, NULL);
}

/**
 * kl_library_holder_set_path:
 * @self: the holder, before it opened any
 * @path: where its library is
 */
void
kl_library_holder_set_path (KlLibraryHolder *self,
                            const char      *path)
{
  g_autofree char *usual = kl_library_dup_default_path ();

  g_return_if_fail (KL_IS_LIBRARY_HOLDER (self) && self->library == NULL);

  g_free (self->path);
  self->path = g_canonicalize_filename (path, NULL);
  self->is_usual = g_str_equal (self->path, usual);
}

/**
 * kl_library_holder_get_path:
 * @self: the holder
 *
 * Returns: (transfer none): where its library is
 */
const char *
kl_library_holder_get_path (KlLibraryHolder *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY_HOLDER (self), NULL);

  return self->path;
}

/**
 * kl_library_holder_is_usual:
 * @self: the holder
 *
 * Returns: whether its library is the one in the usual place
 */
gboolean
kl_library_holder_is_usual (KlLibraryHolder *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY_HOLDER (self), FALSE);

  return self->is_usual;
}

/**
 * kl_library_holder_exists:
 * @self: the holder
 *
 * Returns: whether there is a file already, which opening would make
 */
gboolean
kl_library_holder_exists (KlLibraryHolder *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY_HOLDER (self), FALSE);

  return g_file_test (self->path, G_FILE_TEST_EXISTS);
}

/**
 * kl_library_holder_dup_name:
 * @self: the holder
 *
 * A path may hold anything.
 *
 * Returns: (transfer full): a name that only its library has, for settings and for the session bus
 */
char *
kl_library_holder_dup_name (KlLibraryHolder *self)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (KL_IS_LIBRARY_HOLDER (self), NULL);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->path, -1);
  return g_strdup_printf ("Library%.16s", hash);
}

/**
 * kl_library_holder_get_clock:
 * @self: the holder
 *
 * Returns: (transfer none): the clock, which goes on also where no library is open
 */
KlClock *
kl_library_holder_get_clock (KlLibraryHolder *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY_HOLDER (self), NULL);

  return self->clock;
}

/**
 * kl_library_holder_open:
 * @self: the holder
 * @plan_id: (nullable): a plan that is to be loaded with it
 *
 * Opens the library anew; “opened” tells how that went.
 */
void
kl_library_holder_open (KlLibraryHolder *self,
                        const char      *plan_id)
{
  g_return_if_fail (KL_IS_LIBRARY_HOLDER (self));

  kl_library_holder_let_go (self);
  self->library = kl_library_new (self->path, self->clock);
  kl_library_preload (self->library, plan_id);
  kl_library_open_async (self->library, NULL, opened_cb, g_object_ref (self));
}

/**
 * kl_library_holder_let_go:
 * @self: the holder
 *
 * The library is closed when everything is written, and gone when nobody else has it any more.
 */
void
kl_library_holder_let_go (KlLibraryHolder *self)
{
  g_return_if_fail (KL_IS_LIBRARY_HOLDER (self));

  if (self->library != NULL)
    {
      self->n_closing++;
      kl_library_close_async (self->library, closed_cb, g_object_ref (self));
    }
  self->is_open = FALSE;
  g_clear_error (&self->failure);
  g_clear_object (&self->library);
}

/**
 * kl_library_holder_close:
 * @self: the holder
 *
 * Lets go of the library, and waits until everything is written.
 */
void
kl_library_holder_close (KlLibraryHolder *self)
{
  g_return_if_fail (KL_IS_LIBRARY_HOLDER (self));

  kl_library_holder_let_go (self);
  while (self->n_closing > 0)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * kl_library_holder_get_library:
 * @self: the holder
 *
 * Returns: (transfer none) (nullable): the library that is open, is being opened, or could not be opened
 */
KlLibrary *
kl_library_holder_get_library (KlLibraryHolder *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY_HOLDER (self), NULL);

  return self->library;
}

/**
 * kl_library_holder_is_open:
 * @self: the holder
 *
 * Returns: whether the library is open
 */
gboolean
kl_library_holder_is_open (KlLibraryHolder *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY_HOLDER (self), FALSE);

  return self->is_open;
}

/**
 * kl_library_holder_get_failure:
 * @self: the holder
 *
 * Returns: (transfer none) (nullable): why the library could not be opened
 */
const GError *
kl_library_holder_get_failure (KlLibraryHolder *self)
{
  g_return_val_if_fail (KL_IS_LIBRARY_HOLDER (self), NULL);

  return self->failure;
}
