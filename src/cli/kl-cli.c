/* kl-cli.c: the command line: which commands there are, and what becomes of their errors */

#include "config.h"

#include "kl-cli.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "kl-cli-error.h"
#include "kl-command.h"
#include "kl-follow-up.h"
#include "kl-text-table.h"

enum
{
  STATUS_DONE,
  STATUS_FAILED,
  STATUS_USAGE,
};

/* In the order in which a person meets them. */
static const KlCommand commands[] = {
  { "import", "FILE", N_("Bring a plan in Markdown or JSON into the library"),
    KL_COMMAND_PLAN | KL_COMMAND_IMPORT | KL_COMMAND_CHANGES, kl_command_import },
  { "export", NULL, N_("Write a plan as a document, in its own words"), KL_COMMAND_PLAN | KL_COMMAND_EXPORT,
    kl_command_export },
  { "link", "[FILE]", N_("Link a plan to its file, to be written back"),
    KL_COMMAND_PLAN | KL_COMMAND_LINK | KL_COMMAND_CHANGES, kl_command_link },
  { "save", NULL, N_("Write a plan back into the file that it is linked to"), KL_COMMAND_PLAN, kl_command_save },
  { "plans", NULL, N_("List the plans"), 0, kl_command_plans },
  { "topics", NULL, N_("List the topics of a plan"), KL_COMMAND_PLAN | KL_COMMAND_EXERCISES, kl_command_topics },
  { "due", NULL, N_("List what there is to do today, most needed first"), KL_COMMAND_PLAN, kl_command_due },
  { "insights", N_("[CHART]"), N_("Say how it goes with a plan on the whole, or draw one of its charts into a file"),
    KL_COMMAND_PLAN | KL_COMMAND_OUTPUT, kl_command_insights },
  { "show", N_("SUBJECT"), N_("Show a topic or an exercise with all that stands under it"), KL_COMMAND_PLAN,
    kl_command_show },
  { "history", N_("SUBJECT"), N_("List the attempts on a topic or an exercise"), KL_COMMAND_PLAN, kl_command_history },
  { "explain", N_("SUBJECT"), N_("Read an explanation against the key points and record it"),
    KL_COMMAND_PLAN | KL_COMMAND_EXPLAIN | KL_COMMAND_CHANGES, kl_command_explain },
  { "suggest", N_("SUBJECT"), N_("Suggest key points from notes and earlier feedback"),
    KL_COMMAND_PLAN | KL_COMMAND_SUGGEST | KL_COMMAND_CHANGES, kl_command_suggest },
  { "search", N_("WORDS…"), N_("Find words in titles, points, explanations and feedback"), KL_COMMAND_PLAN,
    kl_command_search },
  { "chart", N_("SUBJECT…"), N_("Draw a score history, or compare several, into a file"),
    KL_COMMAND_PLAN | KL_COMMAND_OUTPUT, kl_command_chart },
  { "map", NULL, N_("Draw the topics of a plan and what they need into a file"),
    KL_COMMAND_PLAN | KL_COMMAND_OUTPUT, kl_command_map },
  { "report", NULL, N_("Write a report of a plan into a PDF file, to be printed"), KL_COMMAND_PLAN | KL_COMMAND_REPORT,
    kl_command_report },
  { "undo", NULL, N_("Take the last change back"), KL_COMMAND_CHANGES, kl_command_undo },
  { "redo", NULL, N_("Do again what was taken back last"), KL_COMMAND_CHANGES, kl_command_redo },
  { "check", NULL, N_("Look through the library for damage"), 0, kl_command_check },
  { "backup", "FILE", N_("Write a verified copy of the library"), 0, kl_command_backup },
  { "restore", "FILE", N_("Put a backup in the place of the library"), 0, kl_command_restore },
};

static const KlCommand *
find_command (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, word))
      return &commands[i];

  return NULL;
}

/*
 * Where the command stands: first, or after options that every command takes, or nowhere (0). A file that is called as
 * a command is one of its own when it is written as ./show.
 */
static int
find_command_place (int    argc,
                    char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--library") || g_str_equal (argv[i], "--plan"))
        i++;
      else if (!g_str_has_prefix (argv[i], "--library=") && !g_str_has_prefix (argv[i], "--plan=") &&
               !g_str_equal (argv[i], "--json"))
        return find_command (argv[i]) != NULL ? i : 0;
    }

  return 0;
}

static gboolean
is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "-?");
}

/* A word that is neither a command nor a file nor looks like the name of one: who wrote it meant a command. */
static gboolean
is_mistaken (const char *word)
{
  return word[0] != '\0' && strpbrk (word, "-./:") == NULL && !g_file_test (word, G_FILE_TEST_EXISTS);
}

static gboolean
is_version (const char *word)
{
  return g_str_equal (word, "--version");
}

/*
 * A standard stream that was closed leaves its number to the next file that is opened, such as the library, and what
 * is printed would end there. /dev/null takes the place; opened the wrong way round, so that using it is an error.
 */
static void
guard_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
      return;

  /* A reader that goes away is an error like any other. */
  (void) signal (SIGPIPE, SIG_IGN);
}

static int
fail (const char   *command,
      const GError *error)
{
  gboolean is_usage = g_error_matches (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE);
  g_autofree char *where = g_strconcat ("klearn", command != NULL ? " " : "", command, NULL);
  g_autofree char *line = is_usage ? g_strdup_printf (_("%s: %s See “%s --help”."), where, error->message, where)
                                   : g_strdup_printf ("%s: %s", where, error->message);

  kl_output_complain (line);
  return is_usage ? STATUS_USAGE : STATUS_FAILED;
}

static gboolean
print_help (GError **error)
{
  g_autoptr(KlOutput) output = kl_output_new (STDOUT_FILENO);
  g_autoptr(KlTextTable) table = kl_text_table_new (2);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *argument = commands[i].argument;
      g_autofree char *call = g_strconcat ("  ", commands[i].name, argument != NULL ? " " : NULL,
                                           argument != NULL ? _(argument) : NULL, NULL);

      kl_text_table_add (table, call, _(commands[i].summary), NULL);
    }

  kl_output_add_line (output, _("Usage: klearn [FILE…]        open the window\n"
                                "       klearn COMMAND …      do it here\n"));
  kl_output_add (output, KL_STYLE_HEADING, _("Commands"));
  kl_output_add_raw (output, "\n");
  kl_text_table_print (table, output);
  kl_output_add_line (output,
                      _("\nSUBJECT is a title, in upper or lower case, the beginning of just one title, or an id.\n"
                        "“klearn COMMAND --help” says more about a command. Each takes --library FILE and --json."));
  return kl_output_write (output, error);
}

static gboolean
print_version (GError **error)
{
  g_autoptr(KlOutput) output = kl_output_new (STDOUT_FILENO);

  kl_output_add_line (output, "klearn " KL_VERSION);
  return kl_output_write (output, error);
}

static gboolean
refuse (const char  *word,
        GError     **error)
{
  g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("There is neither a command nor a file “%s”."), word);
  return FALSE;
}

static gboolean
run (const KlCommand  *command,
     int               argc,
     char            **argv,
     GError          **error)
{
  g_autoptr(KlInvocation) invocation = kl_invocation_new (command, argc, argv, error);
  g_autoptr(GError) write_error = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (command != NULL, FALSE);

  if (invocation == NULL)
    return FALSE;

  if (kl_invocation_wants_help (invocation))
    kl_invocation_print_help (invocation);
  else
    done = command->run (invocation, error);
  if (done && !kl_invocation_wants_help (invocation) && command->options & KL_COMMAND_CHANGES)
    kl_follow_up (invocation);

  /* A command that fails may have something to say all the same, such as what is damaged. */
  if (kl_invocation_finish (invocation, &write_error) || !done)
    return done;

  g_propagate_error (error, g_steal_pointer (&write_error));
  return FALSE;
}

/* The command @argv[@place] as it is run: its name, then the options that stand before it, then the rest. */
static gboolean
run_command_at (int      place,
                int      argc,
                char   **argv,
                GError **error)
{
  g_autofree char **arguments = g_new0 (char *, (gsize) argc);

  arguments[0] = argv[place];
  for (int i = 1, at = 1; i < argc; i++)
    if (i != place)
      arguments[at++] = argv[i];

  return run (find_command (argv[place]), argc - 1, arguments, error);
}

/**
 * kl_cli_has_command:
 * @argc: how many arguments
 * @argv: (array length=argc): the program's name and what stands after it
 *
 * Returns: whether they are for the command line, not for the window
 */
gboolean
kl_cli_has_command (int    argc,
                    char **argv)
{
  return argc > 1 && (find_command_place (argc, argv) > 0 || is_help (argv[1]) || is_version (argv[1]) ||
                      is_mistaken (argv[1]));
}

/**
 * kl_cli_run:
 * @argc: how many arguments
 * @argv: (array length=argc): the program's name and what stands after it, of which kl_cli_has_command() is true
 *
 * Carries a command out. Needs neither a display nor a session bus.
 *
 * Returns: the exit status: 0 done, 1 failed with one line on standard error, 2 not understood, with one line as well
 */
int
kl_cli_run (int    argc,
            char **argv)
{
  g_autoptr(GError) error = NULL;
  int place = find_command_place (argc, argv);
  gboolean done;

  g_return_val_if_fail (argc >= 2, STATUS_USAGE);

  guard_standard_streams ();
  if (place > 0)
    done = run_command_at (place, argc, argv, &error);
  else if (is_mistaken (argv[1]))
    done = refuse (argv[1], &error);
  else
    done = is_version (argv[1]) ? print_version (&error) : print_help (&error);

  return done ? STATUS_DONE : fail (place > 0 ? argv[place] : NULL, error);
}
