/* kl-write-facts.c: the lines below a topic's heading that say how long it takes and what it builds on */

#include "config.h"

#include "kl-write-facts.h"

#include <string.h>

#include "model/kl-link.h"

static char *
dup_minutes (KlSubject *subject)
{
  gint64 minutes = kl_subject_get_minutes (subject);

  return minutes > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT " min", minutes) : g_strdup ("");
}

/* What it is called now; the words of the document, such as “Ropes ✅”, where it is still called what it was. */
static const char *
get_name (KlWriting *writing,
          KlLink    *link)
{
  const char *target = kl_link_get_target (link);
  KlSubject *now = target != NULL ? g_hash_table_lookup (writing->by_id, target) : NULL;
  KlSubject *base = kl_writing_base_of (writing, now);
  KlLink *was = kl_writing_base_of (writing, link);

  if (was != NULL && (now == NULL || (base != NULL && g_strcmp0 (kl_subject_get_title (base),
                                                                 kl_subject_get_title (now)) == 0)))
    return kl_link_get_text (was);
  return now != NULL ? kl_subject_get_title (now) : kl_link_get_text (link);
}

/* Those of the topic's own line; the study queue says others. */
static char *
dup_prerequisites (KlWriting *writing,
                   KlSubject *subject,
                   gboolean   is_base)
{
  GListModel *links = kl_subject_get_links (subject);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(KlLink) link = g_list_model_get_item (links, i);
      KlLink *was = is_base ? link : kl_writing_base_of (writing, link);
      g_autofree char *name = NULL;

      if (kl_link_get_kind (link) != KL_LINK_PREREQUISITE
          || (was != NULL && kl_source_map_find (writing->map, was, KL_SOURCE_OWN) == NULL))
        continue;
      name = kl_writing_dup_line (is_base ? kl_link_get_text (link) : get_name (writing, link));
      if (*name != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* A line of words right below would be read as going on with the label. */
static gboolean
begins_block (const char *text)
{
  return *text == '\0' || strchr ("\r\n-*+#>|`~", *text) != NULL || g_ascii_isdigit (*text);
}

static void
write_fact (KlWriting  *writing,
            KlSubject  *base,
            const char *part,
            const char *label,
            const char *before,
            const char *after,
            gsize       owner,
            gsize       head)
{
  const KlSourceMark *mark = kl_source_map_find (writing->map, base, part);

  if (g_str_equal (before, after))
    return;
  if (mark != NULL && *after != '\0')
    {
      kl_writing_replace (writing, base, part, after);
    }
  else if (mark != NULL)
    {
      gsize start = mark->start;

      while (start > 0 && writing->text[start - 1] != '\n' && writing->text[start - 1] != '\r')
        start--;
      kl_patch_replace (writing->patch, owner, start, kl_writing_line_end (writing, mark->end), "");
    }
  else if (*after != '\0')
    {
      g_autofree char *line
        = g_strdup_printf ("**%s:** %s\n%s", label, after, begins_block (writing->text + head) ? "" : "\n");

      kl_patch_insert (writing->patch, owner, head, line);
    }
}

/**
 * kl_write_facts_dup:
 * @writing: a writing
 * @subject: a topic of the plan
 *
 * Returns: (transfer full): its lines, none where there is nothing to say
 */
char *
kl_write_facts_dup (KlWriting *writing,
                    KlSubject *subject)
{
  g_autofree char *minutes = dup_minutes (subject);
  g_autofree char *prerequisites = dup_prerequisites (writing, subject, FALSE);
  g_autoptr(GString) lines = g_string_new (NULL);

  if (*minutes != '\0')
    g_string_append_printf (lines, "**Time:** %s\n", minutes);
  if (*prerequisites != '\0')
    g_string_append_printf (lines, "**Prerequisites:** %s\n", prerequisites);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * kl_write_facts_update:
 * @writing: a writing
 * @base: a topic of the document, with a heading
 * @now: what it is now
 * @owner: the first byte of its heading
 * @head: where a line goes that is not there
 *
 * Writes how long it takes and what it builds on, where that is something else now.
 */
void
kl_write_facts_update (KlWriting *writing,
                       KlSubject *base,
                       KlSubject *now,
                       gsize      owner,
                       gsize      head)
{
  g_autofree char *had_minutes = dup_minutes (base);
  g_autofree char *minutes = dup_minutes (now);
  g_autofree char *had_prerequisites = dup_prerequisites (writing, base, TRUE);
  g_autofree char *prerequisites = dup_prerequisites (writing, now, FALSE);

  write_fact (writing, base, KL_SOURCE_MINUTES, "Time", had_minutes, minutes, owner, head);
  write_fact (writing, base, KL_SOURCE_LINKS, "Prerequisites", had_prerequisites, prerequisites, owner, head);
}
