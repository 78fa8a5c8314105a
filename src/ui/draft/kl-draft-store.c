/* kl-draft-store.c: puts a draft into the library, without losing what came to it elsewhere meanwhile
 *
 * An attempt that is undone gives its words back below a draft that is there, and another process may have shown the
 * topic, or written the first words.
 */

#include "config.h"

#include "kl-draft-store.h"

#include <string.h>

/* As the library puts it, kl-changeset.c. */
#define SEPARATOR "\n\n"

typedef struct
{
  KlDraft *draft;
  char *known; /* the text that the library had when it was last looked at */
  char *below; /* what has come below that since, NULL for nothing */
} Storing;

static void
storing_free (gpointer data)
{
  Storing *self = data;

  g_clear_object (&self->draft);
  g_free (self->known);
  g_free (self->below);
  g_free (self);
}

/**
 * kl_draft_store_dup_below:
 * @known: (nullable): the text that the library had when it was last looked at
 * @stored: (nullable): the draft that it has now
 *
 * Returns: (transfer full) (nullable): the words that have come below @known, %NULL where none have, or where the text
 * was changed in another way
 */
char *
kl_draft_store_dup_below (const char *known,
                          KlDraft    *stored)
{
  const char *text = stored != NULL ? kl_draft_get_text (stored) : NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  if (known == NULL || *known == '\0')
    return g_strdup (text);
  if (!g_str_has_prefix (text, known) || !g_str_has_prefix (text + strlen (known), SEPARATOR))
    return NULL;

  return g_strdup (text + strlen (known) + strlen (SEPARATOR));
}

/**
 * kl_draft_store_join:
 * @text: (nullable): what is written
 * @below: words that came elsewhere
 *
 * Returns: (transfer full): both, as the library puts them together
 */
char *
kl_draft_store_join (const char *text,
                     const char *below)
{
  if (text == NULL || *text == '\0')
    return g_strdup (below);
  return g_strconcat (text, SEPARATOR, below, NULL);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  Storing *storing = g_task_get_task_data (task);

  if (kl_library_save_draft_finish (KL_LIBRARY (object), result, &error))
    g_task_return_pointer (task, g_object_ref (storing->draft), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
add_below (Storing *self,
           KlDraft *stored)
{
  const char *text = kl_draft_get_text (self->draft);

  self->below = kl_draft_store_dup_below (self->known, stored);
  if (self->below != NULL)
    {
      g_autofree char *joined = kl_draft_store_join (text, self->below);

      g_object_set (self->draft, "text", joined, NULL);
    }
}

/* Another process may have shown the topic meanwhile: what was assisted once stays so. */
static void
reread_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  KlLibrary *library = KL_LIBRARY (object);
  Storing *storing = g_task_get_task_data (task);
  KlDraft *draft = storing->draft;
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (library));
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  /* Only a save that fails is worth telling; reading is not. */
  g_autoptr(KlDraft) stored = kl_library_load_draft_finish (library, result, NULL);

  if (g_task_return_error_if_cancelled (task))
    return;

  add_below (storing, stored);
  if (stored != NULL && kl_draft_get_assisted (stored))
    g_object_set (draft, "assisted", TRUE, NULL);
  if (kl_draft_get_started (draft) == NULL)
    g_object_set (draft, "started", stamp, NULL);
  g_object_set (draft, "updated", stamp, NULL);
  kl_library_save_draft_async (library, draft, NULL, saved_cb, g_object_ref (task));
}

/**
 * kl_draft_store_async:
 * @library: the library
 * @subject: what is explained
 * @draft: its draft; a copy is saved
 * @known: (nullable): the text that the library had when it was last looked at; what came below that is kept
 * @cancellable: (nullable): stops it before it is saved
 * @callback: called when it is saved, or not
 * @user_data: data for @callback
 */
void
kl_draft_store_async (KlLibrary           *library,
                      KlSubject           *subject,
                      KlDraft             *draft,
                      const char          *known,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = g_task_new (library, cancellable, callback, user_data);
  Storing *storing = g_new0 (Storing, 1);

  storing->draft = KL_DRAFT (kl_record_copy (KL_RECORD (draft)));
  storing->known = g_strdup (known);
  g_task_set_source_tag (task, kl_draft_store_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, storing, storing_free);
  kl_library_load_draft_async (library, subject, NULL, reread_cb, task);
}

/**
 * kl_draft_store_finish:
 * @library: the library
 * @result: what the callback got
 * @below: (out) (nullable): the words that were found in the library below the known ones
 * @error: where to put an error of %KL_STORAGE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was saved, with its times and whether it is assisted
 */
KlDraft *
kl_draft_store_finish (KlLibrary     *library,
                       GAsyncResult  *result,
                       char         **below,
                       GError       **error)
{
  Storing *storing;

  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  storing = g_task_get_task_data (G_TASK (result));
  *below = g_strdup (storing->below);

  return g_task_propagate_pointer (G_TASK (result), error);
}
