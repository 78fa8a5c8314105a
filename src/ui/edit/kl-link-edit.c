/* kl-link-edit.c: which topics a subject names, as changes for the library */

#include "config.h"

#include "kl-link-edit.h"

#include "kl-list-edit.h"

/**
 * kl_link_edit_find:
 * @subject: a topic or exercise, loaded
 * @kind: why it names others
 * @topic: a topic
 *
 * Returns: (transfer none) (nullable): its link to @topic
 */
KlLink *
kl_link_edit_find (KlSubject  *subject,
                   KlLinkKind  kind,
                   KlSubject  *topic)
{
  GListModel *links = kl_subject_get_links (subject);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      /* The subject's list keeps it alive. */
      g_autoptr(KlLink) link = g_list_model_get_item (links, i);

      if (kl_link_get_kind (link) == kind
          && g_strcmp0 (kl_link_get_target (link), kl_record_get_id (KL_RECORD (topic))) == 0)
        return link;
    }

  return NULL;
}

/**
 * kl_link_edit_new_toggle:
 * @subject: a topic or exercise, loaded
 * @kind: why it names others
 * @topic: a topic
 *
 * Returns: (transfer full): the change that makes it name @topic, or no longer
 */
KlChange *
kl_link_edit_new_toggle (KlSubject  *subject,
                         KlLinkKind  kind,
                         KlSubject  *topic)
{
  KlLink *link = kl_link_edit_find (subject, kind, topic);
  KlChange *change = kl_change_new (KL_CHANGE_EDIT_SUBJECT, kl_subject_get_title (subject));
  g_autoptr(KlRecord) added = NULL;

  if (link != NULL)
    {
      kl_change_remove (change, KL_TYPE_LINK, kl_record_get_id (KL_RECORD (link)));
      return change;
    }

  added = g_object_new (KL_TYPE_LINK,
                        "owner", kl_record_get_id (KL_RECORD (subject)),
                        "position", kl_record_find_next_position (kl_subject_get_links (subject)),
                        "kind", kind,
                        "target", kl_record_get_id (KL_RECORD (topic)),
                        "text", kl_subject_get_title (topic),
                        NULL);
  kl_change_insert (change, added);
  return change;
}
