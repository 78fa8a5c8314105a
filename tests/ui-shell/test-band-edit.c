#include "config.h"

#include "ui/plan/kl-band-edit.h"

static KlBand *
append (KlPlan     *plan,
        const char *name,
        double      low,
        double      high)
{
  g_autoptr(KlBand) band = g_object_new (KL_TYPE_BAND, "name", name, "low", low, "high", high, NULL);

  kl_record_append (KL_RECORD (plan), KL_RECORD (band));
  return band;
}

static KlPlan *
create_plan (void)
{
  KlPlan *plan = g_object_new (KL_TYPE_PLAN, NULL);

  append (plan, "Strong", 90, 100);
  append (plan, "Good", 70, 89);
  append (plan, "Weak", 0, 69);
  return plan;
}

static KlBand *
get_band (KlPlan *plan,
          guint   i)
{
  g_autoptr(KlBand) band = g_list_model_get_item (kl_plan_get_bands (plan), i);

  return band;
}

/* Carries it out as the library does, and says what the bands then are, in the plan's order. */
static char *
carry_out (KlPlan   *plan,
           KlChange *change)
{
  GListStore *bands = G_LIST_STORE (kl_plan_get_bands (plan));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kl_change_get_n_operations (change); i++)
    {
      const KlOperation *operation = kl_change_get_operation (change, i);

      if (operation->kind == KL_OPERATION_INSERT)
        g_list_store_append (bands, operation->record);
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (bands)); j++)
        {
          KlBand *band = get_band (plan, j);

          if (!g_str_equal (kl_record_get_id (KL_RECORD (band)), operation->id))
            continue;
          if (operation->kind == KL_OPERATION_SET)
            g_object_set_property (G_OBJECT (band), operation->field->name, &operation->value);
          else if (operation->kind == KL_OPERATION_REMOVE)
            g_list_store_remove (bands, j--);
        }
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (bands)); i++)
    g_string_append_printf (text, "%s%s %.0f-%.0f", i > 0 ? ", " : "", kl_band_get_name (get_band (plan, i)),
                            kl_band_get_low (get_band (plan, i)), kl_band_get_high (get_band (plan, i)));
  return g_string_free (text, FALSE);
}

static void
assert_low (guint       i,
            int         low,
            const char *expected)
{
  g_autoptr(KlPlan) plan = create_plan ();
  g_autoptr(KlChange) change = kl_band_edit_new_low (plan, get_band (plan, i), low);
  g_autofree char *text = change != NULL ? carry_out (plan, change) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_low (void)
{
  assert_low (1, 60, "Strong 90-100, Good 60-89, Weak 0-59");
  assert_low (0, 95, "Strong 95-100, Good 70-94, Weak 0-69");
  /* Never past those beside it; the lowest begins at 0. */
  assert_low (1, 99, "Strong 90-100, Good 89-89, Weak 0-88");
  assert_low (0, 10, "Strong 71-100, Good 70-70, Weak 0-69");
  assert_low (2, 30, NULL);
  assert_low (1, 70, NULL);
}

static void
test_add (void)
{
  g_autoptr(KlPlan) plan = create_plan ();
  g_autoptr(KlPlan) empty = g_object_new (KL_TYPE_PLAN, NULL);
  g_autoptr(KlChange) change = kl_band_edit_new_add (plan, "Fair");
  g_autoptr(KlChange) first = kl_band_edit_new_add (empty, "Only");
  g_autofree char *text = carry_out (plan, change);
  g_autofree char *first_text = carry_out (empty, first);

  g_assert_cmpstr (text, ==, "Strong 90-100, Good 70-89, Weak 0-34, Fair 35-69");
  g_assert_cmpstr (first_text, ==, "Only 0-100");
}

static void
test_remove (void)
{
  for (guint i = 0; i < 3; i++)
    {
      static const char *const expected[] = { "Good 70-100, Weak 0-69", "Strong 90-100, Weak 0-89",
                                              "Strong 90-100, Good 0-89" };
      g_autoptr(KlPlan) plan = create_plan ();
      g_autoptr(KlChange) change = kl_band_edit_new_remove (plan, get_band (plan, i));
      g_autofree char *text = carry_out (plan, change);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

/* “Below 50” stays said so: it ends where the next one begins, wherever that is. */
static void
test_below (void)
{
  static const char *const expected[]
    = { "Strong 85-100, Fair 50-84, Weak 0-50", "Strong 90-100, Fair 40-89, Weak 0-40",
        "Strong 90-100, Weak 0-90" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
      g_autoptr(KlChange) change = NULL;
      g_autofree char *text = NULL;

      append (plan, "Strong", 90, 100);
      append (plan, "Fair", 50, 89);
      append (plan, "Weak", 0, 50);
      change = i == 2 ? kl_band_edit_new_remove (plan, get_band (plan, 1))
                      : kl_band_edit_new_low (plan, get_band (plan, i), i == 0 ? 85 : 40);
      text = carry_out (plan, change);
      g_assert_cmpstr (text, ==, expected[i]);
    }
}

/* What a document wrote with a gap and an overlap is put right by the first change. */
static void
test_put_right (void)
{
  g_autoptr(KlPlan) plan = g_object_new (KL_TYPE_PLAN, NULL);
  g_autoptr(KlChange) change = NULL;
  g_autofree char *text = NULL;

  append (plan, "Low", 20, 60);
  append (plan, "Middle", 50, 70);
  append (plan, "High", 80, 95);
  change = kl_band_edit_new_low (plan, get_band (plan, 2), 75);
  text = carry_out (plan, change);
  g_assert_cmpstr (text, ==, "Low 0-49, Middle 50-74, High 75-100");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/band-edit/low", test_low);
  g_test_add_func ("/ui/band-edit/add", test_add);
  g_test_add_func ("/ui/band-edit/remove", test_remove);
  g_test_add_func ("/ui/band-edit/below", test_below);
  g_test_add_func ("/ui/band-edit/put-right", test_put_right);
  return g_test_run ();
}
