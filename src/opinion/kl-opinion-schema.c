/* kl-opinion-schema.c: the form of an answer: as a JSON schema for the server, and the names in it */

#include "config.h"

#include "kl-opinion-schema.h"

static const int verdicts[] = { KL_VERDICT_COVERED, KL_VERDICT_PARTLY, KL_VERDICT_MISSED };

/* The kinds that the form for feedback has a field for and that somebody else can judge. */
static const int kinds[] = {
  KL_FEEDBACK_NAILED, KL_FEEDBACK_NEEDS_WORK, KL_FEEDBACK_CORRECTION,
  KL_FEEDBACK_ACTION, KL_FEEDBACK_INSIGHT,    KL_FEEDBACK_QUOTE,
};

static void
add_text (KlJsonWriter *writer,
          const char   *name)
{
  kl_json_writer_begin_object (writer, name);
  kl_json_writer_add_string (writer, "type", "string");
  kl_json_writer_end_object (writer);
}

static void
add_or_null (KlJsonWriter *writer,
             const char   *name,
             const char   *type)
{
  kl_json_writer_begin_object (writer, name);
  kl_json_writer_begin_array (writer, "type");
  kl_json_writer_add_string (writer, NULL, type);
  kl_json_writer_add_string (writer, NULL, "null");
  kl_json_writer_end_array (writer);
  kl_json_writer_end_object (writer);
}

static void
add_choice (KlJsonWriter *writer,
            const char   *name,
            GType         type,
            const int    *values,
            gsize         n_values)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);

  kl_json_writer_begin_object (writer, name);
  kl_json_writer_add_string (writer, "type", "string");
  kl_json_writer_begin_array (writer, "enum");
  for (gsize i = 0; i < n_values; i++)
    kl_json_writer_add_string (writer, NULL, g_enum_get_value (klass, values[i])->value_nick);
  kl_json_writer_end_array (writer);
  kl_json_writer_end_object (writer);
}

static void
begin_members (KlJsonWriter *writer,
               const char   *name)
{
  kl_json_writer_begin_object (writer, name);
  kl_json_writer_add_string (writer, "type", "object");
  kl_json_writer_begin_object (writer, "properties");
}

/* Servers that hold a model to a schema want all members to be there, and no others. */
static void
end_members (KlJsonWriter      *writer,
             const char *const *names)
{
  kl_json_writer_end_object (writer);
  kl_json_writer_begin_array (writer, "required");
  for (gsize i = 0; names[i] != NULL; i++)
    kl_json_writer_add_string (writer, NULL, names[i]);
  kl_json_writer_end_array (writer);
  kl_json_writer_add_boolean (writer, "additionalProperties", FALSE);
  kl_json_writer_end_object (writer);
}

static void
begin_list (KlJsonWriter *writer,
            const char   *name)
{
  kl_json_writer_begin_object (writer, name);
  kl_json_writer_add_string (writer, "type", "array");
  begin_members (writer, "items");
}

static void
end_list (KlJsonWriter      *writer,
          const char *const *names)
{
  end_members (writer, names);
  kl_json_writer_end_object (writer);
}

/**
 * kl_opinion_schema_add:
 * @writer: a writer
 * @name: the member that takes it
 *
 * Writes the JSON schema of an answer, in the part of that language which servers understand.
 */
void
kl_opinion_schema_add (KlJsonWriter *writer,
                       const char   *name)
{
  static const char *const all[] = { "verdicts", "score", "feedback", NULL };
  static const char *const of_verdict[] = { "point", "verdict", "why", NULL };
  static const char *const of_item[] = { "kind", "text", "wrong", "right", NULL };

  begin_members (writer, name);

  begin_list (writer, "verdicts");
  kl_json_writer_begin_object (writer, "point");
  kl_json_writer_add_string (writer, "type", "integer");
  kl_json_writer_end_object (writer);
  add_choice (writer, "verdict", KL_TYPE_VERDICT_VALUE, verdicts, G_N_ELEMENTS (verdicts));
  add_text (writer, "why");
  end_list (writer, of_verdict);

  add_or_null (writer, "score", "number");

  begin_list (writer, "feedback");
  add_choice (writer, "kind", KL_TYPE_FEEDBACK_KIND, kinds, G_N_ELEMENTS (kinds));
  add_text (writer, "text");
  add_or_null (writer, "wrong", "string");
  add_or_null (writer, "right", "string");
  end_list (writer, of_item);

  end_members (writer, all);
}

/* “Needs work” and “needs_work” as well: not every server holds its model to the schema. */
static gboolean
find (const char *name,
      GType       type,
      const int  *values,
      gsize       n_values,
      int        *found)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (type);
  g_autofree char *nick = g_ascii_strdown (name, -1);

  g_strdelimit (nick, "_ ", '-');
  for (gsize i = 0; i < n_values; i++)
    if (g_str_equal (g_enum_get_value (klass, values[i])->value_nick, nick))
      {
        *found = values[i];
        return TRUE;
      }
  return FALSE;
}

/**
 * kl_opinion_schema_find_verdict:
 * @name: as an answer has it
 * @value: (out): which verdict it is
 *
 * Returns: whether it is one
 */
gboolean
kl_opinion_schema_find_verdict (const char     *name,
                                KlVerdictValue *value)
{
  int found;

  if (!find (name, KL_TYPE_VERDICT_VALUE, verdicts, G_N_ELEMENTS (verdicts), &found))
    return FALSE;
  *value = (KlVerdictValue) found;
  return TRUE;
}

/**
 * kl_opinion_schema_find_kind:
 * @name: as an answer has it
 * @kind: (out): which kind of feedback it is
 *
 * Returns: whether it is one that an answer may have
 */
gboolean
kl_opinion_schema_find_kind (const char     *name,
                             KlFeedbackKind *kind)
{
  int found;

  if (!find (name, KL_TYPE_FEEDBACK_KIND, kinds, G_N_ELEMENTS (kinds), &found))
    return FALSE;
  *kind = (KlFeedbackKind) found;
  return TRUE;
}
