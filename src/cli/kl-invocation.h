#pragma once

#include <gio/gio.h>

#include "storage/kl-library.h"

#include "exchange/kl-json-writer.h"
#include "kl-output.h"

G_BEGIN_DECLS

typedef struct _KlInvocation KlInvocation;

/**
 * KlCommandOptions:
 * @KL_COMMAND_PLAN: `--plan`
 * @KL_COMMAND_EXPLAIN: `--expect`, `--score`, `--accept` and `--date`
 * @KL_COMMAND_OUTPUT: `--output`
 * @KL_COMMAND_EXERCISES: `--exercises`
 * @KL_COMMAND_EXPORT: `--format` and `--output`
 * @KL_COMMAND_IMPORT: `--prefer`
 * @KL_COMMAND_LINK: `--follow` and `--replace`
 * @KL_COMMAND_SUGGEST: `--add`
 * @KL_COMMAND_REPORT: `--output` and `--paper`
 * @KL_COMMAND_CHANGES: none; the files of plans that follow are written after it
 *
 * The options that a command takes besides `--library`, `--json` and `--help`, which all of them take.
 */
typedef enum
{
  KL_COMMAND_PLAN = 1 << 0,
  KL_COMMAND_EXPLAIN = 1 << 1,
  KL_COMMAND_OUTPUT = 1 << 2,
  KL_COMMAND_EXERCISES = 1 << 3,
  KL_COMMAND_EXPORT = 1 << 4,
  KL_COMMAND_IMPORT = 1 << 5,
  KL_COMMAND_LINK = 1 << 6,
  KL_COMMAND_CHANGES = 1 << 7,
  KL_COMMAND_SUGGEST = 1 << 8,
  KL_COMMAND_REPORT = 1 << 9,
} KlCommandOptions;

/**
 * KlCommand:
 * @name: the word that calls it
 * @argument: (nullable): what stands after it, in brackets where it may be left out, %NULL where nothing may
 * @summary: what it does, in a line
 * @options: the options that it takes
 * @run: does it
 *
 * One command of the command line.
 */
typedef struct
{
  const char       *name;
  const char       *argument;
  const char       *summary;
  KlCommandOptions  options;
  gboolean        (*run) (KlInvocation  *invocation,
                          GError       **error);
} KlCommand;

KlInvocation *kl_invocation_new          (const KlCommand  *command,
                                          int               argc,
                                          char            **argv,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void          kl_invocation_free         (KlInvocation     *self);

gboolean      kl_invocation_wants_help   (KlInvocation     *self);
gboolean      kl_invocation_wants_json   (KlInvocation     *self);
const char   *kl_invocation_get_words    (KlInvocation     *self);
char        **kl_invocation_get_each     (KlInvocation     *self);
const char   *kl_invocation_get_file     (KlInvocation     *self);
const char   *kl_invocation_get_plan     (KlInvocation     *self);
const char   *kl_invocation_get_output   (KlInvocation     *self);
gboolean      kl_invocation_has_output   (KlInvocation     *self,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
const char   *kl_invocation_get_paper    (KlInvocation     *self);
const char   *kl_invocation_get_format   (KlInvocation     *self);
const char   *kl_invocation_get_prefer   (KlInvocation     *self);
const char   *kl_invocation_get_follow   (KlInvocation     *self);
gboolean      kl_invocation_get_replace  (KlInvocation     *self);
const char   *kl_invocation_get_add      (KlInvocation     *self);
const char   *kl_invocation_get_expect   (KlInvocation     *self);
const char   *kl_invocation_get_score    (KlInvocation     *self);
const char   *kl_invocation_get_date     (KlInvocation     *self);
gboolean      kl_invocation_get_accept   (KlInvocation     *self);
gboolean      kl_invocation_get_exercises (KlInvocation    *self);

KlClock      *kl_invocation_get_clock    (KlInvocation     *self);
KlLibrary    *kl_invocation_open         (KlInvocation     *self,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
KlLibrary    *kl_invocation_take_library (KlInvocation     *self);
KlLibrary    *kl_invocation_open_damaged (KlInvocation     *self,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
KlLibrary    *kl_invocation_get_library  (KlInvocation     *self);

KlOutput     *kl_invocation_print        (KlInvocation     *self);
void          kl_invocation_print_json   (KlInvocation     *self,
                                          KlJsonWriter     *json);
void          kl_invocation_print_help   (KlInvocation     *self);
gboolean      kl_invocation_finish       (KlInvocation     *self,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlInvocation, kl_invocation_free)

G_END_DECLS
