/* kl-json-shape.c: how the records of a class look in JSON, for the writer and the reader of it */

#include "config.h"

#include "kl-json-shape.h"

#include "model/kl-amendment.h"
#include "model/kl-attempt.h"
#include "model/kl-band.h"
#include "model/kl-document.h"
#include "model/kl-draft.h"
#include "model/kl-link.h"
#include "model/kl-plan.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"
#include "model/kl-study-session.h"
#include "model/kl-subject.h"
#include "model/kl-verdict.h"

/* What the fields' own table does not say: a rule, and a name where the commands have another one. */
static const struct
{
  GType (*type) (void);
  const char *field;
  KlJsonRule rule;
  const char *name;
} traits[] = {
  { kl_plan_get_type, "title", KL_JSON_REQUIRED, NULL },
  { kl_plan_get_type, "retention", KL_JSON_WISH, NULL },
  { kl_plan_get_type, "target", KL_JSON_WISH, NULL },
  { kl_plan_get_type, "daily", KL_JSON_WISH, NULL },
  { kl_plan_get_type, "day-start", KL_JSON_WISH, NULL },
  { kl_plan_get_type, "longest", KL_JSON_WISH, NULL },
  { kl_plan_get_type, "retained-attempts", KL_JSON_WISH, NULL },
  { kl_plan_get_type, "retained-score", KL_JSON_WISH, NULL },
  { kl_plan_get_type, "event-date", KL_JSON_DATE, NULL },
  { kl_subject_get_type, "title", KL_JSON_REQUIRED, NULL },
  { kl_subject_get_type, "parent", KL_JSON_PARENT, NULL },
  { kl_subject_get_type, "minutes", KL_JSON_COUNT, NULL },
  { kl_subject_get_type, "due", KL_JSON_DATE, NULL },
  { kl_subject_get_type, "due-attempts", KL_JSON_COUNT, NULL },
  { kl_point_get_type, "parent", KL_JSON_PARENT, NULL },
  { kl_point_get_type, "target", KL_JSON_SUBJECT, NULL },
  { kl_link_get_type, "target", KL_JSON_SUBJECT, NULL },
  { kl_queue_entry_get_type, "subject", KL_JSON_SUBJECT, NULL },
  { kl_queue_entry_get_type, "minutes", KL_JSON_COUNT, NULL },
  { kl_band_get_type, "low", KL_JSON_PERCENT, NULL },
  { kl_band_get_type, "high", KL_JSON_PERCENT, NULL },
  { kl_attempt_get_type, "number", KL_JSON_ORDINAL, NULL },
  { kl_attempt_get_type, "date", KL_JSON_DATE, NULL },
  { kl_attempt_get_type, "low", KL_JSON_PERCENT, NULL },
  { kl_attempt_get_type, "high", KL_JSON_PERCENT, NULL },
  { kl_attempt_get_type, "guess", KL_JSON_PERCENT, NULL },
  { kl_attempt_get_type, "suggested", KL_JSON_PERCENT, NULL },
  { kl_attempt_get_type, "seconds", KL_JSON_COUNT, NULL },
  { kl_verdict_get_type, "point", KL_JSON_POINT, NULL },
  { kl_verdict_get_type, "value", KL_JSON_ANY, "verdict" },
  { kl_amendment_get_type, "date", KL_JSON_DATE, NULL },
  { kl_amendment_get_type, "low", KL_JSON_PERCENT, NULL },
  { kl_amendment_get_type, "high", KL_JSON_PERCENT, NULL },
  { kl_study_session_get_type, "started", KL_JSON_DATE, NULL },
  { kl_study_session_get_type, "seconds", KL_JSON_COUNT, NULL },
  { kl_study_session_get_type, "minutes", KL_JSON_COUNT, NULL },
  { kl_draft_get_type, "guess", KL_JSON_PERCENT, NULL },
  { kl_draft_get_type, "score", KL_JSON_PERCENT, NULL },
  { kl_draft_get_type, "score-high", KL_JSON_PERCENT, NULL },
  { kl_draft_get_type, "seconds", KL_JSON_COUNT, NULL },
  { kl_draft_get_type, "cursor", KL_JSON_COUNT, NULL },
  { kl_draft_get_type, "started", KL_JSON_DATE, NULL },
  { kl_draft_get_type, "updated", KL_JSON_DATE, NULL },
  { kl_document_get_type, "follow", KL_JSON_LOCAL, NULL },
  { kl_document_get_type, "imported", KL_JSON_DATE, NULL },
};

static char *
dup_member (const char *name)
{
  return g_strdelimit (g_strdup (name), "-", '_');
}

static void
shape_free (gpointer data)
{
  KlJsonShape *self = data;

  g_strfreev (self->names);
  g_strfreev (self->list_names);
  g_free (self->rules);
  g_type_class_unref (self->klass);
  g_free (self);
}

static KlJsonShape *
shape_new (GType type)
{
  KlJsonShape *self = g_new0 (KlJsonShape, 1);

  self->klass = g_type_class_ref (type);
  self->names = g_new0 (char *, self->klass->n_fields + 1);
  self->rules = g_new0 (KlJsonRule, self->klass->n_fields);
  self->list_names = g_new0 (char *, self->klass->n_lists + 1);

  for (guint i = 0; i < self->klass->n_lists; i++)
    self->list_names[i] = dup_member (self->klass->lists[i].name);
  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      const KlField *field = &self->klass->fields[i];

      for (guint j = 0; j < G_N_ELEMENTS (traits); j++)
        if (traits[j].type () == type && g_str_equal (traits[j].field, field->name))
          {
            self->rules[i] = traits[j].rule;
            self->names[i] = g_strdup (traits[j].name);
          }
      if (self->names[i] == NULL)
        self->names[i] = dup_member (field->name);
      if (self->rules[i] == KL_JSON_PARENT)
        self->parent = field;
    }
  return self;
}

/**
 * kl_json_shapes_new:
 *
 * Returns: (transfer full): no shapes yet, for kl_json_shapes_get()
 */
GHashTable *
kl_json_shapes_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, shape_free);
}

/**
 * kl_json_shapes_get:
 * @shapes: the shapes that were asked for so far
 * @type: a record class
 *
 * Returns: (transfer none): its shape, as long as @shapes is there
 */
const KlJsonShape *
kl_json_shapes_get (GHashTable *shapes,
                    GType       type)
{
  KlJsonShape *shape = g_hash_table_lookup (shapes, GSIZE_TO_POINTER (type));

  if (shape == NULL)
    {
      shape = shape_new (type);
      g_hash_table_insert (shapes, GSIZE_TO_POINTER (type), shape);
    }
  return shape;
}
