#include "config.h"

#include "ui/application/kl-accelerators.h"
#include "ui/review/kl-verdict-row.h"

/* What the shortcuts window names beyond the table: keys that a widget binds. */
static const char *const bound_by_widgets[] = { "F2", "<Control>z", "<Control><Shift>z", "<Control>v", "F10",
                                                "<Control>Return", "Tab", "Menu", "<Shift>F10", "<Alt>Up", "<Alt>Down",
                                                "<Control><Shift>Right", "<Control><Shift>Left", "<Shift>Up",
                                                "<Shift>Down", "<Control>space", "Delete", "Left", "Right", "Home",
                                                "End", "Page_Down", "Page_Up", "Return", "space",
                                                "plus", "minus", "<Shift>Left", "<Shift>Right", "0", "Up",
                                                "Down", "1" };

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  g_autofree char *copy = g_strstrip (g_strndup (text, length));

  if (g_object_get_data (G_OBJECT (user_data), "inside") == NULL || *copy == '\0')
    return;

  {
    g_auto(GStrv) keys = g_strsplit (copy, " ", -1);

    for (guint i = 0; keys[i] != NULL; i++)
      gtk_string_list_append (user_data, keys[i]);
  }
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  gboolean is_accelerator = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    is_accelerator |= g_str_equal (names[i], "name") && g_str_equal (values[i], "accelerator");
  g_object_set_data (G_OBJECT (user_data), "inside", is_accelerator ? user_data : NULL);
}

static gboolean
is_listed (GListModel *keys,
           const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (keys); i++)
    {
      g_autoptr(GtkStringObject) item = g_list_model_get_item (keys, i);

      if (g_str_equal (gtk_string_object_get_string (item), key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_known (const char *key)
{
  gsize n_accelerators;
  const KlAccelerator *accelerators = kl_accelerators_get (&n_accelerators);

  for (gsize i = 0; i < n_accelerators; i++)
    for (guint j = 0; accelerators[i].accelerators[j] != NULL; j++)
      if (g_str_equal (accelerators[i].accelerators[j], key))
        return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (bound_by_widgets); i++)
    if (g_str_equal (bound_by_widgets[i], key))
      return TRUE;
  for (int value = KL_VERDICT_UNSET; value <= KL_VERDICT_MISSED; value++)
    if (g_str_equal (kl_verdict_row_get_key ((KlVerdictValue) value), key))
      return TRUE;

  return FALSE;
}

static void
test_window_lists_every_key (void)
{
  static const GMarkupParser parser = { .start_element = start_cb, .text = text_cb };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resources_lookup_data ("/com/example/KLearn/application/kl-shortcuts.ui",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr(GtkStringList) keys = gtk_string_list_new (NULL);
  g_autoptr(GMarkupParseContext) context = NULL;
  gsize n_accelerators, length;
  const KlAccelerator *accelerators = kl_accelerators_get (&n_accelerators);
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, keys, NULL);
  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (keys)), >, 5);

  for (gsize i = 0; i < n_accelerators; i++)
    for (guint j = 0; accelerators[i].accelerators[j] != NULL; j++)
      if (!is_listed (G_LIST_MODEL (keys), accelerators[i].accelerators[j]))
        g_error ("%s is not in the shortcuts window", accelerators[i].accelerators[j]);
  for (guint i = 0; i < G_N_ELEMENTS (bound_by_widgets); i++)
    g_assert_true (is_listed (G_LIST_MODEL (keys), bound_by_widgets[i]));
  for (int value = KL_VERDICT_UNSET; value <= KL_VERDICT_MISSED; value++)
    g_assert_true (is_listed (G_LIST_MODEL (keys), kl_verdict_row_get_key ((KlVerdictValue) value)));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (keys)); i++)
    {
      g_autoptr(GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (keys), i);

      if (!is_known (gtk_string_object_get_string (item)))
        g_error ("nothing answers to %s", gtk_string_object_get_string (item));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/shortcuts", test_window_lists_every_key);
  return g_test_run ();
}
