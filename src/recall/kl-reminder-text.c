/* kl-reminder-text.c: what a reminder says
 *
 * It stands among what other programs say, where a title may not break a line, turn the direction of what follows, or
 * fill the screen.
 */

#include "config.h"

#include "kl-reminder-text.h"

#include <glib/gi18n.h>

#include "model/kl-bidi.h"

#define MAX_TITLES 3
#define MAX_LETTERS 60

static gboolean
is_mark (gunichar letter)
{
  return g_unichar_ismark (letter) || letter == 0x200d;
}

/* Cut where neither a mark nor what is joined to the letter before begins. */
static char *
dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autoptr(GString) plain = g_string_new (NULL);
  glong n_letters = 0;
  gsize end = 0;
  gboolean is_joined = FALSE;

  for (char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (kl_bidi_is_control (letter))
        continue;
      if (g_unichar_iscntrl (letter) || g_unichar_isspace (letter) || letter == 0x2028 || letter == 0x2029)
        letter = ' ';
      if (letter == ' ' && (plain->len == 0 || plain->str[plain->len - 1] == ' '))
        continue;
      if (n_letters <= MAX_LETTERS && !is_mark (letter) && !is_joined)
        end = plain->len;
      g_string_append_unichar (plain, letter);
      is_joined = letter == 0x200d;
      if (++n_letters > MAX_LETTERS)
        {
          g_string_truncate (plain, end);
          g_strchomp (plain->str);
          plain->len = strlen (plain->str);
          g_string_append (plain, "…");
          break;
        }
    }
  return g_strchomp (g_string_free (g_steal_pointer (&plain), FALSE));
}

static char *
dup_quoted (const char *title)
{
  g_autofree char *plain = dup_plain (title);
  g_autofree char *isolated = kl_bidi_isolate (plain);

  /* Translators: the title of a topic or a plan in a reminder */
  return g_strdup_printf (_("“%s”"), isolated);
}

static char *
dup_titles (KlDueList *due)
{
  guint n_titles = MIN (kl_due_list_get_n_due (due), MAX_TITLES);
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < n_titles; i++)
    {
      g_autofree char *title = dup_quoted (kl_subject_get_title (kl_due_list_get_subject (due, i)));

      if (i > 0)
        /* Translators: between the titles of topics */
        g_string_append (titles, _(", "));
      g_string_append (titles, title);
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static guint
count_exercises (KlDueList *due)
{
  guint n_exercises = 0;

  for (guint i = 0; i < kl_due_list_get_n_due (due); i++)
    if (kl_subject_get_kind (kl_due_list_get_subject (due, i)) == KL_SUBJECT_EXERCISE)
      n_exercises++;
  return n_exercises;
}

static guint
count_plans (KlDueList *due)
{
  g_autoptr(GHashTable) plans = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < kl_due_list_get_n_due (due); i++)
    g_hash_table_add (plans, kl_due_list_get_plan (due, i));
  return g_hash_table_size (plans);
}

/**
 * kl_reminder_text_title:
 * @due: what is due, something at least
 *
 * Returns: (transfer full): such as “3 topics are due”
 */
char *
kl_reminder_text_title (KlDueList *due)
{
  guint n_due = kl_due_list_get_n_due (due);
  guint n_exercises = count_exercises (due);

  if (n_exercises == 0)
    return g_strdup_printf (ngettext ("%u topic is due", "%u topics are due", n_due), n_due);
  if (n_exercises == n_due)
    return g_strdup_printf (ngettext ("%u exercise is due", "%u exercises are due", n_due), n_due);
  return g_strdup_printf (ngettext ("%u topic or exercise is due", "%u topics and exercises are due", n_due), n_due);
}

/**
 * kl_reminder_text_body:
 * @due: what is due, something at least
 *
 * Plain text: where it is read as markup, the caller escapes it.
 *
 * Returns: (transfer full): what it is and where, such as “‘RAID Levels’, ‘Journaling’ in ‘Storage’”
 */
char *
kl_reminder_text_body (KlDueList *due)
{
  guint n_due = kl_due_list_get_n_due (due);
  guint n_more = n_due - MIN (n_due, MAX_TITLES);
  guint n_plans = count_plans (due);
  g_autofree char *titles = dup_titles (due);
  g_autofree char *plan = NULL;

  if (n_due == 0)
    return g_strdup ("");

  plan = dup_quoted (kl_plan_get_title (kl_due_list_get_plan (due, 0)));
  if (n_plans == 1 && n_more == 0)
    /* Translators: what is due: titles of topics, and the title of their plan */
    return g_strdup_printf (_("%1$s in %2$s"), titles, plan);
  if (n_plans == 1)
    /* Translators: what is due: titles of topics, how many there are besides, and the title of their plan */
    return g_strdup_printf (ngettext ("%1$s and %2$u more in %3$s", "%1$s and %2$u more in %3$s", n_more), titles,
                            n_more, plan);
  if (n_more == 0)
    /* Translators: what is due: titles of topics, and of how many plans they are, two at least */
    return g_strdup_printf (ngettext ("%1$s in %2$u plan", "%1$s in %2$u plans", n_plans), titles, n_plans);
  /* Translators: what is due: titles of topics, how many there are besides, and of how many plans, two at least */
  return g_strdup_printf (ngettext ("%1$s and %2$u more in %3$u plan", "%1$s and %2$u more in %3$u plans", n_plans),
                          titles, n_more, n_plans);
}
