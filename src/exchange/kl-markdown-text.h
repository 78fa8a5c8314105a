#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is further in stands no further in. */
#define KL_MARKDOWN_MAX_LEVEL 8

/**
 * KlMarkdownStyle:
 * @KL_MARKDOWN_HEADING: a heading; its level is 1 to 6
 * @KL_MARKDOWN_STRONG: strong words
 * @KL_MARKDOWN_EMPHASIS: emphasised words
 * @KL_MARKDOWN_STRIKE: words that are struck out
 * @KL_MARKDOWN_CODE: code among words
 * @KL_MARKDOWN_CODE_BLOCK: lines of code
 * @KL_MARKDOWN_QUOTE: a quote; its level is how many quotes and lists it is in, with itself
 * @KL_MARKDOWN_ITEM: an item of a list, with its mark; its level is how many quotes and lists it is in
 * @KL_MARKDOWN_LINK: a link to where a browser goes
 *
 * How a part of a text is to be shown.
 */
typedef enum
{
  KL_MARKDOWN_HEADING,
  KL_MARKDOWN_STRONG,
  KL_MARKDOWN_EMPHASIS,
  KL_MARKDOWN_STRIKE,
  KL_MARKDOWN_CODE,
  KL_MARKDOWN_CODE_BLOCK,
  KL_MARKDOWN_QUOTE,
  KL_MARKDOWN_ITEM,
  KL_MARKDOWN_LINK,
} KlMarkdownStyle;

/**
 * KlMarkdownSpan:
 * @style: how it is to be shown
 * @level: see #KlMarkdownStyle, 0 where it has none
 * @start: its first character
 * @end: one past its last
 * @address: (nullable): where a link leads
 */
typedef struct
{
  KlMarkdownStyle  style;
  guint            level;
  int              start;
  int              end;
  char            *address;
} KlMarkdownSpan;

/**
 * KlMarkdownText:
 * @text: what is to be read
 * @spans: (element-type KlMarkdownSpan): how
 */
typedef struct
{
  char   *text;
  GArray *spans;
} KlMarkdownText;

KlMarkdownText *kl_markdown_text_new  (const char     *markdown);
void            kl_markdown_text_free (KlMarkdownText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KlMarkdownText, kl_markdown_text_free)

G_END_DECLS
