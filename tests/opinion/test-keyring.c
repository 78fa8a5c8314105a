/* test-keyring.c: keys by libsecret, which keeps them in a file of the test here */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "opinion/kl-keyring.h"
#include "opinion/kl-opinion-error.h"

/* libsecret loses a few bytes each time that it writes its file. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
put (KlKeyStore *keys,
     const char *origin,
     const char *key)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean stored;

  kl_key_store_store_async (keys, origin, key, NULL, done_cb, &result);
  wait_for (&result);
  stored = kl_key_store_store_finish (keys, result, &error);
  g_assert_no_error (error);
  g_assert_true (stored);
}

static void
assert_key (KlKeyStore *keys,
            const char *origin,
            const char *expected)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *key = NULL;
  gboolean found;

  kl_key_store_look_up_async (keys, origin, NULL, done_cb, &result);
  wait_for (&result);
  found = kl_key_store_look_up_finish (keys, result, &key, &error);
  g_assert_no_error (error);
  g_assert_true (found);
  g_assert_cmpstr (key, ==, expected);
}

static void
test_file (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("klearn-test-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "keyring", NULL);
  g_autoptr(KlKeyStore) keys = kl_keyring_new ();
  g_autofree char *kept = NULL;
  gsize length;

  g_assert_no_error (error);
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "a password", TRUE);

  assert_key (keys, "https://a.example:443", NULL);
  put (keys, "https://a.example:443", "sk-1");
  put (keys, "https://b.example:443", "sk-2");
  assert_key (keys, "https://a.example:443", "sk-1");
  assert_key (keys, "http://a.example:443", NULL);
  put (keys, "https://a.example:443", "sk-3");
  assert_key (keys, "https://a.example:443", "sk-3");
  put (keys, "https://a.example:443", NULL);
  assert_key (keys, "https://a.example:443", NULL);
  assert_key (keys, "https://b.example:443", "sk-2");
  put (keys, "https://a.example:443", NULL);

  g_file_get_contents (path, &kept, &length, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (kept, (gssize) length, "sk-2"));
  g_unlink (path);
  g_rmdir (folder);
  g_assert_finalize_object (g_steal_pointer (&keys));
}

static void
test_missing_child (void)
{
  g_autoptr(KlKeyStore) keys = kl_keyring_new ();
  g_autoptr(GAsyncResult) looked_up = NULL;
  g_autoptr(GAsyncResult) stored = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *key = NULL;

  g_setenv ("SECRET_BACKEND", "service", TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all", TRUE);
  kl_key_store_look_up_async (keys, "https://a.example:443", NULL, done_cb, &looked_up);
  wait_for (&looked_up);
  g_assert_false (kl_key_store_look_up_finish (keys, looked_up, &key, &error));
  g_assert_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_KEYRING);
  g_assert_true (g_str_has_prefix (error->message, "The keyring of this desktop cannot be used: "));
  g_clear_error (&error);

  kl_key_store_store_async (keys, "https://a.example:443", "sk-1", NULL, done_cb, &stored);
  wait_for (&stored);
  g_assert_false (kl_key_store_store_finish (keys, stored, &error));
  g_assert_error (error, KL_OPINION_ERROR, KL_OPINION_ERROR_KEYRING);
}

/* libsecret decides once a process where the keys are. */
static void
test_missing (void)
{
  if (g_test_subprocess ())
    {
      test_missing_child ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyring/file", test_file);
  g_test_add_func ("/keyring/missing", test_missing);

  return g_test_run ();
}
