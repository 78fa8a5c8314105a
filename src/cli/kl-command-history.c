/* kl-command-history.c: klearn history */

#include "config.h"

#include "kl-command.h"

#include "kl-finder.h"
#include "kl-history-table.h"
#include "kl-record-json.h"

#include <glib/gi18n.h>

/**
 * kl_command_history:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Lists the attempts of a topic or an exercise.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_history (KlInvocation  *invocation,
                    GError       **error)
{
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlSubject) subject = NULL;

  if (kl_invocation_open (invocation, error) == NULL)
    return FALSE;
  subject = kl_find_subject (invocation, &plan, error);
  if (subject == NULL)
    return FALSE;

  if (kl_invocation_wants_json (invocation))
    {
      g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

      kl_json_add_attempts (json, NULL, plan, subject);
      kl_invocation_print_json (invocation, json);
    }
  else if (g_list_model_get_n_items (kl_subject_get_attempts (subject)) == 0)
    kl_output_add_format (kl_invocation_print (invocation), _("“%s” is not assessed yet."),
                          kl_subject_get_title (subject));
  else
    kl_history_table_print (plan, subject, kl_invocation_print (invocation));
  return TRUE;
}
