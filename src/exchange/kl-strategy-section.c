/* kl-strategy-section.c: kinds of study and bands of scores, and what contradicts them */

#include "config.h"

#include "kl-strategy-section.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "kl-content.h"
#include "kl-figure.h"
#include "kl-phrase.h"
#include "kl-source-map.h"
#include "model/kl-band.h"
#include "model/kl-study-kind.h"

/* “**Deep Dive** = 30+ min …” → name and meaning. */
static gboolean
split_meaning (const char  *text,
               char       **name,
               char       **meaning)
{
  static const char *const separators[] = { " = ", ": ", ":** ", " – ", " — ", " - ", NULL };
  const char *best = NULL;
  gsize length = 0;
  gboolean is_bold;
  g_autofree char *head = NULL;

  for (guint i = 0; separators[i] != NULL; i++)
    {
      const char *at = strstr (text, separators[i]);

      if (at != NULL && (best == NULL || at < best))
        {
          best = at;
          length = strlen (separators[i]);
        }
    }
  if (best == NULL || best == text || best - text > 120)
    return FALSE;

  head = g_strndup (text, (gsize) (best - text));
  is_bold = g_str_has_prefix (head, "**");
  for (char *star = strstr (head, "**"); star != NULL; star = strstr (head, "**"))
    memmove (star, star + 2, strlen (star) - 1);
  if (*g_strstrip (head) == '\0')
    return FALSE;

  /* The colon may stand within the bold type: “**Deep Dive:** 30 min”. */
  *name = g_steal_pointer (&head);
  *meaning = g_strstrip (g_strdup (best + length));
  if (is_bold && g_str_has_prefix (*meaning, "**"))
    memmove (*meaning, *meaning + 2, strlen (*meaning) - 1);
  g_strstrip (*meaning);
  return TRUE;
}

static void
add_band (KlReading      *reading,
          const char     *name_and_range,
          const char     *meaning,
          const KlFigure *range,
          const KlBlock  *item)
{
  g_autofree char *emoji = NULL;
  g_autofree char *plain = kl_phrase_strip_emoji (name_and_range, &emoji);
  gsize cut = strcspn (plain, "(");
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  g_autoptr(KlBand) band = NULL;

  if (plain[cut] == '\0')
    cut = strcspn (plain, "<>0123456789");
  name = g_strchomp (g_strndup (plain, cut));
  if (*name == '\0')
    {
      g_free (name);
      name = g_strdup (plain);
    }
  key = kl_source_keys_dup (reading->keys, "", "band", name);
  band = g_object_new (KL_TYPE_BAND, "name", name, "emoji", emoji, "low", range->low, "high", range->high,
                       "meaning", meaning, "source", key, NULL);
  kl_record_append (KL_RECORD (reading->plan), KL_RECORD (band));
  kl_reading_mark_item (reading, band, item);
}

static void
read_item (KlReading       *reading,
           const KlContent *content,
           gboolean         bands)
{
  g_autofree char *text = kl_outline_dup_item (reading->outline, content->block, NULL, NULL);
  g_autofree char *name = NULL;
  g_autofree char *meaning = NULL;
  KlFigure range;

  if (*text == '\0')
    return;
  if (!split_meaning (text, &name, &meaning))
    {
      if (bands)
        name = g_strdup (text);
      else
        {
          kl_reading_add_notes (reading, NULL, content->start, content->end);
          kl_reading_note (
            reading, content->line,
            _("“%s” has a name but no meaning that KLearn can tell from it: it was kept in the plan's notes."), text);
          return;
        }
    }

  if (kl_figure_find_range (name, &range))
    add_band (reading, name, meaning, &range, content->block);
  else if (bands && ((meaning != NULL && kl_figure_find_range (meaning, &range)) ||
                     kl_figure_find_bare_range (name, &range) ||
                     (meaning != NULL && kl_figure_find_bare_range (meaning, &range))))
    add_band (reading, name, meaning, &range, content->block);
  else if (bands)
    {
      kl_reading_add_notes (reading, NULL, content->start, content->end);
      kl_reading_note (reading, content->line,
                       _("“%s” is no band of scores from 0 to 100: it was kept in the plan's notes."), text);
    }
  else
    {
      g_autofree char *key = kl_source_keys_dup (reading->keys, "", "study-kind", name);
      g_autoptr(KlStudyKind) kind
        = g_object_new (KL_TYPE_STUDY_KIND, "name", name, "meaning", meaning, "source", key, NULL);

      kl_record_append (KL_RECORD (reading->plan), KL_RECORD (kind));
      kl_reading_mark_item (reading, kind, content->block);
    }
}

static gboolean
is_scoring (const char *label)
{
  static const char *const words[] = { "scoring", "scores", "scale", "bands", "grades", NULL };
  g_autofree char *folded = kl_phrase_fold_label (label);

  return kl_phrase_has_any (folded, words);
}

/**
 * kl_strategy_section_read:
 * @reading: the document
 * @section: a section about how to learn, or about what scores mean
 */
void
kl_strategy_section_read (KlReading *reading,
                          KlSection *section)
{
  g_autoptr(GArray) contents = kl_content_read (reading->outline, section->first, section->end);
  gboolean bands = section->is_bands || is_scoring (section->title);

  for (guint i = 0; i < contents->len; i++)
    {
      const KlContent *content = &g_array_index (contents, KlContent, i);

      switch (content->kind)
        {
        case KL_CONTENT_LABEL:
          bands = is_scoring (content->label);
          if (!bands || content->end > content->start)
            kl_reading_add_notes (reading, NULL, content->from, MAX (content->end, content->start));
          break;

        case KL_CONTENT_ITEM:
          read_item (reading, content, bands);
          break;

        case KL_CONTENT_TEXT:
          kl_reading_add_notes (reading, NULL, content->start, content->end);
          break;

        case KL_CONTENT_RULE:
        default:
          break;
        }
    }
}

static KlBand *
find_band_of_score (GListModel *bands,
                    double      score)
{
  KlBand *found = NULL;
  guint n = g_list_model_get_n_items (bands);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlBand) band = g_list_model_get_item (bands, i);

      if (kl_band_get_low (band) <= score && (found == NULL || kl_band_get_low (band) > kl_band_get_low (found)))
        found = band;
    }
  return found;
}

static KlBand *
find_band_of_label (GListModel *bands,
                    const char *label)
{
  g_autofree char *emoji = NULL;
  g_autofree char *plain = kl_phrase_strip_emoji (label, &emoji);
  g_autofree char *folded = kl_phrase_fold (plain);
  guint n = g_list_model_get_n_items (bands);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlBand) band = g_list_model_get_item (bands, i);
      g_autofree char *name = kl_phrase_fold (kl_band_get_name (band));

      if (*folded != '\0' ? strcmp (folded, name) == 0 : g_strcmp0 (emoji, kl_band_get_emoji (band)) == 0)
        return band;
    }
  return NULL;
}

static void
check_attempt (KlReading          *reading,
               GListModel         *bands,
               const KlRecordLine *where)
{
  KlAttempt *attempt = where->record;
  const char *label = kl_attempt_get_label (attempt);
  double score = (kl_attempt_get_low (attempt) + kl_attempt_get_high (attempt)) / 2;
  KlBand *named;
  KlBand *meant;

  if (label == NULL || isnan (score))
    return;
  named = find_band_of_label (bands, label);
  meant = find_band_of_score (bands, score);
  if (named == NULL || meant == NULL || named == meant)
    return;
  kl_reading_note (
    reading, where->line,
    _("“%s” stands next to %.4g %%, which the plan's bands call “%s” (%.4g–%.4g): both were kept as written."), label,
    score, kl_band_get_name (meant), kl_band_get_low (meant), kl_band_get_high (meant));
}

static gint
compare_from_below_cb (gconstpointer a,
                       gconstpointer b)
{
  double low = kl_band_get_low (*(KlBand *const *) a);
  double other = kl_band_get_low (*(KlBand *const *) b);

  return (low > other) - (low < other);
}

/* “70-89%” below “90-100%” leaves nothing out, and neither does “<70%” below “70-89%”. */
static void
check_neighbours (KlReading *reading,
                  KlBand    *lower,
                  KlBand    *upper)
{
  double end = kl_band_get_high (lower);
  double begin = upper != NULL ? kl_band_get_low (upper) : 101;

  if (end > begin)
    kl_reading_note (
      reading, 0,
      _("The bands “%s” (%.4g–%.4g %%) and “%s” (%.4g–%.4g %%) overlap: a score counts as the higher one."),
      kl_band_get_name (lower), kl_band_get_low (lower), end, kl_band_get_name (upper), begin,
      kl_band_get_high (upper));
  else if (begin - end > 1)
    kl_reading_note (reading, 0, _("No band holds the scores between %.4g %% and %.4g %%: they count as “%s”."), end,
                     MIN (begin, 100), kl_band_get_name (lower));
}

static void
check_bands (KlReading  *reading,
             GListModel *bands)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (bands); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (bands, i));
  g_ptr_array_sort (sorted, compare_from_below_cb);

  if (sorted->len > 0 && kl_band_get_low (sorted->pdata[0]) > 0)
    kl_reading_note (reading, 0, _("No band holds the scores below %.4g %%."), kl_band_get_low (sorted->pdata[0]));
  for (guint i = 0; i < sorted->len; i++)
    check_neighbours (reading, sorted->pdata[i], i + 1 < sorted->len ? sorted->pdata[i + 1] : NULL);
}

static void
check_queue (KlReading *reading)
{
  GListModel *kinds = kl_plan_get_study_kinds (reading->plan);
  guint n = g_list_model_get_n_items (kinds);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(KlStudyKind) kind = g_list_model_get_item (kinds, i);
      g_autofree char *folded = kl_phrase_fold (kl_study_kind_get_name (kind));
      gint64 least = kl_study_kind_get_meaning (kind) != NULL
                       ? kl_figure_find_minutes (kl_study_kind_get_meaning (kind), NULL, NULL)
                       : 0;

      if (!kl_phrase_begins (folded, "deep dive") || least == 0)
        continue;
      for (guint j = 0; j < reading->queue_lines->len; j++)
        {
          const KlRecordLine *where = &g_array_index (reading->queue_lines, KlRecordLine, j);
          gint64 minutes = kl_queue_entry_get_minutes (where->record);

          if (minutes > 0 && minutes < least)
            kl_reading_note (
              reading, where->line,
              _("“%s” has %d minutes, less than the %d of a deep dive in the plan's strategy: it was kept as written."),
              kl_queue_entry_get_title (where->record), (int) minutes, (int) least);
        }
      return;
    }
}

/**
 * kl_strategy_section_check:
 * @reading: the document, all of it read
 *
 * Notes where labels and minutes contradict the strategy, and where its bands leave something out or overlap. Nothing
 * is changed.
 */
void
kl_strategy_section_check (KlReading *reading)
{
  GListModel *bands = kl_plan_get_bands (reading->plan);

  /* Nobody has more; each attempt is compared with each band. */
  if (g_list_model_get_n_items (bands) <= 50)
    {
      check_bands (reading, bands);
      for (guint i = 0; i < reading->attempt_lines->len; i++)
        check_attempt (reading, bands, &g_array_index (reading->attempt_lines, KlRecordLine, i));
    }
  check_queue (reading);
}
