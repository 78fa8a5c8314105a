/* klearn-stress-victim.c: works on a library without end, until it is killed
 *
 * klearn-stress-victim LIBRARY type MARK | record MARK | import DOCUMENT
 *
 * It works as the window does: the same library, the same saver of drafts, the same importer. Every line that it prints
 * is a promise: what it says is on the disk must be found after the kill. (“typed” is no promise, but what was typed a
 * second before the kill must be found, too.)
 */

#include "config.h"

#include <stdio.h>

#include "cli/kl-await.h"
#include "model/kl-feedback.h"
#include "model/kl-verdict.h"
#include "storage/kl-library.h"
#include "storage/kl-system-clock.h"
#include "transfer/kl-importer.h"
#include "ui/draft/kl-draft-saver.h"

enum
{
  KEY_MS = 12,
  N_FEEDBACK = 3,
  N_VERDICTS = 5,
};

static void
promise (const char *word,
         const char *what)
{
  printf ("%s %s\n", word, what);
  fflush (stdout);
}

static KlSubject *
load_first_subject (KlLibrary  *library,
                    GError    **error)
{
  g_autoptr(KlPlan) plan = g_list_model_get_item (kl_library_get_plans (library), 0);
  g_autoptr(KlSubject) subject = NULL;
  g_autoptr(GAsyncResult) plan_loaded = NULL;
  g_autoptr(GAsyncResult) subject_loaded = NULL;

  kl_library_load_plan_async (library, plan, NULL, kl_await_cb, &plan_loaded);
  if (!kl_library_load_plan_finish (library, kl_await (&plan_loaded), error))
    return NULL;

  subject = g_list_model_get_item (kl_plan_get_subjects (plan), 0);
  kl_library_load_subject_async (library, subject, NULL, kl_await_cb, &subject_loaded);
  if (!kl_library_load_subject_finish (library, kl_await (&subject_loaded), error))
    return NULL;

  return g_steal_pointer (&subject);
}

typedef struct
{
  KlDraftSaver *saver;
  GString *text;
} Typing;

static gboolean
type_cb (gpointer data)
{
  Typing *typing = data;
  g_autofree char *length = NULL;

  g_string_append (typing->text, typing->text->len % 7 == 6 ? " " : "x");
  g_object_set (kl_draft_saver_get_draft (typing->saver), "text", typing->text->str, NULL);
  kl_draft_saver_touch (typing->saver);
  length = g_strdup_printf ("%" G_GSIZE_FORMAT, typing->text->len);
  promise ("typed", length);
  return G_SOURCE_CONTINUE;
}

static gboolean
type (KlLibrary   *library,
      const char  *mark,
      GError     **error)
{
  g_autoptr(KlSubject) subject = load_first_subject (library, error);
  Typing typing;

  if (subject == NULL)
    return FALSE;

  typing.saver = kl_draft_saver_dup (library, subject);
  typing.text = g_string_new (mark);
  while (!kl_draft_saver_get_loaded (typing.saver))
    g_main_context_iteration (NULL, TRUE);

  g_timeout_add (KEY_MS, type_cb, &typing);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

static KlAttempt *
new_attempt (KlLibrary  *library,
             const char *explanation)
{
  g_autoptr(GDateTime) now = kl_clock_get_now (kl_library_get_clock (library));
  g_autofree char *date = g_date_time_format_iso8601 (now);
  KlAttempt *attempt = g_object_new (KL_TYPE_ATTEMPT, "date", date, "explanation", explanation, "low", 80.0, "high",
                                     80.0, NULL);

  for (guint i = 0; i < N_FEEDBACK; i++)
    {
      g_autoptr(KlRecord) feedback = g_object_new (KL_TYPE_FEEDBACK, "text", explanation, NULL);

      kl_record_append (KL_RECORD (attempt), feedback);
    }
  for (guint i = 0; i < N_VERDICTS; i++)
    {
      g_autoptr(KlRecord) verdict = g_object_new (KL_TYPE_VERDICT, "text", explanation, NULL);

      kl_record_append (KL_RECORD (attempt), verdict);
    }
  return attempt;
}

static gboolean
record (KlLibrary   *library,
        const char  *mark,
        GError     **error)
{
  g_autoptr(KlSubject) subject = load_first_subject (library, error);

  if (subject == NULL)
    return FALSE;

  promise ("ready", mark);
  for (guint number = 0;; number++)
    {
      g_autofree char *explanation = g_strdup_printf ("%s-%u", mark, number);
      g_autoptr(KlAttempt) attempt = new_attempt (library, explanation);
      g_autoptr(GAsyncResult) result = NULL;

      kl_library_record_attempt_async (library, subject, attempt, NULL, kl_await_cb, &result);
      if (!kl_library_record_attempt_finish (library, kl_await (&result), error))
        return FALSE;

      promise ("recorded", explanation);
    }
}

static gboolean
import (KlLibrary   *library,
        const char  *path,
        GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(KlImporter) importer = kl_importer_new (library);

  promise ("ready", path);
  for (;;)
    {
      g_autofree char *title = g_uuid_string_random ();
      g_autoptr(GAsyncResult) read = NULL;
      g_autoptr(GAsyncResult) applied = NULL;
      g_autoptr(KlImportPreview) preview = NULL;
      g_autoptr(KlImportPreview) done = NULL;

      kl_importer_read_async (importer, file, title, NULL, NULL, NULL, kl_await_cb, &read);
      preview = kl_importer_read_finish (importer, kl_await (&read), error);
      if (preview == NULL)
        return FALSE;

      kl_importer_apply_async (importer, preview, NULL, kl_await_cb, &applied);
      done = kl_importer_apply_finish (importer, kl_await (&applied), error);
      if (done == NULL)
        return FALSE;

      promise ("imported", title);
    }
}

static gboolean
work (KlLibrary   *library,
      const char  *what,
      const char  *with,
      GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_open_async (library, NULL, kl_await_cb, &result);
  if (!kl_library_open_finish (library, kl_await (&result), error))
    return FALSE;

  if (g_str_equal (what, "type"))
    return type (library, with, error);
  if (g_str_equal (what, "record"))
    return record (library, with, error);
  return import (library, with, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(KlClock) clock = kl_system_clock_new ();
  g_autoptr(KlLibrary) library = NULL;
  g_autoptr(GError) error = NULL;

  if (argc != 4)
    {
      g_printerr ("usage: klearn-stress-victim LIBRARY type MARK | record MARK | import DOCUMENT\n");
      return 2;
    }

  library = kl_library_new (argv[1], clock);
  if (!work (library, argv[2], argv[3], &error))
    g_printerr ("%s\n", error->message);
  return 1;
}
