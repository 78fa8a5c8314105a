#pragma once

#include "model/kl-plan.h"

G_BEGIN_DECLS

/**
 * KlSidebarBlock:
 * @subjects: (element-type KlSubject): a topic or group of the first level, then all that is under it, in the plan's
 * order
 * @levels: how far in each of them stands, 0 for the first
 * @depth: which section they are in
 * @lowest: the lowest score among them, NaN where none has one
 * @has_draft: whether one of them has an explanation that was begun
 * @key: (nullable): what the first one's title sorts by, once that was asked for
 * @index: which of the plan's blocks it is
 *
 * What stays together in the list, however that is sorted.
 */
typedef struct
{
  GPtrArray *subjects;
  GArray    *levels;
  KlDepth    depth;
  double     lowest;
  gboolean   has_draft;
  char      *key;
  guint      index;
} KlSidebarBlock;

GPtrArray *kl_sidebar_blocks_new     (KlPlan   *plan);
void       kl_sidebar_block_make_key (gpointer  block,
                                      gpointer  unused);

G_END_DECLS
