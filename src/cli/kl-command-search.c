/* kl-command-search.c: klearn search */

#include "config.h"

#include "kl-command.h"

#include "kl-await.h"
#include "kl-finder.h"
#include "kl-text-table.h"

#include <glib/gi18n.h>

/* As many as a person may want to look through, and a library of years may still print at once. */
#define MAX_HITS 200

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

static void
print_hits (KlInvocation *invocation,
            GListModel   *hits)
{
  g_autoptr(KlTextTable) table = kl_text_table_new (3);
  guint n_hits = g_list_model_get_n_items (hits);

  kl_text_table_set_head (table, _("Kind"), _("Title"), _("Text"), NULL);
  for (guint i = 0; i < n_hits; i++)
    {
      g_autoptr(KlSearchHit) hit = g_list_model_get_item (hits, i);

      kl_text_table_add (table, or_nothing (kl_search_hit_get_kind (hit)), or_nothing (kl_search_hit_get_title (hit)),
                         or_nothing (kl_search_hit_get_snippet (hit)), NULL);
    }

  if (n_hits > 0)
    kl_text_table_print (table, kl_invocation_print (invocation));
  else
    kl_output_add_format (kl_invocation_print (invocation), _("Nothing is found for “%s”."),
                          kl_invocation_get_words (invocation));
}

static void
print_json (KlInvocation *invocation,
            GListModel   *hits)
{
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  kl_json_writer_begin_array (json, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr(KlSearchHit) hit = g_list_model_get_item (hits, i);

      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_string (json, "kind", kl_search_hit_get_kind (hit));
      kl_json_writer_add_string (json, "id", kl_search_hit_get_id (hit));
      kl_json_writer_add_string (json, "subject", kl_search_hit_get_subject (hit));
      kl_json_writer_add_string (json, "plan", kl_search_hit_get_plan (hit));
      kl_json_writer_add_string (json, "title", kl_search_hit_get_title (hit));
      kl_json_writer_add_string (json, "snippet", kl_search_hit_get_snippet (hit));
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
  kl_invocation_print_json (invocation, json);
}

/**
 * kl_command_search:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Looks for words in titles, points, explanations and feedback: in one plan where `--plan` names it, else in all.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_search (KlInvocation  *invocation,
                   GError       **error)
{
  KlLibrary *library = kl_invocation_open (invocation, error);
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) hits = NULL;

  if (library == NULL)
    return FALSE;
  if (kl_invocation_get_plan (invocation) != NULL)
    {
      plan = kl_find_plan (invocation, error);
      if (plan == NULL)
        return FALSE;
    }

  kl_library_search_async (library, plan != NULL ? kl_record_get_id (KL_RECORD (plan)) : NULL,
                           kl_invocation_get_words (invocation), MAX_HITS, NULL, kl_await_cb, &result);
  hits = kl_library_search_finish (library, kl_await (&result), error);
  if (hits == NULL)
    return FALSE;

  if (kl_invocation_wants_json (invocation))
    print_json (invocation, hits);
  else
    print_hits (invocation, hits);
  return TRUE;
}
