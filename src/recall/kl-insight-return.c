/* kl-insight-return.c: the corrections that came back */

#include "config.h"

#include "kl-insight-return.h"

#include <string.h>

#include "kl-installed-words.h"

/**
 * kl_insight_return_free:
 * @self: (transfer full): a correction that came back
 */
void
kl_insight_return_free (KlInsightReturn *self)
{
  g_free (self->wrong);
  g_free (self->right);
  g_free (self->attempt_id);
  g_free (self);
}

/* What two corrections have in common that are the same: their subject and, whatever their case and the space between
 * them, the words that were wrong. */
static char *
dup_key (const KlInsightCorrection *correction)
{
  g_autofree char *folded = g_utf8_casefold (correction->wrong, -1);
  g_auto(GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);
  g_autoptr(GString) key = g_string_new (NULL);

  g_string_printf (key, "%u", correction->subject);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (key, " %s", words[i]);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static int
compare_oldest (gconstpointer a,
                gconstpointer b)
{
  const KlInsightCorrection *first = *(const KlInsightCorrection *const *) a;
  const KlInsightCorrection *second = *(const KlInsightCorrection *const *) b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;
  return strcmp (first->attempt_id, second->attempt_id);
}

/* Counts an attempt that was not counted yet. */
static void
note (KlInsightReturn *self,
      guint           *n_attempts,
      GHashTable      *attempts,
      const char      *attempt_id,
      gint64           number,
      gint32           day)
{
  if (!g_hash_table_add (attempts, (gpointer) (guintptr) attempt_id))
    return;

  (*n_attempts)++;
  if (self->attempt_id != NULL && (day < self->day || (day == self->day && number < self->number)))
    return;

  g_free (self->attempt_id);
  self->attempt_id = g_strdup (attempt_id);
  self->number = number;
  self->day = day;
}

/* The explanations of the correction that is the oldest with any are all that were read after any of the same. */
static void
look_into_explanations (KlInsightReturn *self,
                        GHashTable      *attempts,
                        const GPtrArray *same,
                        KlCoach         *coach,
                        GCancellable    *cancellable)
{
  for (guint i = 0; i < same->len; i++)
    {
      const KlInsightCorrection *correction = g_ptr_array_index (same, i);

      if (correction->later == NULL)
        continue;
      for (guint j = 0; j < correction->later->len && !g_cancellable_is_cancelled (cancellable); j++)
        {
          const KlInsightExplanation *explanation = g_ptr_array_index (correction->later, j);
          KlTextSpan span;

          if (kl_coach_find_side (coach, correction->wrong, correction->right, explanation->text, &span)
              == KL_SIDE_WRONG)
            note (self, &self->n_found, attempts, explanation->attempt_id, explanation->number, explanation->day);
        }
      return;
    }
}

static KlInsightReturn *
look_at_same (GPtrArray    *same,
              KlCoach      *coach,
              GCancellable *cancellable)
{
  g_autoptr(KlInsightReturn) self = g_new0 (KlInsightReturn, 1);
  g_autoptr(GHashTable) attempts = g_hash_table_new (g_str_hash, g_str_equal);
  const KlInsightCorrection *first;

  g_ptr_array_sort (same, compare_oldest);
  first = g_ptr_array_index (same, 0);
  self->subject = first->subject;
  g_hash_table_add (attempts, first->attempt_id);
  for (guint i = 1; i < same->len; i++)
    {
      const KlInsightCorrection *again = g_ptr_array_index (same, i);

      note (self, &self->n_noted, attempts, again->attempt_id, again->number, again->day);
    }
  look_into_explanations (self, attempts, same, coach, cancellable);
  if (self->n_noted + self->n_found == 0)
    return NULL;

  self->wrong = g_strdup (((const KlInsightCorrection *) g_ptr_array_index (same, same->len - 1))->wrong);
  self->right = g_strdup (((const KlInsightCorrection *) g_ptr_array_index (same, same->len - 1))->right);
  return g_steal_pointer (&self);
}

static GHashTable *
group_by_words (const KlInsightRows *rows)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < rows->corrections->len; i++)
    {
      KlInsightCorrection *correction = g_ptr_array_index (rows->corrections, i);
      g_autofree char *key = dup_key (correction);
      GPtrArray *same = g_hash_table_lookup (groups, key);

      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), same);
        }
      g_ptr_array_add (same, correction);
    }
  return groups;
}

static int
compare_returns (gconstpointer a,
                 gconstpointer b)
{
  const KlInsightReturn *first = *(const KlInsightReturn *const *) a;
  const KlInsightReturn *second = *(const KlInsightReturn *const *) b;

  if (first->n_noted != second->n_noted)
    return first->n_noted > second->n_noted ? -1 : 1;
  if (first->n_found != second->n_found)
    return first->n_found > second->n_found ? -1 : 1;
  if (first->day != second->day)
    return first->day > second->day ? -1 : 1;
  if (first->subject != second->subject)
    return first->subject < second->subject ? -1 : 1;
  return strcmp (first->wrong, second->wrong);
}

/**
 * kl_insight_returns_new:
 * @rows: what the library knows
 * @setting: what it is seen by
 * @cancellable: (nullable): stops the reading of explanations
 *
 * Returns: (transfer full) (element-type KlInsightReturn): the corrections that came back, what was noted most
 *   often first
 */
GPtrArray *
kl_insight_returns_new (const KlInsightRows    *rows,
                        const KlInsightSetting *setting,
                        GCancellable           *cancellable)
{
  GPtrArray *returns = g_ptr_array_new_with_free_func ((GDestroyNotify) kl_insight_return_free);
  g_autoptr(GHashTable) groups = NULL;
  g_autoptr(KlCoach) coach = NULL;
  GHashTableIter iterator;
  gpointer same;

  if (rows->corrections->len == 0)
    return returns;

  groups = group_by_words (rows);
  coach = kl_installed_words_new_coach (setting->language);
  g_hash_table_iter_init (&iterator, groups);
  while (g_hash_table_iter_next (&iterator, NULL, &same))
    {
      KlInsightReturn *came_back = look_at_same (same, coach, cancellable);

      if (came_back != NULL)
        g_ptr_array_add (returns, came_back);
    }
  g_ptr_array_sort (returns, compare_returns);
  return returns;
}
