#pragma once

#include "model/kl-subject.h"

G_BEGIN_DECLS

/**
 * KlSidebarUnder:
 * @subject: what is under a topic or group
 * @level: how far in it stands, from 1
 */
typedef struct
{
  KlSubject *subject;
  guint      level;
} KlSidebarUnder;

/**
 * KlSidebarBlock:
 * @first: a topic or group of the first level
 * @under: (nullable) (element-type KlSidebarUnder): all that is under it, in the plan's order
 * @depth: which section they are in
 * @lowest: the lowest score among them, NaN where none has one
 * @has_draft: whether one of them has an explanation that was begun
 * @due: the number of the first day that one of them is due on, 0 where none is, or nobody asked
 * @key: (nullable): what the first one's title sorts by, once that was asked for
 * @index: which of the plan's blocks it is
 *
 * What stays together in the list, however that is sorted.
 */
typedef struct
{
  KlSubject *first;
  GArray    *under;
  KlDepth    depth;
  double     lowest;
  gboolean   has_draft;
  gint64     due;
  char      *key;
  guint      index;
} KlSidebarBlock;

GPtrArray *kl_sidebar_blocks_new     (GPtrArray *subjects);
void       kl_sidebar_block_make_key (gpointer   block,
                                      gpointer   unused);

G_END_DECLS
