/* kl-verdict-tally.c: the verdicts on the points of an explanation that is being read back
 *
 * A draft keeps them as text, a line a point: “POINT-ID covered”. Points without a verdict have no line.
 */

#include "config.h"

#include "kl-verdict-tally.h"

#include "kl-record.h"

#include <math.h>

struct _KlVerdictTally
{
  GObject parent_instance;

  GHashTable *values; /* point's id → KlVerdictValue, never KL_VERDICT_UNSET */
};

G_DEFINE_FINAL_TYPE (KlVerdictTally, kl_verdict_tally, G_TYPE_OBJECT)

static KlVerdictValue
value_from_nick (const char *nick)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (KL_TYPE_VERDICT_VALUE);
  GEnumValue *value = g_enum_get_value_by_nick (values, nick);

  return value != NULL ? (KlVerdictValue) value->value : KL_VERDICT_UNSET;
}

static double
value_to_score (KlVerdictValue value)
{
  switch (value)
    {
    case KL_VERDICT_COVERED:
      return 100;
    case KL_VERDICT_PARTLY:
      return 50;
    case KL_VERDICT_MISSED:
      return 0;
    case KL_VERDICT_UNSET:
    default:
      return (double) NAN;
    }
}

static void
kl_verdict_tally_finalize (GObject *object)
{
  KlVerdictTally *self = KL_VERDICT_TALLY (object);

  g_hash_table_unref (self->values);

  G_OBJECT_CLASS (kl_verdict_tally_parent_class)->finalize (object);
}

static void
kl_verdict_tally_class_init (KlVerdictTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kl_verdict_tally_finalize;
}

static void
kl_verdict_tally_init (KlVerdictTally *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * kl_verdict_tally_new:
 * @text: (nullable): verdicts as a draft keeps them; lines that say nothing known are left out
 *
 * Returns: (transfer full): the verdicts
 */
KlVerdictTally *
kl_verdict_tally_new (const char *text)
{
  KlVerdictTally *self = g_object_new (KL_TYPE_VERDICT_TALLY, NULL);
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (g_strstrip (lines[i]), " ", 2);

      if (words[0] != NULL && words[1] != NULL)
        kl_verdict_tally_set (self, words[0], value_from_nick (g_strstrip (words[1])));
    }

  return self;
}

/**
 * kl_verdict_tally_format:
 * @self: a tally
 *
 * Returns: (transfer full) (nullable): the verdicts as a draft keeps them, always in the same order; %NULL for none
 */
char *
kl_verdict_tally_format (KlVerdictTally *self)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (KL_TYPE_VERDICT_VALUE);
  g_autoptr(GList) points = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (KL_IS_VERDICT_TALLY (self), NULL);

  points = g_list_sort (g_hash_table_get_keys (self->values), (GCompareFunc) strcmp);
  for (GList *l = points; l != NULL; l = l->next)
    {
      int value = GPOINTER_TO_INT (g_hash_table_lookup (self->values, l->data));

      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", (const char *) l->data,
                              g_enum_get_value (values, value)->value_nick);
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/**
 * kl_verdict_tally_get:
 * @self: a tally
 * @point: a point's id
 *
 * Returns: its verdict
 */
KlVerdictValue
kl_verdict_tally_get (KlVerdictTally *self,
                      const char     *point)
{
  g_return_val_if_fail (KL_IS_VERDICT_TALLY (self), KL_VERDICT_UNSET);

  return (KlVerdictValue) GPOINTER_TO_INT (g_hash_table_lookup (self->values, point));
}

/**
 * kl_verdict_tally_set:
 * @self: a tally
 * @point: a point's id
 * @value: its verdict, %KL_VERDICT_UNSET to take it back
 *
 * Returns: whether that was a change
 */
gboolean
kl_verdict_tally_set (KlVerdictTally *self,
                      const char     *point,
                      KlVerdictValue  value)
{
  g_return_val_if_fail (KL_IS_VERDICT_TALLY (self), FALSE);

  if (kl_verdict_tally_get (self, point) == value)
    return FALSE;

  if (value == KL_VERDICT_UNSET)
    g_hash_table_remove (self->values, point);
  else
    g_hash_table_insert (self->values, g_strdup (point), GINT_TO_POINTER ((int) value));
  return TRUE;
}

/**
 * kl_verdict_tally_mean:
 * @self: a tally
 * @points: the points of the subject; verdicts on others do not count
 * @n_set: (out): how many of @points have a verdict
 *
 * Covered counts 1, partly ½, missed 0.
 *
 * Returns: the mean over the points that have a verdict, 0–100; NaN where none has
 */
double
kl_verdict_tally_mean (KlVerdictTally *self,
                       GListModel     *points,
                       guint          *n_set)
{
  double sum = 0;

  g_return_val_if_fail (KL_IS_VERDICT_TALLY (self), (double) NAN);

  *n_set = 0;
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(KlRecord) point = g_list_model_get_item (points, i);
      double score = value_to_score (kl_verdict_tally_get (self, kl_record_get_id (point)));

      if (!isnan (score))
        {
          sum += score;
          (*n_set)++;
        }
    }

  return *n_set > 0 ? sum / *n_set : (double) NAN;
}
