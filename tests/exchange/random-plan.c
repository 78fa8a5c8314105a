/* random-plan.c: plans with everything in them that the classes have, and with words that nobody writes */

#include "config.h"

#include "random-plan.h"

#include <math.h>

#include "exchange/kl-json-shape.h"
#include "model/kl-attempt.h"
#include "model/kl-draft.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"
#include "model/kl-wish.h"

typedef struct
{
  GRand *rand;
  GHashTable *shapes;
  GPtrArray *subjects;
  GPtrArray *points;
} Making;

static gboolean
chance (Making *self,
        double  likelihood)
{
  return g_rand_double (self->rand) < likelihood;
}

static char *
make_text (Making *self)
{
  static const char *const parts[] = {
    "Pod",
    " networking ",
    "\"quoted\"",
    "\\",
    "/",
    "\n",
    "\r\n",
    "\t",
    "\x01\x1f\x7f",
    "é→",
    "😀🟢",
    "‮bidi‬",
    "{\"a\": [",
    "\\u0000",
    "\xef\xbb\xbf",
    "- [ ] **x**",
    "```\n",
    "=1+1",
    "\xc2\x85\xe2\x80\xa8",
    "'",
    "<b>",
    "ﷺ",
    "  ",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (self->rand, 0, 6); n > 0; n--)
    g_string_append (text, parts[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static double
make_percent (Making *self)
{
  return chance (self, 0.5) ? g_rand_int_range (self->rand, 0, 101) : g_rand_double_range (self->rand, 0, 100);
}

static double
make_wish (Making        *self,
           const KlField *field)
{
  const KlWishRange *range = kl_wish_find_range (field->name);

  return range->is_whole ? g_rand_int_range (self->rand, (int) range->low, (int) range->high + 1)
                         : g_rand_double_range (self->rand, range->low, range->high);
}

static void
fill_string (Making        *self,
             KlRecord      *record,
             const KlField *field,
             KlJsonRule     rule)
{
  static const char *const dates[]
    = { "0001-01-01", "2025-10-10", "2025-10-10T18:30:00+02:00", "2025-12-31T23:59:59Z", "9999-12-31" };
  g_autofree char *text = make_text (self);

  if (rule == KL_JSON_REQUIRED || (rule == KL_JSON_ANY && chance (self, 0.7)))
    kl_record_set_string (record, field, text);
  else if (rule == KL_JSON_DATE && chance (self, 0.8))
    kl_record_set_string (record, field, dates[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (dates))]);
}

static void
fill_field (Making        *self,
            KlRecord      *record,
            const KlField *field,
            KlJsonRule     rule)
{
  switch (field->kind)
    {
    case KL_FIELD_STRING:
      fill_string (self, record, field, rule);
      break;

    case KL_FIELD_INTEGER:
      if (chance (self, 0.7))
        kl_record_set_integer (record, field, g_rand_int_range (self->rand, 0, 1000000));
      break;

    case KL_FIELD_NUMBER:
      if (chance (self, 0.7))
        kl_record_set_number (record, field,
                              rule == KL_JSON_WISH ? make_wish (self, field) : make_percent (self));
      break;

    case KL_FIELD_BOOLEAN:
      kl_record_set_integer (record, field, chance (self, 0.5));
      break;

    case KL_FIELD_CHOICE:
      {
        g_autoptr(GEnumClass) choices = g_type_class_ref (field->choice_type ());

        kl_record_set_integer (record, field, g_rand_int_range (self->rand, 0, (int) choices->n_values));
      }
      break;

    case KL_FIELD_REFERENCE:
    default:
      break;
    }
}

/* The two ends of a range are there together, and in order. */
static void
fill_range (Making     *self,
            KlRecord   *record,
            const char *low,
            const char *high)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  const KlField *from = kl_record_class_find_field (klass, low);
  const KlField *to = kl_record_class_find_field (klass, high);
  double end = make_percent (self);
  double start = g_rand_double_range (self->rand, 0, end + 1e-9);

  if (from == NULL || to == NULL)
    return;
  kl_record_set_number (record, from, chance (self, 0.2) ? (double) NAN : MIN (start, end));
  kl_record_set_number (record, to, isnan (kl_record_get_number (record, from)) ? (double) NAN : end);
}

static KlRecord *
make_record (Making *self,
             GType   type)
{
  const KlJsonShape *shape = kl_json_shapes_get (self->shapes, type);
  KlRecord *record = g_object_new (type, NULL);

  for (guint i = 0; i < shape->klass->n_fields; i++)
    if (shape->rules[i] != KL_JSON_LOCAL)
      fill_field (self, record, &shape->klass->fields[i], shape->rules[i]);
  fill_range (self, record, "low", "high");
  fill_range (self, record, "score", "score-high");
  if (type == KL_TYPE_SUBJECT)
    g_ptr_array_add (self->subjects, record);
  else if (type == KL_TYPE_POINT)
    g_ptr_array_add (self->points, record);
  return record;
}

/* Mostly the one before, so that some stand very deep. */
static const char *
choose_parent (Making     *self,
               GListModel *list)
{
  guint n = g_list_model_get_n_items (list);
  g_autoptr(KlRecord) parent = NULL;

  if (n == 0 || chance (self, 0.1))
    return NULL;
  parent = g_list_model_get_item (list, chance (self, 0.8) ? n - 1 : (guint) g_rand_int_range (self->rand, 0, (int) n));
  return kl_record_get_id (parent);
}

static void
fill_list (Making   *self,
           KlRecord *owner,
           GType     type,
           guint     n_most)
{
  static const char *const days[]
    = { "1970-01-01", "2025-10-10", "2025-10-10T23:00:00Z", "2025-10-11T01:00:00+14:00", "2026-02-28" };
  const KlJsonShape *shape = kl_json_shapes_get (self->shapes, type);
  GListModel *list = G_LIST_MODEL (kl_record_get_list_of (owner, type));
  int n = g_rand_int_range (self->rand, 0, (int) n_most + 1);
  gint64 position = 0;

  for (int i = 0; i < n; i++)
    {
      g_autoptr(KlRecord) record = make_record (self, type);

      position += chance (self, 0.8) ? 1 : g_rand_int_range (self->rand, 1, 100000);
      if (shape->parent != NULL)
        kl_record_set_string (record, shape->parent, choose_parent (self, list));
      kl_record_append (owner, record);
      g_object_set (record, "position", position, NULL);
      /* By day, and those of a day by their number, as the library gives them. */
      if (type == KL_TYPE_ATTEMPT)
        g_object_set (record, "number", position, "date", days[MIN (i, (int) G_N_ELEMENTS (days) - 1)], NULL);
    }
}

static void
fill_lists (Making   *self,
            KlRecord *record)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GListModel *list = G_LIST_MODEL (kl_record_get_list (record, &klass->lists[i]));
      GType type = klass->lists[i].item_type ();

      fill_list (self, record, type, type == KL_TYPE_DRAFT ? 1 : type == KL_TYPE_SUBJECT ? 30 : 8);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          fill_lists (self, child);
        }
    }
}

static void
refer (Making   *self,
       KlRecord *record)
{
  const KlJsonShape *shape = kl_json_shapes_get (self->shapes, G_OBJECT_TYPE (record));

  for (guint i = 0; i < shape->klass->n_fields; i++)
    {
      GPtrArray *targets = shape->rules[i] == KL_JSON_SUBJECT ? self->subjects
                         : shape->rules[i] == KL_JSON_POINT   ? self->points
                                                              : NULL;

      if (targets != NULL && targets->len > 0 && chance (self, 0.7))
        kl_record_set_string (record, &shape->klass->fields[i],
                              kl_record_get_id (targets->pdata[g_rand_int_range (self->rand, 0, (int) targets->len)]));
    }
  for (guint i = 0; i < shape->klass->n_lists; i++)
    {
      GListModel *list = G_LIST_MODEL (kl_record_get_list (record, &shape->klass->lists[i]));

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(KlRecord) child = g_list_model_get_item (list, j);

          refer (self, child);
        }
    }
}

/* Whatever a class has by now, and whatever its fields allow. */
KlPlan *
random_plan (GRand *rand)
{
  Making self = { rand, kl_json_shapes_new (), g_ptr_array_new (), g_ptr_array_new () };
  KlRecord *plan = make_record (&self, KL_TYPE_PLAN);

  fill_lists (&self, plan);
  refer (&self, plan);
  g_hash_table_unref (self.shapes);
  g_ptr_array_unref (self.subjects);
  g_ptr_array_unref (self.points);
  return KL_PLAN (plan);
}

KlDocument *
random_plan_document (GRand  *rand,
                      KlPlan *plan)
{
  Making self = { rand, kl_json_shapes_new (), g_ptr_array_new (), g_ptr_array_new () };
  KlRecord *document = make_record (&self, KL_TYPE_DOCUMENT);

  g_object_set (document, "owner", kl_record_get_id (KL_RECORD (plan)), "position", (gint64) 1, NULL);
  g_hash_table_unref (self.shapes);
  g_ptr_array_unref (self.subjects);
  g_ptr_array_unref (self.points);
  return KL_DOCUMENT (document);
}
