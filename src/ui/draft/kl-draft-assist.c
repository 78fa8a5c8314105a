/* kl-draft-assist.c: what hides while a topic is explained was shown after all */

#include "config.h"

#include "kl-draft-assist.h"

#include "kl-draft-saver.h"

static void
mark (KlDraftSaver *saver)
{
  KlDraft *draft = kl_draft_saver_get_draft (saver);

  if (kl_draft_get_stage (draft) != KL_DRAFT_WRITING || kl_draft_get_assisted (draft))
    return;

  /* An empty sheet that is open is begun, too: it is saved with the first words. */
  if (kl_draft_saver_get_exists (saver) || kl_draft_get_started (draft) != NULL)
    g_object_set (draft, "assisted", TRUE, NULL);
  if (kl_draft_saver_get_exists (saver))
    kl_draft_saver_touch (saver);
}

static void
loaded_cb (KlDraftSaver *saver,
           GParamSpec   *pspec,
           gpointer      user_data)
{
  mark (saver);
  g_signal_handlers_disconnect_by_func (saver, loaded_cb, saver);
}

/**
 * kl_draft_assist:
 * @library: the library
 * @subject: a subject whose points, notes or attempts are being shown
 *
 * If @subject is being explained, that explanation is assisted from now on.
 */
void
kl_draft_assist (KlLibrary *library,
                 KlSubject *subject)
{
  KlDraftSaver *saver = kl_draft_saver_dup (library, subject);

  if (kl_draft_saver_get_loaded (saver))
    {
      mark (saver);
      g_object_unref (saver);
      return;
    }

  /* Until it has loaded, it is held by itself; the handler goes with it if that fails. */
  g_signal_connect_data (saver, "notify::loaded", G_CALLBACK (loaded_cb), saver, NULL, 0);
  g_object_unref (saver);
}
