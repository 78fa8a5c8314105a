#pragma once

/* The session extension is declared only where these are defined before sqlite3.h: the one place that includes it. */
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include <glib.h>

/* A statement that a KlDatabase keeps for the next time: letting go of it only resets it. */
typedef sqlite3_stmt KlStatement;

static inline void
kl_statement_release (KlStatement *statement)
{
  /* Resetting repeats the result of the last step, which was looked at; clearing never fails. */
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlStatement, kl_statement_release)
