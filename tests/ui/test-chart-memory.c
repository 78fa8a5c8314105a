/* test-chart-memory.c: which mark is which when a chart changes, and how much is looked at to find out */

#include "config.h"

#include "ui/chart/kl-chart-memory.h"

/* More than anybody tells apart. */
#define VERY_MANY 100000
/* A frame of 16 ms has room for so many by far. */
#define FEW 20000

/* A chart of which nothing but the marks is there, and which counts how often it is asked for one. */
#define TEST_TYPE_CHART (test_chart_get_type ())

G_DECLARE_FINAL_TYPE (TestChart, test_chart, TEST, CHART, KlChart)

struct _TestChart
{
  KlChart parent_instance;

  GPtrArray *targets;
  guint n_asked;
};

G_DEFINE_FINAL_TYPE (TestChart, test_chart, KL_TYPE_CHART)

static guint
test_chart_get_n_marks (KlChart *chart)
{
  return TEST_CHART (chart)->targets->len;
}

static const char *
test_chart_get_target (KlChart *chart,
                       guint    mark)
{
  TEST_CHART (chart)->n_asked++;
  return g_ptr_array_index (TEST_CHART (chart)->targets, mark);
}

static char *
test_chart_dup_cell (KlChart  *chart,
                     guint     mark,
                     guint     column,
                     gboolean  plain)
{
  return g_strdup (g_ptr_array_index (TEST_CHART (chart)->targets, mark));
}

static void
test_chart_finalize (GObject *object)
{
  g_ptr_array_unref (TEST_CHART (object)->targets);

  G_OBJECT_CLASS (test_chart_parent_class)->finalize (object);
}

static void
test_chart_class_init (TestChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_chart_finalize;
  KL_CHART_CLASS (klass)->get_n_marks = test_chart_get_n_marks;
  KL_CHART_CLASS (klass)->get_target = test_chart_get_target;
  KL_CHART_CLASS (klass)->dup_cell = test_chart_dup_cell;
}

static void
test_chart_init (TestChart *self)
{
  self->targets = g_ptr_array_new_with_free_func (g_free);
}

typedef struct
{
  TestChart *chart;
  KlChartMemory *memory;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  n_marks)
{
  self->chart = g_object_new (TEST_TYPE_CHART, NULL);
  for (guint i = 0; i < GPOINTER_TO_UINT (n_marks); i++)
    g_ptr_array_add (self->chart->targets, g_strdup_printf ("mark %u", i));
  self->memory = kl_chart_memory_new ();
  g_assert_cmpint (kl_chart_memory_update (self->memory, KL_CHART (self->chart)), ==, -1);
  g_assert_cmpint (kl_chart_memory_get_cursor (self->memory), ==, GPOINTER_TO_INT (n_marks) - 1);
}

static void
tear_down (Fixture       *self,
           gconstpointer  n_marks)
{
  kl_chart_memory_free (self->memory);
  g_assert_finalize_object (self->chart);
}

static void
add (Fixture    *self,
     int         place,
     const char *target)
{
  g_ptr_array_insert (self->chart->targets, place, g_strdup (target));
}

static int
update (Fixture *self)
{
  return kl_chart_memory_update (self->memory, KL_CHART (self->chart));
}

static void
test_added (Fixture       *self,
            gconstpointer  n_marks)
{
  add (self, 3, "new");
  g_assert_cmpint (update (self), ==, 3);
  add (self, -1, "latest");
  g_assert_cmpint (update (self), ==, GPOINTER_TO_INT (n_marks) + 1);
  g_assert_cmpint (update (self), ==, -1);
  add (self, 0, "one");
  add (self, 0, "another");
  g_assert_cmpint (update (self), ==, -1);
  add (self, 0, "first");
  g_assert_cmpint (update (self), ==, 0);
}

/* A new attempt is new whatever days it takes the place of, and goes on being so when other days are expected. */
static void
test_expected (Fixture       *self,
               gconstpointer  n_marks)
{
  for (guint i = 0; i < 5; i++)
    add (self, -1, NULL);
  g_assert_cmpint (update (self), ==, -1);
  g_assert_true (kl_chart_memory_is_same (self->memory));

  g_ptr_array_remove_range (self->chart->targets, GPOINTER_TO_UINT (n_marks), 3);
  add (self, GPOINTER_TO_INT (n_marks), "new");
  g_assert_cmpint (update (self), ==, GPOINTER_TO_INT (n_marks));
  g_assert_false (kl_chart_memory_is_same (self->memory));

  add (self, -1, NULL);
  g_assert_cmpint (update (self), ==, -1);
  g_assert_true (kl_chart_memory_is_same (self->memory));
}

/* The keyboard stays at its mark; where that is gone, at the one in its place. */
static void
test_cursor (Fixture       *self,
             gconstpointer  n_marks)
{
  KlChart *chart = KL_CHART (self->chart);

  kl_chart_memory_set_cursor (self->memory, chart, 5);
  for (guint i = 0; i < 3; i++)
    add (self, 0, "before");
  update (self);
  g_assert_cmpint (kl_chart_memory_get_cursor (self->memory), ==, 8);
  g_ptr_array_remove_index (self->chart->targets, 8);
  update (self);
  g_assert_cmpint (kl_chart_memory_get_cursor (self->memory), ==, 8);
  g_ptr_array_set_size (self->chart->targets, 2);
  update (self);
  g_assert_cmpint (kl_chart_memory_get_cursor (self->memory), ==, 1);
  g_ptr_array_set_size (self->chart->targets, 0);
  update (self);
  g_assert_cmpint (kl_chart_memory_get_cursor (self->memory), ==, -1);
}

/* However many marks there are, a change is seen within a frame. */
static void
test_very_many (Fixture       *self,
                gconstpointer  n_marks)
{
  KlChart *chart = KL_CHART (self->chart);

  kl_chart_memory_set_cursor (self->memory, chart, VERY_MANY / 2);
  self->chart->n_asked = 0;
  add (self, -1, "latest");
  update (self);
  g_assert_cmpuint (self->chart->n_asked, <, FEW);
  g_assert_cmpint (kl_chart_memory_get_cursor (self->memory), ==, VERY_MANY / 2);

  g_ptr_array_remove_index (self->chart->targets, VERY_MANY / 2);
  self->chart->n_asked = 0;
  update (self);
  g_assert_cmpuint (self->chart->n_asked, <, FEW);
  g_assert_cmpint (kl_chart_memory_get_cursor (self->memory), ==, VERY_MANY / 2);

  g_ptr_array_set_size (self->chart->targets, 10);
  update (self);
  g_assert_cmpint (kl_chart_memory_get_cursor (self->memory), ==, 9);
  add (self, 4, "new");
  g_assert_cmpint (update (self), ==, 4);
}

#define ADD(path, n_marks, test) g_test_add (path, Fixture, GUINT_TO_POINTER (n_marks), set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/chart-memory/added", 10, test_added);
  ADD ("/chart-memory/expected", 10, test_expected);
  ADD ("/chart-memory/cursor", 10, test_cursor);
  ADD ("/chart-memory/very-many", VERY_MANY, test_very_many);
  return g_test_run ();
}
