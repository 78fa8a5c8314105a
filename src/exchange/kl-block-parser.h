#pragma once

#include <cmark-gfm.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _KlBlockParser KlBlockParser;

/**
 * KlBlockFunc:
 * @node: a block that is no list; it is gone after the call
 * @line: where it starts, from 1
 * @depth: how many list items it is inside of, itself included
 * @user_data: what was given with the function
 */
typedef void (*KlBlockFunc) (cmark_node *node,
                             guint       line,
                             guint       depth,
                             gpointer    user_data);

KlBlockParser *kl_block_parser_new           (KlBlockFunc    func,
                                              gpointer       user_data);
void           kl_block_parser_free          (KlBlockParser *self);
void           kl_block_parser_feed          (KlBlockParser *self,
                                              const char    *text,
                                              gsize          length);
void           kl_block_parser_finish        (KlBlockParser *self);
guint          kl_block_parser_get_flattened (KlBlockParser *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlBlockParser, kl_block_parser_free)

G_END_DECLS
