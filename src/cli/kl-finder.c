/* kl-finder.c: which plan and which subject a person means */

#include "config.h"

#include "kl-finder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/kl-phrase.h"
#include "kl-await.h"
#include "kl-cli-error.h"

/* More would not fit on the one line of an error. */
#define MAX_LISTED 8

typedef enum
{
  MATCH_NONE,
  MATCH_PREFIX,
  MATCH_EXACT,
} Match;

/* What was found, and how well. A better match sends all worse ones away. */
typedef struct
{
  GPtrArray *records;
  GPtrArray *plans;
  Match best;
} Matches;

static void
matches_clear (Matches *matches)
{
  g_ptr_array_unref (matches->records);
  g_ptr_array_unref (matches->plans);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matches, matches_clear)

static void
matches_init (Matches *matches)
{
  matches->records = g_ptr_array_new_with_free_func (g_object_unref);
  matches->plans = g_ptr_array_new_with_free_func (g_object_unref);
  matches->best = MATCH_NONE;
}

static char *
fold (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *normal = g_utf8_normalize (stripped, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : stripped, -1);
}

static Match
compare (KlRecord   *record,
         const char *title,
         const char *wanted)
{
  g_autofree char *folded = fold (title != NULL ? title : "");

  const char *plain = kl_phrase_skip_ordinal (folded);

  if (g_str_equal (folded, wanted) || g_str_equal (plain, wanted)
      || g_ascii_strcasecmp (kl_record_get_id (record), wanted) == 0)
    return MATCH_EXACT;

  return g_str_has_prefix (folded, wanted) || g_str_has_prefix (plain, wanted) ? MATCH_PREFIX : MATCH_NONE;
}

static void
matches_add (Matches  *matches,
             KlRecord *record,
             KlPlan   *plan)
{
  g_ptr_array_add (matches->records, g_object_ref (record));
  g_ptr_array_add (matches->plans, g_object_ref (plan));
}

static void
matches_consider (Matches    *matches,
                  KlRecord   *record,
                  KlPlan     *plan,
                  const char *title,
                  const char *wanted)
{
  Match match = compare (record, title, wanted);

  if (match == MATCH_NONE || match < matches->best)
    return;

  if (match > matches->best)
    {
      g_ptr_array_set_size (matches->records, 0);
      g_ptr_array_set_size (matches->plans, 0);
    }
  matches->best = match;
  matches_add (matches, record, plan);
}

static const char *
title_of (KlRecord *record)
{
  const char *title
    = KL_IS_PLAN (record) ? kl_plan_get_title (KL_PLAN (record)) : kl_subject_get_title (KL_SUBJECT (record));

  return title != NULL ? title : "";
}

/* “A” (id), “B” (id): the id as well where titles do not tell them apart. */
static char *
list_titles (GPtrArray *records)
{
  g_autoptr(GString) list = g_string_new (NULL);
  g_autoptr(GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean same = FALSE;

  for (guint i = 0; i < records->len; i++)
    same |= !g_hash_table_add (titles, fold (title_of (g_ptr_array_index (records, i))));

  for (guint i = 0; i < MIN (records->len, MAX_LISTED); i++)
    {
      KlRecord *record = g_ptr_array_index (records, i);

      g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", title_of (record));
      if (same)
        g_string_append_printf (list, " (%s)", kl_record_get_id (record));
    }
  if (records->len > MAX_LISTED)
    g_string_append (list, ", …");

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
find_plans (KlInvocation *invocation,
            Matches      *matches)
{
  GListModel *plans = kl_library_get_plans (kl_invocation_get_library (invocation));
  const char *title = kl_invocation_get_plan (invocation);
  g_autofree char *wanted = title != NULL ? fold (title) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr(KlPlan) plan = g_list_model_get_item (plans, i);

      if (wanted != NULL)
        matches_consider (matches, KL_RECORD (plan), plan, kl_plan_get_title (plan), wanted);
      else
        matches_add (matches, KL_RECORD (plan), plan);
    }
}

/* The plans that may be meant, at least one. */
static gboolean
find_some_plans (KlInvocation  *invocation,
                 Matches       *matches,
                 GError       **error)
{
  const char *wanted = kl_invocation_get_plan (invocation);

  find_plans (invocation, matches);
  if (matches->records->len > 0)
    return TRUE;

  if (wanted == NULL)
    g_set_error_literal (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                         _("There is no plan yet: bring one in with “klearn import FILE”."));
  else
    g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                 _("There is no plan “%s”; “klearn plans” lists those that there are."), wanted);
  return FALSE;
}

/**
 * kl_find_plan:
 * @invocation: an invocation with its library open
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the plan that `--plan` names, or the only one
 */
KlPlan *
kl_find_plan (KlInvocation  *invocation,
              GError       **error)
{
  g_auto(Matches) matches;
  g_autofree char *list = NULL;

  matches_init (&matches);
  if (!find_some_plans (invocation, &matches, error))
    return NULL;
  if (matches.records->len == 1)
    return g_object_ref (g_ptr_array_index (matches.plans, 0));

  list = list_titles (matches.records);
  if (kl_invocation_get_plan (invocation) == NULL)
    g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED, _("Which plan? Choose one with --plan: %s."), list);
  else
    g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED, _("“%s” can be any of these plans: %s."),
                 kl_invocation_get_plan (invocation), list);
  return NULL;
}

static gboolean
consider_subjects (KlInvocation  *invocation,
                   KlPlan        *plan,
                   const char    *wanted,
                   Matches       *matches,
                   GError       **error)
{
  KlLibrary *library = kl_invocation_get_library (invocation);
  GListModel *subjects = kl_plan_get_subjects (plan);
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_load_plan_async (library, plan, NULL, kl_await_cb, &result);
  if (!kl_library_load_plan_finish (library, kl_await (&result), error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);

      matches_consider (matches, KL_RECORD (subject), plan, kl_subject_get_title (subject), wanted);
    }

  return TRUE;
}

static KlSubject *
load_subject (KlInvocation  *invocation,
              KlSubject     *subject,
              GError       **error)
{
  KlLibrary *library = kl_invocation_get_library (invocation);
  g_autoptr(GAsyncResult) result = NULL;

  kl_library_load_subject_async (library, subject, NULL, kl_await_cb, &result);
  if (!kl_library_load_subject_finish (library, kl_await (&result), error))
    return NULL;

  return g_object_ref (subject);
}

/* @wanted: folded; what may be meant by it, maybe nothing */
static gboolean
consider_plans (KlInvocation  *invocation,
                const Matches *plans,
                const char    *wanted,
                Matches       *matches,
                GError       **error)
{
  for (guint i = 0; i < plans->records->len; i++)
    if (!consider_subjects (invocation, g_ptr_array_index (plans->plans, i), wanted, matches, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_title (const char  *title,
             GError     **error)
{
  g_autofree char *folded = fold (title);

  if (*folded != '\0')
    return TRUE;
  g_set_error_literal (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("The title is empty."));
  return FALSE;
}

/* @all: what @words is a part of, and names nothing either, or NULL */
static void
set_missing (const char  *words,
             const char  *all,
             GError     **error)
{
  if (all == NULL)
    g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                 _("There is no topic or exercise “%s”; “klearn topics” lists those that there are."), words);
  else
    /* Translators: all words of a command together, and one of them */
    g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                 _("There is no topic or exercise “%s”, and none “%s”. Where several are meant, put each title in "
                   "quotes; “klearn topics” lists those that there are."),
                 all, words);
}

/* @all: the words that @words is one of, where several may be meant, or NULL */
static KlSubject *
find_one (KlInvocation   *invocation,
          const Matches  *plans,
          const char     *words,
          const char     *all,
          KlPlan        **plan,
          GError        **error)
{
  g_autofree char *wanted = fold (words);
  g_autoptr(KlSubject) subject = NULL;
  g_auto(Matches) matches;

  matches_init (&matches);
  if (!check_title (words, error) || !consider_plans (invocation, plans, wanted, &matches, error))
    return NULL;

  if (matches.records->len == 0)
    {
      set_missing (words, all, error);
      return NULL;
    }
  if (matches.records->len > 1)
    {
      g_autofree char *list = list_titles (matches.records);

      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED, _("“%s” can be any of these: %s."), words, list);
      return NULL;
    }

  subject = load_subject (invocation, g_ptr_array_index (matches.records, 0), error);
  if (subject != NULL)
    g_set_object (plan, g_ptr_array_index (matches.plans, 0));
  return g_steal_pointer (&subject);
}

/**
 * kl_find_subject:
 * @invocation: an invocation with its library open
 * @plan: (inout) (transfer full): gets the plan that the subject is in, loaded; %NULL before
 * @error: return location for an error
 *
 * Finds the topic or exercise that the words of the command name: a title in upper or lower case, the beginning of just
 * one title, or an id. Of several plans all are looked through, unless `--plan` names one.
 *
 * Returns: (transfer full) (nullable): the subject, loaded
 */
KlSubject *
kl_find_subject (KlInvocation  *invocation,
                 KlPlan       **plan,
                 GError       **error)
{
  g_auto(Matches) plans;

  matches_init (&plans);
  if (!find_some_plans (invocation, &plans, error))
    return NULL;
  return find_one (invocation, &plans, kl_invocation_get_words (invocation), NULL, plan, error);
}

static gboolean
add_subject (GPtrArray  *subjects,
             KlSubject  *subject,
             KlPlan     *before,
             KlPlan     *plan,
             GError    **error)
{
  if (before != NULL && before != plan)
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
                   _("“%s” is in another plan, and only topics of one plan can be compared."),
                   title_of (KL_RECORD (subject)));
      return FALSE;
    }
  if (g_ptr_array_find (subjects, subject, NULL))
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("“%s” is named twice; once is enough."),
                   title_of (KL_RECORD (subject)));
      return FALSE;
    }

  g_ptr_array_add (subjects, g_object_ref (subject));
  return TRUE;
}

/**
 * kl_find_subjects:
 * @invocation: an invocation with its library open
 * @plan: (inout) (transfer full): gets the plan that they are in, loaded; %NULL before
 * @error: return location for an error
 *
 * Finds the topics and exercises that the words of the command name. A title of several words may be given without
 * quotes: where there is anything that all the words together name, it is meant alone.
 *
 * Returns: (transfer full) (nullable) (element-type KlSubject): the subjects, each once, loaded
 */
GPtrArray *
kl_find_subjects (KlInvocation  *invocation,
                  KlPlan       **plan,
                  GError       **error)
{
  char **each = kl_invocation_get_each (invocation);
  const char *words = kl_invocation_get_words (invocation);
  g_autofree char *together = fold (words);
  g_autoptr(GPtrArray) subjects = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(Matches) plans;
  g_auto(Matches) matches;

  matches_init (&plans);
  matches_init (&matches);
  for (guint i = 0; each[i] != NULL; i++)
    if (!check_title (each[i], error))
      return NULL;
  if (!find_some_plans (invocation, &plans, error)
      || !consider_plans (invocation, &plans, together, &matches, error))
    return NULL;

  for (guint i = 0; matches.records->len == 0 && each[1] != NULL && each[i] != NULL; i++)
    {
      g_autoptr(KlPlan) found_in = NULL;
      g_autoptr(KlSubject) subject = find_one (invocation, &plans, each[i], words, &found_in, error);

      if (subject == NULL || !add_subject (subjects, subject, *plan, found_in, error))
        return NULL;
      g_set_object (plan, found_in);
    }
  if (subjects->len == 0)
    {
      KlSubject *subject = find_one (invocation, &plans, words, NULL, plan, error);

      if (subject == NULL)
        return NULL;
      g_ptr_array_add (subjects, subject);
    }
  return g_steal_pointer (&subjects);
}
