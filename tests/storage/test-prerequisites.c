/* test-prerequisites.c: no topic builds on itself */

#include "config.h"

#include "library-fixture.h"
#include "model/kl-link.h"
#include "storage/kl-storage-error.h"

typedef struct
{
  LibraryFixture library;
  KlPlan *plan;
  KlSubject *a;
  KlSubject *b;
  KlSubject *c;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  library_fixture_set_up (&fixture->library, data);
  fixture->plan = library_fixture_add_plan (&fixture->library, "Plan");
  fixture->a = library_fixture_add_subject (&fixture->library, fixture->plan, "A");
  fixture->b = library_fixture_add_subject (&fixture->library, fixture->plan, "B");
  fixture->c = library_fixture_add_subject (&fixture->library, fixture->plan, "C");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->a);
  g_clear_object (&fixture->b);
  g_clear_object (&fixture->c);
  g_clear_object (&fixture->plan);
  library_fixture_tear_down (&fixture->library, data);
}

static gboolean
add_link (Fixture       *fixture,
          KlChangeKind   kind,
          KlLinkKind     link_kind,
          KlSubject     *from,
          KlSubject     *to,
          GError       **error)
{
  g_autoptr(KlChange) change = kl_change_new (kind, kl_subject_get_title (from));
  g_autoptr(KlRecord) link = g_object_new (KL_TYPE_LINK,
                                           "owner", kl_record_get_id (KL_RECORD (from)),
                                           "kind", link_kind,
                                           "target", kl_record_get_id (KL_RECORD (to)),
                                           "text", kl_subject_get_title (to),
                                           NULL);

  kl_change_insert (change, link);
  return library_fixture_apply (&fixture->library, change, error);
}

static guint
count_links (Fixture   *fixture,
             KlSubject *subject)
{
  library_fixture_load (&fixture->library, subject);
  return g_list_model_get_n_items (kl_subject_get_links (subject));
}

static void
assert_refused (Fixture    *fixture,
                KlSubject  *from,
                KlSubject  *to,
                const char *circle)
{
  g_autoptr(GError) error = NULL;
  guint n_links = count_links (fixture, from);

  g_assert_false (add_link (fixture, KL_CHANGE_EDIT_SUBJECT, KL_LINK_PREREQUISITE, from, to, &error));
  g_assert_error (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, circle));
  g_assert_cmpuint (count_links (fixture, from), ==, n_links);
}

static void
test_circle (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  assert_refused (fixture, fixture->a, fixture->a, "“A” → “A”.");
  g_assert_true (add_link (fixture, KL_CHANGE_EDIT_SUBJECT, KL_LINK_PREREQUISITE, fixture->a, fixture->b, &error));
  g_assert_no_error (error);
  assert_refused (fixture, fixture->b, fixture->a, "“B” → “A” → “B”.");
  g_assert_true (add_link (fixture, KL_CHANGE_EDIT_SUBJECT, KL_LINK_PREREQUISITE, fixture->b, fixture->c, &error));
  g_assert_no_error (error);
  g_assert_true (add_link (fixture, KL_CHANGE_EDIT_SUBJECT, KL_LINK_PREREQUISITE, fixture->a, fixture->c, &error));
  g_assert_no_error (error);
  assert_refused (fixture, fixture->c, fixture->a, "“C” → “A” → ");
}

/* What an exercise spans goes no way, and a document is taken as it is. */
static void
test_no_circle (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (add_link (fixture, KL_CHANGE_EDIT_SUBJECT, KL_LINK_SPANS, fixture->a, fixture->b, &error));
  g_assert_true (add_link (fixture, KL_CHANGE_EDIT_SUBJECT, KL_LINK_PREREQUISITE, fixture->b, fixture->a, &error));
  g_assert_true (add_link (fixture, KL_CHANGE_IMPORT, KL_LINK_PREREQUISITE, fixture->a, fixture->b, &error));
  g_assert_no_error (error);
  /* Another prerequisite of something that a circle is behind is found to be none of it. */
  g_assert_true (add_link (fixture, KL_CHANGE_EDIT_SUBJECT, KL_LINK_PREREQUISITE, fixture->c, fixture->a, &error));
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/prerequisites/circle", Fixture, NULL, set_up, test_circle, tear_down);
  g_test_add ("/prerequisites/no-circle", Fixture, NULL, set_up, test_no_circle, tear_down);
  return g_test_run ();
}
