#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  KL_BLOCK_FRONT_MATTER,
  KL_BLOCK_HEADING,
  KL_BLOCK_PARAGRAPH,
  KL_BLOCK_ITEM,
  KL_BLOCK_CODE,
  KL_BLOCK_QUOTE,
  KL_BLOCK_HTML,
  KL_BLOCK_RULE,
  KL_BLOCK_OTHER,
} KlBlockKind;

/**
 * KlBlock:
 * @kind: what it is
 * @level: of a heading, 1–6; else 0
 * @depth: how many list items it is inside of, itself included; 0 outside of lists
 * @line: where it starts, from 1
 * @start: its first byte, always the first of a line
 * @end: one past its last byte, which is the next block's @start
 *
 * The blocks of a document cover all of its bytes without a hole. There may be as many as lines, so they are small.
 */
typedef struct
{
  KlBlockKind kind;
  guint16     level;
  guint16     depth;
  guint       line;
  guint       start;
  guint       end;
} KlBlock;

/**
 * KlItemSpan:
 * @box: the first byte behind the bullet: of the box, or of the text if there is none
 * @start: the first byte of the text
 * @end: one past the last byte of the text
 * @task: whether there is a box
 * @done: whether that is ticked off
 *
 * Where the parts of a list item stand.
 */
typedef struct
{
  gsize    box;
  gsize    start;
  gsize    end;
  gboolean task;
  gboolean done;
} KlItemSpan;

/**
 * KlExchangeProgress:
 * @fraction: how much is done, 0–1
 * @user_data: what was given with the callback
 *
 * Called in the thread that reads.
 */
typedef void (*KlExchangeProgress) (double   fraction,
                                    gpointer user_data);

typedef struct _KlOutline KlOutline;

KlOutline     *kl_outline_new              (GBytes              *bytes,
                                            KlExchangeProgress   progress,
                                            gpointer             progress_data,
                                            GCancellable        *cancellable,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void           kl_outline_free             (KlOutline           *self);
const char    *kl_outline_get_text         (KlOutline           *self,
                                            gsize               *length);
gsize          kl_outline_get_start        (KlOutline           *self);
gsize          kl_outline_get_body_start   (KlOutline           *self);
guint          kl_outline_get_n_blocks     (KlOutline           *self);
const KlBlock *kl_outline_get_block        (KlOutline           *self,
                                            guint                index);
guint          kl_outline_get_flattened    (KlOutline           *self);
gboolean       kl_outline_find_front_value (KlOutline           *self,
                                            const char          *name,
                                            gsize                value[2]);
char          *kl_outline_dup_front_value  (KlOutline           *self,
                                            const char          *name);
gboolean       kl_outline_find_heading     (KlOutline           *self,
                                            const KlBlock       *block,
                                            gsize                title[2]);
KlItemSpan     kl_outline_find_item        (KlOutline           *self,
                                            const KlBlock       *block);
char          *kl_outline_dup_heading      (KlOutline           *self,
                                            const KlBlock       *block);
char          *kl_outline_dup_item         (KlOutline           *self,
                                            const KlBlock       *block,
                                            gboolean            *task,
                                            gboolean            *done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlOutline, kl_outline_free)

G_END_DECLS
