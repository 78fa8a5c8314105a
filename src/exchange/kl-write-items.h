#pragma once

#include "kl-writing.h"
#include "model/kl-point.h"
#include "model/kl-subject.h"

G_BEGIN_DECLS

/**
 * KlWriteItems:
 * @owner: the first byte of what the list belongs to
 * @head: where the list goes if nothing of it is there
 * @lead: lines to put before it then
 * @places: (element-type KlWritingPlace): what the document has, in its order
 * @records: (element-type KlRecord): what the plan has now, in its order
 * @prefix: (nullable): indentation and bullet of an item where the document has none; %NULL for the plain one
 * @depth: of points that say nothing of their own
 *
 * A list of items. It is emptied when it is written.
 */
typedef struct
{
  gsize       owner;
  gsize       head;
  const char *lead;
  GArray     *places;
  GPtrArray  *records;
  const char *prefix;
  KlDepth     depth;
} KlWriteItems;

void  kl_write_items        (KlWriting          *writing,
                             const KlWriteItems *items);
void  kl_write_items_update (KlWriting          *writing,
                             KlRecord           *base,
                             KlRecord           *now,
                             KlDepth             depth);
char *kl_write_items_dup    (KlWriting          *writing,
                             KlRecord           *record,
                             const char         *prefix,
                             KlDepth             depth);
void  kl_write_points       (KlWriting          *writing,
                             KlSubject          *base,
                             KlSubject          *now,
                             const KlWriteItems *root);
char *kl_write_points_dup   (KlWriting          *writing,
                             KlSubject          *subject,
                             const char         *indent,
                             KlDepth             depth);

G_END_DECLS
