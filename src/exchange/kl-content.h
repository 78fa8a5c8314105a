#pragma once

#include "kl-outline.h"

G_BEGIN_DECLS

typedef enum
{
  KL_CONTENT_LABEL,
  KL_CONTENT_ITEM,
  KL_CONTENT_TEXT,
  KL_CONTENT_RULE,
} KlContentKind;

/**
 * KlContent:
 * @kind: what it is
 * @line: where it starts, from 1
 * @depth: of the list, 0 outside of lists
 * @block: (nullable): the whole block, %NULL for a line of a paragraph
 * @label: of a label: its name as written, without its colon
 * @from: the first byte of the line that it stands on
 * @start: the first byte of the text, of a label's value
 * @end: one past its last byte
 *
 * What a reader of a section sees: labels such as `**Status:** done`, list items, and anything else as text.
 */
typedef struct
{
  KlContentKind  kind;
  guint          line;
  guint          depth;
  const KlBlock *block;
  char          *label;
  gsize          from;
  gsize          start;
  gsize          end;
} KlContent;

GArray   *kl_content_read              (KlOutline     *outline,
                                        guint          first_block,
                                        guint          end_block);
GArray   *kl_content_read_labels       (KlOutline     *outline,
                                        guint          first_block,
                                        guint          end_block);
char     *kl_content_dup_text          (KlOutline     *outline,
                                        gsize          start,
                                        gsize          end);
gboolean  kl_content_is_contents_entry (KlOutline     *outline,
                                        const KlBlock *item);

G_END_DECLS
