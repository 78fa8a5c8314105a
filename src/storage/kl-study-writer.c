/* kl-study-writer.c: writes the clocks of study sessions that are not over */

#include "config.h"

#include "kl-study-writer.h"

static gboolean
remove_clock (KlDatabase  *database,
              const char  *subject_id,
              GError     **error)
{
  sqlite3_stmt *statement = kl_database_prepare (database, "DELETE FROM study_clock WHERE owner = ?1", error);

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, subject_id);
  return kl_database_run (database, statement, error);
}

static gboolean
end_transaction (KlDatabase  *database,
                 gboolean     success,
                 GError     **error)
{
  if (success)
    return kl_database_commit (database, error);

  kl_database_rollback (database);
  return FALSE;
}

/**
 * kl_study_writer_save:
 * @database: a connection that may write
 * @tables: all tables
 * @clock: the clock of a session that is not over, with its owner
 * @error: where to put an error
 *
 * Returns: whether it is on the disk; if not, the one there is as it was
 */
gboolean
kl_study_writer_save (KlDatabase    *database,
                      KlTables      *tables,
                      KlStudyClock  *clock,
                      GError       **error)
{
  gboolean success;

  if (!kl_database_begin (database, error))
    return FALSE;

  success = remove_clock (database, kl_record_get_owner (KL_RECORD (clock)), error)
            && kl_table_insert (kl_tables_lookup (tables, KL_TYPE_STUDY_CLOCK), database, KL_RECORD (clock), error);
  return end_transaction (database, success, error);
}

/**
 * kl_study_writer_discard:
 * @database: a connection that may write
 * @subject_id: the subject whose session is given up
 * @error: where to put an error
 *
 * Returns: whether its clock is gone
 */
gboolean
kl_study_writer_discard (KlDatabase  *database,
                         const char  *subject_id,
                         GError     **error)
{
  if (!kl_database_begin (database, error))
    return FALSE;

  return end_transaction (database, remove_clock (database, subject_id, error), error);
}

/**
 * kl_study_writer_end:
 * @database: a connection in a transaction
 * @session: a session that is being logged
 * @error: where to put an error
 *
 * Takes the clock of the session away with its being logged: no kill in between lets it be logged twice.
 *
 * Returns: whether all went well
 */
gboolean
kl_study_writer_end (KlDatabase      *database,
                     KlStudySession  *session,
                     GError         **error)
{
  sqlite3_stmt *statement
    = kl_database_prepare (database, "DELETE FROM study_clock WHERE owner = ?1 AND started IS ?2", error);

  if (statement == NULL)
    return FALSE;

  kl_database_bind_text (database, statement, 1, kl_record_get_owner (KL_RECORD (session)));
  kl_database_bind_text (database, statement, 2, kl_study_session_get_started (session));
  return kl_database_run (database, statement, error);
}
