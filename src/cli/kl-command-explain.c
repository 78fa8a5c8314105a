/* kl-command-explain.c: klearn explain */

#include "config.h"

#include "kl-command.h"

#include "recall/kl-day-text.h"

#include "kl-await.h"
#include "kl-cli-error.h"
#include "kl-explain-reading.h"
#include "kl-explanation.h"
#include "kl-finder.h"
#include "kl-record-json.h"
#include "kl-record-text.h"
#include "kl-upcoming.h"
#include "kl-value.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* What the options ask for; NaN and %NULL where they do not. */
typedef struct
{
  double guess;
  double score;
  char *date;
} Request;

static void
request_clear (Request *request)
{
  g_free (request->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
request_parse (Request       *request,
               KlInvocation  *invocation,
               GError       **error)
{
  const char *expect = kl_invocation_get_expect (invocation);
  const char *score = kl_invocation_get_score (invocation);
  const char *date = kl_invocation_get_date (invocation);
  KlClock *clock = kl_invocation_get_clock (invocation);

  if (score != NULL && kl_invocation_get_accept (invocation))
    {
      g_set_error_literal (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
                           _("--score gives a score and --accept takes the suggested one: choose one of them."));
      return FALSE;
    }
  if (expect != NULL && !kl_value_parse_score (expect, "--expect", &request->guess, error))
    return FALSE;
  if (score != NULL && !kl_value_parse_score (score, "--score", &request->score, error))
    return FALSE;

  request->date = date != NULL ? kl_value_parse_date (date, clock, error) : kl_value_format_now (clock);
  return request->date != NULL;
}

static KlDraft *
load_draft (KlInvocation  *invocation,
            KlSubject     *subject,
            GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_load_draft_async (kl_invocation_get_library (invocation), subject, NULL, kl_await_cb, &result);
  return kl_library_load_draft_finish (kl_invocation_get_library (invocation), kl_await (&result), error);
}

static gboolean
save_draft (KlInvocation  *invocation,
            KlDraft       *draft,
            GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_save_draft_async (kl_invocation_get_library (invocation), draft, NULL, kl_await_cb, &result);
  return kl_library_save_draft_finish (kl_invocation_get_library (invocation), kl_await (&result), error);
}

/* The words of a draft that is there already stay, and the new ones come after them. */
static char *
join (const char *before,
      const char *text)
{
  if (before == NULL || *before == '\0')
    return g_strdup (text);
  if (g_str_has_suffix (before, text))
    return g_strdup (before);

  return g_strconcat (before, "\n\n", text, NULL);
}

static gboolean
keep_as_draft (KlInvocation  *invocation,
               KlSubject     *subject,
               const Request *request,
               const char    *text,
               gboolean      *appended,
               GError       **error)
{
  g_autoptr(GError) load_error = NULL;
  g_autoptr(KlDraft) before = load_draft (invocation, subject, &load_error);
  g_autoptr(KlDraft) draft = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *now = kl_value_format_now (kl_invocation_get_clock (invocation));

  if (load_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&load_error));
      return FALSE;
    }

  *appended = before != NULL && kl_draft_get_text (before) != NULL && *kl_draft_get_text (before) != '\0';
  joined = join (before != NULL ? kl_draft_get_text (before) : NULL, text);
  if (before != NULL)
    draft = KL_DRAFT (kl_record_copy (KL_RECORD (before)));
  else
    draft = g_object_new (KL_TYPE_DRAFT, "owner", kl_record_get_id (KL_RECORD (subject)), "started", now, NULL);
  g_object_set (draft, "text", joined, "updated", now, NULL);
  if (!isnan (request->guess))
    g_object_set (draft, "guess", request->guess, NULL);

  return save_draft (invocation, draft, error);
}

static void
print_result (KlInvocation           *invocation,
              KlPlan                 *plan,
              const Request          *request,
              const KlExplainReading *reading,
              const char             *sentence,
              const char             *recorded,
              const char             *due)
{
  g_autoptr(KlJsonWriter) json = kl_json_writer_new ();

  if (!kl_invocation_wants_json (invocation))
    {
      kl_explain_reading_print (reading, kl_invocation_print (invocation));
      kl_output_add_line (kl_invocation_print (invocation), sentence);
      return;
    }

  kl_json_writer_begin_object (json, NULL);
  kl_explain_reading_add_suggestion (reading, json);
  kl_json_add_band (json, plan, isnan (request->score) ? kl_explain_reading_get_score (reading) : request->score);
  kl_explain_reading_add_verdicts (reading, json);
  kl_json_writer_add_string (json, "recorded", recorded);
  kl_json_writer_add_string (json, "due", due);
  kl_json_writer_add_boolean (json, "draft", recorded == NULL);
  kl_json_writer_end_object (json);
  kl_invocation_print_json (invocation, json);
}

static gboolean
keep (KlInvocation            *invocation,
      KlPlan                  *plan,
      KlSubject               *subject,
      const Request           *request,
      const KlExplainReading  *reading,
      const char              *text,
      GError                 **error)
{
  g_autofree char *sentence = NULL;
  gboolean appended = FALSE;

  if (!keep_as_draft (invocation, subject, request, text, &appended, error))
    return FALSE;

  if (appended)
    sentence = g_strdup_printf (_("“%s” has a draft already: your text is kept at its end. Nothing is recorded without "
                                  "--score or --accept."), kl_subject_get_title (subject));
  else
    sentence = g_strdup_printf (_("Your text is kept as the draft of “%s”. Nothing is recorded without --score or "
                                  "--accept."), kl_subject_get_title (subject));
  print_result (invocation, plan, request, reading, sentence, NULL, NULL);
  return TRUE;
}

/* Recording takes the draft away that has the same words; another explanation that is being written stays. */
static gboolean
has_other_draft (KlInvocation *invocation,
                 KlSubject    *subject)
{
  g_autoptr(KlDraft) draft = load_draft (invocation, subject, NULL);
  const char *words = draft != NULL ? kl_draft_get_text (draft) : NULL;

  return words != NULL && *words != '\0';
}

/* What was recorded is recorded, also where nobody can say when it is due next. */
static char *
find_next (KlInvocation *invocation,
           KlPlan       *plan,
           KlSubject    *subject,
           char        **due)
{
  g_autoptr(KlAgenda) agenda = kl_upcoming_load (invocation, plan, NULL);
  const KlProspect *prospect
    = agenda != NULL ? kl_agenda_get_prospect (agenda, kl_record_get_id (KL_RECORD (subject))) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *why = NULL;

  if (prospect == NULL || prospect->due == 0)
    return NULL;

  *due = kl_upcoming_dup_day (prospect->due);
  day = kl_day_text_weekday (prospect->due, kl_agenda_get_today (agenda));
  why = kl_agenda_dup_why (agenda, kl_record_get_id (KL_RECORD (subject)));
  /* Translators: %1$s is a day, %2$s why it is that one. */
  return g_strdup_printf (_("Next recall on %1$s: %2$s"), day, why);
}

static KlAttempt *
record (KlInvocation            *invocation,
        KlSubject               *subject,
        const Request           *request,
        const KlExplainReading  *reading,
        const char              *text,
        GError                 **error)
{
  KlLibrary *library = kl_invocation_get_library (invocation);
  g_autoptr(KlAttempt) attempt = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  attempt = g_object_new (KL_TYPE_ATTEMPT, "date", request->date, "explanation", text, "low", request->score, "high",
                          request->score, NULL);
  if (!isnan (request->guess))
    g_object_set (attempt, "guess", request->guess, NULL);
  kl_explain_reading_record (reading, attempt, kl_invocation_get_accept (invocation));

  kl_library_record_attempt_async (library, subject, attempt, NULL, kl_await_cb, &result);
  if (!kl_library_record_attempt_finish (library, kl_await (&result), error))
    return NULL;

  return g_steal_pointer (&attempt);
}

static void
print_recorded (KlInvocation           *invocation,
                KlPlan                 *plan,
                KlSubject              *subject,
                const Request          *request,
                const KlExplainReading *reading,
                KlAttempt              *attempt)
{
  KlScore score = { request->score, request->score };
  g_autofree char *shown = kl_text_dup_score (score);
  g_autofree char *due = NULL;
  g_autofree char *next = find_next (invocation, plan, subject, &due);
  g_autofree char *sentence = NULL;

  /* Translators: title, score, name of the band. */
  sentence = g_strchomp (g_strdup_printf (_("Recorded: “%s”, %s %s"), kl_subject_get_title (subject), shown,
                                          kl_text_band (plan, score)));
  print_result (invocation, plan, request, reading, sentence, kl_record_get_id (KL_RECORD (attempt)), due);
  if (kl_invocation_wants_json (invocation))
    return;

  if (next != NULL)
    kl_output_add_line (kl_invocation_print (invocation), next);
  if (has_other_draft (invocation, subject))
    kl_output_add_line (kl_invocation_print (invocation), _("The draft with other words is still there."));
}

static gboolean
record_and_print (KlInvocation            *invocation,
                  KlPlan                  *plan,
                  KlSubject               *subject,
                  const Request           *request,
                  const KlExplainReading  *reading,
                  const char              *text,
                  GError                 **error)
{
  g_autoptr(KlAttempt) attempt = record (invocation, subject, request, reading, text, error);

  if (attempt == NULL)
    return FALSE;

  print_recorded (invocation, plan, subject, request, reading, attempt);
  return TRUE;
}

static gboolean
read_and_record (KlInvocation  *invocation,
                 KlPlan        *plan,
                 KlSubject     *subject,
                 Request       *request,
                 const char    *text,
                 GError       **error)
{
  g_autoptr(KlExplainReading) reading = kl_explain_reading_new (invocation, plan, subject, text, error);

  if (reading == NULL)
    return FALSE;

  if (kl_invocation_get_accept (invocation))
    request->score = kl_explain_reading_get_score (reading);
  return isnan (request->score) ? keep (invocation, plan, subject, request, reading, text, error)
                                : record_and_print (invocation, plan, subject, request, reading, text, error);
}

/* Adds to @error where the words are that the library did not take. */
static void
rescue (KlInvocation  *invocation,
        KlSubject     *subject,
        const Request *request,
        const char    *text,
        GError       **error)
{
  gboolean appended = FALSE;
  g_autofree char *folder = g_path_get_dirname (kl_library_get_path (kl_invocation_get_library (invocation)));
  g_autofree char *file = NULL;
  g_autofree char *shown = NULL;

  if (!isnan (request->score) && keep_as_draft (invocation, subject, request, text, &appended, NULL))
    {
      g_prefix_error (error, _("Your text is kept as the draft of “%s”, but not recorded: "),
                      kl_subject_get_title (subject));
      return;
    }

  file = kl_explanation_rescue (STDIN_FILENO, text, folder);
  if (file == NULL)
    return;
  shown = g_filename_display_name (file);
  g_prefix_error (error, _("Your text is kept in “%s”, but not recorded: "), shown);
}

/**
 * kl_command_explain:
 * @invocation: an invocation
 * @error: return location for an error
 *
 * Reads an explanation from standard input, prints what it does with the key points, and records it with the score that
 * is given or suggested, or keeps it as a draft.
 *
 * Returns: whether that went well
 */
gboolean
kl_command_explain (KlInvocation  *invocation,
                    GError       **error)
{
  g_auto(Request) request = { (double) NAN, (double) NAN, NULL };
  g_autoptr(KlPlan) plan = NULL;
  g_autoptr(KlSubject) subject = NULL;
  g_autofree char *text = NULL;
  g_autofree char *hint = NULL;

  /* Everything that can be wrong is found before a word is read: nobody types an explanation for nothing. */
  if (!request_parse (&request, invocation, error) || kl_invocation_open (invocation, error) == NULL)
    return FALSE;
  subject = kl_find_subject (invocation, &plan, error);
  if (subject == NULL)
    return FALSE;
  if (kl_subject_get_kind (subject) == KL_SUBJECT_GROUP)
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                   _("“%s” only gathers other topics: there is nothing to explain. Choose one of its topics."),
                   kl_subject_get_title (subject));
      return FALSE;
    }

  if (isatty (STDIN_FILENO))
    {
      hint = g_strdup_printf (_("Explain “%s” from memory, then press Ctrl+D on an empty line."),
                              kl_subject_get_title (subject));
      kl_output_complain (hint);
    }
  text = kl_explanation_read (STDIN_FILENO, error);
  if (text == NULL)
    return FALSE;

  if (!read_and_record (invocation, plan, subject, &request, text, error))
    {
      rescue (invocation, subject, &request, text, error);
      return FALSE;
    }

  if (!kl_invocation_get_accept (invocation) || !isnan (request.score))
    return TRUE;
  g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
               _("There is no suggested score to accept, since “%s” has no key points. Your text is kept as its draft: "
                 "give a score with --score."), kl_subject_get_title (subject));
  return FALSE;
}
