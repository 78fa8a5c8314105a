#pragma once

#include "kl-import.h"
#include "kl-patch.h"
#include "kl-source-map.h"
#include "model/kl-feedback-kind.h"

G_BEGIN_DECLS

/**
 * KlWriting:
 * @text: the document as it was imported
 * @base: what it became
 * @map: where that stands in @text
 * @plan: the plan as it is now
 * @edited: (nullable): ids of the subjects of @plan that may be other than @base; %NULL for all of them
 * @patch: takes what has to change
 * @now_of: records of @base → the same of @plan
 * @base_of: records of @plan → the same of @base
 * @by_id: subjects and points of @plan by their ids
 * @parents: ids of the topics of @plan that have subtopics
 * @labels: (nullable): for each kind of feedback what the document calls it
 * @scored: whether there are scores, or will be
 * @n_added: how many parts of a plan were added to the document
 * @graded: whether headings say how far topics were studied
 *
 * Everything that the writers of a document's parts share.
 */
typedef struct
{
  const char  *text;
  gsize        length;
  KlImport    *base;
  KlSourceMap *map;
  KlPlan      *plan;
  GHashTable  *edited;
  KlPatch     *patch;
  GHashTable  *now_of;
  GHashTable  *base_of;
  GHashTable  *by_id;
  GHashTable  *parents;
  char        *labels[KL_FEEDBACK_NOTE + 1];
  gboolean     scored;
  guint        n_added;
  gboolean     graded;
} KlWriting;

/**
 * KlWritingPlace:
 * @record: of the base
 * @start: its first byte
 * @end: one past its last line that says something
 */
typedef struct
{
  KlRecord *record;
  gsize     start;
  gsize     end;
} KlWritingPlace;

/**
 * KlWritingRender:
 * @writing: a writing
 * @record: a record of the plan
 * @data: what was given with the function
 *
 * Returns: (transfer full): the lines of the record
 */
typedef char *(*KlWritingRender) (KlWriting *writing,
                                  KlRecord  *record,
                                  gpointer   data);

/**
 * KlWritingList:
 * @owner: the first byte of what the list belongs to
 * @head: where the list goes if nothing of it is there
 * @lead: lines to put before the first record of it then
 * @separator: (nullable): lines between two records; %NULL to do as the list does
 * @places: (element-type KlWritingPlace): what the document has, in its order
 * @records: (element-type KlRecord): what the plan has now, in its order
 * @render: says the lines of a new record
 * @find_source: (nullable): where a record that was in another list stands in the document, to be moved from there
 * @data: for @render
 *
 * One list of the document and what it should be.
 */
typedef struct
{
  gsize           owner;
  gsize           head;
  const char     *lead;
  const char     *separator;
  GArray         *places;
  GPtrArray      *records;
  KlWritingRender render;
  gboolean      (*find_source) (KlWriting *writing,
                                KlRecord  *base,
                                gsize      range[2]);
  gpointer        data;
} KlWritingList;

void                   kl_writing_list         (KlWriting           *self,
                                                const KlWritingList *list);
void                   kl_writing_remove       (KlWriting           *self,
                                                const KlWritingList *list,
                                                const gboolean      *kept);
const KlSourceSection *kl_writing_find_section (KlWriting           *self,
                                                KlSectionRole        role);
int                    kl_writing_section_at   (KlWriting           *self,
                                                gsize                at);
void                   kl_writing_add_place    (GArray              *places,
                                                KlWriting           *self,
                                                KlRecord            *base);
gpointer               kl_writing_now_of       (KlWriting           *self,
                                                gpointer             base);
gpointer               kl_writing_base_of      (KlWriting           *self,
                                                gpointer             now);
gboolean               kl_writing_is_edited    (KlWriting           *self,
                                                KlSubject           *now);
void                   kl_writing_replace      (KlWriting           *self,
                                                gpointer             base,
                                                const char          *part,
                                                const char          *text);
gboolean               kl_writing_is_clear     (KlWriting           *self,
                                                gsize                start,
                                                gsize                end);
gsize                  kl_writing_line_end     (KlWriting           *self,
                                                gsize                at);
char                  *kl_writing_dup_line     (const char          *text);
char                  *kl_writing_dup_title    (const char          *text);
char                  *kl_writing_dup_item     (const char          *text);

G_END_DECLS
