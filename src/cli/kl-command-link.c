/* kl-command-link.c: klearn link and klearn save */

#include "config.h"

#include "kl-command.h"

#include "transfer/kl-plan-link.h"
#include "transfer/kl-write-back.h"

#include "kl-await.h"
#include "kl-cli-error.h"
#include "kl-finder.h"

#include <glib/gi18n.h>

/* The words of --follow, in the order of the enumeration. */
static const char *const follows[] = { "no", "request", "changes", NULL };

static gboolean
parse_follow (const char  *word,
              KlFollow     by_default,
              KlFollow    *follow,
              GError     **error)
{
  *follow = by_default;
  if (word == NULL)
    return TRUE;

  for (guint i = 0; follows[i] != NULL; i++)
    if (g_str_equal (follows[i], word))
      {
        *follow = (KlFollow) i;
        return TRUE;
      }
  g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
               _("“%s” does not say when a file is written (request, changes, no)."), word);
  return FALSE;
}

/* The file that the plan has, or came from. */
static gboolean
find_link (KlLibrary   *library,
           KlPlan      *plan,
           KlDocument **link,
           GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) links = NULL;

  kl_library_load_links_async (library, NULL, kl_await_cb, &result);
  links = kl_library_load_links_finish (library, kl_await (&result), error);
  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(KlDocument) document = g_list_model_get_item (links, i);

      if (g_strcmp0 (kl_record_get_owner (KL_RECORD (document)), kl_record_get_id (KL_RECORD (plan))) == 0)
        g_set_object (link, document);
    }
  return TRUE;
}

static char *
dup_sentence (KlPlan     *plan,
              const char *file,
              KlFollow    follow)
{
  const char *title = kl_plan_get_title (plan);

  switch (follow)
    {
    case KL_FOLLOW_REQUEST:
      /* Translators: the title of a plan, and a file. */
      return g_strdup_printf (_("“%1$s” is linked to %2$s. “klearn save” writes it."), title, file);
    case KL_FOLLOW_CHANGES:
      return g_strdup_printf (_("“%1$s” is linked to %2$s, which is written as the plan changes."), title, file);
    case KL_FOLLOW_NOT:
    default:
      return g_strdup_printf (_("“%1$s” is not linked to %2$s."), title, file);
    }
}

static void
print_link (KlInvocation *invocation,
            KlPlan       *plan,
            const char   *path,
            KlFollow      follow)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();
  g_autofree char *sentence = NULL;

  if (kl_invocation_wants_json (invocation))
    {
      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_boolean (json, "ok", TRUE);
      kl_json_writer_add_string (json, "plan", kl_plan_get_title (plan));
      kl_json_writer_add_string (json, "file", shown);
      kl_json_writer_add_string (json, "follow", follows[follow]);
      kl_json_writer_end_object (json);
      kl_invocation_print_json (invocation, json);
      return;
    }

  sentence = dup_sentence (plan, shown, follow);
  kl_output_add_line (kl_invocation_print (invocation), sentence);
}

/**
 * kl_command_link:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Links a plan to a file, or says which one it is linked to.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_link (KlInvocation  *invocation,
                 GError       **error)
{
  KlLibrary *library = kl_invocation_open (invocation, error);
  const char *file = kl_invocation_get_file (invocation);
  g_autofree char *path = file != NULL ? g_canonicalize_filename (file, NULL) : NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlDocument) link = NULL;
  g_autofree char *linked = NULL;
  KlFollow follow;

  if (library == NULL)
    return FALSE;
  plan = kl_find_plan (invocation, error);
  if (plan == NULL || !find_link (library, plan, &link, error))
    return FALSE;
  if (!parse_follow (kl_invocation_get_follow (invocation),
                     link != NULL && kl_document_get_follow (link) != KL_FOLLOW_NOT ? kl_document_get_follow (link)
                                                                                    : KL_FOLLOW_REQUEST,
                     &follow, error))
    return FALSE;

  kl_plan_link_async (library, kl_record_get_id (KL_RECORD (plan)), path, follow,
                      kl_invocation_get_replace (invocation), NULL, kl_await_cb, &result);
  linked = kl_plan_link_finish (kl_await (&result), error);
  if (linked == NULL)
    return FALSE;

  print_link (invocation, plan, linked, follow);
  return TRUE;
}

static void
print_saved (KlInvocation *invocation,
             KlPlan       *plan,
             KlDocument   *link,
             gboolean      wrote)
{
  g_autofree char *shown = g_filename_display_name (kl_document_get_path (link));
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  if (kl_invocation_wants_json (invocation))
    {
      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_boolean (json, "ok", TRUE);
      kl_json_writer_add_string (json, "plan", kl_plan_get_title (plan));
      kl_json_writer_add_string (json, "file", shown);
      kl_json_writer_add_boolean (json, "written", wrote);
      kl_json_writer_end_object (json);
      kl_invocation_print_json (invocation, json);
    }
  else if (wrote)
    kl_output_add_format (kl_invocation_print (invocation), _("“%s” is in %s."), kl_plan_get_title (plan), shown);
  else
    kl_output_add_format (kl_invocation_print (invocation), _("Nothing is new: “%s” is in %s already."),
                          kl_plan_get_title (plan), shown);
}

/**
 * kl_command_save:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Writes a plan into the file that it is linked to.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_save (KlInvocation  *invocation,
                 GError       **error)
{
  KlLibrary *library = kl_invocation_open (invocation, error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlDocument) link = NULL;
  gboolean wrote;

  if (library == NULL)
    return FALSE;
  plan = kl_find_plan (invocation, error);
  if (plan == NULL || !find_link (library, plan, &link, error))
    return FALSE;
  if (link == NULL || kl_document_get_follow (link) == KL_FOLLOW_NOT)
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                   _("“%s” is not linked to a file. “klearn link FILE” does that."), kl_plan_get_title (plan));
      return FALSE;
    }

  kl_write_back_async (library, kl_record_get_id (KL_RECORD (plan)), KL_WRITE_BACK_NONE, NULL, kl_await_cb, &result);
  if (!kl_write_back_finish (kl_await (&result), &wrote, error))
    return FALSE;

  print_saved (invocation, plan, link, wrote);
  return TRUE;
}
