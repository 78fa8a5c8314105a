#pragma once

#include "kl-writing.h"

G_BEGIN_DECLS

/**
 * KlLayoutRank:
 *
 * The parts of a whole plan, in the order in which a document has them.
 */
typedef enum
{
  KL_LAYOUT_DEEP,
  KL_LAYOUT_SURFACE,
  KL_LAYOUT_NONE,
  KL_LAYOUT_QUEUE,
  KL_LAYOUT_SCORES,
  KL_LAYOUT_ASSESSMENT,
  KL_LAYOUT_STRATEGY,
} KlLayoutRank;

KlLayoutRank  kl_write_layout_depth_rank (KlDepth        depth);
guint         kl_write_layout_get_level  (KlWriting     *writing);
gsize         kl_write_layout_find       (KlWriting     *writing,
                                          KlLayoutRank   rank);
char         *kl_write_layout_dup_lead   (KlWriting     *writing,
                                          KlLayoutRank   rank,
                                          gsize         *at);
const char   *kl_write_layout_get_status (KlWriting     *writing,
                                          KlSubject     *base,
                                          KlSubject     *now);

G_END_DECLS
