/* test-point-suggestions.c: key points that a topic could have, found in texts */

#include "config.h"

#include <string.h>

#include "coach/kl-point-statements.h"
#include "coach/kl-point-suggestions.h"

/* What a text says, one statement a line. */
static char *
read_text (const char    *text,
           KlPointOrigin  origin)
{
  g_autoptr(GPtrArray) statements = kl_point_statements_new (text, origin);

  g_ptr_array_add (statements, NULL);
  return g_strjoinv ("\n", (char **) statements->pdata);
}

static void
assert_read (const char    *text,
             KlPointOrigin  origin,
             const char    *expected)
{
  g_autofree char *statements = read_text (text, origin);

  g_assert_cmpstr (statements, ==, expected);
}

static void
test_sentences (void)
{
  assert_read ("A switch learns addresses. Frames to others are flooded.", KL_POINT_FROM_NOTES,
               "A switch learns addresses.\nFrames to others are flooded.");
  assert_read ("Power may fail, e.g. while a block is written. Hubs vs. Switches matter here, says J. Doe.",
               KL_POINT_FROM_NOTES,
               "Power may fail, e.g. while a block is written.\nHubs vs. Switches matter here, says J. Doe.");
  assert_read ("Ein Switch flutet Rahmen, z. B. nach dem Start. Einträge altern.", KL_POINT_FROM_NOTES,
               "Ein Switch flutet Rahmen, z. B. nach dem Start.\nEinträge altern.");
  assert_read ("ポッドは一時的です。サービスは安定しています。", KL_POINT_FROM_NOTES,
               "ポッドは一時的です。\nサービスは安定しています。");
}

/* What goes on from the sentence before it makes no sense alone. */
static void
test_what_goes_on (void)
{
  assert_read ("A journal comes first. It is replayed after a crash.", KL_POINT_FROM_NOTES,
               "A journal comes first. It is replayed after a crash.");
  assert_read ("It is replayed after a crash. Writes come later.", KL_POINT_FROM_NOTES, "Writes come later.");
  assert_read ("Why does that matter? Because power fails.", KL_POINT_FROM_NOTES, "");
  assert_read ("ポッドは含みます。それらは共有します。", KL_POINT_FROM_NOTES, "ポッドは含みます。それらは共有します。");
  assert_read ("Es gibt zwei Modi. Deshalb wird gewählt.", KL_POINT_FROM_NOTES,
               "Es gibt zwei Modi. Deshalb wird gewählt.");
  assert_read ("Itanium is a processor.", KL_POINT_FROM_NOTES, "Itanium is a processor.");
}

static void
test_what_is_none (void)
{
  g_autofree char *long_one = g_strnfill (300, 'a');

  assert_read ("Why is that so?", KL_POINT_FROM_NOTES, "");
  assert_read ("The parts of it:", KL_POINT_FROM_NOTES, "");
  assert_read ("See https://example.com/a for more", KL_POINT_FROM_NOTES, "");
  assert_read (long_one, KL_POINT_FROM_NOTES, "");
  assert_read ("🎉 ✅ 🚀", KL_POINT_FROM_NOTES, "");
  assert_read ("", KL_POINT_FROM_NOTES, "");
}

/* Feedback speaks of the explanation; a point does not. */
static void
test_feedback (void)
{
  assert_read ("✅ Correctly identified that a hub floods frames ✅", KL_POINT_FROM_NAILED, "a hub floods frames");
  assert_read ("KEY INSIGHT: a bridge is a switch with two ports", KL_POINT_FROM_INSIGHT,
               "a bridge is a switch with two ports");
  assert_read ("Correction: Explicitly stated that a root bridge is elected", KL_POINT_FROM_CORRECTION,
               "a root bridge is elected");
  assert_read ("Made valid argument: \"loops melt a network down\"", KL_POINT_FROM_NAILED, "loops melt a network down");
  assert_read ("\"A loop melts it down. It never heals.\"", KL_POINT_FROM_INSIGHT,
               "A loop melts it down. It never heals.");
  assert_read ("Missed the ageing of entries entirely", KL_POINT_FROM_MISSED, "the ageing of entries");
  assert_read ("Needed clarification on the root port's role", KL_POINT_FROM_MISSED, "the root port's role");
  assert_read ("Distinguished hubs from switches", KL_POINT_FROM_NAILED, "");
  assert_read ("Gap: spanning tree timers (as you said yourself)", KL_POINT_FROM_MISSED, "spanning tree timers");
  assert_read ("A switch floods BOTH ways (critical insight!)", KL_POINT_FROM_NAILED, "A switch floods BOTH ways");
  assert_read ("Erkannt, dass ein Switch Adressen lernt", KL_POINT_FROM_NAILED, "ein Switch Adressen lernt");
  assert_read ("Clear flow and explanation structure", KL_POINT_FROM_NAILED, "");
  assert_read ("Massive improvement!", KL_POINT_FROM_NAILED, "");
  assert_read ("Initially said hubs \"learn\"", KL_POINT_FROM_MISSED, "");
  assert_read ("You could explain this to your team", KL_POINT_FROM_NAILED, "");
  /* What is to be done is no point, what is to be remembered is one. */
  assert_read ("Review the chapter on bridges", KL_POINT_FROM_ACTION, "");
  assert_read ("Remember: a bridge has two ports", KL_POINT_FROM_ACTION, "a bridge has two ports");
  /* Notes are the person's own: nothing in them is about an explanation. */
  assert_read ("Missed heartbeats mark a node as down", KL_POINT_FROM_NOTES, "Missed heartbeats mark a node as down");
  assert_read ("Missed heartbeats mark a node as down", KL_POINT_FROM_NAILED, "Missed heartbeats mark a node as down");
  assert_read ("Important: a bridge has two ports", KL_POINT_FROM_NOTES, "a bridge has two ports");
  assert_read ("You need two ports!", KL_POINT_FROM_NOTES, "You need two ports!");
}

/* Marks at the ends are ornament, signs are not. */
static void
test_ends (void)
{
  assert_read ("– a dash before it", KL_POINT_FROM_NOTES, "a dash before it");
  assert_read ("→ leads to a switch", KL_POINT_FROM_NOTES, "leads to a switch");
  assert_read ("-5 °C is cold enough", KL_POINT_FROM_NOTES, "-5 °C is cold enough");
  assert_read ("--force takes the lock", KL_POINT_FROM_NOTES, "--force takes the lock");
  assert_read ("*.example.org is a wildcard", KL_POINT_FROM_NOTES, "*.example.org is a wildcard");
  /* A vowel sign at the end belongs to its word. */
  assert_read ("यह एक वाक्य है", KL_POINT_FROM_NOTES, "यह एक वाक्य है");
}

static GArray *
find (const char          *title,
      const char *const   *known,
      const KlPointSource *sources,
      gsize                n_sources)
{
  g_autoptr(GError) error = NULL;
  GArray *found = kl_point_suggestions_find (NULL, title, known, sources, n_sources, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (found != NULL);
  return found;
}

static void
assert_found (GArray     *found,
              guint       index,
              const char *text,
              guint       source)
{
  g_assert_cmpuint (index, <, found->len);
  g_assert_cmpstr (g_array_index (found, KlPointSuggestion, index).text, ==, text);
  g_assert_cmpuint (g_array_index (found, KlPointSuggestion, index).source, ==, source);
}

static void
test_order (void)
{
  const KlPointSource sources[] = {
    { KL_POINT_FROM_NAILED, "Hubs repeat every frame to everybody" },
    { KL_POINT_FROM_NOTES, "Frames carry a checksum at their end. Collisions end where a switch begins." },
    { KL_POINT_FROM_MISSED, "Missed the ageing time of table entries" },
    { KL_POINT_FROM_ACTION, "Remember: trunks carry several networks" },
    { KL_POINT_FROM_INSIGHT, "Learning is looking at where frames come from" },
    { KL_POINT_FROM_CORRECTION, "The spanning tree blocks ports, never switches" },
    { KL_POINT_FROM_CORRECTION, "Broadcasts reach every port of a network" },
  };
  g_autoptr(GArray) found = find ("Switching", NULL, sources, G_N_ELEMENTS (sources));

  g_assert_cmpuint (found->len, ==, 8);
  assert_found (found, 0, "The spanning tree blocks ports, never switches", 5);
  assert_found (found, 1, "Broadcasts reach every port of a network", 6);
  assert_found (found, 2, "Learning is looking at where frames come from", 4);
  assert_found (found, 3, "the ageing time of table entries", 2);
  assert_found (found, 4, "trunks carry several networks", 3);
  assert_found (found, 5, "Frames carry a checksum at their end.", 1);
  assert_found (found, 6, "Collisions end where a switch begins.", 1);
  assert_found (found, 7, "Hubs repeat every frame to everybody", 0);
}

static void
test_what_is_known (void)
{
  const char *const known[] = { "A switch learns where addresses are", "Ageing of entries", "Hubs", "ポッドは一時的です", NULL };
  const KlPointSource sources[] = {
    { KL_POINT_FROM_NOTES, "a SWITCH learns, where addresses are!" },
    { KL_POINT_FROM_NOTES, "Switches learning where the address is" },
    { KL_POINT_FROM_NOTES, "The entries are aging" },
    { KL_POINT_FROM_NOTES, "ポッドは、一時的です。" },
    { KL_POINT_FROM_NOTES, "Hubs repeat every bit that comes in" },
    { KL_POINT_FROM_NOTES, "A switch never learns where addresses are" },
  };
  g_autoptr(GArray) found = find ("Switching", known, sources, G_N_ELEMENTS (sources));

  /* What says more than a point, or the contrary of it, is not known. */
  g_assert_cmpuint (found->len, ==, 2);
  assert_found (found, 0, "Hubs repeat every bit that comes in", 4);
  assert_found (found, 1, "A switch never learns where addresses are", 5);
}

/* Three points that name a thing each do not say what these do. */
static void
test_known_things (void)
{
  const char *const known[] = { "The journal", "Commit records", "Crash recovery", NULL };
  const KlPointSource sources[] = { { KL_POINT_FROM_NOTES, "Crash recovery looks for commit records in the journal" } };
  g_autoptr(GArray) found = find ("File systems", known, sources, G_N_ELEMENTS (sources));

  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_no_two_alike (void)
{
  const KlPointSource sources[] = {
    { KL_POINT_FROM_NAILED, "A commit record makes the writes one" },
    { KL_POINT_FROM_NAILED, "The writes are made one by a commit record" },
    { KL_POINT_FROM_INSIGHT, "Commit records make a write one" },
    { KL_POINT_FROM_NAILED, "A commit record does not make the writes one" },
    { KL_POINT_FROM_NAILED, "The journal has 3 copies of a superblock" },
    { KL_POINT_FROM_NAILED, "The journal has 5 copies of a superblock" },
  };
  g_autoptr(GArray) found = find ("Storage", NULL, sources, G_N_ELEMENTS (sources));

  /* The best of those that are alike stays; the contrary and another number are not alike. */
  g_assert_cmpuint (found->len, ==, 4);
  assert_found (found, 0, "Commit records make a write one", 2);
  assert_found (found, 1, "A commit record does not make the writes one", 3);
  assert_found (found, 2, "The journal has 3 copies of a superblock", 4);
  assert_found (found, 3, "The journal has 5 copies of a superblock", 5);
}

static void
test_too_little (void)
{
  const KlPointSource sources[] = {
    { KL_POINT_FROM_NOTES, "Switch" },
    { KL_POINT_FROM_NOTES, "kube-proxy" },
    { KL_POINT_FROM_NOTES, "The switch is on" },
    { KL_POINT_FROM_NOTES, "12 34 56 78" },
    { KL_POINT_FROM_CORRECTION, "central hub for ALL communication" },
    { KL_POINT_FROM_NOTES, "Spanning tree of virtual networks" },
    { KL_POINT_FROM_NOTES, "🎉" },
    { KL_POINT_FROM_NOTES, "サービス" },
  };
  g_autoptr(GArray) found = find ("Spanning Tree", NULL, sources, G_N_ELEMENTS (sources));

  /* Of the last but two, two words are new; of what is right, too little says what it is about. */
  g_assert_cmpuint (found->len, ==, 1);
  assert_found (found, 0, "Spanning tree of virtual networks", 5);
}

static char *
make_word (GRand *random)
{
  static const char *const parts[]
    = { "ka", "to", "mi", "ru", "se", "lo", "pan", "dex", "vor", "qui", "né", "ß", "タ", "字" };
  GString *word = g_string_new (NULL);
  int n = g_rand_int_range (random, 1, 5);

  for (int i = 0; i < n; i++)
    g_string_append (word, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
  return g_string_free (word, FALSE);
}

static char *
make_text (GRand *random)
{
  static const char *const signs[]
    = { ".",  "!", "?", ":",  ",",     " –",   "✅",    "🎉",   "(",       ")",
        "\"", "„", "“", "。", " e.g.", " not", " the", " It", " Missed", "\xe2\x80\x8f" };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (random, 0, 60);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *word = make_word (random);

      g_string_append (text, word);
      if (g_rand_int_range (random, 0, 4) == 0)
        g_string_append (text, signs[g_rand_int_range (random, 0, G_N_ELEMENTS (signs))]);
      g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_same (GArray *a,
         GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_array_index (a, KlPointSuggestion, i).text, g_array_index (b, KlPointSuggestion, i).text))
      return FALSE;
  return TRUE;
}

/* Of whatever is written: each stands in its source, once, in the order of the origins, and no more than there may be.
 */
static void
check_properties (const KlPointSource *sources,
                  gsize                n_sources)
{
  g_autoptr(GArray) found = find ("Title", NULL, sources, n_sources);
  g_autoptr(GArray) again = find ("Title", NULL, sources, n_sources);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint last = 0;

  g_assert_cmpuint (found->len, <=, KL_POINT_SUGGESTIONS_MAX);
  g_assert_true (is_same (found, again));
  for (guint i = 0; i < found->len; i++)
    {
      const KlPointSuggestion *suggestion = &g_array_index (found, KlPointSuggestion, i);

      g_assert_cmpuint (suggestion->source, <, n_sources);
      g_assert_nonnull (strstr (sources[suggestion->source].text, suggestion->text));
      g_assert_true (g_hash_table_add (seen, suggestion->text));
      g_assert_cmpuint (sources[suggestion->source].origin, >=, last);
      last = sources[suggestion->source].origin;
    }
}

static void
test_anything (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint round = 0; round < 30; round++)
    {
      g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      KlPointSource sources[60];
      gsize n_sources = (gsize) g_rand_int_range (random, 0, G_N_ELEMENTS (sources));

      for (gsize i = 0; i < n_sources; i++)
        {
          g_ptr_array_add (texts, make_text (random));
          sources[i].text = texts->pdata[i];
          sources[i].origin = (KlPointOrigin) g_rand_int_range (random, 0, KL_POINT_FROM_NAILED + 1);
        }
      check_properties (sources, n_sources);
    }
}

/* One of ten thousand words that are not alike. */
static void
append_word (GString *text,
             guint    number)
{
  static const char *const parts[] = { "bak", "dov", "fim", "gul", "hep", "jox", "kri", "lanz", "munt", "pesk" };

  for (guint digits = number * 7919 % 10000, i = 0; i < 4; i++, digits /= 10)
    g_string_append (text, parts[digits % 10]);
  g_string_append_c (text, ' ');
}

static char *
make_statement (guint       number,
                const char *end)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 3; i++)
    append_word (text, 3 * number + i);
  g_string_append (text, end);
  return g_string_free (text, FALSE);
}

/* More notes than there is room for: feedback is heard as well, and what the notes are about stays. */
static void
test_many (void)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  static const char *const shared[]
    = { "journal crash", "crash recovered", "recovered disk", "disk journal", "journal recovered" };
  KlPointSource sources[80];
  g_autoptr(GArray) found = NULL;
  guint n_notes = 0;
  gboolean has_central = FALSE;

  for (guint i = 0; i < 80; i++)
    {
      /* No two have much in common, but for what the notes are about. */
      g_ptr_array_add (texts, i == 39 ? g_strdup ("The journal is what a crash is recovered from, and is on disk")
                                      : make_statement (i, i > 30 && i < 36 ? shared[i - 31] : ""));
      sources[i].text = texts->pdata[i];
      sources[i].origin = i < 40 ? KL_POINT_FROM_NOTES : KL_POINT_FROM_NAILED;
    }
  found = find ("Storage", NULL, sources, 80);
  for (guint i = 0; i < found->len; i++)
    {
      const KlPointSuggestion *suggestion = &g_array_index (found, KlPointSuggestion, i);

      n_notes += sources[suggestion->source].origin == KL_POINT_FROM_NOTES;
      has_central = has_central || suggestion->source == 39;
    }
  g_assert_true (has_central);
  g_assert_cmpuint (found->len, ==, KL_POINT_SUGGESTIONS_MAX);
  g_assert_cmpuint (n_notes, ==, KL_POINT_SUGGESTIONS_MAX / 2);
}

static void
test_cancelled (void)
{
  const KlPointSource source = { KL_POINT_FROM_NOTES, "Collisions end where a switch begins." };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) found = NULL;

  g_cancellable_cancel (cancellable);
  found = kl_point_suggestions_find ("en", "Switching", NULL, &source, 1, cancellable, &error);
  g_assert_true (found == NULL);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/point-statements/sentences", test_sentences);
  g_test_add_func ("/point-statements/what-goes-on", test_what_goes_on);
  g_test_add_func ("/point-statements/what-is-none", test_what_is_none);
  g_test_add_func ("/point-statements/feedback", test_feedback);
  g_test_add_func ("/point-statements/ends", test_ends);
  g_test_add_func ("/point-suggestions/order", test_order);
  g_test_add_func ("/point-suggestions/what-is-known", test_what_is_known);
  g_test_add_func ("/point-suggestions/known-things", test_known_things);
  g_test_add_func ("/point-suggestions/no-two-alike", test_no_two_alike);
  g_test_add_func ("/point-suggestions/too-little", test_too_little);
  g_test_add_func ("/point-suggestions/anything", test_anything);
  g_test_add_func ("/point-suggestions/many", test_many);
  g_test_add_func ("/point-suggestions/cancelled", test_cancelled);
  return g_test_run ();
}
