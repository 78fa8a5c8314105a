/* test-installed-words.c: a word net in a folder, whole, with parts missing, and with anything in it */

#include "config.h"

#include <glib/gstdio.h>

#include "recall/kl-installed-words.h"

#define LICENCE "  1 This stands where the licence is.  \n"

#define NONE G_MAXUINT

enum
{
  N_HOSTILE = 200,
};

typedef struct
{
  char *folder;
} Fixture;

static const char *const files[] = {
  "index.noun", "index.verb", "index.adj", "index.adv", "data.noun", "data.verb", "data.adj", "data.adv",
};

static void
put (Fixture    *self,
     const char *name,
     const char *contents,
     gssize      length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents_full (path, contents, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* A car is an auto and a kind of vehicle; to walk is to go on foot. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GString) nouns = g_string_new (LICENCE);
  g_autoptr(GString) index = g_string_new (LICENCE);
  g_autoptr(GString) verb_index = g_string_new (LICENCE);
  g_autoptr(GString) verbs = g_string_new (LICENCE);
  g_autoptr(GError) error = NULL;
  gsize vehicle = nouns->len;
  gsize car;

  self->folder = g_dir_make_tmp ("klearn-words-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    put (self, files[i], LICENCE, -1);

  g_string_append_printf (nouns, "%08" G_GSIZE_FORMAT " 06 n 01 vehicle 0 000 | what moves  \n", vehicle);
  car = nouns->len;
  g_string_append_printf (
    nouns, "%08" G_GSIZE_FORMAT " 06 n 02 car 0 auto 0 001 @ %08" G_GSIZE_FORMAT " n 0000 | what is driven  \n", car,
    vehicle);
  g_string_append_printf (index, "auto n 1 1 @ 1 0 %08" G_GSIZE_FORMAT "  \n", car);
  g_string_append_printf (index, "car n 1 1 @ 1 1 %08" G_GSIZE_FORMAT "  \n", car);
  g_string_append_printf (index, "vehicle n 1 0 1 1 %08" G_GSIZE_FORMAT "  \n", vehicle);
  put (self, "data.noun", nouns->str, -1);
  put (self, "index.noun", index->str, -1);

  g_string_append_printf (verb_index, "walk v 1 0 1 0 %08" G_GSIZE_FORMAT "  \n", verbs->len);
  g_string_append_printf (verbs, "%08" G_GSIZE_FORMAT " 38 v 01 walk 0 000 01 + 02 00 | go  \n", verbs->len);
  put (self, "data.verb", verbs->str, -1);
  put (self, "index.verb", verb_index->str, -1);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i], NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

/* How many steps two words are from a meaning of both; %NONE where there is none. */
static guint
count_steps (KlWordNet  *words,
             const char *first,
             const char *second)
{
  g_autoptr(GArray) meanings = kl_word_net_find (words, first);
  g_autoptr(GArray) others = kl_word_net_find (words, second);
  guint fewest = NONE;

  for (guint i = 0; i < meanings->len; i++)
    for (guint j = 0; j < others->len; j++)
      {
        const KlMeaning *a = &g_array_index (meanings, KlMeaning, i);
        const KlMeaning *b = &g_array_index (others, KlMeaning, j);

        if (a->synset == b->synset)
          fewest = MIN (fewest, a->steps + b->steps);
      }
  return fewest;
}

static void
test_meanings (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(KlWordNet) words = kl_installed_words_open (self->folder);

  g_assert_nonnull (words);
  g_assert_cmpuint (count_steps (words, "car", "auto"), ==, 0);
  g_assert_cmpuint (count_steps (words, "car", "vehicle"), ==, 1);
  g_assert_cmpuint (count_steps (words, "cars", "vehicles"), ==, 1);
  g_assert_cmpuint (count_steps (words, "walked", "walking"), ==, 0);
  g_assert_cmpuint (count_steps (words, "car", "walk"), ==, NONE);
  g_assert_cmpuint (count_steps (words, "bicycle", "bicycle"), ==, NONE);
  g_assert_cmpuint (count_steps (words, "", "car"), ==, NONE);
}

static double
compare_answer (KlWordNet *words)
{
  g_autoptr(KlCoach) coach = kl_coach_new ("en");
  const char *reference = "The car stands in the garage.";

  kl_coach_set_word_net (coach, words);
  return kl_coach_compare (coach, NULL, &reference, 1, "An auto stands in the garage.");
}

/* What the files are for: the words of the reading. */
static void
test_coach (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(KlWordNet) words = kl_installed_words_open (self->folder);

  g_assert_cmpfloat (compare_answer (words), >, compare_answer (NULL));
}

/* Any file may be missing, or something else of its name. */
static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i], NULL);
      g_autofree char *aside = g_strconcat (path, ".aside", NULL);

      g_assert_cmpint (g_rename (path, aside), ==, 0);
      g_assert_null (kl_installed_words_open (self->folder));
      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      g_assert_null (kl_installed_words_open (self->folder));
      g_assert_cmpint (g_rmdir (path), ==, 0);
      put (self, files[i], "", -1);
      g_assert_null (kl_installed_words_open (self->folder));
      g_assert_cmpint (g_rename (aside, path), ==, 0);
    }
  g_assert_null (kl_installed_words_open ("/nowhere"));
}

static void
test_installed (void)
{
  g_autoptr(KlCoach) coach = kl_installed_words_new_coach ("en");
  const char *reference = "The scheduler places pods.";

  g_assert_cmpfloat (kl_coach_compare (coach, NULL, &reference, 1, reference), >, 0);
}

static void
try_words (Fixture *self)
{
  static const char *const tried[] = { "car", "cars", "auto", "vehicle", "walked", "zebra", "", " ", "a", "1" };
  g_autoptr(KlWordNet) words = kl_installed_words_open (self->folder);

  g_assert_nonnull (words);
  for (guint i = 0; i < G_N_ELEMENTS (tried); i++)
    {
      guint n = count_steps (words, tried[i], "car");

      g_assert_true (n <= 2 || n == NONE);
    }
}

static void
test_written_by_hand (Fixture       *self,
                      gconstpointer  data)
{
  static const char *const indexes[] = {
    "\n", " ", "car", "car ", "car n", "car n 1 1 @ 1 1 00000000", "car n 1 1 @ 1 1 00000000\n",
    "car n 99999999999999999999 99999999999 @ 1 1 4294967295 18446744073709551615\n", "car n 1 100 @ 1 1 2\n",
    "car n 4 0 4 4 4294967295 4294967294 99999999 1\n", "car n -1 -1 @ -1 -1 -1\n", "car n 1 0 1 1 00000000\n",
    "\ncar n 1 0 1 1 3\n\n\n", "car\0n 1 0 1 1 0\n", "\xff\xfe\n", "z\ncar n 1 0 1 1 0\na\n",
  };
  static const char *const sets[] = {
    "\n", "0", "00000000 06 n ff car 0\n", "00000000 06 n 02 car 0 auto 0 999 @ 99999999 n 0000\n",
    "00000000 06 n 01 car 0 001 @ 00000000 q 0000\n", "00000000 06 n 01 car 0 001 @ 00000000\n",
    "00000000 06 n 00 001 @ 00000000 n 0000\n", "00000000 06 n zz car 0 001 @ 00000000 n 0000\n",
    "00000000 06 n 01 car 0 -01 @ 00000000 n 0000\n", "00000000 06 n 01 car 0 002 @ 00000000 n 0000 @",
    "00000000 06 n 01 car 0 001 @ 00000000  0000\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sets); j++)
      {
        put (self, "index.noun", indexes[i], -1);
        put (self, "data.noun", sets[j], -1);
        try_words (self);
      }
}

/* Cut anywhere, and with bytes changed anywhere. */
static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *index_path = g_build_filename (self->folder, "index.noun", NULL);
  g_autofree char *data_path = g_build_filename (self->folder, "data.noun", NULL);
  g_autofree char *index = NULL;
  g_autofree char *sets = NULL;
  gsize index_length;
  gsize sets_length;

  g_assert_true (g_file_get_contents (index_path, &index, &index_length, NULL));
  g_assert_true (g_file_get_contents (data_path, &sets, &sets_length, NULL));
  for (guint i = 0; i < N_HOSTILE; i++)
    {
      char *damaged = i % 2 == 0 ? index : sets;
      gsize length = i % 2 == 0 ? index_length : sets_length;
      guint at = (guint) g_test_rand_int_range (0, (gint32) length);
      char was = damaged[at];

      damaged[at] = " \n0\xff" "9z\0n"[g_test_rand_int_range (0, 8)];
      put (self, "index.noun", index, i % 4 == 0 ? (gssize) at + 1 : (gssize) index_length);
      put (self, "data.noun", sets, i % 4 == 1 ? (gssize) at + 1 : (gssize) sets_length);
      try_words (self);
      if (g_test_rand_int_range (0, 4) > 0)
        damaged[at] = was;
    }
}

#define ADD(path, test) g_test_add ("/installed-words/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("meanings", test_meanings);
  ADD ("coach", test_coach);
  ADD ("missing", test_missing);
  ADD ("written-by-hand", test_written_by_hand);
  ADD ("damaged", test_damaged);
  g_test_add_func ("/installed-words/installed", test_installed);
  return g_test_run ();
}
