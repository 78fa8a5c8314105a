#pragma once

#include "kl-outline.h"
#include "model/kl-attempt.h"
#include "model/kl-plan.h"
#include "model/kl-point.h"
#include "model/kl-queue-entry.h"
#include "model/kl-subject.h"

G_BEGIN_DECLS

typedef struct _KlDraftSubject KlDraftSubject;
typedef struct _KlSourceMap KlSourceMap;

/**
 * KlDraftSubject:
 *
 * A subject while its document is being read: its place in the tree is known only at the end, since scores make
 * subtopics of what was a point.
 */
struct _KlDraftSubject
{
  KlSubject      *subject;
  KlDraftSubject *parent;
  KlDraftSubject *first_child;
  KlDraftSubject *last_child;
  KlDraftSubject *next;
  GString        *notes;
  guint           n_attempts;
};

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
  GStringChunk   *words; /* that the next ones are found by */
  GHashTable     *titles;
  GHashTable     *phrases; /* of the first subjects, kl_reading_get_phrases() */
  guint           n_phrased;
  GArray         *points; /* of KlDraftPoint */
  GHashTable     *point_phrases; /* a whole point → its KlDraftSubject, NULL where there are several; empty where no
                                    exercise could mention one */
  GHashTable     *exercises;
  GHashTable     *prefixes;
  GHashTable     *keys;
  GChecksum      *checksum;
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
char           *kl_reading_dup_key        (KlReading      *self,
                                           const char     *owner_key,
                                           const char     *kind,
                                           const char     *text);
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
KlRecord *           kl_reading_add_link       (KlReading      *self,
                                           KlDraftSubject *subject,
                                           int             kind,
                                           KlDraftSubject *target,
                                           const char     *text);
GHashTable     *kl_reading_get_phrases    (KlReading      *self);
KlDraftSubject *kl_reading_find_subject   (KlReading      *self,
                                           const char     *title);
KlDraftSubject *kl_reading_find_exercise  (KlReading      *self,
                                           const char     *title);
char           *kl_reading_dup_mention    (const char     *text);
void            kl_reading_finish         (KlReading      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlReading, kl_reading_free)

G_END_DECLS
