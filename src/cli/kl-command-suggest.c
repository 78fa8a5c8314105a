/* kl-command-suggest.c: klearn suggest */

#include "config.h"

#include "kl-command.h"

#include "recall/kl-suggested-points.h"

#include "kl-await.h"
#include "kl-cli-error.h"
#include "kl-finder.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
refuse_choice (const char  *choice,
               guint        n,
               GError     **error)
{
  g_set_error (
    error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
    /* Translators: “all”, “2”, “1,3” and “2-4” are what is typed. */
    ngettext ("--add takes all, or numbers of what is suggested, such as 2, 1,3 or 2-4; there is %u, and “%s” "
              "is none of these.",
              "--add takes all, or numbers of what is suggested, such as 2, 1,3 or 2-4; there are %u, and “%s” "
              "is none of these.",
              n),
    n, choice);
  return FALSE;
}

static gboolean
parse_number (const char *text,
              guint       n,
              guint      *number)
{
  guint64 value;

  if (n == 0 || !g_ascii_string_to_unsigned (text, 10, 1, n, &value, NULL))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

/* Marks in @chosen what @choice names: “all”, “3”, “1,3”, “2-4”. */
static gboolean
parse_choice (const char  *choice,
              guint        n,
              gboolean    *chosen,
              GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (choice, ",", -1);

  for (guint i = 0; i < n && g_str_equal (choice, "all"); i++)
    chosen[i] = TRUE;
  if (g_str_equal (choice, "all"))
    return TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) ends = g_strsplit (g_strstrip (parts[i]), "-", 2);
      guint first = 0;
      guint last = 0;

      if (ends[0] == NULL || !parse_number (ends[0], n, &first)
          || !parse_number (ends[1] != NULL ? ends[1] : ends[0], n, &last) || last < first)
        return refuse_choice (choice, n, error);
      for (guint number = first; number <= last; number++)
        chosen[number - 1] = TRUE;
    }
  return parts[0] != NULL || refuse_choice (choice, n, error);
}

static gboolean
add (KlInvocation             *invocation,
     KlSubject                *subject,
     const KlSuggestedPoints  *points,
     const gboolean           *chosen,
     GError                  **error)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;
  g_autoptr(KlChange) change = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  for (guint i = 0; i < kl_suggested_points_get_n (points); i++)
    if (chosen[i])
      g_strv_builder_add (builder, kl_suggested_points_get_text (points, i));
  texts = g_strv_builder_end (builder);
  if (texts[0] == NULL)
    return TRUE;

  change = kl_suggested_points_new_change (subject, (const char *const *) texts);
  kl_library_apply_async (kl_invocation_get_library (invocation), change, -1, NULL, kl_await_cb, &result);
  return kl_library_apply_finish (kl_invocation_get_library (invocation), kl_await (&result), error);
}

static const char *
nick_of (KlPointOrigin origin)
{
  switch (origin)
    {
    case KL_POINT_FROM_CORRECTION:
      return "correction";
    case KL_POINT_FROM_INSIGHT:
      return "insight";
    case KL_POINT_FROM_MISSED:
      return "missed";
    case KL_POINT_FROM_ACTION:
      return "action";
    case KL_POINT_FROM_NAILED:
      return "nailed";
    case KL_POINT_FROM_NOTES:
    default:
      return "notes";
    }
}

static void
print_json (KlInvocation            *invocation,
            KlSubject               *subject,
            const KlSuggestedPoints *points,
            const gboolean          *chosen)
{
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  kl_json_writer_begin_object (json, NULL);
  kl_json_writer_add_string (json, "subject", kl_record_get_id (KL_RECORD (subject)));
  kl_json_writer_begin_array (json, "suggestions");
  for (guint i = 0; i < kl_suggested_points_get_n (points); i++)
    {
      kl_json_writer_begin_object (json, NULL);
      kl_json_writer_add_integer (json, "number", i + 1);
      kl_json_writer_add_string (json, "text", kl_suggested_points_get_text (points, i));
      kl_json_writer_add_string (json, "source", nick_of (kl_suggested_points_get_origin (points, i)));
      kl_json_writer_add_string (json, "attempt", kl_suggested_points_get_attempt (points, i));
      kl_json_writer_add_string (json, "date", kl_suggested_points_get_date (points, i));
      kl_json_writer_add_boolean (json, "added", chosen[i]);
      kl_json_writer_end_object (json);
    }
  kl_json_writer_end_array (json);
  kl_json_writer_end_object (json);
  kl_invocation_print_json (invocation, json);
}

static void
print_list (KlOutput                *output,
            const KlSuggestedPoints *points,
            const gboolean          *chosen)
{
  for (guint i = 0; i < kl_suggested_points_get_n (points); i++)
    {
      g_autofree char *source = kl_suggested_points_dup_source (points, i);
      g_autofree char *line = g_strdup_printf ("%3u  %s%s", i + 1, chosen[i] ? "+ " : "",
                                               kl_suggested_points_get_text (points, i));

      kl_output_add_line (output, line);
      kl_output_add_raw (output, "     ");
      kl_output_add (output, KL_STYLE_FAINT, source);
      kl_output_add_raw (output, "\n");
    }
}

static void
print_result (KlInvocation            *invocation,
              KlSubject               *subject,
              const KlSuggestedPoints *points,
              const gboolean          *chosen)
{
  KlOutput *output = kl_invocation_print (invocation);
  guint n = kl_suggested_points_get_n (points);
  guint n_added = 0;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < n; i++)
    n_added += chosen[i] ? 1 : 0;
  print_list (output, points, chosen);
  if (n == 0)
    sentence = g_strdup_printf (_("There is nothing to suggest for “%s”: neither its notes nor the feedback on its "
                                  "attempts say anything that is not a point or a gap already."),
                                kl_subject_get_title (subject));
  else if (n_added == 0)
    sentence = g_strdup (_("Nothing was added. With --add and the numbers, such as --add 1,3-5, you take these over."));
  else
    sentence = g_strdup_printf (ngettext ("%u point added to “%s”", "%u points added to “%s”", n_added), n_added,
                                kl_subject_get_title (subject));
  kl_output_add_raw (output, n > 0 ? "\n" : "");
  kl_output_add_line (output, sentence);
}

/**
 * kl_command_suggest:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Prints key points that a subject could have, from its notes and earlier feedback, and adds those that are chosen.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_suggest (KlInvocation  *invocation,
                    GError       **error)
{
  const char *choice = kl_invocation_get_add (invocation);
  g_autoptr(KlSuggestedPoints) points = NULL;
  g_autofree gboolean *chosen = NULL;
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlSubject) subject = NULL;

  if (kl_invocation_open (invocation, error) == NULL)
    return FALSE;
  subject = kl_find_subject (invocation, &plan, error);
  if (subject == NULL)
    return FALSE;

  points = kl_suggested_points_new (subject, kl_plan_get_language (plan));
  if (!kl_suggested_points_run (points, NULL, error))
    return FALSE;
  chosen = g_new0 (gboolean, kl_suggested_points_get_n (points) + 1);
  if (choice != NULL
      && (!parse_choice (choice, kl_suggested_points_get_n (points), chosen, error)
          || !add (invocation, subject, points, chosen, error)))
    return FALSE;

  if (kl_invocation_wants_json (invocation))
    print_json (invocation, subject, points, chosen);
  else
    print_result (invocation, subject, points, chosen);
  return TRUE;
}
