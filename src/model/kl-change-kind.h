#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KlChangeKind:
 * @KL_CHANGE_IMPORT: a document was brought in
 * @KL_CHANGE_CREATE_PLAN: a plan was made
 * @KL_CHANGE_EDIT_PLAN: a plan's own values, strategy, queue or assessment were changed
 * @KL_CHANGE_DELETE_PLAN: a plan was deleted
 * @KL_CHANGE_CREATE_SUBJECT: a topic or exercise was made
 * @KL_CHANGE_EDIT_SUBJECT: a topic's or exercise's own values, points, gaps or links were changed
 * @KL_CHANGE_DELETE_SUBJECT: a topic or exercise was deleted
 * @KL_CHANGE_RECORD_ATTEMPT: an attempt was recorded
 * @KL_CHANGE_AMEND_ATTEMPT: an attempt's score was amended, or its action items were ticked
 * @KL_CHANGE_DELETE_ATTEMPT: an attempt was deleted
 * @KL_CHANGE_MOVE_SUBJECT: a topic or exercise was moved
 * @KL_CHANGE_LOG_SESSION: a study session was logged
 * @KL_CHANGE_IMPORT_RECORDS: a plan was brought in record by record, whatever its document says
 *
 * What a person did, so that Undo can name it. Stored by its nick: values may be added, never renamed.
 */
typedef enum
{
  KL_CHANGE_IMPORT,
  KL_CHANGE_CREATE_PLAN,
  KL_CHANGE_EDIT_PLAN,
  KL_CHANGE_DELETE_PLAN,
  KL_CHANGE_CREATE_SUBJECT,
  KL_CHANGE_EDIT_SUBJECT,
  KL_CHANGE_DELETE_SUBJECT,
  KL_CHANGE_RECORD_ATTEMPT,
  KL_CHANGE_AMEND_ATTEMPT,
  KL_CHANGE_DELETE_ATTEMPT,
  KL_CHANGE_MOVE_SUBJECT,
  KL_CHANGE_LOG_SESSION,
  KL_CHANGE_IMPORT_RECORDS,
} KlChangeKind;

#define KL_TYPE_CHANGE_KIND (kl_change_kind_get_type ())
GType kl_change_kind_get_type (void);

char *kl_change_kind_describe (KlChangeKind  kind,
                               const char   *title);

G_END_DECLS
