/* kl-queue-text.c: what is said of an entry of the study queue */

#include "config.h"

#include "kl-queue-text.h"

#include <glib/gi18n.h>

/**
 * kl_queue_text_title:
 * @plan: a plan
 * @entry: an entry of its queue
 *
 * Returns: (transfer none): what it is about: as it was written, else the topic's title
 */
const char *
kl_queue_text_title (KlPlan       *plan,
                     KlQueueEntry *entry)
{
  KlSubject *subject = kl_plan_find_subject (plan, kl_queue_entry_get_subject (entry));
  const char *title = kl_queue_entry_get_title (entry);

  if (title == NULL && subject != NULL)
    title = kl_subject_get_title (subject);
  return title != NULL ? title : "";
}

/**
 * kl_queue_text_minutes:
 * @minutes: how long it shall take
 *
 * Returns: (transfer full) (nullable): such as “30 minutes”; %NULL where nothing is said
 */
char *
kl_queue_text_minutes (gint64 minutes)
{
  int shown = (int) CLAMP (minutes, 0, 10000);

  return shown > 0 ? g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) shown), shown) : NULL;
}

/**
 * kl_queue_text_prerequisites:
 * @plan: a plan
 * @prerequisites: (nullable): the titles of topics, as somebody wrote them
 *
 * Whether a prerequisite is met is seen from the plan, whatever mark was written behind it.
 *
 * Returns: (transfer full) (nullable): each with whether it is met; %NULL where there is none
 */
char *
kl_queue_text_prerequisites (KlPlan     *plan,
                             const char *prerequisites)
{
  g_auto(GStrv) titles = g_strsplit_set (prerequisites != NULL ? prerequisites : "", ",;\n", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autoptr(GString) title = g_string_new (titles[i]);
      KlSubject *topic;

      g_string_replace (title, "✅", "", 0);
      g_strstrip (title->str);
      if (*title->str == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      topic = kl_plan_find_topic (plan, title->str);
      if (topic != NULL && kl_subject_get_depth (topic) == KL_DEPTH_DEEP)
        /* Translators: a prerequisite that is met. */
        g_string_append_printf (text, _("%s ✓"), title->str);
      else
        g_string_append_printf (text, _("%s (not met)"), title->str);
    }

  return text->len > 0 ? g_strdup_printf (_("Prerequisites: %s"), text->str) : NULL;
}
