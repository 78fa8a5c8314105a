/* kl-invocation.c: one call of a command: its options, its library, its output */

#include "config.h"

#include "kl-invocation.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "storage/kl-system-clock.h"

#include "kl-await.h"
#include "kl-cli-error.h"

struct _KlInvocation
{
  const KlCommand *command;
  GOptionContext *options;

  gboolean help;
  gboolean json;
  gboolean accept;
  gboolean exercises;
  gboolean replace;
  char *library_path;
  char *plan;
  char *output_path;
  char *format;
  char *paper;
  char *prefer;
  char *follow;
  char *add;
  char *expect;
  char *score;
  char *date;
  char *file;
  char *words;
  char **each;

  KlClock *clock;
  KlLibrary *library;
  KlOutput *output;
};

/* What the shell gives are bytes; a person's words are UTF-8, whatever the locale says. */
static char *
dup_utf8 (const char *bytes)
{
  if (g_utf8_validate (bytes, -1, NULL))
    return g_strdup (bytes);

  return g_locale_to_utf8 (bytes, -1, NULL, NULL, NULL);
}

static gboolean
make_utf8 (char       **value,
           const char  *name,
           GError     **error)
{
  g_autofree char *utf8 = NULL;

  if (*value == NULL)
    return TRUE;

  utf8 = dup_utf8 (*value);
  if (utf8 == NULL)
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("What was given for %s is not valid UTF-8."), name);
      return FALSE;
    }

  g_free (*value);
  *value = g_steal_pointer (&utf8);
  return TRUE;
}

/**
 * Option:
 * @commands: the options of the commands that show it in their help
 * @everywhere: whether the others take it as well, so that scripts need not tell them apart
 * @is_words: whether it is a person's words, and not the name of a file
 */
typedef struct
{
  guint commands;
  gboolean everywhere;
  gboolean is_words;
  char letter;
  const char *name;
  GOptionArg kind;
  gsize offset;
  const char *help;
  const char *value;
} Option;

#define ALL G_MAXUINT
#define SWITCH(member) G_OPTION_ARG_NONE, G_STRUCT_OFFSET (KlInvocation, member)
/* Strings are taken as file names are, so that GLib does not convert them from the locale: C would refuse “é”. */
#define VALUE(member) G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET (KlInvocation, member)

/* In the order in which the help shows them. */
static const Option options[] = {
  { KL_COMMAND_EXPLAIN, FALSE, TRUE, 0, "expect", VALUE (expect), N_("The score that you expect, 0–100"), N_("N") },
  { KL_COMMAND_EXPLAIN, FALSE, TRUE, 0, "score", VALUE (score), N_("Record the attempt with this score, 0–100"),
    N_("N") },
  { KL_COMMAND_EXPLAIN, FALSE, FALSE, 0, "accept", SWITCH (accept), N_("Record the attempt with what is suggested"),
    NULL },
  { KL_COMMAND_EXPLAIN, FALSE, TRUE, 0, "date", VALUE (date), N_("When you explained it, if not now"), N_("DATE") },
  { KL_COMMAND_OUTPUT, FALSE, FALSE, 'o', "output", VALUE (output_path), N_("Write this file (.svg, .png, .pdf, .csv)"),
    N_("FILE") },
  { KL_COMMAND_EXPORT, FALSE, TRUE, 0, "format", VALUE (format), N_("The form: md, json, or csv (attempts)"),
    N_("FORMAT") },
  { KL_COMMAND_EXPORT, FALSE, FALSE, 'o', "output", VALUE (output_path),
    N_("Write this file instead of standard output"), N_("FILE") },
  { KL_COMMAND_REPORT, FALSE, FALSE, 'o', "output", VALUE (output_path), N_("Write this file (.pdf)"), N_("FILE") },
  { KL_COMMAND_REPORT, FALSE, TRUE, 0, "paper", VALUE (paper),
    N_("The paper: a4 or letter, if not that of your country"), N_("PAPER") },
  { KL_COMMAND_IMPORT, FALSE, TRUE, 0, "prefer", VALUE (prefer),
    N_("What counts where both were changed: mine or file"), N_("SIDE") },
  { KL_COMMAND_LINK, FALSE, TRUE, 0, "follow", VALUE (follow), N_("When it is written: request, changes, no"),
    N_("WHEN") },
  { KL_COMMAND_LINK, FALSE, FALSE, 0, "replace", SWITCH (replace), N_("What the file holds now may be lost"), NULL },
  { KL_COMMAND_SUGGEST, FALSE, TRUE, 0, "add", VALUE (add), N_("Add these points: all, or numbers such as 1,3-5"),
    N_("WHICH") },
  { KL_COMMAND_EXERCISES, FALSE, FALSE, 0, "exercises", SWITCH (exercises), N_("List the exercises instead"), NULL },
  { KL_COMMAND_PLAN, TRUE, TRUE, 0, "plan", VALUE (plan), N_("Use the plan of this title"), N_("TITLE") },
  { ALL, TRUE, FALSE, 0, "library", VALUE (library_path), N_("Use this library instead of your own"), N_("FILE") },
  { ALL, TRUE, FALSE, 0, "json", SWITCH (json), N_("Print one JSON document"), NULL },
  { ALL, TRUE, FALSE, 'h', "help", SWITCH (help), N_("Show this help"), NULL },
};

static gboolean
is_shown (const KlInvocation *self,
          const Option       *option)
{
  return option->commands == ALL || (self->command->options & option->commands) != 0;
}

static void
add_entries (KlInvocation *self)
{
  g_autoptr(GArray) entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const Option *option = &options[i];
      GOptionFlags flags = is_shown (self, option) ? G_OPTION_FLAG_NONE : G_OPTION_FLAG_HIDDEN;
      const GOptionEntry entry = { option->name, option->letter, (int) flags, option->kind,
                                   G_STRUCT_MEMBER_P (self, option->offset), option->help, option->value };

      if (is_shown (self, option) || option->everywhere)
        g_array_append_val (entries, entry);
    }
  g_option_context_add_main_entries (self->options, (const GOptionEntry *) (gpointer) entries->data, GETTEXT_PACKAGE);
}

static gboolean
make_values_utf8 (KlInvocation  *self,
                  GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *name = g_strconcat ("--", options[i].name, NULL);

      if (options[i].is_words && !make_utf8 (&G_STRUCT_MEMBER (char *, self, options[i].offset), name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_arguments (KlInvocation  *self,
                char         **arguments,
                GError       **error)
{
  if (self->command->argument == NULL && arguments[0] != NULL)
    {
      g_autofree char *shown = g_filename_display_name (arguments[0]);

      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("“%s” is one word too many."), shown);
      return FALSE;
    }

  if (self->command->argument == NULL)
    return TRUE;

  if (arguments[0] == NULL && self->command->argument[0] == '[')
    return TRUE;

  if (arguments[0] == NULL)
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("%s is missing."), _(self->command->argument));
      return FALSE;
    }

  /* A title of several words may be given with or without quotes; a file is one argument. */
  self->file = g_strdup (arguments[0]);
  self->words = g_strjoinv (" ", arguments);
  if (g_str_equal (self->command->argument, "FILE") || g_str_equal (self->command->argument, "[FILE]"))
    {
      if (arguments[1] == NULL)
        return TRUE;
      g_set_error_literal (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, _("One file at a time, please."));
      return FALSE;
    }

  self->each = g_strdupv (arguments);
  for (guint i = 0; self->each[i] != NULL; i++)
    if (!make_utf8 (&self->each[i], _(self->command->argument), error))
      return FALSE;
  return make_utf8 (&self->words, _(self->command->argument), error);
}

static gboolean
parse (KlInvocation  *self,
       int            argc,
       char         **argv,
       GError       **error)
{
  g_auto(GStrv) arguments = g_new0 (char *, (gsize) argc + 1);
  g_autoptr(GError) parse_error = NULL;

  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);

  if (!g_option_context_parse_strv (self->options, &arguments, &parse_error))
    {
      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE, "%s.", parse_error->message);
      return FALSE;
    }
  if (self->help)
    return TRUE;

  /* “--” ends the options; GLib leaves it where what follows begins with “-”. */
  if (arguments[1] != NULL && g_str_equal (arguments[1], "--"))
    {
      g_free (arguments[1]);
      memmove (&arguments[1], &arguments[2], sizeof *arguments * g_strv_length (&arguments[2]) + sizeof *arguments);
    }

  return make_values_utf8 (self, error) && take_arguments (self, &arguments[1], error);
}

/**
 * kl_invocation_new:
 * @command: a command; must outlive the invocation
 * @argc: how many arguments
 * @argv: (array length=argc): the command's name and what stands after it; not changed
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was asked for; %NULL and %KL_CLI_ERROR_USAGE if it cannot be understood
 */
KlInvocation *
kl_invocation_new (const KlCommand  *command,
                   int               argc,
                   char            **argv,
                   GError          **error)
{
  g_autoptr(KlInvocation) self = g_new0 (KlInvocation, 1);
  g_autofree char *usage = NULL;

  self->command = command;
  self->clock = kl_system_clock_new ();
  self->output = kl_output_new (STDOUT_FILENO);

  usage = command->argument != NULL ? g_strdup (_(command->argument)) : NULL;
  self->options = g_option_context_new (usage);
  g_option_context_set_summary (self->options, _(command->summary));
  g_option_context_set_help_enabled (self->options, FALSE);
  add_entries (self);

  return parse (self, argc, argv, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * kl_invocation_free:
 * @self: (transfer full): an invocation; its library is closed
 */
void
kl_invocation_free (KlInvocation *self)
{
  if (self->library != NULL)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      kl_library_close_async (self->library, kl_await_cb, &result);
      if (!kl_library_close_finish (self->library, kl_await (&result), &error))
        g_debug ("The library did not close: %s", error->message);
      g_object_unref (self->library);
    }

  g_clear_pointer (&self->options, g_option_context_free);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->output, kl_output_free);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].kind == G_OPTION_ARG_FILENAME)
      g_clear_pointer (&G_STRUCT_MEMBER (char *, self, options[i].offset), g_free);
  g_free (self->file);
  g_free (self->words);
  g_strfreev (self->each);
  g_free (self);
}

gboolean
kl_invocation_wants_help (KlInvocation *self)
{
  return self->help;
}

gboolean
kl_invocation_wants_json (KlInvocation *self)
{
  return self->json;
}

/**
 * kl_invocation_get_words:
 * @self: an invocation
 *
 * Returns: (transfer none): what stands after the command, as one text
 */
const char *
kl_invocation_get_words (KlInvocation *self)
{
  return self->words;
}

/**
 * kl_invocation_get_each:
 * @self: an invocation
 *
 * Returns: (transfer none) (nullable): what stands after the command, one by one; %NULL where nothing or a file does
 */
char **
kl_invocation_get_each (KlInvocation *self)
{
  return self->each;
}

/**
 * kl_invocation_get_file:
 * @self: an invocation
 *
 * Returns: (transfer none) (type filename): what stands after the command, as a path
 */
const char *
kl_invocation_get_file (KlInvocation *self)
{
  return self->file;
}

const char *
kl_invocation_get_plan (KlInvocation *self)
{
  return self->plan;
}

const char *
kl_invocation_get_output (KlInvocation *self)
{
  return self->output_path;
}

/**
 * kl_invocation_has_output:
 * @self: an invocation of a command that draws
 * @error: return location for %KL_CLI_ERROR_USAGE
 *
 * Returns: whether it says which file to write
 */
gboolean
kl_invocation_has_output (KlInvocation  *self,
                          GError       **error)
{
  if (self->output_path != NULL)
    return TRUE;

  g_set_error_literal (error, KL_CLI_ERROR, KL_CLI_ERROR_USAGE,
                       _("--output FILE is missing: what to write, .svg, .png, .pdf or .csv."));
  return FALSE;
}

const char *
kl_invocation_get_paper (KlInvocation *self)
{
  return self->paper;
}

const char *
kl_invocation_get_format (KlInvocation *self)
{
  return self->format;
}

const char *
kl_invocation_get_prefer (KlInvocation *self)
{
  return self->prefer;
}

const char *
kl_invocation_get_add (KlInvocation *self)
{
  return self->add;
}

const char *
kl_invocation_get_follow (KlInvocation *self)
{
  return self->follow;
}

gboolean
kl_invocation_get_replace (KlInvocation *self)
{
  return self->replace;
}

const char *
kl_invocation_get_expect (KlInvocation *self)
{
  return self->expect;
}

const char *
kl_invocation_get_score (KlInvocation *self)
{
  return self->score;
}

const char *
kl_invocation_get_date (KlInvocation *self)
{
  return self->date;
}

gboolean
kl_invocation_get_accept (KlInvocation *self)
{
  return self->accept;
}

gboolean
kl_invocation_get_exercises (KlInvocation *self)
{
  return self->exercises;
}

/**
 * kl_invocation_get_clock:
 * @self: an invocation
 *
 * Returns: (transfer none): where the time comes from
 */
KlClock *
kl_invocation_get_clock (KlInvocation *self)
{
  return self->clock;
}

/* Whether a backup in its place is the remedy, rather than waiting, making room, or asking for permission. */
static gboolean
is_beyond_reading (const GError *error)
{
  return g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NOT_A_LIBRARY)
         || g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_NEWER)
         || g_error_matches (error, KL_STORAGE_ERROR, KL_STORAGE_ERROR_CORRUPT);
}

static KlLibrary *
new_library (KlInvocation *self)
{
  g_autofree char *path = self->library_path != NULL ? g_strdup (self->library_path) : kl_library_dup_default_path ();

  return kl_library_new (path, self->clock);
}

static KlLibrary *
open_library (KlInvocation  *self,
              gboolean       allow_damaged,
              GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(KlLibrary) library = new_library (self);
  g_autoptr(GError) open_error = NULL;

  kl_library_open_async (library, NULL, kl_await_cb, &result);
  if (!kl_library_open_finish (library, kl_await (&result), &open_error)
      && !(allow_damaged && is_beyond_reading (open_error)))
    {
      g_propagate_error (error, g_steal_pointer (&open_error));
      return NULL;
    }

  self->library = g_steal_pointer (&library);
  return self->library;
}

/**
 * kl_invocation_open:
 * @self: an invocation
 * @error: return location for an error
 *
 * Opens the library that was asked for. The person's own library is made when it is not there yet, as the window does;
 * another one is not, since a name that is not there is most likely mistyped.
 *
 * Returns: (transfer none) (nullable): the library, open until the invocation is freed
 */
KlLibrary *
kl_invocation_open (KlInvocation  *self,
                    GError       **error)
{
  g_return_val_if_fail (self->library == NULL, self->library);

  if (self->library_path != NULL && !g_file_test (self->library_path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (self->library_path);

      g_set_error (error, KL_CLI_ERROR, KL_CLI_ERROR_FAILED,
                   _("There is no library at “%s”. “klearn import” makes one."), shown);
      return NULL;
    }

  return open_library (self, FALSE, error);
}

/**
 * kl_invocation_take_library:
 * @self: an invocation
 *
 * For what opens the library by itself, when it knows that it has something to put into it.
 *
 * Returns: (transfer none): the library that was asked for, not open yet
 */
KlLibrary *
kl_invocation_take_library (KlInvocation *self)
{
  g_return_val_if_fail (self->library == NULL, self->library);

  self->library = new_library (self);
  return self->library;
}

/**
 * kl_invocation_open_damaged:
 * @self: an invocation
 * @error: return location for an error
 *
 * Like kl_invocation_open(), but a library that cannot be read any more is no error: for what puts another in its
 * place.
 *
 * Returns: (transfer none) (nullable): the library
 */
KlLibrary *
kl_invocation_open_damaged (KlInvocation  *self,
                            GError       **error)
{
  g_return_val_if_fail (self->library == NULL, self->library);

  return open_library (self, TRUE, error);
}

/**
 * kl_invocation_get_library:
 * @self: an invocation
 *
 * Returns: (transfer none): the library, which must be open
 */
KlLibrary *
kl_invocation_get_library (KlInvocation *self)
{
  g_return_val_if_fail (self->library != NULL, NULL);

  return self->library;
}

/**
 * kl_invocation_print:
 * @self: an invocation
 *
 * Returns: (transfer none): where to put what the command prints
 */
KlOutput *
kl_invocation_print (KlInvocation *self)
{
  return self->output;
}

/**
 * kl_invocation_print_json:
 * @self: an invocation
 * @json: a document that has been ended
 */
void
kl_invocation_print_json (KlInvocation *self,
                          KlJsonWriter *json)
{
  kl_output_add_raw (self->output, kl_json_writer_get_text (json));
  kl_output_add_raw (self->output, "\n");
}

/**
 * kl_invocation_print_help:
 * @self: an invocation
 */
void
kl_invocation_print_help (KlInvocation *self)
{
  g_autofree char *help = g_option_context_get_help (self->options, TRUE, NULL);
  const char *rest = strchr (help, '[');

  /* GLib ends with an empty line. */
  g_strchomp (help);
  /* GLib writes the program's name alone in front of “[OPTION…]”. */
  kl_output_add_format (self->output, _("Usage: klearn %s %s"), self->command->name, rest != NULL ? rest : help);
}

/**
 * kl_invocation_finish:
 * @self: an invocation that was carried out
 * @error: return location for an error
 *
 * Returns: whether all that it prints was written
 */
gboolean
kl_invocation_finish (KlInvocation  *self,
                      GError       **error)
{
  return kl_output_write (self->output, error);
}
