#pragma once

#include "kl-database.h"

G_BEGIN_DECLS

/**
 * KlTouched:
 * @plans: (element-type utf8): the ids of plans whose own values or lists changed
 * @subjects: (element-type utf8): the ids of subjects of which anything changed
 *
 * What a change is about, so that just that is read again.
 */
typedef struct
{
  GHashTable *plans;
  GHashTable *subjects;
} KlTouched;

KlTouched *kl_touched_new           (void);
void       kl_touched_free          (KlTouched               *self);
gboolean   kl_touched_add_changes   (KlTouched               *self,
                                     KlDatabase              *database,
                                     sqlite3_changeset_iter  *iterator,
                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   kl_touched_add_changeset (KlTouched               *self,
                                     KlDatabase              *database,
                                     gpointer                 changeset,
                                     int                      length,
                                     GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlTouched, kl_touched_free)

G_END_DECLS
