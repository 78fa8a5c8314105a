/* kl-attempt-compare.c: what one attempt covered that another did not */

#include "config.h"

#include "kl-attempt-compare.h"

#include <glib/gi18n.h>

#include "model/kl-verdict.h"

static KlVerdictValue
find_value (KlAttempt  *attempt,
            KlVerdict  *wanted)
{
  GListModel *verdicts = kl_attempt_get_verdicts (attempt);

  for (guint i = 0; i < g_list_model_get_n_items (verdicts); i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (verdicts, i);

      /* A point that was deleted meanwhile is known by its words only. */
      if (kl_verdict_get_point (wanted) != NULL
          ? g_strcmp0 (kl_verdict_get_point (verdict), kl_verdict_get_point (wanted)) == 0
          : g_strcmp0 (kl_verdict_get_text (verdict), kl_verdict_get_text (wanted)) == 0)
        return kl_verdict_get_value (verdict);
    }

  return KL_VERDICT_UNSET;
}

/**
 * kl_attempt_compare_list_turned:
 * @earlier: an attempt
 * @later: another of the same subject
 *
 * Returns: (transfer full) (element-type utf8): the words of the points that @earlier missed, or covered in part, and
 *   @later covered
 */
GPtrArray *
kl_attempt_compare_list_turned (KlAttempt *earlier,
                                KlAttempt *later)
{
  GPtrArray *turned = g_ptr_array_new_with_free_func (g_free);
  GListModel *verdicts = kl_attempt_get_verdicts (later);

  for (guint i = 0; i < g_list_model_get_n_items (verdicts); i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (verdicts, i);
      KlVerdictValue before = find_value (earlier, verdict);

      if (kl_verdict_get_value (verdict) == KL_VERDICT_COVERED
          && (before == KL_VERDICT_MISSED || before == KL_VERDICT_PARTLY))
        g_ptr_array_add (turned, g_strdup (kl_verdict_get_text (verdict)));
    }

  return turned;
}

static gboolean
has_verdicts (KlAttempt *attempt)
{
  GListModel *verdicts = kl_attempt_get_verdicts (attempt);

  for (guint i = 0; i < g_list_model_get_n_items (verdicts); i++)
    {
      g_autoptr(KlVerdict) verdict = g_list_model_get_item (verdicts, i);

      if (kl_verdict_get_value (verdict) != KL_VERDICT_UNSET)
        return TRUE;
    }
  return FALSE;
}

/**
 * kl_attempt_compare_to_text:
 * @earlier: an attempt
 * @later: another of the same subject
 *
 * Returns: (transfer full) (nullable): what @later covered and @earlier did not, a point a line; %NULL where nobody
 * judged the points of both, and nothing can be said about them
 */
char *
kl_attempt_compare_to_text (KlAttempt *earlier,
                            KlAttempt *later)
{
  g_autoptr(GPtrArray) points = NULL;
  g_autoptr(GString) text = NULL;

  if (!has_verdicts (earlier) || !has_verdicts (later))
    return NULL;

  points = kl_attempt_compare_list_turned (earlier, later);
  text
    = g_string_new (points->len > 0 ? _("Covered now, and not then:") : _("No point turned from missed to covered."));
  for (guint i = 0; i < points->len; i++)
    g_string_append_printf (text, "\n✓ %s", (const char *) g_ptr_array_index (points, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
