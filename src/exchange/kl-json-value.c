/* kl-json-value.c: one value of a record, out of JSON, and whether it may be that */

#include "config.h"

#include "kl-json-value.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/kl-iso-date.h"
#include "model/kl-wish.h"

/* Beyond this, a number that another program reads as a real one is not the same any more. */
#define MAX_WHOLE 9007199254740992.0

static char *
take_string (KlRecord      *record,
             const KlField *field,
             KlJsonRule     rule,
             JsonNode      *node)
{
  const char *text;
  KlIsoDate date;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return g_strdup (_("a text in quotes is expected here."));
  text = json_node_get_string (node);
  if (rule == KL_JSON_DATE && !kl_iso_date_parse (text, &date))
    return g_strdup_printf (_("“%s” is no date such as 2025-10-10 or 2025-10-10T18:30:00+02:00."), text);
  kl_record_set_string (record, field, text);
  return NULL;
}

/**
 * kl_json_value_is_number:
 * @node: a value
 *
 * Returns: whether it is a number
 */
gboolean
kl_json_value_is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node)
         && (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

/* A wish as another KLearn wrote it: one that is not possible would count as what is usual, and nobody would know. */
static char *
explain_wish (const KlField *field,
              JsonNode      *node)
{
  const KlWishRange *range = kl_wish_find_range (field->name);
  char low[G_ASCII_DTOSTR_BUF_SIZE];
  char high[G_ASCII_DTOSTR_BUF_SIZE];

  if (range == NULL || (kl_json_value_is_number (node) && kl_wish_range_contains (range, json_node_get_double (node))))
    return NULL;
  g_ascii_formatd (low, sizeof low, "%g", range->low);
  g_ascii_formatd (high, sizeof high, "%g", range->high);
  return range->is_whole ? g_strdup_printf (_("a whole number from %s to %s is expected here."), low, high)
                         : g_strdup_printf (_("a number from %s to %s is expected here."), low, high);
}

static char *
take_number (KlRecord      *record,
             const KlField *field,
             KlJsonRule     rule,
             JsonNode      *node)
{
  if (rule == KL_JSON_PERCENT
      && (!kl_json_value_is_number (node) || json_node_get_double (node) < 0 || json_node_get_double (node) > 100))
    return g_strdup (_("a number from 0 to 100 is expected here."));
  if (rule == KL_JSON_WISH)
    {
      char *problem = explain_wish (field, node);

      if (problem != NULL)
        return problem;
    }
  if (!kl_json_value_is_number (node))
    return g_strdup (_("a number is expected here."));
  kl_record_set_number (record, field, json_node_get_double (node));
  return NULL;
}

/* 15.0 is a whole number, too. */
static gboolean
is_whole (JsonNode *node)
{
  double value;

  if (!kl_json_value_is_number (node))
    return FALSE;
  value = json_node_get_double (node);
  return fabs (value) <= MAX_WHOLE && !(trunc (value) < value) && !(trunc (value) > value);
}

static char *
take_integer (KlRecord      *record,
              const KlField *field,
              KlJsonRule     rule,
              JsonNode      *node)
{
  gint64 least = rule == KL_JSON_ORDINAL ? 1 : rule == KL_JSON_COUNT ? 0 : G_MININT64;

  if (is_whole (node) && json_node_get_int (node) >= least)
    {
      kl_record_set_integer (record, field, json_node_get_int (node));
      return NULL;
    }
  if (rule == KL_JSON_ANY)
    return g_strdup (_("a whole number is expected here."));
  return g_strdup_printf (_("a whole number, %d or more, is expected here."), (int) least);
}

static char *
take_boolean (KlRecord      *record,
              const KlField *field,
              JsonNode      *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return g_strdup (_("“true” or “false” is expected here."));
  kl_record_set_integer (record, field, json_node_get_boolean (node));
  return NULL;
}

static char *
take_choice (KlRecord      *record,
             const KlField *field,
             JsonNode      *node)
{
  g_autoptr(GEnumClass) choices = g_type_class_ref (field->choice_type ());
  gboolean is_text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
  const char *text = is_text ? json_node_get_string (node) : NULL;
  GEnumValue *choice = text != NULL ? g_enum_get_value_by_nick (choices, text) : NULL;
  g_autoptr(GString) known = NULL;

  if (choice != NULL)
    {
      kl_record_set_integer (record, field, choice->value);
      return NULL;
    }

  known = g_string_new (NULL);
  for (guint i = 0; i < choices->n_values; i++)
    g_string_append_printf (known, "%s“%s”", i > 0 ? ", " : "", choices->values[i].value_nick);
  return g_strdup_printf (_("one of %s is expected here."), known->str);
}

/**
 * kl_json_value_take:
 * @record: a record that is in no library
 * @field: a field of it
 * @rule: what holds of the field
 * @node: a value; null leaves the field as it is
 *
 * Returns: (transfer full) (nullable): why @node is not what the field can hold, as the rest of a sentence that names
 * the place; %NULL where it was taken
 */
char *
kl_json_value_take (KlRecord      *record,
                    const KlField *field,
                    KlJsonRule     rule,
                    JsonNode      *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;

  switch (field->kind)
    {
    case KL_FIELD_STRING:
    case KL_FIELD_REFERENCE:
      return take_string (record, field, rule, node);

    case KL_FIELD_NUMBER:
      return take_number (record, field, rule, node);

    case KL_FIELD_INTEGER:
      return take_integer (record, field, rule, node);

    case KL_FIELD_BOOLEAN:
      return take_boolean (record, field, node);

    case KL_FIELD_CHOICE:
      return take_choice (record, field, node);

    default:
      g_return_val_if_reached (NULL);
    }
}

static double
get_end (KlRecord   *record,
         const char *name)
{
  const KlField *field = kl_record_class_find_field (KL_RECORD_GET_CLASS (record), name);

  return field != NULL ? kl_record_get_number (record, field) : (double) NAN;
}

/**
 * kl_json_value_check:
 * @record: a record with all its values
 *
 * Returns: (transfer full) (nullable): which of them contradict each other, as kl_json_value_take() says it
 */
char *
kl_json_value_check (KlRecord *record)
{
  double low = get_end (record, "low");
  double high = get_end (record, "high");
  double score = get_end (record, "score");
  double score_high = get_end (record, "score-high");

  if (isnan (low) != isnan (high))
    return g_strdup (_("“low” and “high” belong together."));
  if (low > high)
    return g_strdup (_("“low” is above “high”."));
  if (!isnan (score_high) && !(score <= score_high))
    return g_strdup (_("“score_high” is below “score”."));
  return NULL;
}
