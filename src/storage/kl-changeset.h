#pragma once

#include "kl-table.h"
#include "kl-touched.h"

G_BEGIN_DECLS

/**
 * KlChangesetPlaceFunc:
 * @database: a connection in a transaction
 * @length: how long the changeset is that has to go there
 * @number: (out): the number of the change
 * @data: what was given with the function
 * @error: where to put an error
 *
 * Makes place in the journal for a changeset of @length bytes.
 *
 * Returns: whether all went well
 */
typedef gboolean (*KlChangesetPlaceFunc) (KlDatabase  *database,
                                          int          length,
                                          gint64      *number,
                                          gpointer     data,
                                          GError     **error);

gboolean kl_changeset_capture        (sqlite3_session       *session,
                                      KlDatabase            *database,
                                      gint64                 limit,
                                      GByteArray            *whole,
                                      gint64                *length,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_changeset_write          (sqlite3_session       *session,
                                      KlDatabase            *database,
                                      gint64                 length,
                                      KlChangesetPlaceFunc   place,
                                      gpointer               data,
                                      gint64                *number,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_changeset_invert         (KlDatabase            *database,
                                      gint64                 number,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_changeset_find_made_plan (KlDatabase            *database,
                                      gint64                 number,
                                      char                 **plan_id,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_changeset_touch          (KlDatabase            *database,
                                      gint64                 number,
                                      gboolean               inverse,
                                      KlTouched             *touched,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_changeset_apply          (KlDatabase            *database,
                                      const KlTable         *drafts,
                                      gint64                 number,
                                      gboolean               are_many,
                                      gboolean               inverse,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kl_changeset_take_plan_back (KlDatabase            *database,
                                      const KlTable         *drafts,
                                      gint64                 number,
                                      GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
