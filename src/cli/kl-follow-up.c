/* kl-follow-up.c: after a command that changed something, the files of the plans that follow
 *
 * What was changed is in the library, whether a file can be written or not: so this only complains.
 */

#include "config.h"

#include "kl-follow-up.h"

#include "transfer/kl-write-back.h"

#include "kl-await.h"

#include <glib/gi18n.h>

static void
write_back (KlLibrary  *library,
            KlDocument *link)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;

  kl_write_back_async (library, kl_record_get_owner (KL_RECORD (link)), KL_WRITE_BACK_IF_CHANGED, NULL, kl_await_cb,
                       &result);
  if (kl_write_back_finish (kl_await (&result), NULL, &error))
    return;

  /* Translators: %s is a sentence that says why the plan's file was not written. */
  sentence = g_strdup_printf (_("klearn: %s The library has the change."), error->message);
  kl_output_complain (sentence);
}

/**
 * kl_follow_up:
 * @invocation: an invocation of a command that may have changed something, carried out
 *
 * Writes the files of all plans that are linked to one as they change.
 */
void
kl_follow_up (KlInvocation *invocation)
{
  KlLibrary *library = kl_invocation_get_library (invocation);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) links = NULL;
  g_autoptr(GError) error = NULL;

  if (library == NULL || kl_library_get_read_only (library))
    return;

  kl_library_load_links_async (library, NULL, kl_await_cb, &result);
  links = kl_library_load_links_finish (library, kl_await (&result), &error);
  if (links == NULL)
    {
      kl_output_complain (error->message);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(KlDocument) link = g_list_model_get_item (links, i);

      if (kl_document_get_follow (link) == KL_FOLLOW_CHANGES)
        write_back (library, link);
    }
}
