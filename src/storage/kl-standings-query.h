#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

/* How attempts follow one another, in SQL. */
#define KL_ATTEMPTS_BY_DAY "substr (attempt.date, 1, 10), attempt.number"

gboolean kl_standings_query_run (KlDatabase  *database,
                                 GHashTable  *subjects,
                                 const char  *subject_id,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
