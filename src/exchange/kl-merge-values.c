/* kl-merge-values.c: the values of one record on three sides */

#include "config.h"

#include "kl-merge-values.h"

#include <math.h>
#include <string.h>

#include "kl-point-list.h"
#include "model/kl-feedback.h"
#include "model/kl-point.h"
#include "model/kl-verdict.h"

/* A reference of the document, as the library knows it. */
static const char *
localize (const char *id,
          GHashTable *ids)
{
  gpointer known;

  if (id != NULL && g_hash_table_lookup_extended (ids, id, NULL, &known))
    return known;
  return id;
}

static const char *
get_string (KlRecord      *record,
            const KlField *field,
            GHashTable    *ids)
{
  const char *value = kl_record_get_string (record, field);

  return field->kind == KL_FIELD_REFERENCE && ids != NULL ? localize (value, ids) : value;
}

/* A document says the depth of a point before what else was written about it. */
static gboolean
is_note_of (const char *written,
            KlPoint    *point)
{
  g_autofree char *tail = kl_point_get_note (point) != NULL
                            ? kl_point_list_dup_tail (kl_point_get_note (point), kl_point_get_depth (point))
                            : NULL;

  return written != NULL && tail != NULL && g_str_equal (written, tail + strlen (": "));
}

/* @a_ids and @b_ids are given for a record of a document, NULL for one of the library. */
static gboolean
field_is_equal (const KlField *field,
                KlRecord      *a,
                GHashTable    *a_ids,
                KlRecord      *b,
                GHashTable    *b_ids)
{
  if (KL_IS_POINT (a) && a_ids != NULL && b_ids == NULL && g_str_equal (field->name, "note")
      && is_note_of (kl_record_get_string (a, field), KL_POINT (b)))
    return TRUE;
  if (kl_field_holds_string (field))
    return g_strcmp0 (get_string (a, field, a_ids), get_string (b, field, b_ids)) == 0;
  if (field->kind == KL_FIELD_NUMBER)
    return kl_field_numbers_are_equal (kl_record_get_number (a, field), kl_record_get_number (b, field));
  return kl_record_get_integer (a, field) == kl_record_get_integer (b, field);
}

static gboolean
field_is_unset (const KlField *field,
                KlRecord      *record)
{
  if (kl_field_holds_string (field))
    return kl_record_get_string (record, field) == NULL || *kl_record_get_string (record, field) == '\0';
  if (field->kind == KL_FIELD_NUMBER)
    return isnan (kl_record_get_number (record, field));
  /* A point that was added without a depth has that of the list that it was written into. */
  if (field->kind == KL_FIELD_CHOICE && KL_IS_POINT (record))
    return kl_record_get_integer (record, field) == KL_DEPTH_NONE;
  if (field->kind == KL_FIELD_CHOICE && KL_IS_VERDICT (record))
    return kl_record_get_integer (record, field) == KL_VERDICT_UNSET;
  /* “No” and the first choice are answers otherwise; only a number of nothing is none. */
  return field->kind == KL_FIELD_INTEGER && kl_record_get_integer (record, field) == 0;
}

static gboolean
is_bookkeeping (const KlField *field)
{
  return g_str_equal (field->name, "source") || g_str_equal (field->name, "number");
}

/* What KLearn had suggested is in no document. */
static gboolean
is_in_documents (const KlField *field,
                 KlRecord      *record)
{
  return !KL_IS_VERDICT (record) || !g_str_equal (field->name, "suggested");
}

static void
set_field (KlChange      *change,
           const KlField *field,
           KlRecord      *imported,
           KlRecord      *stored,
           GHashTable    *ids)
{
  if (kl_field_holds_string (field))
    kl_change_set_string (change, stored, field->name, get_string (imported, field, ids));
  else if (field->kind == KL_FIELD_NUMBER)
    kl_change_set_number (change, stored, field->name, kl_record_get_number (imported, field));
  else
    kl_change_set_integer (change, stored, field->name, kl_record_get_integer (imported, field));
}

/* The document says the same words as before, but no longer calls the topic that they meant so. */
static gboolean
is_lost_reference (const KlField *field,
                   KlRecord      *imported,
                   KlRecord      *base)
{
  static const char *const names[] = { "text", "title", NULL };

  if (field->kind != KL_FIELD_REFERENCE || g_str_equal (field->name, "parent") || base == NULL ||
      kl_record_get_string (imported, field) != NULL)
    return FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      const KlField *words = kl_record_class_find_field (KL_RECORD_GET_CLASS (imported), names[i]);

      if (words != NULL)
        return g_strcmp0 (kl_record_get_string (imported, words), kl_record_get_string (base, words)) == 0;
    }
  return FALSE;
}

/* A document can only say in words how deeply a point is known; a point that has its depth has no need of them. */
static gboolean
is_depth_in_words (const KlField *field,
                   KlRecord      *imported,
                   KlRecord      *stored)
{
  const char *words;

  if (!KL_IS_POINT (imported) || !g_str_equal (field->name, "note") || !field_is_unset (field, stored)
      || field_is_unset (field, imported))
    return FALSE;
  words = kl_point_list_get_depth_words (kl_point_get_depth (KL_POINT (imported)));
  return g_str_equal (words + strlen (": "), kl_record_get_string (imported, field));
}

/**
 * kl_merge_values_localize:
 * @record: of a document
 * @ids: (element-type utf8 utf8): ids of the document → ids of the library, %NULL for what is not there
 *
 * Returns: (transfer full): @record, or a copy of it whose references are those of the library
 */
KlRecord *
kl_merge_values_localize (KlRecord   *record,
                          GHashTable *ids)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  KlRecord *local = g_object_ref (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KlField *field = &klass->fields[i];

      if (field->kind != KL_FIELD_REFERENCE ||
          g_strcmp0 (kl_record_get_string (record, field), get_string (record, field, ids)) == 0)
        continue;
      if (local == record)
        {
          g_object_unref (local);
          local = kl_record_copy (record);
        }
      kl_record_set_string (local, field, get_string (record, field, ids));
    }
  return local;
}

/* A value as text, for whoever has to choose. What a reference names is called so elsewhere in its record. */
static char *
dup_shown (const KlField *field,
           KlRecord      *record)
{
  g_autoptr(GEnumClass) choices = NULL;
  const GEnumValue *choice;

  if (kl_field_holds_string (field))
    return g_strdup (kl_record_get_string (record, field));
  if (field->kind == KL_FIELD_NUMBER)
    return isnan (kl_record_get_number (record, field))
             ? NULL
             : g_strdup_printf ("%.6g", kl_record_get_number (record, field));
  if (field->kind != KL_FIELD_CHOICE)
    return g_strdup_printf ("%" G_GINT64_FORMAT, kl_record_get_integer (record, field));
  choices = g_type_class_ref (field->choice_type ());
  choice = g_enum_get_value (choices, (int) kl_record_get_integer (record, field));
  return g_strdup (choice != NULL ? choice->value_nick : NULL);
}

/**
 * kl_merge_values_update:
 * @change: takes what has to be set
 * @imported: of the document
 * @base: (nullable): the same of the document before
 * @stored: the same of the library
 * @ids: (element-type utf8 utf8): ids of both documents → ids of the library
 * @questions: asked where KLearn and the document changed the same value
 *
 * Carries over what differs between the two documents. Without the one before, only what the library has not is taken.
 *
 * Returns: whether a value changes that a person sees
 */
gboolean
kl_merge_values_update (KlChange         *change,
                        KlRecord         *imported,
                        KlRecord         *base,
                        KlRecord         *stored,
                        GHashTable       *ids,
                        KlMergeQuestions *questions)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (imported);
  gboolean changed = FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KlField *field = &klass->fields[i];
      gboolean bookkeeping = is_bookkeeping (field);

      if (field_is_equal (field, imported, ids, stored, NULL) || g_str_equal (field->name, "number") ||
          is_lost_reference (field, imported, base) || is_depth_in_words (field, imported, stored))
        continue;
      if (!bookkeeping && base != NULL && field_is_equal (field, imported, ids, base, ids))
        continue;
      /* What was said in KLearn is not completed by what the document calls it. */
      if (!bookkeeping && base == NULL && KL_IS_FEEDBACK (stored))
        continue;
      if (!bookkeeping && base == NULL && (!field_is_unset (field, stored) || field_is_unset (field, imported)))
        continue;
      if (!bookkeeping && base != NULL && !field_is_equal (field, base, ids, stored, NULL))
        {
          g_autofree char *mine = dup_shown (field, stored);
          g_autofree char *file = dup_shown (field, imported);

          if (!kl_merge_questions_take_file (questions, stored, field->name, mine, file))
            continue;
        }
      set_field (change, field, imported, stored, ids);
      changed = changed || !bookkeeping;
    }
  return changed;
}

/**
 * kl_merge_values_join:
 * @change: takes what has to be set
 * @imported: of a plan from another library
 * @stored: the same of this one
 * @ids: (element-type utf8 utf8): ids of the other library → ids of this one, where they differ
 * @questions: asked where both have a value
 *
 * Carries over what @stored has not. Nobody knows which of two values is the newer one. Where it stands, and what it
 * refers to, stays.
 */
void
kl_merge_values_join (KlChange         *change,
                      KlRecord         *imported,
                      KlRecord         *stored,
                      GHashTable       *ids,
                      KlMergeQuestions *questions)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (imported);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const KlField *field = &klass->fields[i];
      g_autofree char *mine = NULL;
      g_autofree char *file = NULL;

      if (is_bookkeeping (field) || field_is_equal (field, imported, ids, stored, NULL)
          || field_is_unset (field, imported) || g_str_equal (field->name, "parent"))
        continue;
      mine = dup_shown (field, stored);
      file = dup_shown (field, imported);
      if (field_is_unset (field, stored)
          || (field->kind != KL_FIELD_REFERENCE
              && kl_merge_questions_take_file (questions, stored, field->name, mine, file)))
        set_field (change, field, imported, stored, ids);
    }
}

/**
 * kl_merge_values_are_equal:
 * @base: of a document
 * @stored: the same of the library
 * @ids: (element-type utf8 utf8): ids of the document → ids of the library
 *
 * Returns: whether nobody touched it since it was imported
 */
gboolean
kl_merge_values_are_equal (KlRecord   *base,
                           KlRecord   *stored,
                           GHashTable *ids)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (base);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!is_bookkeeping (&klass->fields[i]) && is_in_documents (&klass->fields[i], base)
        && !field_is_equal (&klass->fields[i], base, ids, stored, NULL))
      return FALSE;
  return TRUE;
}

/**
 * kl_merge_values_dup_title:
 * @record: any record
 *
 * Returns: (transfer full): what to call it in a sentence
 */
char *
kl_merge_values_dup_title (KlRecord *record)
{
  static const char *const names[] = { "title", "name", "text", "date", NULL };
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const KlField *field = kl_record_class_find_field (klass, names[i]);

      if (field != NULL && kl_record_get_string (record, field) != NULL)
        return g_strdup (kl_record_get_string (record, field));
    }
  return g_strdup ("");
}

/**
 * kl_merge_values_dup_attempt:
 * @plan: the plan of the library
 * @attempt: an attempt of it
 *
 * Returns: (transfer full): what to call it in a sentence, after “the attempt of”: its date, and its topic in brackets,
 *   since many may have one date
 */
char *
kl_merge_values_dup_attempt (KlPlan   *plan,
                             KlRecord *attempt)
{
  KlSubject *subject = kl_plan_find_subject (plan, kl_record_get_owner (attempt));
  g_autofree char *date = kl_merge_values_dup_title (attempt);

  return subject != NULL ? g_strdup_printf ("%s (%s)", date, kl_subject_get_title (subject)) : g_steal_pointer (&date);
}
