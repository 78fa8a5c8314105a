#pragma once

#include "kl-draft-subject.h"
#include "kl-mention-index.h"
#include "kl-outline.h"
#include "kl-source-keys.h"
#include "model/kl-attempt.h"
#include "model/kl-plan.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"

G_BEGIN_DECLS

typedef struct _KlSourceMap KlSourceMap;

typedef struct
{
  KlDraftSubject *topic;
  KlPoint        *point;
} KlPointPrefix;

typedef struct
{
  gpointer record;
  guint    line;
} KlRecordLine;

typedef struct
{
  KlDraftSubject *topic;
  KlPoint        *point;
} KlDraftPoint;

/**
 * KlReading:
 *
 * Everything that the readers of a document's sections share. The map is there only if somebody wants to know where
 * things stand.
 */
typedef struct
{
  KlOutline      *outline;
  KlPlan         *plan;
  GPtrArray      *notes;
  GString        *plan_notes;
  KlDraftSubject  root;
  GPtrArray      *subjects;
  KlMentionIndex *index;
  KlSourceKeys   *keys;
  GArray         *points; /* of KlDraftPoint */
  GHashTable     *prefixes;
  GPtrArray      *references;
  GPtrArray      *asked; /* the titles that were looked for */
  GArray         *attempt_lines;
  GArray         *queue_lines;
  char           *date;
  KlSourceMap    *map;
} KlReading;

KlReading      *kl_reading_new            (KlOutline      *outline);
void            kl_reading_free           (KlReading      *self);

void            kl_reading_note           (KlReading      *self,
                                           guint           line,
                                           const char     *format,
                                           ...) G_GNUC_PRINTF (3, 4);
void            kl_reading_mark           (KlReading      *self,
                                           gpointer        record,
                                           const char     *part,
                                           gsize           start,
                                           gsize           end);
void            kl_reading_mark_item      (KlReading      *self,
                                           gpointer        record,
                                           const KlBlock  *block);
void            kl_reading_add_notes      (KlReading      *self,
                                           KlDraftSubject *subject,
                                           gsize           start,
                                           gsize           end);

KlDraftSubject *kl_reading_add_subject    (KlReading      *self,
                                           KlDraftSubject *parent,
                                           KlSubjectKind   kind,
                                           KlDepth         depth,
                                           const char     *title);
KlPoint        *kl_reading_add_point      (KlReading      *self,
                                           KlDraftSubject *subject,
                                           KlPoint        *parent,
                                           KlDepth         depth,
                                           const char     *text,
                                           const char     *note);
KlRecord       *kl_reading_add_link       (KlReading      *self,
                                           KlDraftSubject *subject,
                                           int             kind,
                                           KlDraftSubject *target,
                                           const char     *text);
KlDraftSubject *kl_reading_find_subject   (KlReading      *self,
                                           const char     *title);
void            kl_reading_finish         (KlReading      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlReading, kl_reading_free)

G_END_DECLS
