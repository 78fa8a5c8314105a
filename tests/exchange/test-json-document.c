/* test-json-document.c: JSON is read to the letter, or refused with the line */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "exchange/kl-exchange-error.h"
#include "exchange/kl-json-document.h"

static JsonNode *
read_length (const char  *text,
             gsize        length,
             GError     **error)
{
  /* Just as long as the text: whoever looks for a NUL behind it is caught by the sanitizers. */
  g_autoptr(GBytes) bytes = g_bytes_new (text, length);

  return kl_json_document_read (bytes, "plan.json", error);
}

static void
assert_refused (const char *text,
                const char *part)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = read_length (text, strlen (text), &error);

  if (root != NULL)
    g_error ("read, though it is no JSON: %s", text);
  g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "plan.json"));
  if (strstr (error->message, part) == NULL)
    g_error ("%s: “%s” says nothing of “%s”", text, error->message, part);
}

static JsonNode *
read_good (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *root = read_length (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (root);
  return root;
}

static void
test_strict (void)
{
  static const char *const bad[][2] = {
    { "{\n// none\n}", "Line 2: JSON has no comments" },
    { "{\"a\": 1 /* none */}", "no comments" },
    { "# none\n{}", "Line 1: JSON has no comments" },
    { "{'a': 1}", "double quotes" },
    { "['a']", "double quotes" },
    { "{\"a\": 1,\n\n}", "Line 3: nothing follows the last comma" },
    { "[1, 2,]", "last comma" },
    { "{\"a\": 1,\r\n \"b\": {\"c\": 1,\r\n \"\\u0063\": 2}}", "Line 3: “c” comes twice" },
    { "{\"a\": 1e999}", "too large" },
    { "[-1e999]", "too large" },
    { "[9223372036854775808]", "too large" },
    { "[-9223372036854775809]", "too large" },
    { "[NaN]", "“N” stands where" },
    { "[Infinity]", "“I” stands where" },
    { "[-Infinity]", "a digit" },
    { "[nan]", "“n” stands where" },
    { "[+1]", "“+” stands where" },
    { "[.5]", "“.” stands where" },
    { "[5.]", "a digit" },
    { "[1e]", "a digit" },
    { "[01]", "“1” stands where" },
    { "[0x10]", "“x” stands where" },
    { "[1 2]", "“2” stands where" },
    { "[truefalse]", "“f” stands where" },
    { "[tru]", "“t” stands where" },
    { "{\"a\"}", "“}” stands where “:” should" },
    { "{\"a\": }", "“}” stands where" },
    { "{a: 1}", "“a” stands where" },
    { "{1: 1}", "“1” stands where" },
    { "{,}", "“,” stands where" },
    { "[,]", "“,” stands where" },
    { "[1}", "“}” stands where" },
    { "{\"a\": 1]", "“]” stands where" },
    { "[", "the text ends" },
    { "{\"a\": [1, {\"b\": 2}", "the text ends" },
    { "[\"a]", "closing quote" },
    { "[\"a\\", "backslash" },
    { "[\"\\x\"]", "backslash" },
    { "[\"\\u12\"]", "four hexadecimal" },
    { "[\"\\u0000\"]", "\\u0000" },
    { "{\"\\u0000\": 1}", "\\u0000" },
    { "[\"\\ud83d\"]", "half of a character" },
    { "[\"\\ud83d\\u0041\"]", "half of a character" },
    { "[\"\\ude00\\ud83d\"]", "half of a character" },
    { "[\"a\nb\"]", "control character" },
    { "[\"a\tb\"]", "control character" },
    { "[] []", "“[” stands where nothing more should" },
    { "{}\n\n,", "Line 3" },
    { " \n\t\r\n ", "nothing in the file" },
    { "\xef\xbb\xbf{}", "byte order mark" },
    { "ünknown", "“ü” stands where" },
    { "[\xc2\xa0]", "stands where" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (bad[i][0], bad[i][1]);
}

static void
test_not_text (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    int code;
  } bad[] = {
    { "", 0, KL_EXCHANGE_ERROR_EMPTY },
    { "[\"a\0b\"]", 7, KL_EXCHANGE_ERROR_NOT_TEXT },
    { "[\"\xff\"]", 5, KL_EXCHANGE_ERROR_NOT_TEXT },
    { "[\"\xed\xa0\xbd\"]", 7, KL_EXCHANGE_ERROR_NOT_TEXT },
    { "[]\0", 3, KL_EXCHANGE_ERROR_NOT_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (read_length (bad[i].bytes, bad[i].length, &error));
      g_assert_error (error, KL_EXCHANGE_ERROR, bad[i].code);
    }
}

static char *
nest (const char *open,
      const char *close,
      guint       depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest ("[", "]", KL_JSON_DOCUMENT_MAX_DEPTH);
  g_autofree char *deeper = nest ("[", "]", KL_JSON_DOCUMENT_MAX_DEPTH + 1);
  g_autofree char *brackets = nest ("[", "", 100000);
  g_autofree char *objects = nest ("{\"a\":", "", 100000);
  g_autoptr(JsonNode) root = read_good (deepest);

  assert_refused (deeper, "deeper than 64");
  assert_refused (brackets, "deeper than 64");
  assert_refused (objects, "deeper than 64");
}

static void
test_too_many (void)
{
  g_autoptr(GString) many = g_string_new ("[");

  for (guint i = 0; i < KL_JSON_DOCUMENT_MAX_VALUES; i++)
    g_string_append (many, "1,");
  g_string_append (many, "1]");
  /* Without this gcc 14 takes GLib's own look at it for a sign that it may be NULL. */
  g_assert (many != NULL);
  assert_refused (many->str, "more values");
}

static void
test_too_large (void)
{
  /* The size is looked at before anything else: nothing is read from these pages. */
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (KL_JSON_DOCUMENT_MAX_BYTES + 1u),
                                              KL_JSON_DOCUMENT_MAX_BYTES + 1u);
  g_autoptr(GError) error = NULL;

  g_assert_null (kl_json_document_read (bytes, "plan.json", &error));
  g_assert_error (error, KL_EXCHANGE_ERROR, KL_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_strings (void)
{
  g_autoptr(JsonNode) root
    = read_good ("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", "
                 "\"\\ud83d\\ude00\", \"\\u00e9\\u007f\\u001f\", \"é→😀\", \"\", \"//\", \"\\ufeff\"]");
  JsonArray *array = json_node_get_array (root);
  static const char *const strings[]
    = { "\"\\/\b\f\n\r\t", "😀", "é\x7f\x1f", "é→😀", "", "//", "\xef\xbb\xbf" };

  g_assert_cmpuint (json_array_get_length (array), ==, G_N_ELEMENTS (strings));
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_assert_cmpstr (json_array_get_string_element (array, i), ==, strings[i]);
}

static void
test_whole_numbers (void)
{
  static const gint64 numbers[] = { 0, 1, -1, 9007199254740993, G_MAXINT64, G_MININT64, 10, -100 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, numbers[i]);
      g_autoptr(JsonNode) root = read_good (text);

      g_assert_cmpuint (json_node_get_value_type (root), ==, G_TYPE_INT64);
      g_assert_cmpint (json_node_get_int (root), ==, numbers[i]);
    }
}

static void
check_real_numbers (void)
{
  static const char *const numbers[] = { "0.1", "79.9", "-0.5", "1e2", "1E+2", "1.7976931348623157e308", "5e-324",
                                         "0.30000000000000004", "1e-400", "123456789.125", "-1.5e-3", "0e0" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr(JsonNode) root = read_good (numbers[i]);
      double expected = g_ascii_strtod (numbers[i], NULL);
      double found = json_node_get_double (root);
      guint64 expected_bits;
      guint64 found_bits;

      g_assert_cmpuint (json_node_get_value_type (root), ==, G_TYPE_DOUBLE);
      memcpy (&expected_bits, &expected, sizeof expected_bits);
      memcpy (&found_bits, &found, sizeof found_bits);
      g_assert_cmpuint (found_bits, ==, expected_bits);
    }
}

static void
test_real_numbers (void)
{
  check_real_numbers ();
  /* Where the decimal point is a comma, too. */
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("The German locale is not installed.");
      return;
    }
  check_real_numbers ();
  setlocale (LC_NUMERIC, "C");
}

static void
test_values (void)
{
  g_autoptr(JsonNode) root = read_good ("\t{\"a\": [true, false, null, {}, [], \"\"],"
                                         "\r\n\"A\": {\"a\": {}}, \"\": 1}\n");
  JsonObject *object = json_node_get_object (root);
  JsonArray *array = json_object_get_array_member (object, "a");

  g_assert_cmpuint (json_object_get_size (object), ==, 3);
  g_assert_cmpuint (json_array_get_length (array), ==, 6);
  g_assert_true (json_array_get_boolean_element (array, 0));
  g_assert_true (json_array_get_null_element (array, 2));
  g_assert_cmpint (json_object_get_int_member (object, ""), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-document/strict", test_strict);
  g_test_add_func ("/json-document/not-text", test_not_text);
  g_test_add_func ("/json-document/depth", test_depth);
  g_test_add_func ("/json-document/too-many", test_too_many);
  g_test_add_func ("/json-document/too-large", test_too_large);
  g_test_add_func ("/json-document/strings", test_strings);
  g_test_add_func ("/json-document/whole-numbers", test_whole_numbers);
  g_test_add_func ("/json-document/real-numbers", test_real_numbers);
  g_test_add_func ("/json-document/values", test_values);

  return g_test_run ();
}
