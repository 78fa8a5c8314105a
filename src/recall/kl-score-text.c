/* kl-score-text.c: a score in words, with the band that it falls into */

#include "config.h"

#include "kl-score-text.h"

#include "chart/kl-chart-bands.h"
#include "chart/kl-chart-shape.h"
#include "chart/kl-chart-text.h"
#include "model/kl-band.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * kl_score_text_format:
 * @score: a score
 *
 * Returns: (transfer full): such as “92 %” or “75–85 %”, and “Not assessed yet” where there is none
 */
char *
kl_score_text_format (KlScore score)
{
  return kl_score_is_set (score) ? kl_chart_text_score (score) : g_strdup (_("Not assessed yet"));
}

static const char *
get_shape (const GArray *bands,
           KlScore       score)
{
  int rank = bands != NULL ? kl_chart_bands_find (bands, kl_score_get_value (score)) : -1;

  return rank >= 0 ? kl_chart_shape_get_text (kl_chart_shape_for_rank (rank)) : NULL;
}

/**
 * kl_score_text_describe_in:
 * @bands: (nullable): what kl_chart_bands_new() gave
 * @score: a score
 *
 * Returns: (transfer full): such as “Strong · 92 %”, and “Not assessed yet” where there is none
 */
char *
kl_score_text_describe_in (const GArray *bands,
                           KlScore       score)
{
  const KlChartBand *band = NULL;
  g_autofree char *number = kl_score_text_format (score);

  if (bands != NULL && kl_score_is_set (score))
    band = kl_chart_bands_get (bands, kl_chart_bands_find (bands, kl_score_get_value (score)));
  if (band == NULL || *band->name == '\0')
    return g_steal_pointer (&number);

  return g_strdup_printf ("%s · %s", band->name, number);
}

/**
 * kl_score_text_describe:
 * @plan: a plan with its bands
 * @score: a score
 *
 * Returns: (transfer full): kl_score_text_describe_in() the bands of the plan
 */
char *
kl_score_text_describe (KlPlan *plan,
                        KlScore score)
{
  g_autoptr(GArray) bands = kl_chart_bands_new (kl_plan_get_bands (plan));

  return kl_score_text_describe_in (bands, score);
}

/**
 * kl_score_text_mark_in:
 * @bands: (nullable): what kl_chart_bands_new() gave
 * @score: a score
 *
 * Returns: (transfer full): kl_score_text_describe_in() after the shape of its band, such as “● Strong · 92 %”
 */
char *
kl_score_text_mark_in (const GArray *bands,
                       KlScore       score)
{
  const char *shape = get_shape (bands, score);
  g_autofree char *words = kl_score_text_describe_in (bands, score);

  return shape != NULL ? g_strdup_printf ("%s %s", shape, words) : g_steal_pointer (&words);
}

/**
 * kl_score_text_mark:
 * @plan: a plan with its bands
 * @score: a score
 *
 * Returns: (transfer full): kl_score_text_mark_in() the bands of the plan
 */
char *
kl_score_text_mark (KlPlan *plan,
                    KlScore score)
{
  g_autoptr(GArray) bands = kl_chart_bands_new (kl_plan_get_bands (plan));

  return kl_score_text_mark_in (bands, score);
}

/**
 * kl_score_text_get_shape:
 * @plan: a plan with its bands
 * @score: a score
 *
 * Returns: (transfer none) (nullable): the shape of the band that @score falls into
 */
const char *
kl_score_text_get_shape (KlPlan *plan,
                         KlScore score)
{
  g_autoptr(GArray) bands = kl_chart_bands_new (kl_plan_get_bands (plan));

  return get_shape (bands, score);
}

static gboolean
text_names (const char *text,
            const char *name)
{
  g_autofree char *folded_text = NULL;
  g_autofree char *folded_name = NULL;

  if (name == NULL || *name == '\0')
    return FALSE;

  folded_text = g_utf8_casefold (text, -1);
  folded_name = g_utf8_casefold (name, -1);
  return strstr (folded_text, folded_name) != NULL;
}

/* The band that @label names; the longest name wins, an emoji counts only where no name is found. */
static KlBand *
find_named_band (KlPlan     *plan,
                 const char *label)
{
  GListModel *bands = kl_plan_get_bands (plan);
  KlBand *named = NULL;
  KlBand *pictured = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (bands); i++)
    {
      /* The plan's list keeps the band alive. */
      g_autoptr(KlBand) band = g_list_model_get_item (bands, i);

      if (text_names (label, kl_band_get_name (band))
          && (named == NULL || strlen (kl_band_get_name (band)) > strlen (kl_band_get_name (named))))
        named = band;
      if (pictured == NULL && text_names (label, kl_band_get_emoji (band)))
        pictured = band;
    }

  return named != NULL ? named : pictured;
}

/**
 * kl_score_text_find_mismatch:
 * @plan: a plan with its bands
 * @label: (nullable): the band as it was written beside the score
 * @score: the score
 *
 * Returns: (transfer full) (nullable): a sentence when @label names another band than @score falls into
 */
char *
kl_score_text_find_mismatch (KlPlan     *plan,
                             const char *label,
                             KlScore     score)
{
  KlBand *computed = kl_plan_find_band (plan, kl_score_get_value (score));
  KlBand *named = label != NULL ? find_named_band (plan, label) : NULL;
  g_autofree char *number = NULL;

  if (computed == NULL || named == NULL || computed == named)
    return NULL;

  number = kl_score_text_format (score);
  /* Translators: such as “Written as Strong; 85 % is Good in this plan” */
  return g_strdup_printf (_("Written as %s; %s is %s in this plan"), kl_band_get_name (named), number,
                          kl_band_get_name (computed));
}

/**
 * kl_score_text_parse:
 * @text: what a person wrote
 * @valid: (out): whether that is a score from 0 to 100, a range of two, or nothing
 *
 * Returns: the score, not set where nothing was written or it is not valid
 */
KlScore
kl_score_text_parse (const char *text,
                     gboolean   *valid)
{
  static GRegex *pattern;
  g_autoptr(GMatchInfo) match = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  KlScore score = KL_SCORE_NONE;

  if (g_once_init_enter (&pattern))
    /* cppcheck-suppress leakNoVarFunctionCall; a static keeps it */
    g_once_init_leave (&pattern, g_regex_new ("^(\\d+(?:[.,]\\d+)?)(?:\\s*[-–]\\s*(\\d+(?:[.,]\\d+)?))?\\s*%?$",
                                              G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL));

  *valid = *stripped == '\0';
  if (*valid || !g_regex_match (pattern, stripped, G_REGEX_MATCH_DEFAULT, &match))
    return KL_SCORE_NONE;

  low = g_strdelimit (g_match_info_fetch (match, 1), ",", '.');
  high = g_match_info_fetch (match, 2);
  score.low = g_ascii_strtod (low, NULL);
  score.high = high != NULL && *high != '\0' ? g_ascii_strtod (g_strdelimit (high, ",", '.'), NULL) : score.low;
  *valid = score.low <= score.high && score.high <= 100;
  return *valid ? score : KL_SCORE_NONE;
}
