/* test-record.c: what every record class does alike: each field of each class, its notifications, copies and lists */

#include "config.h"

#include "model/kl-amendment.h"
#include "model/kl-assessment.h"
#include "model/kl-attempt.h"
#include "model/kl-band.h"
#include "model/kl-document.h"
#include "model/kl-draft.h"
#include "model/kl-feedback.h"
#include "model/kl-gap.h"
#include "model/kl-link.h"
#include "model/kl-plan.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"
#include "model/kl-study-kind.h"
#include "model/kl-study-session.h"
#include "model/kl-subject.h"
#include "model/kl-verdict.h"

#include <math.h>

typedef GType (*TypeFunc) (void);

static const TypeFunc types[] = {
  kl_amendment_get_type,  kl_assessment_get_type,    kl_attempt_get_type, kl_band_get_type,  kl_document_get_type,
  kl_draft_get_type,      kl_feedback_get_type,      kl_gap_get_type,     kl_link_get_type,  kl_plan_get_type,
  kl_point_get_type,      kl_queue_entry_get_type,   kl_study_kind_get_type, kl_study_session_get_type,
  kl_subject_get_type,    kl_verdict_get_type,
};

typedef struct
{
  guint n_notified;
  char *last;
} Notifications;

static void
notify_cb (GObject       *object,
           GParamSpec    *pspec,
           Notifications *notifications)
{
  notifications->n_notified++;
  g_free (notifications->last);
  notifications->last = g_strdup (pspec->name);
}

static GType
type_of (gconstpointer data)
{
  const TypeFunc *type = data;

  return (*type) ();
}

static gboolean
is_id (const KlField *field)
{
  return g_str_equal (field->name, "id");
}

/* A value that no field has from the start. */
static void
init_value (GValue        *value,
            const KlField *field,
            guint          seed)
{
  switch (field->kind)
    {
    case KL_FIELD_STRING:
    case KL_FIELD_REFERENCE:
      g_value_init (value, G_TYPE_STRING);
      g_value_take_string (value, g_strdup_printf ("%s → %u", field->name, seed));
      break;

    case KL_FIELD_INTEGER:
      g_value_init (value, G_TYPE_INT64);
      g_value_set_int64 (value, G_MAXINT64 - seed);
      break;

    case KL_FIELD_NUMBER:
      g_value_init (value, G_TYPE_DOUBLE);
      g_value_set_double (value, 89.5 + seed);
      break;

    case KL_FIELD_BOOLEAN:
      g_value_init (value, G_TYPE_BOOLEAN);
      g_value_set_boolean (value, TRUE);
      break;

    case KL_FIELD_CHOICE:
      {
        g_autoptr(GEnumClass) choices = g_type_class_ref (field->choice_type ());

        g_value_init (value, field->choice_type ());
        g_value_set_enum (value, choices->values[choices->n_values - 1].value);
      }
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
set_value (KlRecord      *record,
           const KlField *field,
           guint          seed)
{
  g_auto(GValue) value = G_VALUE_INIT;

  init_value (&value, field, seed);
  g_object_set_property (G_OBJECT (record), field->name, &value);
}

static void
assert_values_equal (KlRecord      *a,
                     KlRecord      *b,
                     const KlField *field)
{
  double x;
  double y;

  switch (field->kind)
    {
    case KL_FIELD_STRING:
    case KL_FIELD_REFERENCE:
      g_assert_cmpstr (kl_record_get_string (a, field), ==, kl_record_get_string (b, field));
      break;

    case KL_FIELD_INTEGER:
    case KL_FIELD_BOOLEAN:
    case KL_FIELD_CHOICE:
      g_assert_cmpint (kl_record_get_integer (a, field), ==, kl_record_get_integer (b, field));
      break;

    case KL_FIELD_NUMBER:
      x = kl_record_get_number (a, field);
      y = kl_record_get_number (b, field);
      g_assert_true (isnan (x) == isnan (y));
      if (!isnan (x))
        g_assert_cmpfloat_with_epsilon (x, y, 1e-12);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
assert_records_equal (KlRecord *a,
                      KlRecord *b)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (a);
  guint n_common;
  const KlField *common = kl_record_get_common_fields (&n_common);

  for (guint i = 0; i < n_common; i++)
    if (!is_id (&common[i]))
      assert_values_equal (a, b, &common[i]);
  for (guint i = 0; i < klass->n_fields; i++)
    assert_values_equal (a, b, &klass->fields[i]);
}

static void
fill (KlRecord *record,
      guint     seed)
{
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  guint n_common;
  const KlField *common = kl_record_get_common_fields (&n_common);

  for (guint i = 0; i < n_common; i++)
    if (!is_id (&common[i]))
      set_value (record, &common[i], seed);
  for (guint i = 0; i < klass->n_fields; i++)
    set_value (record, &klass->fields[i], seed);
}

static void
check_field (KlRecord      *record,
             const KlField *field)
{
  Notifications notifications = { 0, NULL };
  g_auto(GValue) before = G_VALUE_INIT;
  gulong handler = g_signal_connect (record, "notify", G_CALLBACK (notify_cb), &notifications);

  g_object_get_property (G_OBJECT (record), field->name, &before);
  g_object_set_property (G_OBJECT (record), field->name, &before);
  g_assert_cmpuint (notifications.n_notified, ==, 0);

  set_value (record, field, 1);
  g_assert_cmpuint (notifications.n_notified, ==, 1);
  g_assert_cmpstr (notifications.last, ==, field->name);
  set_value (record, field, 1);
  g_assert_cmpuint (notifications.n_notified, ==, 1);

  g_object_set_property (G_OBJECT (record), field->name, &before);
  g_assert_cmpuint (notifications.n_notified, ==, 2);

  g_signal_handler_disconnect (record, handler);
  g_free (notifications.last);
}

/* Setting what is there already tells nobody; setting something else tells exactly once. */
static void
test_notify (gconstpointer data)
{
  g_autoptr(KlRecord) record = g_object_new (type_of (data), NULL);
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  guint n_common;
  const KlField *common = kl_record_get_common_fields (&n_common);

  g_assert_cmpuint (klass->n_fields, >, 0);
  for (guint i = 0; i < n_common; i++)
    if (!is_id (&common[i]))
      check_field (record, &common[i]);
  for (guint i = 0; i < klass->n_fields; i++)
    check_field (record, &klass->fields[i]);

  g_assert_finalize_object (g_steal_pointer (&record));
}

/* A new record has an id of its own, which stays; a number is not set until it is set. */
static void
test_new (gconstpointer data)
{
  GType type = type_of (data);
  g_autoptr(KlRecord) record = g_object_new (type, NULL);
  g_autoptr(KlRecord) other = g_object_new (type, NULL);
  g_autoptr(KlRecord) known = g_object_new (type, "id", "known", "position", (gint64) 3, NULL);
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);
  GParamSpec *id = g_object_class_find_property (G_OBJECT_CLASS (klass), "id");

  g_assert_true (g_uuid_string_is_valid (kl_record_get_id (record)));
  g_assert_cmpstr (kl_record_get_id (record), !=, kl_record_get_id (other));
  g_assert_cmpstr (kl_record_get_id (known), ==, "known");
  g_assert_cmpint (kl_record_get_position (known), ==, 3);
  g_assert_null (kl_record_get_owner (known));
  g_assert_true ((id->flags & G_PARAM_CONSTRUCT_ONLY) != 0);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_assert_true (kl_record_class_find_field (klass, klass->fields[i].name) == &klass->fields[i]);
      if (klass->fields[i].kind == KL_FIELD_NUMBER)
        g_assert_true (isnan (kl_record_get_number (record, &klass->fields[i])));
    }
  g_assert_null (kl_record_class_find_field (klass, "nothing-of-this-name"));

  g_assert_finalize_object (g_steal_pointer (&record));
  g_assert_finalize_object (g_steal_pointer (&other));
  g_assert_finalize_object (g_steal_pointer (&known));
}

static void
test_copy (gconstpointer data)
{
  g_autoptr(KlRecord) record = g_object_new (type_of (data), NULL);
  g_autoptr(KlRecord) empty = kl_record_copy (record);
  g_autoptr(KlRecord) copy = NULL;
  Notifications notifications = { 0, NULL };

  g_assert_cmpstr (kl_record_get_id (empty), ==, kl_record_get_id (record));
  assert_records_equal (record, empty);

  fill (record, 2);
  copy = kl_record_copy (record);
  g_assert_cmpstr (kl_record_get_id (copy), ==, kl_record_get_id (record));
  assert_records_equal (record, copy);

  /* The two go separate ways from here. */
  fill (copy, 3);
  g_signal_connect (record, "notify", G_CALLBACK (notify_cb), &notifications);
  kl_record_assign (copy, record);
  g_assert_cmpuint (notifications.n_notified, ==, 0);
  assert_records_equal (record, copy);
  kl_record_assign (record, copy);
  g_assert_cmpuint (notifications.n_notified, ==, 0);

  g_free (notifications.last);
  g_assert_finalize_object (g_steal_pointer (&record));
  g_assert_finalize_object (g_steal_pointer (&empty));
  g_assert_finalize_object (g_steal_pointer (&copy));
}

/* An assignment keeps the id and notifies each field that differs, once; “not set” is a value like any other. */
static void
test_assign (gconstpointer data)
{
  GType type = type_of (data);
  g_autoptr(KlRecord) record = g_object_new (type, "id", "kept", NULL);
  g_autoptr(KlRecord) filled = g_object_new (type, NULL);
  g_autoptr(KlRecord) empty = g_object_new (type, NULL);
  Notifications notifications = { 0, NULL };
  guint n_differing = KL_RECORD_GET_CLASS (record)->n_fields + 2;

  fill (filled, 4);
  g_signal_connect (record, "notify", G_CALLBACK (notify_cb), &notifications);
  kl_record_assign (record, filled);
  g_assert_cmpuint (notifications.n_notified, ==, n_differing);
  assert_records_equal (record, filled);

  kl_record_assign (record, empty);
  g_assert_cmpuint (notifications.n_notified, ==, 2 * n_differing);
  assert_records_equal (record, empty);
  g_assert_cmpstr (kl_record_get_id (record), ==, "kept");

  g_free (notifications.last);
  g_assert_finalize_object (g_steal_pointer (&record));
  g_assert_finalize_object (g_steal_pointer (&filled));
  g_assert_finalize_object (g_steal_pointer (&empty));
}

/* What is appended belongs to the record, stands after what is there, and goes with it. */
static void
test_lists (gconstpointer data)
{
  g_autoptr(KlRecord) record = g_object_new (type_of (data), NULL);
  KlRecordClass *klass = KL_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_lists; i++)
    {
      GType item_type = klass->lists[i].item_type ();
      g_autoptr(GListStore) list = NULL;

      /* Looking at what is in a list makes none. */
      g_assert_cmpuint (g_list_model_get_n_items (kl_record_peek_items (record, &klass->lists[i])), ==, 0);
      g_assert_true (g_list_model_get_item_type (kl_record_peek_items (record, &klass->lists[i])) == item_type);
      g_assert_null (kl_record_peek_list (record, &klass->lists[i]));
      for (gint64 position = 1; position <= 2; position++)
        {
          g_autoptr(KlRecord) child = g_object_new (item_type, NULL);

          kl_record_append (record, child);
          g_assert_cmpstr (kl_record_get_owner (child), ==, kl_record_get_id (record));
          g_assert_cmpint (kl_record_get_position (child), ==, position);
        }

      g_object_get (record, klass->lists[i].name, &list, NULL);
      g_assert_true (list == kl_record_get_list_of (record, item_type));
      g_assert_true (list == kl_record_peek_list (record, &klass->lists[i]));
      g_assert_true (G_LIST_MODEL (list) == kl_record_peek_items (record, &klass->lists[i]));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
      g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == item_type);
    }

  g_assert_finalize_object (g_steal_pointer (&record));
}

static void
add (const char     *what,
     const TypeFunc *type,
     GTestDataFunc   test)
{
  g_autofree char *path = g_strdup_printf ("/record/%s/%s", g_type_name ((*type) ()), what);

  g_test_add_data_func (path, type, test);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      add ("new", &types[i], test_new);
      add ("notify", &types[i], test_notify);
      add ("copy", &types[i], test_copy);
      add ("assign", &types[i], test_assign);
      add ("lists", &types[i], test_lists);
    }

  return g_test_run ();
}
