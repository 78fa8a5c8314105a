/* kl-write-scores.c: attempts: new ones go behind the others, with their date */

#include "config.h"

#include "kl-write-scores.h"

#include <string.h>

#include "kl-figure.h"
#include "kl-write-feedback.h"
#include "kl-write-layout.h"
#include "model/kl-band.h"
#include "model/kl-feedback.h"

typedef struct
{
  KlWriting *writing;
  GPtrArray *fresh;
  const KlSourceMark *like;
  char *date;
} Scores;

static const KlSourceSection *
get_section (KlWriting *writing,
             int        index)
{
  return index >= 0 ? &g_array_index (writing->map->sections, KlSourceSection, index) : NULL;
}

static char *
dup_day (KlAttempt *attempt)
{
  const char *date = kl_attempt_get_date (attempt);

  return g_strndup (date != NULL ? date : "", strlen ("2025-10-10"));
}

static char *
dup_band_label (KlWriting *writing,
                KlScore    score)
{
  KlBand *band = kl_plan_find_band (writing->plan, kl_score_get_value (score));

  if (band == NULL)
    return g_strdup ("");
  if (kl_band_get_emoji (band) == NULL)
    return g_strdup (kl_band_get_name (band));
  return g_strchomp (g_strdup_printf ("%s %s", kl_band_get_emoji (band), kl_band_get_name (band)));
}

static char *
dup_figure (KlScore score)
{
  if (kl_score_is_range (score))
    return g_strdup_printf ("%.4g-%.4g%%", score.low, score.high);
  return g_strdup_printf ("%.4g%%", score.low);
}

/* “🟢 Strong (92%)” */
static char *
dup_score (KlWriting *writing,
           KlAttempt *attempt,
           gboolean   relabel)
{
  KlScore score = kl_attempt_get_score (attempt);
  const char *written = kl_attempt_get_label (attempt);
  g_autofree char *label = relabel || written == NULL ? dup_band_label (writing, score) : kl_writing_dup_line (written);
  g_autofree char *figure = NULL;

  if (!kl_score_is_set (score))
    return *label != '\0' ? g_steal_pointer (&label) : g_strdup ("–");
  figure = dup_figure (score);
  return *label != '\0' ? g_strdup_printf ("%s (%s)", label, figure) : g_steal_pointer (&figure);
}

/* A line as the document has it, with another value. */
static char *
dup_line_like (KlWriting          *writing,
               const KlSourceMark *like,
               const char         *label,
               const char         *value)
{
  gsize start;
  gsize end;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (like == NULL)
    return g_strdup_printf ("**%s: %s**\n", label, value);
  start = like->start;
  end = like->end;
  while (start > 0 && writing->text[start - 1] != '\n' && writing->text[start - 1] != '\r')
    start--;
  while (end < writing->length && writing->text[end] != '\n' && writing->text[end] != '\r')
    end++;
  before = g_strndup (writing->text + start, like->start - start);
  after = g_strndup (writing->text + like->end, end - like->end);
  return g_strconcat (before, value, after, "\n", NULL);
}

/* The line of a score that stands last in the document. */
static const KlSourceMark *
find_score_line (KlWriting *writing)
{
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (writing->base));
  const KlSourceMark *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      GListModel *attempts = kl_subject_get_attempts (subject);

      for (guint j = 0; j < g_list_model_get_n_items (attempts); j++)
        {
          g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, j);
          const KlSourceMark *mark = kl_source_map_find (writing->map, attempt, KL_SOURCE_VALUE);

          if (mark != NULL && (found == NULL || mark->start > found->start))
            found = mark;
        }
    }
  return found;
}

static char *
dup_date_line (Scores     *self,
               const char *day)
{
  const KlSourceMark *like
    = kl_source_map_find (self->writing->map, kl_import_get_plan (self->writing->base), KL_SOURCE_VALUE);

  if (*day == '\0' || g_strcmp0 (day, self->date) == 0)
    return g_strdup ("");
  g_free (self->date);
  self->date = g_strdup (day);
  return dup_line_like (self->writing, like, "Date", day);
}

/* Below the topic itself, where the document does so. */
static void
add_below_topic (Scores                *self,
                 const KlSourceSection *section,
                 KlAttempt             *attempt)
{
  g_autofree char *day = dup_day (attempt);
  g_autofree char *score = dup_score (self->writing, attempt, FALSE);
  g_autofree char *feedback = kl_write_feedback_dup (self->writing, attempt);
  g_autofree char *line = dup_line_like (self->writing, self->like, "Score", score);
  g_autofree char *lines = g_strdup_printf ("\n**Date:** %s\n%s%s", day, line, feedback);

  kl_patch_insert (self->writing->patch, section->start, section->own_end, lines);
}

typedef struct
{
  gsize at;
  guint level;
  char *lead;
  const char *separator;
} Slot;

static gboolean
is_ruled (KlWriting *writing,
          gsize      start,
          gsize      end)
{
  return start < end && memchr (writing->text + start, '-', end - start) != NULL;
}

static void
find_slot (Scores *self,
           Slot   *slot)
{
  KlWriting *writing = self->writing;
  GArray *sections = writing->map->sections;
  const KlSourceSection *scores = NULL;
  const KlSourceSection *last = NULL;

  slot->separator = "\n---\n\n";
  for (guint i = 0; i < sections->len; i++)
    {
      const KlSourceSection *section = &g_array_index (writing->map->sections, KlSourceSection, i);

      if (section->role == KL_SECTION_SCORES || section->role == KL_SECTION_DATE)
        scores = section;
      if (section->role != KL_SECTION_SCORED)
        continue;
      if (last != NULL && last->end <= section->start)
        slot->separator = is_ruled (writing, last->content_end, section->start) ? "\n---\n\n" : "\n";
      last = section;
    }
  if (last != NULL)
    {
      slot->at = last->content_end;
      slot->level = last->level;
      slot->lead = g_strdup (slot->separator);
    }
  else if (scores != NULL)
    {
      slot->at = scores->own_end;
      slot->level = scores->level + 1;
      slot->lead = g_strdup ("\n");
    }
  else
    {
      slot->lead = kl_write_layout_dup_lead (writing, KL_LAYOUT_SCORES, &slot->at);
      slot->level = kl_write_layout_get_level (writing) + 1;
    }
}

static void
add_scored (Scores    *self,
            Slot      *slot,
            KlSubject *subject,
            KlAttempt *attempt,
            gboolean   first)
{
  g_autofree char *day = dup_day (attempt);
  g_autofree char *date = dup_date_line (self, day);
  g_autofree char *marks = g_strnfill (slot->level, '#');
  g_autofree char *title = kl_writing_dup_title (kl_subject_get_title (subject));
  g_autofree char *score = dup_score (self->writing, attempt, FALSE);
  g_autofree char *line = dup_line_like (self->writing, self->like, "Score", score);
  g_autofree char *feedback = kl_write_feedback_dup (self->writing, attempt);
  g_autofree char *lines = g_strdup_printf ("%s%s%s%s %s\n%s%s", first ? slot->lead : slot->separator, date,
                                            *date != '\0' ? "\n" : "", marks, title, line, feedback);

  kl_patch_insert (self->writing->patch, 0, slot->at, lines);
}

static int
compare_fresh (gconstpointer a,
               gconstpointer b)
{
  KlAttempt *const *first = a;
  KlAttempt *const *second = b;
  g_autofree char *first_day = dup_day (*first);
  g_autofree char *second_day = dup_day (*second);

  return strcmp (first_day, second_day);
}

/* The topic's own section, if its scores stand there. */
static const KlSourceSection *
find_mixed (Scores    *self,
            KlSubject *subject)
{
  KlWriting *writing = self->writing;
  KlSubject *base = kl_writing_base_of (writing, subject);
  const KlSourceSection *own = NULL;

  for (guint i = 0; base != NULL && i < writing->map->sections->len; i++)
    {
      const KlSourceSection *section = &g_array_index (writing->map->sections, KlSourceSection, i);

      if (section->role == KL_SECTION_SCORES || section->role == KL_SECTION_SCORED)
        return NULL;
      if (section->role == KL_SECTION_TOPIC && section->record == KL_RECORD (base))
        own = section;
    }
  return self->like != NULL ? own : NULL;
}

static void
add_fresh (Scores *self)
{
  Slot slot = { 0, 0, NULL, NULL };

  g_ptr_array_sort (self->fresh, compare_fresh);
  for (guint i = 0; i < self->fresh->len; i++)
    {
      KlAttempt *attempt = g_ptr_array_index (self->fresh, i);
      KlSubject *subject = g_hash_table_lookup (self->writing->by_id, kl_record_get_owner (KL_RECORD (attempt)));
      const KlSourceSection *mixed = subject != NULL ? find_mixed (self, subject) : NULL;
      gboolean first = slot.lead == NULL;

      if (subject == NULL)
        continue;
      if (mixed != NULL)
        {
          add_below_topic (self, mixed, attempt);
          continue;
        }
      if (first)
        find_slot (self, &slot);
      add_scored (self, &slot, subject, attempt, first);
    }
  g_free (slot.lead);
}

static gboolean
scores_differ (KlScore a,
               KlScore b)
{
  if (!kl_score_is_set (a) || !kl_score_is_set (b))
    return kl_score_is_set (a) != kl_score_is_set (b);
  return a.low < b.low || a.low > b.low || a.high < b.high || a.high > b.high;
}

/* What an amendment says now; the first value stays in the library. */
static void
update_score (KlWriting *writing,
              KlAttempt *base,
              KlAttempt *now)
{
  KlScore before = kl_attempt_get_score (base);
  KlScore after = kl_attempt_get_score (now);
  const KlSourceMark *step = kl_source_map_find (writing->map, base, KL_SOURCE_TEXT);
  gboolean relabel = kl_plan_find_band (writing->plan, kl_score_get_value (before)) !=
                     kl_plan_find_band (writing->plan, kl_score_get_value (after));
  g_autofree char *value = dup_score (writing, now, relabel);

  if (!scores_differ (before, after))
    return;
  kl_writing_replace (writing, base, KL_SOURCE_VALUE, value);
  if (step != NULL && kl_score_is_set (after))
    {
      g_autofree char *text = g_strndup (writing->text + step->start, step->end - step->start);
      g_autofree char *figure = dup_figure (after);
      KlFigure found;

      if (kl_figure_find_score (text, &found))
        kl_patch_replace (writing->patch, step->start, step->start + found.start, step->start + found.end, figure);
    }
}

static gsize
find_attempt (KlWriting *writing,
              KlAttempt *base)
{
  GArray *marks = kl_source_map_get_marks (writing->map, base);

  return marks != NULL ? g_array_index (marks, KlSourceMark, 0).start : G_MAXSIZE;
}

static void
remove_line (KlWriting          *writing,
             gsize               owner,
             const KlSourceMark *mark)
{
  gsize start = mark->start;

  while (start > 0 && writing->text[start - 1] != '\n' && writing->text[start - 1] != '\r')
    start--;
  kl_patch_replace (writing->patch, owner, start, kl_writing_line_end (writing, mark->end), "");
}

/* One of several attempts under a heading. */
static void
remove_attempt (KlWriting             *writing,
                const KlSourceSection *section,
                KlAttempt             *base)
{
  GArray *marks = kl_source_map_get_marks (writing->map, base);
  GListModel *feedback = kl_attempt_get_feedback (base);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const KlSourceMark *mark = &g_array_index (marks, KlSourceMark, i);

      if (g_str_equal (mark->part, KL_SOURCE_VALUE) || g_str_equal (mark->part, KL_SOURCE_WHOLE))
        remove_line (writing, section->start, mark);
    }
  for (guint i = 0; i < g_list_model_get_n_items (feedback); i++)
    {
      g_autoptr(KlFeedback) item = g_list_model_get_item (feedback, i);
      const KlSourceMark *whole = kl_source_map_find (writing->map, item, KL_SOURCE_WHOLE);

      if (whole != NULL)
        kl_patch_replace (writing->patch, section->start, whole->start, whole->end, "");
    }
}

/* What stands at the end of a section is about the last attempt of it. */
static gboolean
is_last_in (KlWriting  *writing,
            GListModel *attempts,
            guint       index,
            int         section)
{
  g_autoptr(KlAttempt) next = g_list_model_get_item (attempts, index + 1);
  gsize at = next != NULL ? find_attempt (writing, next) : G_MAXSIZE;

  return at == G_MAXSIZE || kl_writing_section_at (writing, at) != section;
}

static void
update_known (Scores     *self,
              GHashTable *alive,
              GHashTable *all)
{
  KlWriting *writing = self->writing;
  GListModel *subjects = kl_plan_get_subjects (kl_import_get_plan (writing->base));

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      GListModel *attempts = kl_subject_get_attempts (subject);
      KlSubject *subject_now = kl_writing_now_of (writing, subject);
      gboolean is_edited = subject_now == NULL || kl_writing_is_edited (writing, subject_now);

      for (guint j = 0; j < g_list_model_get_n_items (attempts); j++)
        {
          g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, j);
          KlAttempt *now = kl_writing_now_of (writing, attempt);
          gsize at = find_attempt (writing, attempt);
          int index = at != G_MAXSIZE ? kl_writing_section_at (writing, at) : -1;
          const KlSourceSection *section = get_section (writing, index);

          if (section == NULL)
            continue;
          g_hash_table_add (all, GINT_TO_POINTER (index));
          if (now == NULL)
            {
              remove_attempt (writing, section, attempt);
              continue;
            }
          g_hash_table_add (alive, GINT_TO_POINTER (index));
          if (!is_edited)
            continue;
          update_score (writing, attempt, now);
          kl_write_feedback_update (writing, attempt, now, is_last_in (writing, attempts, j, index), section->start,
                                    section->own_end);
        }
    }
}

/* A heading whose attempts are all gone goes with them. */
static void
remove_empty (Scores     *self,
              GHashTable *alive,
              GHashTable *all)
{
  GArray *sections = self->writing->map->sections;
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (KlWritingPlace));
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (gboolean));
  KlWritingList list = { 0, 0, "", NULL, places, NULL, NULL, NULL, NULL };
  gboolean any_gone = FALSE;

  for (guint i = 0; i < sections->len; i++)
    {
      const KlSourceSection *section = &g_array_index (sections, KlSourceSection, i);
      KlWritingPlace place = { section->record, section->start, section->content_end };
      gboolean stays
        = !g_hash_table_contains (all, GUINT_TO_POINTER (i)) || g_hash_table_contains (alive, GUINT_TO_POINTER (i));

      if (section->role != KL_SECTION_SCORED)
        continue;
      g_array_append_val (places, place);
      g_array_append_val (kept, stays);
      any_gone = any_gone || !stays;
    }
  if (!any_gone)
    return;
  list.head = g_array_index (places, KlWritingPlace, 0).start;
  kl_writing_remove (self->writing, &list, (const gboolean *) (const void *) kept->data);
}

/**
 * kl_write_scores:
 * @writing: a writing
 *
 * Writes the attempts of the plan, and what was said about them.
 */
void
kl_write_scores (KlWriting *writing)
{
  GListModel *subjects = kl_plan_get_subjects (writing->plan);
  g_autoptr(GPtrArray) fresh = g_ptr_array_new ();
  g_autoptr(GHashTable) alive = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) all = g_hash_table_new (NULL, NULL);
  Scores self = { writing, fresh, find_score_line (writing), g_strdup (writing->map->date) };

  for (guint i = 0; i < g_list_model_get_n_items (subjects); i++)
    {
      g_autoptr(KlSubject) subject = g_list_model_get_item (subjects, i);
      GListModel *attempts = kl_subject_get_attempts (subject);

      for (guint j = 0; j < g_list_model_get_n_items (attempts); j++)
        {
          g_autoptr(KlAttempt) attempt = g_list_model_get_item (attempts, j);

          if (kl_writing_base_of (writing, attempt) == NULL)
            g_ptr_array_add (fresh, attempt);
        }
    }
  update_known (&self, alive, all);
  remove_empty (&self, alive, all);
  writing->scored = fresh->len > 0;
  for (guint i = 0; i < writing->map->sections->len; i++)
    writing->scored
      = writing->scored || g_array_index (writing->map->sections, KlSourceSection, i).role == KL_SECTION_SCORES;
  add_fresh (&self);
  g_free (self.date);
}
